"""Answers that are lost or cannot be believed: nothing runs twice, and nothing unproven counts as done."""

import asyncio
from collections.abc import Callable

import pytest

from custom_components.tesla_home_energy.vehicle_command import (
    CommandResult,
    InsufficientPrivilegesError,
    NotDeliveredError,
    OutcomeUnknownError,
    RefusedError,
    StateCategory,
    UnsupportedByCarError,
    UntrustedAnswerError,
    VehicleCommandClient,
    VehicleCommandError,
)
from custom_components.tesla_home_energy.vehicle_command.proto.car_server_pb2 import Response
from custom_components.tesla_home_energy.vehicle_command.proto.universal_message_pb2 import RoutableMessage
from custom_components.tesla_home_energy.vehicle_command.proto.vcsec_pb2 import FromVCSECMessage

from .conftest import MakeClient
from .fake_car import Car, Computer, Step, claim_of, fail, fault, lose_answer, lose_request, tamper
from .test_conversation import COMMANDS, STOP, Sleeper, execute, forget, warm

SLOW = 16.0
"""Seconds after which a message has expired."""


def copies(car: Car) -> int:
    """Return how many different messages the car was sent."""
    return len({message.SerializeToString() for message in car.commands})


@pytest.mark.parametrize(("name", "domain"), COMMANDS)
@pytest.mark.parametrize("number", [6, 26])
async def test_a_lost_answer_is_asked_for_with_the_same_bytes(
    client: VehicleCommandClient, car: Car, name: str, domain: int, number: int
) -> None:
    await warm(client, car)
    car.script.append(lose_answer)
    if number != 6:
        car.script.append(fault(number))
    with pytest.raises(OutcomeUnknownError) as raised:
        await execute(client, name)
    assert raised.value.accepted
    assert (len(car.commands), copies(car), car.time.slept) == (2, 1, [1.0])
    assert len(car.computers[domain].executed) == 1


@pytest.mark.parametrize(("name", "domain"), COMMANDS)
async def test_a_lost_request_is_carried_out_once(
    client: VehicleCommandClient, car: Car, name: str, domain: int
) -> None:
    await warm(client, car)
    car.script.extend([lose_request, lose_request])
    assert await execute(client, name) == CommandResult()
    assert (len(car.commands), copies(car), car.time.slept) == (3, 1, [1.0, 2.0])
    assert len(car.computers[domain].executed) == 1


@pytest.mark.parametrize(("name", "domain"), COMMANDS)
@pytest.mark.parametrize("lose", [lose_answer, lose_request])
async def test_four_transmissions_are_enough(
    client: VehicleCommandClient, car: Car, name: str, domain: int, lose: Step
) -> None:
    await warm(client, car)
    car.script.extend([lose] * 9)
    with pytest.raises(OutcomeUnknownError) as raised:
        await execute(client, name)
    assert not raised.value.accepted
    assert (len(car.commands), copies(car), car.time.slept) == (4, 1, [1.0, 2.0, 4.0])
    assert len(car.computers[domain].executed) == (1 if lose is lose_answer else 0)


def wrong_tag(message: RoutableMessage) -> None:
    message.signature_data.AES_GCM_Response_data.tag = bytes(16)


def wrong_ciphertext(message: RoutableMessage) -> None:
    message.protobuf_message_as_bytes += b"\x00"


def false_fault(message: RoutableMessage) -> None:
    message.signedMessageStatus.signed_message_fault = 1


def false_flags(message: RoutableMessage) -> None:
    message.flags = 1


def false_counter(message: RoutableMessage) -> None:
    message.signature_data.AES_GCM_Response_data.counter += 1


def forged_success(message: RoutableMessage) -> None:
    message.ClearField("signature_data")
    message.protobuf_message_as_bytes = b"\x0a\x00"


def emptied(message: RoutableMessage) -> None:
    message.ClearField("signature_data")
    message.ClearField("protobuf_message_as_bytes")


def misaddressed(message: RoutableMessage) -> None:
    message.to_destination.routing_address = bytes(16)


def other_request(message: RoutableMessage) -> None:
    message.request_uuid = bytes(16)


def other_computer(message: RoutableMessage) -> None:
    message.from_destination.domain ^= 1


def unknown_status(message: RoutableMessage) -> None:
    message.signedMessageStatus.operation_status = 5


FORGERIES = [
    wrong_tag,
    wrong_ciphertext,
    false_fault,
    false_flags,
    false_counter,
    forged_success,
    emptied,
    misaddressed,
    other_request,
    other_computer,
    unknown_status,
]


@pytest.mark.parametrize(("name", "domain"), COMMANDS)
@pytest.mark.parametrize("change", FORGERIES)
async def test_a_changed_answer_is_no_success(
    client: VehicleCommandClient, car: Car, name: str, domain: int, change: Callable[[RoutableMessage], None]
) -> None:
    await warm(client, car)
    car.script.append(tamper(change))
    with pytest.raises(OutcomeUnknownError) as raised:
        await execute(client, name)
    assert raised.value.accepted
    assert (len(car.commands), copies(car)) == (2, 1)
    assert len(car.computers[domain].executed) == 1


async def test_an_answer_that_stays_unbelievable_is_its_own_error(
    client: VehicleCommandClient, car: Car
) -> None:
    await warm(client, car)
    car.script.extend([tamper(misaddressed)] * 4)
    with pytest.raises(UntrustedAnswerError) as raised:
        await client.execute("charge_start")
    assert raised.value.code == "untrusted_answer"


async def test_the_answer_to_an_earlier_command_proves_nothing(
    client: VehicleCommandClient, car: Car
) -> None:
    await warm(client, car)
    kept: list[RoutableMessage] = []

    def keep(message: bytes, computer: Computer) -> bytes:
        kept.append(RoutableMessage.FromString(computer.answer(message)))
        return kept[0].SerializeToString()

    def replay(message: bytes, computer: Computer) -> bytes:
        genuine = RoutableMessage.FromString(computer.answer(message))
        genuine.protobuf_message_as_bytes = kept[0].protobuf_message_as_bytes
        genuine.signature_data.CopyFrom(kept[0].signature_data)
        return genuine.SerializeToString()

    car.script.extend([keep, replay])
    await client.execute("charge_start")
    with pytest.raises(OutcomeUnknownError):
        await client.execute("charge_start")


async def test_an_unreadable_result_is_no_success(client: VehicleCommandClient, car: Car) -> None:
    car.infotainment.application = lambda _: b"\xff"
    with pytest.raises(OutcomeUnknownError) as raised:
        await client.execute("charge_start")
    assert raised.value.accepted
    assert len(car.infotainment.executed) == 1


async def test_a_refusal_that_answers_the_repetition_is_a_refusal(
    client: VehicleCommandClient, car: Car
) -> None:
    await warm(client, car)
    refusal = Response(actionStatus={"result": 1, "result_reason": {"plain_text": "disconnected"}})
    car.infotainment.application = lambda _: refusal.SerializeToString()
    car.script.append(lose_request)
    with pytest.raises(RefusedError):
        await client.execute("honk_horn")


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (7, InsufficientPrivilegesError),
        (9, UnsupportedByCarError),
        # These come before the counter is looked at, and do not tell what became of the first copy.
        (3, OutcomeUnknownError),
        (21, OutcomeUnknownError),
    ],
)
async def test_a_final_fault_that_answers_the_repetition(
    client: VehicleCommandClient, car: Car, number: int, error: type[VehicleCommandError]
) -> None:
    await warm(client, car)
    car.script.extend([lose_request, fault(number)])
    with pytest.raises(error):
        await client.execute("honk_horn")


async def test_a_busy_car_is_sent_the_same_bytes_too(client: VehicleCommandClient, car: Car) -> None:
    await warm(client, car)
    car.script.extend([lose_answer, fault(1)])
    with pytest.raises(OutcomeUnknownError) as raised:
        await client.execute("honk_horn")
    assert raised.value.accepted
    assert (len(car.commands), copies(car)) == (3, 1)


async def test_a_car_that_took_the_repetition_and_says_wait_gets_a_new_message(
    client: VehicleCommandClient, car: Car
) -> None:
    await warm(client, car)
    answers = [FromVCSECMessage(commandStatus={"operationStatus": 1}).SerializeToString(), b""]
    car.vehicle_security.application = lambda _: answers.pop(0)
    car.script.append(lose_request)
    await execute(client, "actuate_trunk")
    assert (len(car.commands), copies(car), answers) == (3, 2, [])


async def test_a_car_that_stays_busy_after_a_lost_answer_leaves_it_open(
    client: VehicleCommandClient, car: Car
) -> None:
    await warm(client, car)
    car.script.extend([lose_answer, fault(1), fault(1), fault(1)])
    with pytest.raises(OutcomeUnknownError) as raised:
        await client.execute("charge_start")
    assert not raised.value.accepted
    assert len(car.infotainment.executed) == 1


@pytest.mark.parametrize("number", [5, 15, 17, 20, 27])
@pytest.mark.parametrize(("name", "twice"), [("charge_start", True), ("honk_horn", False)])
async def test_when_the_repetition_cannot_tell_only_harmless_commands_are_signed_anew(
    client: VehicleCommandClient, car: Car, name: str, number: int, *, twice: bool
) -> None:
    await warm(client, car)
    car.script.extend([lose_answer, fault(number)])
    if twice:
        await client.execute(name)
    else:
        with pytest.raises(OutcomeUnknownError) as raised:
            await client.execute(name)
        assert not raised.value.accepted
    assert copies(car) == len(car.infotainment.executed) == 1 + twice


@pytest.mark.parametrize(("name", "twice"), [("charge_start", True), ("honk_horn", False)])
async def test_a_message_that_expired_is_not_repeated(
    client: VehicleCommandClient, car: Car, name: str, *, twice: bool
) -> None:
    await warm(client, car)

    def slowly(message: bytes, computer: Computer) -> bytes:
        computer.answer(message)
        car.time.now += SLOW
        raise OutcomeUnknownError("timed out")

    car.script.append(slowly)
    if twice:
        await client.execute(name)
    else:
        with pytest.raises(OutcomeUnknownError):
            await client.execute(name)
    assert len(car.commands) == copies(car) == len(car.infotainment.executed) == 1 + twice


@pytest.mark.parametrize(("name", "twice"), [("door_lock", True), ("actuate_trunk", False)])
async def test_a_message_is_not_repeated_after_a_newer_one(
    make_client: MakeClient, car: Car, name: str, *, twice: bool
) -> None:
    """The vehicle security computer takes rising counters only: its fault would prove nothing."""
    sleeper = Sleeper()
    client = make_client(sleep=sleeper.sleep)
    await warm(client, car)
    car.script.append(lose_answer)
    first = asyncio.create_task(execute(client, name))
    await sleeper.asleep.wait()
    await client.execute("open_tonneau")
    sleeper.wake.set()
    if twice:
        await first
    else:
        with pytest.raises(OutcomeUnknownError) as raised:
            await first
        assert not raised.value.accepted
    assert len(car.commands) == copies(car) == 2 + twice


async def test_a_lost_command_that_was_replaced_is_not_repeated(make_client: MakeClient, car: Car) -> None:
    sleeper = Sleeper()
    client = make_client(sleep=sleeper.sleep)
    await warm(client, car)
    car.script.append(lose_request)
    first = asyncio.create_task(client.execute("charge_start"))
    await sleeper.asleep.wait()
    await client.execute("charge_stop")
    sleeper.wake.set()
    with pytest.raises(OutcomeUnknownError):
        await first
    assert car.infotainment.executed == [STOP]


async def test_a_car_that_fell_asleep_does_not_hide_that_the_command_may_have_run(
    client: VehicleCommandClient, car: Car
) -> None:
    await warm(client, car)
    asleep = NotDeliveredError("asleep")
    car.script.extend([lose_answer, fail(asleep)])
    with pytest.raises(OutcomeUnknownError) as raised:
        await client.execute("honk_horn")
    assert raised.value.__cause__ is asleep
    assert len(car.infotainment.executed) == 1


async def test_a_question_is_simply_asked_again(client: VehicleCommandClient, car: Car) -> None:
    await warm(client, car)
    state = Response(actionStatus={}, vehicleData={"charge_state": {"battery_level": 57}})
    car.infotainment.application = lambda _: state.SerializeToString()
    car.script.extend([lose_answer, fault(2), tamper(wrong_tag)])
    data = await client.read(StateCategory.CHARGE)
    assert data.charge_state.battery_level == 57
    counters = [claim.counter for claim in map(claim_of, car.commands) if claim]
    assert len(set(counters)) == len(counters) == 4


async def test_pings_after_loss(client: VehicleCommandClient, car: Car) -> None:
    await warm(client, car)
    car.script.append(lose_answer)
    await client.ping()
    assert copies(car) == 2
    forget(car)
    await client.ping()
    assert [message.hex() for message in car.infotainment.executed] == ["1205f202020801"]
