"""The metadata under signatures, against an encoder of its own."""

from hypothesis import given, strategies as st
import pytest

from custom_components.tesla_home_energy.vehicle_command.metadata import (
    SignatureType,
    request_metadata,
    request_prefix,
    response_metadata,
    response_prefix,
    serialize,
    session_info_metadata,
)

from .fake_car import tlv, u32

numbers = st.integers(0, 0xFFFFFFFF)
vins = st.binary(max_size=255)


@given(vins, st.binary(max_size=255), numbers, numbers, st.sampled_from((2, 3)), st.sampled_from((5, 8)))
def test_requests(vin: bytes, epoch: bytes, expires_at: int, counter: int, domain: int, method: int) -> None:
    start = ((0, bytes([method])), (1, bytes([domain])), (2, vin), (3, epoch))
    prefix = request_prefix(SignatureType(method), domain, vin, epoch)
    times = ((4, u32(expires_at)), (5, u32(counter)))
    assert request_metadata(prefix, expires_at, counter, 0) == tlv(*start, *times)
    assert request_metadata(prefix, expires_at, counter, 2) == tlv(*start, *times, (7, u32(2)))


@given(vins, st.binary(max_size=255))
def test_session_infos(vin: bytes, challenge: bytes) -> None:
    assert session_info_metadata(vin, challenge) == tlv((0, b"\x06"), (2, vin), (6, challenge))


@given(vins, numbers, numbers, st.binary(max_size=255), numbers, st.sampled_from((2, 3)))
def test_responses(
    vin: bytes, counter: int, flags: int, request_hash: bytes, fault: int, domain: int
) -> None:
    expected = tlv(
        (0, b"\x09"),
        (1, bytes([domain])),
        (2, vin),
        (5, u32(counter)),
        (7, u32(flags)),
        (8, request_hash),
        (9, u32(fault)),
    )
    prefix = response_prefix(domain, vin)
    assert response_metadata(prefix, counter, flags, request_hash, fault) == expected


def test_a_value_that_does_not_fit_is_an_error() -> None:
    with pytest.raises(ValueError, match="range"):
        serialize([(2, bytes(256))])
