"""What a client does with faults, forgeries and handshakes; lost answers are in test_lost_answers.py."""

import asyncio
from collections.abc import Callable

from cryptography.hazmat.primitives.asymmetric import ec
import pytest

from custom_components.tesla_home_energy.vehicle_command import (
    BusyError,
    CommandResult,
    Domain,
    FaultError,
    HandshakeError,
    InsufficientPrivilegesError,
    InvalidParametersError,
    MobileAccessDisabledError,
    NotDeliveredError,
    NotPairedError,
    OutcomeUnknownError,
    OutOfSyncError,
    ProtocolError,
    RefusedError,
    SignatureRefusedError,
    SignatureType,
    SupersededError,
    UnsupportedByCarError,
    VehicleCommandClient,
    VehicleCommandError,
)
from custom_components.tesla_home_energy.vehicle_command.faults import FAULTS
from custom_components.tesla_home_energy.vehicle_command.proto.signatures_pb2 import SessionInfo
from custom_components.tesla_home_energy.vehicle_command.proto.universal_message_pb2 import RoutableMessage
from custom_components.tesla_home_energy.vehicle_command.proto.vcsec_pb2 import FromVCSECMessage

from .conftest import MakeClient
from .fake_car import Car, Computer, FakeTime, Step, claim_of, fail, fault, lose_request, normally, tamper

AMPS_16 = bytes.fromhex("1205da02020810")
START = bytes.fromhex("120432021200")
STOP = bytes.fromhex("120432022a00")
LOCK = bytes.fromhex("1001")


async def warm(client: VehicleCommandClient, car: Car) -> None:
    """Open the session, so that what follows is about one command."""
    await client.execute("charge_start")
    await client.execute("door_lock")
    forget(car)


def forget(car: Car) -> None:
    car.commands.clear()
    car.handshakes = 0
    car.time.slept.clear()
    for computer in car.computers.values():
        computer.executed.clear()


async def test_the_first_command_opens_a_session_and_the_next_one_uses_it(
    client: VehicleCommandClient, car: Car
) -> None:
    assert await client.execute("set_charging_amps", {"charging_amps": 16}) == CommandResult()
    await client.execute("charge_start")
    assert car.handshakes == 1
    assert car.infotainment.executed == [AMPS_16, START]
    first, second = car.commands
    assert first.flags == second.flags == 2
    assert len(first.uuid) == len(first.from_destination.routing_address) == 16
    assert first.uuid != second.uuid
    claims = [claim_of(message) for message in car.commands]
    assert [claim.counter for claim in claims if claim] == [1, 2]
    assert {claim.method for claim in claims if claim} == {8}
    assert all(10 <= claim.expires_at - car.infotainment.now() <= 15 for claim in claims if claim)


async def test_each_computer_has_a_session_of_its_own(client: VehicleCommandClient, car: Car) -> None:
    await client.execute("door_lock")
    assert (car.handshakes, car.vehicle_security.executed) == (1, [LOCK])
    await client.execute("charge_start")
    assert (car.handshakes, car.infotainment.executed) == (2, [START])


async def test_encrypted_commands(make_client: MakeClient, car: Car) -> None:
    client = make_client(signature_type=SignatureType.AES_GCM_PERSONALIZED)
    await warm(client, car)
    await client.execute("set_charging_amps", {"charging_amps": 16})
    await client.execute("door_lock")
    assert car.infotainment.executed == [AMPS_16]
    assert car.vehicle_security.executed == [LOCK]
    assert AMPS_16 not in car.commands[0].SerializeToString()
    claims = [claim for claim in map(claim_of, car.commands) if claim]
    assert {claim.method for claim in claims} == {5}
    assert len({claim.nonce for claim in claims}) == 2


async def test_old_firmware_answers_in_plain(client: VehicleCommandClient, car: Car) -> None:
    for computer in car.computers.values():
        computer.encrypts = False
    await client.execute("charge_start")
    await client.execute("door_lock")
    assert (car.infotainment.executed, car.vehicle_security.executed) == ([START], [LOCK])


async def test_ten_first_commands_at_once_make_one_handshake_and_keep_their_order(
    client: VehicleCommandClient, car: Car
) -> None:
    await asyncio.gather(
        *(client.execute("set_charging_amps", {"charging_amps": amps}) for amps in range(6, 16))
    )
    assert car.handshakes == 1
    assert car.infotainment.executed == [bytes.fromhex(f"1205da020208{amps:02x}") for amps in range(6, 16)]


async def test_wrong_parameters_send_nothing(client: VehicleCommandClient, car: Car) -> None:
    with pytest.raises(InvalidParametersError):
        await client.execute("set_charging_amps", {"charging_amps": 900})
    assert (car.handshakes, car.commands) == (0, [])


# --- faults -------------------------------------------------------------------------------------------------

COMMANDS = [("charge_start", 3), ("honk_horn", 3), ("door_lock", 2), ("actuate_trunk", 2)]
FINAL = {3, 4, 7, 8, 9, 10, 12, 13, 14, 16, 18, 19, 21, 22, 23, 24, 28, 29, 99}


async def execute(client: VehicleCommandClient, name: str) -> CommandResult:
    return await client.execute(name, {"which_trunk": "rear"} if name == "actuate_trunk" else {})


@pytest.mark.parametrize(("name", "domain"), COMMANDS)
@pytest.mark.parametrize("number", [1, 2, 11])
async def test_a_busy_car_is_asked_again_after_a_pause(
    client: VehicleCommandClient, car: Car, name: str, domain: int, number: int
) -> None:
    await warm(client, car)
    car.script.extend([fault(number), fault(number)])
    assert await execute(client, name) == CommandResult()
    assert car.time.slept == [1.0, 2.0]
    assert (len(car.commands), car.handshakes) == (3, 0)
    assert len(car.computers[domain].executed) == 1


@pytest.mark.parametrize(("name", "domain"), COMMANDS)
@pytest.mark.parametrize("number", [5, 6, 15, 17, 20])
async def test_session_info_in_a_fault_is_used_at_once(
    client: VehicleCommandClient, car: Car, name: str, domain: int, number: int
) -> None:
    await warm(client, car)
    car.script.append(fault(number))
    assert await execute(client, name) == CommandResult()
    assert (len(car.commands), car.handshakes, car.time.slept) == (2, 0, [])
    assert len(car.computers[domain].executed) == 1


@pytest.mark.parametrize(("name", "domain"), COMMANDS)
@pytest.mark.parametrize("number", [5, 6, 15, 17, 20, 26, 27])
async def test_without_session_info_there_is_one_handshake(
    client: VehicleCommandClient, car: Car, name: str, domain: int, number: int
) -> None:
    await warm(client, car)
    car.script.append(fault(number, info=False))
    assert await execute(client, name) == CommandResult()
    assert (len(car.commands), car.handshakes, car.time.slept) == (2, 1, [])
    assert len(car.computers[domain].executed) == 1


@pytest.mark.parametrize("number", [26, 27])
async def test_some_faults_are_not_healed_by_what_is_attached(
    client: VehicleCommandClient, car: Car, number: int
) -> None:
    await warm(client, car)
    car.script.append(fault(number, info=True))
    await client.execute("charge_start")
    assert (len(car.commands), car.handshakes) == (2, 1)


async def test_a_signature_refused_twice_makes_a_handshake(client: VehicleCommandClient, car: Car) -> None:
    await warm(client, car)
    car.script.extend([fault(5), fault(5)])
    await client.execute("charge_start")
    assert (len(car.commands), car.handshakes, car.time.slept) == (3, 1, [])


@pytest.mark.parametrize(("name", "domain"), COMMANDS)
@pytest.mark.parametrize("number", sorted(FINAL))
async def test_other_faults_are_final(
    client: VehicleCommandClient, car: Car, name: str, domain: int, number: int
) -> None:
    await warm(client, car)
    car.script.append(fault(number))
    with pytest.raises(FaultError) as raised:
        await execute(client, name)
    assert raised.value.fault == number
    assert type(raised.value) is (FAULTS[number].error_class if number in FAULTS else ProtocolError)
    assert (len(car.commands), car.handshakes, car.time.slept) == (1, 0, [])
    assert car.computers[domain].executed == []
    await execute(client, name)


async def test_an_answer_too_long_to_be_sent_means_that_the_car_accepted(
    client: VehicleCommandClient, car: Car
) -> None:
    await warm(client, car)
    car.script.append(fault(25))
    with pytest.raises(OutcomeUnknownError) as raised:
        await client.execute("honk_horn")
    assert raised.value.accepted
    assert len(car.commands) == 1


@pytest.mark.parametrize(
    ("number", "error", "commands", "slept"),
    [
        (1, BusyError, 4, [1.0, 2.0, 4.0]),
        (2, BusyError, 4, [1.0, 2.0, 4.0]),
        (11, BusyError, 4, [1.0, 2.0, 4.0]),
        (5, SignatureRefusedError, 3, []),
        (6, OutOfSyncError, 3, []),
        (15, OutOfSyncError, 3, []),
        (17, OutOfSyncError, 3, []),
        (20, OutOfSyncError, 3, []),
        (26, OutOfSyncError, 3, []),
        (27, OutOfSyncError, 3, []),
    ],
)
async def test_a_fault_that_stays_ends_in_its_error(
    client: VehicleCommandClient,
    car: Car,
    number: int,
    error: type[FaultError],
    commands: int,
    slept: list[float],
) -> None:
    await warm(client, car)
    refuse = fault(number)

    def step(message: bytes, computer: Computer) -> bytes:
        car.script.append(step)
        if RoutableMessage.FromString(message).HasField("session_info_request"):
            return computer.answer(message)
        return refuse(message, computer)

    car.script.append(step)
    with pytest.raises(error) as raised:
        await client.execute("charge_start")
    assert raised.value.fault == number
    assert (len(car.commands), car.time.slept) == (commands, slept)
    assert car.handshakes <= 2
    assert car.infotainment.executed == []


async def test_a_toggle_that_a_silent_computer_may_have_got_is_never_signed_anew(
    client: VehicleCommandClient, car: Car
) -> None:
    await warm(client, car)
    car.script.extend([fault(2)] * 4)
    with pytest.raises(OutcomeUnknownError) as raised:
        await client.execute("media_toggle_playback")
    assert not raised.value.accepted
    assert len({message.SerializeToString() for message in car.commands}) == 1


async def test_faults_of_different_kinds_share_the_four_transmissions(
    client: VehicleCommandClient, car: Car
) -> None:
    await warm(client, car)
    car.script.extend([fault(15), fault(1), fault(17), fault(6)])
    with pytest.raises(OutOfSyncError):
        await client.execute("charge_start")
    assert len(car.commands) == 4


async def test_commands_that_expire_on_the_way_get_more_time(client: VehicleCommandClient, car: Car) -> None:
    await warm(client, car)
    car.script.extend([fault(17), fault(17)])
    await client.execute("charge_start")
    lifetimes = [claim.expires_at - car.infotainment.now() for claim in map(claim_of, car.commands) if claim]
    assert lifetimes == [15, 15, 28]


async def test_the_envelope_may_say_wait(client: VehicleCommandClient, car: Car) -> None:
    await warm(client, car)

    def wait(message: bytes, computer: Computer) -> bytes:
        answer = computer.envelope(RoutableMessage.FromString(message))
        answer.signedMessageStatus.operation_status = 1
        return answer.SerializeToString()

    car.script.append(wait)
    await client.execute("charge_start")
    assert (len(car.commands), car.time.slept) == (2, [1.0])


async def test_the_vehicle_security_computer_may_say_wait(client: VehicleCommandClient, car: Car) -> None:
    await warm(client, car)
    answers = [FromVCSECMessage(commandStatus={"operationStatus": 1}).SerializeToString(), b""]
    car.vehicle_security.application = lambda _: answers.pop(0)
    await execute(client, "actuate_trunk")
    assert (len(car.commands), car.time.slept, answers) == (2, [1.0], [])


async def test_refusals(client: VehicleCommandClient, car: Car) -> None:
    def refuse(reason: str) -> None:
        text = reason.encode()
        plain = b"\x0a" + bytes([len(text)]) + text
        status = b"\x08\x01\x12" + bytes([len(plain)]) + plain
        car.infotainment.application = lambda _: b"\x0a" + bytes([len(status)]) + status

    refuse("disconnected")
    with pytest.raises(RefusedError) as raised:
        await client.execute("charge_start")
    assert raised.value.reason == "disconnected"
    assert len(car.commands) == 1
    refuse("is_charging")
    assert await client.execute("charge_start") == CommandResult(reason="is_charging")
    with pytest.raises(RefusedError):
        await client.execute("charge_stop")


# --- a car that changed meanwhile ---------------------------------------------------------------------------


def restart(computer: Computer) -> None:
    computer.restart()


def clock_ahead(computer: Computer) -> None:
    computer.started -= 3600


def counter_ahead(computer: Computer) -> None:
    for counter in computer.counters.values():
        counter.highest += 100
        counter.window = 0


def counter_a_little_ahead(computer: Computer) -> None:
    for counter in computer.counters.values():
        for number in range(counter.highest + 1, counter.highest + 11):
            counter.take(number, strict=False)


@pytest.mark.parametrize("change", [restart, clock_ahead, counter_ahead, counter_a_little_ahead])
@pytest.mark.parametrize(("name", "domain"), COMMANDS)
async def test_one_more_request_and_one_execution(
    client: VehicleCommandClient, car: Car, name: str, domain: int, change: Callable[[Computer], None]
) -> None:
    await warm(client, car)
    change(car.computers[domain])
    await execute(client, name)
    # An infotainment computer takes counters out of order; what was used is noticed one by one.
    assert len(car.commands) == 2
    assert (car.handshakes, len(car.computers[domain].executed)) == (0, 1)
    await execute(client, name)
    assert len(car.commands) == 3


async def test_a_clock_that_went_back_is_believed_only_after_asking(
    client: VehicleCommandClient, car: Car
) -> None:
    """Within an epoch an older clock is out of date, unless the car was asked for nothing else."""
    await warm(client, car)
    car.infotainment.started += 5
    car.script.append(fault(6))
    await client.execute("charge_start")
    assert (car.handshakes, len(car.infotainment.executed)) == (1, 1)
    claim = claim_of(car.commands[-1])
    assert claim
    assert claim.expires_at == car.infotainment.now() + 15


def forge_info(message: RoutableMessage) -> None:
    message.signature_data.session_info_tag.tag = b"\x00" * 32


def drop_tag(message: RoutableMessage) -> None:
    message.ClearField("signature_data")


def garble_info(message: RoutableMessage) -> None:
    message.session_info = b"\xff"


@pytest.mark.parametrize("change", [forge_info, drop_tag, garble_info])
async def test_a_restart_with_forged_session_info_is_healed_by_a_handshake(
    client: VehicleCommandClient, car: Car, change: Callable[[RoutableMessage], None]
) -> None:
    await warm(client, car)
    car.infotainment.restart()
    car.script.append(tamper(change))
    await client.execute("charge_start")
    assert (len(car.commands), car.handshakes) == (2, 1)
    assert len(car.infotainment.executed) == 1


async def test_session_info_that_took_too_long_is_not_used(client: VehicleCommandClient, car: Car) -> None:
    await warm(client, car)
    car.infotainment.restart()

    def late(message: bytes, computer: Computer) -> bytes:
        answer = computer.answer(message)
        car.time.now += 10.1
        return answer

    car.script.append(late)
    await client.execute("charge_start")
    assert (len(car.commands), car.handshakes) == (2, 1)


def replace_key(computer: Computer) -> None:
    computer.key = ec.generate_private_key(ec.SECP256R1())
    computer.restart()


def replace_key_only(computer: Computer) -> None:
    computer.key = ec.generate_private_key(ec.SECP256R1())


@pytest.mark.parametrize("change", [replace_key, replace_key_only])
@pytest.mark.parametrize(("name", "domain"), COMMANDS)
async def test_a_computer_that_was_replaced_is_accepted(
    client: VehicleCommandClient, car: Car, name: str, domain: int, change: Callable[[Computer], None]
) -> None:
    await warm(client, car)
    change(car.computers[domain])
    await execute(client, name)
    assert (len(car.commands), car.handshakes) == (2, 2)
    assert len(car.computers[domain].executed) == 1
    forget(car)
    await execute(client, name)
    assert (len(car.commands), car.handshakes) == (1, 0)


async def test_whoever_comes_between_at_first_contact_gets_no_command_through(
    client: VehicleCommandClient, car: Car
) -> None:
    """He is forgotten as soon as the car objects."""
    intruder = Computer(3, clock=car.time.monotonic)
    car.script.append(lambda message, _: intruder.answer(message))
    await client.execute("charge_start")
    assert intruder.executed == []
    assert (len(car.commands), car.handshakes) == (2, 3)
    assert len(car.infotainment.executed) == 1


async def test_a_known_car_is_not_mistaken_for_another_because_of_one_forged_handshake(
    client: VehicleCommandClient, car: Car
) -> None:
    await warm(client, car)
    intruder = Computer(3, clock=car.time.monotonic)
    car.script.extend([fault(6, info=False), lambda message, _: intruder.answer(message)])
    await client.execute("charge_start")
    assert intruder.executed == []
    assert len(car.infotainment.executed) == 1


async def test_counters_go_on_when_the_car_shows_its_former_key_again(
    client: VehicleCommandClient, car: Car
) -> None:
    await warm(client, car)
    used = [claim.counter for claim in map(claim_of, car.commands) if claim]
    original = car.infotainment.key
    replace_key_only(car.infotainment)
    await client.execute("charge_start")
    car.infotainment.key = original
    await client.execute("charge_start")
    used = [claim.counter for claim in map(claim_of, car.commands) if claim]
    assert len(used) == len(set(used)) == 4


async def test_the_last_counter_begins_a_new_epoch(client: VehicleCommandClient, car: Car) -> None:
    await warm(client, car)
    session = client._conversations[Domain.INFOTAINMENT].session
    assert session
    session.counter = 0xFFFFFFFE
    await client.execute("charge_start")
    assert session.counter == 0xFFFFFFFF
    await client.execute("charge_stop")
    assert car.infotainment.executed == [START, STOP]
    assert (car.handshakes, session.counter) == (1, 1)


async def test_a_car_without_counters_left_is_given_up(client: VehicleCommandClient, car: Car) -> None:
    await warm(client, car)
    session = client._conversations[Domain.INFOTAINMENT].session
    assert session
    session.counter = 0xFFFFFFFF
    with pytest.raises(HandshakeError):
        await client.execute("charge_start")
    assert car.commands == []


async def test_a_car_with_an_impossible_clock(client: VehicleCommandClient, car: Car) -> None:
    car.infotainment.started -= 1 << 30
    with pytest.raises(ProtocolError):
        await client.execute("charge_start")
    assert car.commands == []


# --- handshakes ---------------------------------------------------------------------------------------------


def forge_counter(message: RoutableMessage) -> None:
    info = SessionInfo.FromString(message.session_info)
    info.counter += 5
    message.session_info = info.SerializeToString()


def no_info(message: RoutableMessage) -> None:
    message.ClearField("session_info")


def no_key(message: RoutableMessage) -> None:
    info = SessionInfo.FromString(message.session_info)
    info.publicKey = b""
    message.session_info = info.SerializeToString()


def other_address(message: RoutableMessage) -> None:
    message.to_destination.routing_address = bytes(16)


def garbage(_message: bytes, _computer: Computer) -> bytes:
    return b"\xff\xff"


def nothing(_message: bytes, _computer: Computer) -> bytes:
    return b""


BAD_HANDSHAKES: list[Step] = [
    tamper(forge_info),
    tamper(drop_tag),
    tamper(garble_info),
    tamper(forge_counter),
    tamper(no_info),
    tamper(no_key),
    tamper(other_address),
    garbage,
    nothing,
    lose_request,
    fault(1),
    fault(11, info=False),
]


@pytest.mark.parametrize("step", BAD_HANDSHAKES)
async def test_a_bad_handshake_is_tried_again(client: VehicleCommandClient, car: Car, step: Step) -> None:
    car.script.append(step)
    await client.execute("charge_start")
    assert (car.handshakes, len(car.commands), car.time.slept) == (2, 1, [1.0])
    assert len(car.infotainment.executed) == 1


@pytest.mark.parametrize("step", BAD_HANDSHAKES)
async def test_three_bad_handshakes_are_enough(client: VehicleCommandClient, car: Car, step: Step) -> None:
    car.script.extend([step] * 9)
    with pytest.raises((HandshakeError, BusyError)) as raised:
        await client.execute("charge_start")
    assert not isinstance(raised.value, OutcomeUnknownError)
    assert (car.handshakes, car.commands, car.time.slept) == (3, [], [1.0, 2.0])
    car.script.clear()
    await client.execute("charge_start")


async def test_a_handshake_that_took_too_long_is_tried_again(client: VehicleCommandClient, car: Car) -> None:
    def late(message: bytes, computer: Computer) -> bytes:
        answer = computer.answer(message)
        car.time.now += 10.5
        return answer

    car.script.append(late)
    await client.execute("charge_start")
    assert (car.handshakes, len(car.commands)) == (2, 1)


async def test_an_answer_to_another_handshake_is_refused(client: VehicleCommandClient, car: Car) -> None:
    await client.execute("charge_start")
    kept: list[bytes] = []

    def keep(message: bytes, computer: Computer) -> bytes:
        kept.append(computer.answer(message))
        return kept[0]

    def replay(message: bytes, computer: Computer) -> bytes:
        answer = RoutableMessage.FromString(kept[0])
        answer.to_destination.CopyFrom(computer.envelope(RoutableMessage.FromString(message)).to_destination)
        answer.request_uuid = b""
        return answer.SerializeToString()

    car.script.extend([fault(15, info=False), keep, fault(15, info=False), replay])
    await client.execute("charge_start")
    assert car.handshakes == 4
    assert len(car.infotainment.executed) == 2


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (3, NotPairedError),
        (7, InsufficientPrivilegesError),
        (8, UnsupportedByCarError),
        (21, MobileAccessDisabledError),
        (99, ProtocolError),
    ],
)
async def test_faults_of_handshakes(
    client: VehicleCommandClient, car: Car, number: int, error: type[FaultError]
) -> None:
    car.script.append(fault(number))
    with pytest.raises(error):
        await client.execute("charge_start")
    assert (car.handshakes, car.commands) == (1, [])


async def test_a_key_that_is_not_paired(client: VehicleCommandClient, car: Car) -> None:
    car.infotainment.paired = set()
    with pytest.raises(NotPairedError) as raised:
        await client.execute("charge_start")
    assert raised.value.code == "not_paired"
    assert (car.handshakes, car.commands) == (1, [])
    car.infotainment.paired = None
    await client.execute("charge_start")
    car.infotainment.paired = set()
    with pytest.raises(NotPairedError):
        await client.execute("charge_start")


async def test_three_handshakes_are_enough_even_if_they_succeed(
    client: VehicleCommandClient, car: Car
) -> None:
    intruder = Computer(3, clock=car.time.monotonic)
    car.script.append(lambda message, _: intruder.answer(message))
    car.script.extend([normally, normally, normally, fault(6, info=False)])
    with pytest.raises(HandshakeError):
        await client.execute("charge_start")
    assert car.handshakes == 3
    assert car.infotainment.executed == []
    await client.execute("charge_start")


async def test_an_unknown_status_of_a_session(client: VehicleCommandClient, car: Car) -> None:
    def refuse(message: RoutableMessage) -> None:
        message.session_info = SessionInfo(status=7).SerializeToString()

    car.script.append(tamper(refuse))
    with pytest.raises(ProtocolError, match="SESSION_INFO_STATUS_7"):
        await client.execute("charge_start")


# --- failures of the transport, time, cancellation ----------------------------------------------------------


class AsleepError(NotDeliveredError):
    """As another room would derive it."""


@pytest.mark.parametrize("error", [AsleepError("asleep"), ConnectionRefusedError(), TimeoutError("theirs")])
@pytest.mark.parametrize("cold", [True, False])
async def test_what_is_no_lost_answer_passes_unchanged(
    client: VehicleCommandClient, car: Car, error: Exception, *, cold: bool
) -> None:
    if not cold:
        await warm(client, car)
    car.script.append(fail(error))
    with pytest.raises(type(error)) as raised:
        await client.execute("honk_horn")
    assert raised.value is error
    assert car.time.slept == []
    await client.execute("honk_horn")
    assert len(car.infotainment.executed) == 1


class Hanging:
    """A transport that hangs when told."""

    def __init__(self, car: Car) -> None:
        """Begin without hanging."""
        self.car = car
        self.hang = False
        self.started = asyncio.Event()

    async def send(self, message: bytes) -> bytes:
        """Hang, or carry the message."""
        if self.hang:
            self.started.set()
            await asyncio.Event().wait()
        return await self.car.send(message)


async def test_nothing_hangs_longer_than_the_deadline(make_client: MakeClient, car: Car) -> None:
    transport = Hanging(car)
    client = make_client(transport=transport, deadline=0.05)
    transport.hang = True
    with pytest.raises(NotDeliveredError):
        await client.execute("charge_start")
    transport.hang = False
    await client.execute("charge_start")
    transport.hang = True
    first = asyncio.create_task(client.execute("honk_horn"))
    await transport.started.wait()
    second = asyncio.create_task(client.execute("honk_horn"))
    with pytest.raises(OutcomeUnknownError):
        await first
    with pytest.raises((OutcomeUnknownError, NotDeliveredError)):
        await second
    transport.hang = False
    await client.execute("honk_horn")


async def test_a_command_that_waits_for_another_is_not_sent_after_its_deadline(
    make_client: MakeClient, car: Car
) -> None:
    transport = Hanging(car)
    patient = make_client(transport=transport, deadline=5)
    await patient.execute("charge_start")
    transport.hang = True
    first = asyncio.create_task(patient.execute("charge_start"))
    await transport.started.wait()
    patient._deadline = 0.02
    with pytest.raises(NotDeliveredError):
        await patient.execute("charge_stop")
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    assert STOP not in car.infotainment.executed


async def test_no_pause_reaches_beyond_the_deadline(
    make_client: MakeClient, car: Car, time: FakeTime
) -> None:
    client = make_client(deadline=5.0)
    await warm(client, car)
    car.script.extend([fault(1)] * 4)
    started = time.now
    with pytest.raises(BusyError):
        await client.execute("charge_start")
    assert time.slept == [1.0, 2.0]
    assert time.now - started < 5


async def test_cancelling_leaves_the_client_in_order(make_client: MakeClient, car: Car) -> None:
    transport = Hanging(car)
    client = make_client(transport=transport)
    for cold in (True, False):
        transport.hang = True
        transport.started.clear()
        task = asyncio.create_task(client.execute("charge_start"))
        await transport.started.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        transport.hang = False
        await client.execute("charge_stop")
        assert car.handshakes == 1
        assert cold or claim_of(car.commands[-1])
    counters = [claim.counter for claim in map(claim_of, car.commands) if claim]
    assert counters == [1, 3]


class Sleeper:
    """Sleeps until it is woken."""

    def __init__(self) -> None:
        """Nobody sleeps yet."""
        self.asleep = asyncio.Event()
        self.wake = asyncio.Event()

    async def sleep(self, _seconds: float) -> None:
        """Wait."""
        self.asleep.set()
        await self.wake.wait()


async def test_a_pause_keeps_nobody_waiting(make_client: MakeClient, car: Car) -> None:
    sleeper = Sleeper()
    client = make_client(sleep=sleeper.sleep)
    await warm(client, car)
    car.script.append(fault(1))
    first = asyncio.create_task(client.execute("set_charging_amps", {"charging_amps": 16}))
    await sleeper.asleep.wait()
    await client.execute("charge_start")
    assert not first.done()
    sleeper.wake.set()
    assert await first == CommandResult()
    assert car.infotainment.executed == [START, AMPS_16]


async def test_a_newer_command_replaces_one_that_waits(make_client: MakeClient, car: Car) -> None:
    """Charging must not start after it was stopped."""
    sleeper = Sleeper()
    client = make_client(sleep=sleeper.sleep)
    await warm(client, car)
    car.script.append(fault(1))
    first = asyncio.create_task(client.execute("charge_start"))
    await sleeper.asleep.wait()
    await client.execute("charge_stop")
    sleeper.wake.set()
    with pytest.raises(SupersededError):
        await first
    assert car.infotainment.executed == [STOP]
    await client.execute("charge_start")
    assert car.infotainment.executed == [STOP, START]


async def test_toggles_do_not_replace_each_other(make_client: MakeClient, car: Car) -> None:
    sleeper = Sleeper()
    client = make_client(sleep=sleeper.sleep)
    await warm(client, car)
    car.script.append(fault(1))
    first = asyncio.create_task(client.execute("media_next_track"))
    await sleeper.asleep.wait()
    await client.execute("media_next_track")
    sleeper.wake.set()
    await first
    assert len(car.infotainment.executed) == 2


async def test_each_error_tells_its_code_and_details(client: VehicleCommandClient, car: Car) -> None:
    car.script.append(normally)
    car.script.append(fault(7))
    with pytest.raises(VehicleCommandError) as raised:
        await client.execute("charge_start")
    assert raised.value.code == "insufficient_privileges"
    assert raised.value.details == {"fault": "7", "fault_name": "INSUFFICIENT_PRIVILEGES"}
