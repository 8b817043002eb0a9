"""Every test vector that Tesla's own code made."""

from collections import Counter

import pytest

from .vector_cases import CHECKS, Case, check, load

CASES = load()


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_vector(case: Case) -> None:
    check(case)


def test_no_case_and_no_kind_is_left_out() -> None:
    assert Counter(case["kind"] for case in CASES) == {
        "rest_mapping": 78,
        "verify": 46,
        "response_decrypt": 25,
        "command": 17,
        "fault": 16,
        "session_info": 10,
        "state_request": 7,
        "counter_sequence": 6,
        "sliding_window": 6,
        "session_update": 4,
        "key_agreement": 2,
        "key_agreement_invalid": 2,
        "operation_status": 2,
        "metadata": 2,
        "session_info_status": 1,
        "known_gcm": 1,
        "known_gcm_doc": 1,
        "known_message": 1,
    }
    assert len({case["id"] for case in CASES}) == 227
    assert set(CHECKS) == {case["kind"] for case in CASES}


POINT = (
    "046f3126d63101867bdd047c604563c283f0f4a29565c59b5faad680f5b4c7b90f"
    "d7854bceed334d7622ff0557d8ca58a5082036b68405ab095085d70af12b088b"
)


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("key_agreement", "session_info_key", "00" * 32),
        ("key_agreement_invalid", "peer_public_key", POINT),
        ("metadata", "sha256", "00" * 32),
        ("session_info", "valid", False),
        ("session_info_status", "session_info", "2800"),
        ("command", "tag", "00" * 32),
        ("verify", "verdict", {"fault": 5, "name": "INVALID_SIGNATURE", "session_info_attached": True}),
        ("counter_sequence", "vehicle_start", {"clock": 2650, "counter": 6, "epoch": "00" * 16}),
        ("response_decrypt", "plaintext", "0a01"),
        ("sliding_window", "accepted", False),
        ("session_update", "accepted", False),
        ("fault", "code", 27),
        ("operation_status", "operation_status", 1),
        ("known_gcm", "plaintext", "00"),
        ("known_gcm_doc", "tag", "00" * 16),
        ("known_message", "decoded", {}),
        ("rest_mapping", "payload", "22022801"),
        ("state_request", "payload", "12040a022200"),
    ],
)
def test_a_spoilt_case_fails(kind: str, name: str, value: object) -> None:
    """The checks do look at what the cases say."""
    case = next(case for case in CASES if case["kind"] == kind)
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        check(case | {name: value})
