"""What is believed of an answer, and what its payload means."""

from collections.abc import Callable
import hashlib
import hmac
import os
from typing import Any

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.tesla_home_energy.vehicle_command.answers import (
    infotainment_result,
    is_genuine,
    read_answer,
    read_payload,
    read_session_info,
    reported_fault,
    vehicle_security_result,
)
from custom_components.tesla_home_energy.vehicle_command.errors import (
    BusyError,
    NotPairedError,
    RefusedError,
    UntrustedAnswerError,
    VehicleCommandError,
)
from custom_components.tesla_home_energy.vehicle_command.faults import BUSY
from custom_components.tesla_home_energy.vehicle_command.keys import PrivateKey
from custom_components.tesla_home_energy.vehicle_command.metadata import Domain
from custom_components.tesla_home_energy.vehicle_command.proto.car_server_pb2 import Response
from custom_components.tesla_home_energy.vehicle_command.proto.signatures_pb2 import SessionInfo
from custom_components.tesla_home_energy.vehicle_command.proto.universal_message_pb2 import RoutableMessage
from custom_components.tesla_home_energy.vehicle_command.proto.vcsec_pb2 import FromVCSECMessage
from custom_components.tesla_home_energy.vehicle_command.session import Session
from custom_components.tesla_home_energy.vehicle_command.signing import SentMessage, SignedMessage, sign

from .fake_car import VIN, Computer, tlv

SENT = SentMessage(Domain.INFOTAINMENT, b"a" * 16, b"u" * 16, b"")


def answer(**fields: Any) -> RoutableMessage:
    message = RoutableMessage(**fields)
    message.to_destination.routing_address = SENT.address
    message.from_destination.domain = SENT.domain
    return message


@pytest.mark.parametrize("uuid", [b"", SENT.uuid])
def test_our_answer_is_taken(uuid: bytes) -> None:
    message = answer(request_uuid=uuid)
    assert read_answer(message.SerializeToString(), SENT) == message


def clear_address(message: RoutableMessage) -> None:
    message.ClearField("to_destination")


def other_address(message: RoutableMessage) -> None:
    message.to_destination.routing_address = b"b" * 16


def other_domain(message: RoutableMessage) -> None:
    message.from_destination.domain = Domain.VEHICLE_SECURITY


def unknown_domain(message: RoutableMessage) -> None:
    message.from_destination.domain = 77


def other_uuid(message: RoutableMessage) -> None:
    message.request_uuid = b"v" * 16


@pytest.mark.parametrize("change", [clear_address, other_address, other_domain, unknown_domain, other_uuid])
def test_an_answer_for_somebody_else_is_not_believed(change: Callable[[RoutableMessage], None]) -> None:
    message = answer(request_uuid=SENT.uuid)
    change(message)
    with pytest.raises(UntrustedAnswerError):
        read_answer(message.SerializeToString(), SENT)


@pytest.mark.parametrize(
    "info",
    [b"", b"\xff", SessionInfo(epoch=bytes(256)).SerializeToString()],
    ids=["empty", "garbage", "epoch"],
)
def test_session_infos_that_make_no_sense(info: bytes) -> None:
    message = answer(session_info=info) if info else answer()
    with pytest.raises(UntrustedAnswerError):
        read_session_info(message)


def test_a_session_info_names_the_key_that_is_known(
    computer: Computer, session: Session, key: PrivateKey
) -> None:
    shared = computer.shared(key.public_point)
    for point in (computer.point, Computer(3).point):
        info = SessionInfo(publicKey=point, epoch=computer.epoch)
        raw = info.SerializeToString()
        info_key = hmac.new(shared, b"session info", hashlib.sha256).digest()
        tag = hmac.new(info_key, tlv((0, b"\x06"), (2, VIN.encode()), (6, SENT.uuid)) + raw, hashlib.sha256)
        message = answer(session_info=raw)
        message.signature_data.session_info_tag.tag = tag.digest()
        assert is_genuine(session, info, message, SENT) is (point == computer.point)


@pytest.mark.parametrize(("status", "fault"), [(0, None), (1, BUSY), (2, None)])
def test_operation_status(status: int, fault: object) -> None:
    assert reported_fault(answer(signedMessageStatus={"operation_status": status})) is fault


def test_unknown_operation_status() -> None:
    with pytest.raises(UntrustedAnswerError):
        reported_fault(answer(signedMessageStatus={"operation_status": 3}))


@pytest.fixture
def computer() -> Computer:
    return Computer(Domain.INFOTAINMENT)


@pytest.fixture
def session(computer: Computer, key: PrivateKey) -> Session:
    made = Session(
        vin=VIN.encode(),
        domain=Domain.INFOTAINMENT,
        car_key=computer.point,
        keys=key.agree(computer.point),
    )
    made.begin_epoch(computer.epoch)
    return made


@pytest.fixture
def signed(session: Session, key: PrivateKey) -> SignedMessage:
    return sign(session, key.public_point, b"\x12\x00", counter=1, expires_at=1010)


def test_a_plain_answer_is_believed_until_the_car_has_encrypted_once(
    computer: Computer, session: Session, signed: SignedMessage
) -> None:
    plain = answer(protobuf_message_as_bytes=b"\x0a\x00")
    assert read_payload(plain, signed, session) == b"\x0a\x00"
    encrypted = RoutableMessage.FromString(computer.answer(signed.sent.data))
    assert read_payload(encrypted, signed, session) == b"\x0a\x00"
    for downgraded in (plain, answer(), answer(protobuf_message_as_bytes=b"\x0a\x02\x08\x01")):
        with pytest.raises(UntrustedAnswerError):
            read_payload(downgraded, signed, session)
    # A fault is always plain.
    assert read_payload(answer(signedMessageStatus={"signed_message_fault": 7}), signed, session) == b""


def test_an_encrypted_answer_is_read_once(
    computer: Computer, session: Session, signed: SignedMessage
) -> None:
    encrypted = RoutableMessage.FromString(computer.answer(signed.sent.data))
    read_payload(encrypted, signed, session)
    with pytest.raises(UntrustedAnswerError):
        read_payload(encrypted, signed, session)


@pytest.mark.parametrize("field", ["nonce", "tag"])
@pytest.mark.parametrize("value", [b"", b"1", bytes(200)], ids=["empty", "short", "long"])
def test_encryption_of_the_wrong_shape(
    computer: Computer, session: Session, signed: SignedMessage, field: str, value: bytes
) -> None:
    encrypted = RoutableMessage.FromString(computer.answer(signed.sent.data))
    setattr(encrypted.signature_data.AES_GCM_Response_data, field, value)
    with pytest.raises(UntrustedAnswerError):
        read_payload(encrypted, signed, session)


@pytest.mark.parametrize(
    "message",
    [
        answer(session_info=b"\x08\x01"),
        answer(signedMessageStatus={"operation_status": 2}),
        answer(signedMessageStatus={"operation_status": 2}, session_info=b"\x08\x01"),
    ],
)
def test_answers_that_do_not_tell_the_result(
    message: RoutableMessage, session: Session, signed: SignedMessage
) -> None:
    with pytest.raises(UntrustedAnswerError):
        read_payload(message, signed, session)


def test_an_error_without_a_fault_leaves_it_to_the_payload(session: Session, signed: SignedMessage) -> None:
    """As the reference client does."""
    message = answer(signedMessageStatus={"operation_status": 2}, protobuf_message_as_bytes=b"\x0a\x00")
    assert read_payload(message, signed, session) == b"\x0a\x00"


def test_infotainment_success() -> None:
    assert infotainment_result(b"") == Response()
    assert infotainment_result(b"\x0a\x00") == Response(actionStatus={})
    assert infotainment_result(b"\x12\x00").HasField("vehicleData")


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (
            Response(actionStatus={"result": 1, "result_reason": {"plain_text": "disconnected"}}),
            "disconnected",
        ),
        (Response(actionStatus={"result": 1}), "unspecified error"),
        (Response(actionStatus={"result": 7}), "unspecified error"),
        (Response(actionStatus={"result": 1, "result_reason": {"plain_text": "x" * 999}}), "x" * 200),
    ],
)
def test_infotainment_refusals(payload: Response, reason: str) -> None:
    with pytest.raises(RefusedError) as raised:
        infotainment_result(payload.SerializeToString())
    assert raised.value.reason == reason
    assert raised.value.details == {"reason": reason}


@pytest.mark.parametrize("payload", [b"\xff", b"\x08\x01", b"\x0a\x05\x12\x03\x0a\x01\xff"])
def test_infotainment_answers_that_cannot_be_read(payload: bytes) -> None:
    with pytest.raises(UntrustedAnswerError):
        infotainment_result(payload)


def vcsec(**fields: Any) -> bytes:
    return FromVCSECMessage(**fields).SerializeToString()


@pytest.mark.parametrize("payload", [b"", vcsec(commandStatus={}), bytes.fromhex("0a020801")])
def test_vehicle_security_success(payload: bytes) -> None:
    vehicle_security_result(payload)


@pytest.mark.parametrize(
    ("payload", "error", "words"),
    [
        (vcsec(nominalError={"genericError": 5}), RefusedError, "vehicle_not_in_park"),
        (vcsec(nominalError={"genericError": 3}), RefusedError, "already_on"),
        (vcsec(nominalError={"genericError": 77}), RefusedError, "77"),
        (vcsec(commandStatus={"operationStatus": 1}), BusyError, "BUSY"),
        (vcsec(commandStatus={"operationStatus": 2}), RefusedError, "unspecified error"),
        (vcsec(commandStatus={"operationStatus": 9}), RefusedError, "unspecified error"),
        (
            vcsec(
                commandStatus={"operationStatus": 2, "signedMessageStatus": {"signedMessageInformation": 2}}
            ),
            NotPairedError,
            "not paired",
        ),
        (
            vcsec(
                commandStatus={"operationStatus": 2, "signedMessageStatus": {"signedMessageInformation": 11}}
            ),
            NotPairedError,
            "not paired",
        ),
        (
            vcsec(
                commandStatus={"operationStatus": 2, "signedMessageStatus": {"signedMessageInformation": 17}}
            ),
            RefusedError,
            "time_expired",
        ),
        (
            vcsec(
                commandStatus={
                    "operationStatus": 2,
                    "whitelistOperationStatus": {"whitelistOperationInformation": 12},
                }
            ),
            NotPairedError,
            "not paired",
        ),
        (
            vcsec(
                commandStatus={
                    "operationStatus": 2,
                    "whitelistOperationStatus": {"whitelistOperationInformation": 4},
                }
            ),
            RefusedError,
            "whitelist_full",
        ),
        (b"\xff", UntrustedAnswerError, "cannot be read"),
    ],
)
def test_vehicle_security_failures(payload: bytes, error: type[VehicleCommandError], words: str) -> None:
    with pytest.raises(error, match=words):
        vehicle_security_result(payload)


@given(st.binary(max_size=300))
@settings(max_examples=300)
def test_any_payload_is_read_or_refused(payload: bytes) -> None:
    for read in (infotainment_result, vehicle_security_result):
        try:
            read(payload)
        except VehicleCommandError:
            continue


@given(data=st.binary(max_size=300), prefixed=st.booleans())
@settings(max_examples=300)
def test_any_bytes_are_no_answer_of_ours(data: bytes, *, prefixed: bool) -> None:
    if prefixed:
        data = answer().SerializeToString() + data
    sent = SENT._replace(address=os.urandom(16))
    with pytest.raises(UntrustedAnswerError):
        read_answer(data, sent)
