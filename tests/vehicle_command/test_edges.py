"""Edges that mutation testing found untested: last values, lengths, words. README.md tells how to run it."""

from collections.abc import Callable
from typing import Any

import pytest

from custom_components.tesla_home_energy.vehicle_command import (
    BusyError,
    Domain,
    FaultError,
    HandshakeError,
    NotPairedError,
    PrivateKey,
    ProtocolError,
    RefusedError,
    SignatureType,
    StateCategory,
    UntrustedAnswerError,
    VehicleCommandError,
)
from custom_components.tesla_home_energy.vehicle_command.answers import (
    infotainment_result,
    read_answer,
    read_payload,
    read_session_info,
    reported_fault,
    vehicle_security_result,
)
from custom_components.tesla_home_energy.vehicle_command.proto.car_server_pb2 import Response
from custom_components.tesla_home_energy.vehicle_command.proto.signatures_pb2 import SessionInfo
from custom_components.tesla_home_energy.vehicle_command.proto.universal_message_pb2 import RoutableMessage
from custom_components.tesla_home_energy.vehicle_command.proto.vcsec_pb2 import FromVCSECMessage
from custom_components.tesla_home_energy.vehicle_command.session import (
    LAST_COUNTER,
    LATEST_CLOCK,
    LONGEST_REST,
    Session,
)
from custom_components.tesla_home_energy.vehicle_command.signing import handshake, sign

from .conftest import MakeClient
from .fake_car import Car, Computer, Step, claim_of, fault, lose_answer, lose_request, normally

CAR = PrivateKey.create()
WALL_CLOCK = 1_790_000_000.0
HMAC, AES_GCM = SignatureType.HMAC_PERSONALIZED, SignatureType.AES_GCM_PERSONALIZED


def stored(**changes: Any) -> dict[str, Any]:
    return {
        "car_key": CAR.public_point.hex(),
        "epoch": "0e" * 16,
        "counter": 1000,
        "clock_time": 100,
        "synchronized_at": WALL_CLOCK,
        "encrypts": True,
    } | changes


def restored(key: PrivateKey, signature_type: SignatureType = HMAC, **changes: Any) -> Session | None:
    return Session.restored(
        stored(**changes),
        vin=b"VIN",
        domain=Domain.INFOTAINMENT,
        key=key,
        signature_type=signature_type,
        now=5.0,
        wall_clock=WALL_CLOCK,
    )


@pytest.mark.parametrize(
    ("name", "value", "good"),
    [
        ("counter", 0, True),
        ("counter", -1, False),
        ("counter", LAST_COUNTER - 1, True),
        ("counter", LAST_COUNTER, False),
        ("clock_time", 0, True),
        ("clock_time", -1, False),
        ("clock_time", LATEST_CLOCK // 2, True),
        ("clock_time", LATEST_CLOCK // 2 + 1, False),
    ],
)
def test_the_last_numbers_that_a_stored_session_may_have(
    key: PrivateKey, name: str, value: int, *, good: bool
) -> None:
    session = restored(key, HMAC, **{name: value})
    assert (session is not None) is good
    if session is not None:
        assert getattr(session, name) == value


@pytest.mark.parametrize(
    ("rest", "stale"), [(0, False), (LONGEST_REST, False), (LONGEST_REST + 1, True), (-1, True)]
)
def test_how_long_a_stored_clock_is_believed(key: PrivateKey, rest: float, *, stale: bool) -> None:
    session = restored(key, synchronized_at=WALL_CLOCK - rest)
    assert session
    assert session.stale is stale
    assert session.car_clock(5.0) == (100 if stale else 100 + rest)


def test_a_new_session_waits_for_what_the_car_says(key: PrivateKey) -> None:
    new = Session(
        vin=b"VIN", domain=Domain.INFOTAINMENT, car_key=CAR.public_point, keys=key.agree(CAR.public_point)
    )
    assert (new.usable, new.unsaved, new.epoch, new.counter) == (False, True, b"", 0)
    assert new.update(SessionInfo(clock_time=0), 1000.0)
    assert (new.usable, new.car_clock(1001.0)) == (True, 1)


async def test_a_restored_client_goes_on_to_encrypt(make_client: MakeClient, car: Car) -> None:
    first = make_client(signature_type=AES_GCM)
    await first.execute("charge_start")
    second = make_client(signature_type=AES_GCM, stored=first.exported())
    await second.execute("charge_stop")
    assert car.handshakes == 1
    assert [claim.method for claim in map(claim_of, car.commands) if claim] == [AES_GCM, AES_GCM]


def test_names_and_nonces_have_their_lengths(key: PrivateKey) -> None:
    question = handshake(Domain.INFOTAINMENT, key.public_point)
    assert (len(question.address), len(question.uuid)) == (16, 16)
    session = restored(key, AES_GCM)
    assert session
    signed = sign(session, key.public_point, b"payload", counter=1, expires_at=9)
    message = RoutableMessage.FromString(signed.sent.data)
    assert (len(message.uuid), len(message.from_destination.routing_address)) == (16, 16)
    assert len(message.signature_data.AES_GCM_Personalized_data.nonce) == 12


def test_one_envelope_serves_all_commands_of_a_session(key: PrivateKey) -> None:
    session = restored(key)
    assert session
    first, second = (
        sign(session, key.public_point, payload, counter=counter, expires_at=9)
        for counter, payload in ((1, b"one"), (2, b"two"))
    )
    envelope = session.envelope
    assert envelope
    assert RoutableMessage.FromString(first.sent.data).protobuf_message_as_bytes == b"one"
    assert RoutableMessage.FromString(second.sent.data).protobuf_message_as_bytes == b"two"
    sign(session, key.public_point, b"", counter=3, expires_at=9)
    assert session.envelope is envelope


def test_the_latest_expiry(key: PrivateKey) -> None:
    session = restored(key)
    assert session
    assert sign(session, key.public_point, b"", counter=1, expires_at=LATEST_CLOCK).expires_at == LATEST_CLOCK
    with pytest.raises(ProtocolError) as raised:
        sign(session, key.public_point, b"", counter=2, expires_at=LATEST_CLOCK + 1)
    assert str(raised.value) == "The car's clock is out of range (fault 0, NONE)"
    assert raised.value.details == {"fault": "0", "fault_name": "NONE"}


def test_the_longest_epoch() -> None:
    info = SessionInfo(epoch=bytes(255))
    assert read_session_info(RoutableMessage(session_info=info.SerializeToString())) == info


@pytest.fixture
def session(key: PrivateKey) -> Session:
    made = restored(key)
    assert made
    return made


def words_of(read: Callable[[], object]) -> str:
    with pytest.raises(UntrustedAnswerError) as raised:
        read()
    return str(raised.value)


def test_the_words_for_answers_that_are_not_believed(session: Session, key: PrivateKey) -> None:
    signed = sign(session, key.public_point, b"", counter=1, expires_at=9)
    assert words_of(lambda: read_answer(b"\xff", signed.sent)) == "The answer cannot be read"
    assert words_of(lambda: read_answer(b"", signed.sent)) == "The answer belongs to another request"
    status = RoutableMessage(signedMessageStatus={"operation_status": 3})
    assert words_of(lambda: reported_fault(status)) == "The answer has an unknown status"
    bad_info = RoutableMessage(session_info=b"\xff")
    assert words_of(lambda: read_session_info(bad_info)) == "The session info cannot be read"
    assert words_of(lambda: read_session_info(status)) == "The answer has no session info"


def test_the_words_for_payloads_that_are_not_believed(session: Session, key: PrivateKey) -> None:
    signed = sign(session, key.public_point, b"", counter=1, expires_at=9)
    plain = RoutableMessage(protobuf_message_as_bytes=b"\x0a\x00")
    downgraded = "The answer is not encrypted, although the car can"
    assert words_of(lambda: read_payload(plain, signed, session)) == downgraded
    session.encrypts = False
    info = RoutableMessage(session_info=b"\x08\x01")
    assert words_of(lambda: read_payload(info, signed, session)) == "The answer does not tell the result"
    sealed = RoutableMessage()
    proof = sealed.signature_data.AES_GCM_Response_data
    proof.nonce, proof.counter, proof.tag = bytes(12), 1, bytes(16)
    assert words_of(lambda: read_payload(sealed, signed, session)) == "The answer is not genuine"
    proof.nonce = bytes(11)
    misshapen = "The answer is not encrypted as it must be"
    assert words_of(lambda: read_payload(sealed, signed, session)) == misshapen


def test_the_words_for_results_that_are_not_believed() -> None:
    assert words_of(lambda: infotainment_result(b"\xff")) == "The result cannot be read"
    assert words_of(lambda: vehicle_security_result(b"\xff")) == "The result cannot be read"
    unknown_field = b"\xf8\x07\x01"
    assert words_of(lambda: infotainment_result(unknown_field)) == "The answer does not tell the result"


def test_an_answer_that_was_read_before_says_so(session: Session, key: PrivateKey, car: Car) -> None:
    computer = car.infotainment
    known = Session(
        vin=computer.vin.encode(),
        domain=Domain.INFOTAINMENT,
        car_key=computer.point,
        keys=key.agree(computer.point),
    )
    known.update(SessionInfo(epoch=computer.epoch, clock_time=computer.now()), 0.0)
    signed = sign(known, key.public_point, b"", counter=1, expires_at=computer.now() + 9)
    answer = RoutableMessage.FromString(computer.answer(signed.sent.data))
    assert read_payload(answer, signed, known) == b"\x0a\x00"
    assert words_of(lambda: read_payload(answer, signed, known)) == "The answer was read before"


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (FromVCSECMessage(nominalError={"genericError": 5}), "vehicle_not_in_park"),
        (FromVCSECMessage(nominalError={"genericError": 99}), "99"),
        (
            FromVCSECMessage(
                commandStatus={
                    "operationStatus": 2,
                    "whitelistOperationStatus": {"whitelistOperationInformation": 1},
                }
            ),
            "undocumented_error",
        ),
        (
            FromVCSECMessage(
                commandStatus={
                    "operationStatus": 2,
                    "signedMessageStatus": {"signedMessageInformation": 17},
                }
            ),
            "time_expired",
        ),
        (FromVCSECMessage(commandStatus={"operationStatus": 2}), "unspecified error"),
    ],
)
def test_reasons_of_the_vehicle_security_computer(payload: FromVCSECMessage, reason: str) -> None:
    with pytest.raises(RefusedError) as raised:
        vehicle_security_result(payload.SerializeToString())
    assert raised.value.reason == reason


def test_a_refusal_of_infotainment_without_a_reason() -> None:
    with pytest.raises(RefusedError) as raised:
        infotainment_result(Response(actionStatus={"result": 1}).SerializeToString())
    assert raised.value.reason == "unspecified error"


def test_faults_that_are_unknown_have_words() -> None:
    fault = reported_fault(RoutableMessage(signedMessageStatus={"signed_message_fault": 99}))
    assert fault is not None
    error = fault.error()
    assert isinstance(error, FaultError)
    assert str(error) == "The car reports an unknown fault (fault 99, 99)"


def slowly(car: Car, seconds: float, step: Step) -> Step:
    """A step that takes its time."""

    def slow(message: bytes, computer: Computer) -> bytes:
        car.time.now += seconds
        return step(message, computer)

    return slow


@pytest.mark.parametrize(("seconds", "handshakes"), [(10.0, 0), (10.1, 1)])
async def test_session_info_may_take_ten_seconds(
    make_client: MakeClient, car: Car, seconds: float, handshakes: int
) -> None:
    client = make_client()
    await client.execute("charge_start")
    car.handshakes = 0
    car.script.append(slowly(car, seconds, fault(15)))
    await client.execute("charge_start")
    assert car.handshakes == handshakes


@pytest.mark.parametrize(("seconds", "handshakes"), [(10.0, 1), (10.1, 2)])
async def test_a_handshake_may_take_ten_seconds(
    make_client: MakeClient, car: Car, seconds: float, handshakes: int
) -> None:
    car.script.append(slowly(car, seconds, normally))
    await make_client().execute("charge_start")
    assert car.handshakes == handshakes


@pytest.mark.parametrize(("seconds", "copies"), [(14.0, 1), (15.0, 2)])
async def test_the_same_bytes_are_good_until_they_expire(
    make_client: MakeClient, car: Car, seconds: float, copies: int
) -> None:
    """A pause of a second follows; a command lives for 15, and the last of them counts."""
    client = make_client()
    await client.execute("charge_start")
    car.commands.clear()
    car.script.append(slowly(car, seconds, lose_request))
    await client.execute("charge_start")
    assert len({message.SerializeToString() for message in car.commands}) == copies


async def test_a_pause_does_not_end_with_the_deadline(make_client: MakeClient, car: Car) -> None:
    client = make_client(deadline=3.0)
    await client.execute("charge_start")
    car.time.slept.clear()
    car.script.extend([fault(1)] * 4)
    with pytest.raises(BusyError):
        await client.execute("charge_start")
    assert car.time.slept == [1.0]


async def test_a_command_that_was_signed_anew_may_find_the_car_busy(
    make_client: MakeClient, car: Car
) -> None:
    client = make_client()
    await client.execute("charge_start")
    car.commands.clear()
    car.script.extend([slowly(car, 15.0, lose_request), fault(1)])
    await client.execute("charge_start")
    assert len({message.SerializeToString() for message in car.commands}) == len(car.commands) == 3


async def test_a_handshake_is_not_repeated_beyond_the_deadline(make_client: MakeClient, car: Car) -> None:
    car.script.append(lose_request)
    with pytest.raises(HandshakeError):
        await make_client(deadline=0.9).execute("charge_start")
    assert (car.handshakes, car.time.slept) == (1, [])


async def test_a_question_whose_answers_stay_unreadable(make_client: MakeClient, car: Car) -> None:
    car.infotainment.application = lambda _: b"\xff"
    with pytest.raises(UntrustedAnswerError, match="result cannot be read"):
        await make_client().read(StateCategory.CHARGE)
    assert len(car.commands) == 4


async def test_the_vehicle_security_computer_may_stay_busy(make_client: MakeClient, car: Car) -> None:
    wait = FromVCSECMessage(commandStatus={"operationStatus": 1}).SerializeToString()
    car.vehicle_security.application = lambda _: wait
    with pytest.raises(BusyError):
        await make_client().execute("door_lock")
    assert len(car.commands) == 4


async def test_a_schedule_does_not_replace_another_one(make_client: MakeClient, car: Car) -> None:
    async def remove_another(_seconds: float) -> None:
        await client.execute("remove_charge_schedule", {"id": 2})

    client = make_client(sleep=remove_another)
    await client.execute("charge_start")
    car.infotainment.executed.clear()
    car.script.append(fault(1))
    await client.execute("remove_charge_schedule", {"id": 1})
    assert len(car.infotainment.executed) == 2


async def test_the_words_of_what_ends_a_command(make_client: MakeClient, car: Car) -> None:
    client = make_client()
    await client.execute("charge_start")
    trouble: dict[str, list[Step]] = {
        "The car accepted the command, its answer was lost": [lose_answer],
        "The answer of the car was lost": [lose_answer, fault(15)],
        "The car gave no trustworthy answer to the handshake": [fault(15, info=False), *[lose_request] * 3],
    }
    for words, steps in trouble.items():
        car.script.extend(steps)
        with pytest.raises(VehicleCommandError) as raised:
            await client.execute("honk_horn")
        assert str(raised.value) == words
    car.infotainment.paired = set()
    with pytest.raises(NotPairedError) as unpaired:
        await client.execute("honk_horn")
    assert str(unpaired.value) == "The key is not paired with the car (fault 3, UNKNOWN_KEY_ID)"
