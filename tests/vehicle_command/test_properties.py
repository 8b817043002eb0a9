"""Whatever the network delivers: no foreign exception, no hanging, no success that the car did not earn."""

import asyncio

from hypothesis import given, settings, strategies as st

from custom_components.tesla_home_energy.vehicle_command import (
    Domain,
    NotDeliveredError,
    OutcomeUnknownError,
    PrivateKey,
    VehicleCommandClient,
    VehicleCommandError,
)
from custom_components.tesla_home_energy.vehicle_command.proto.universal_message_pb2 import RoutableMessage

from .fake_car import VIN, Car, Computer, FakeTime, Step, fail, fault, lose_answer, lose_request, normally

KEY = PrivateKey.create()
LONGEST = 60.0
"""Seconds of the fake clock within which every command ends; the steps here take no time of their own."""


def client_of(car: Car) -> VehicleCommandClient:
    return VehicleCommandClient(
        vin=VIN,
        key=KEY,
        transport=car,
        monotonic=car.time.monotonic,
        wall_clock=car.time.wall_clock,
        sleep=car.time.sleep,
    )


def say(data: bytes) -> Step:
    """A step: these bytes come back, and the car knows nothing of it."""
    return lambda _message, _computer: data


def address(data: bytes) -> Step:
    """A step: these bytes come back behind an envelope that is addressed as the client expects."""

    def step(message: bytes, computer: Computer) -> bytes:
        return computer.envelope(RoutableMessage.FromString(message)).SerializeToString() + data

    return step


def flip(position: int, bit: int) -> Step:
    """A step: the car gets the message, and one bit of its answer is changed."""

    def step(message: bytes, computer: Computer) -> bytes:
        answer = bytearray(computer.answer(message))
        answer[position % len(answer)] ^= 1 << bit
        return bytes(answer)

    return step


def cut(length: int) -> Step:
    """A step: the car gets the message, and only the beginning of its answer arrives."""
    return lambda message, computer: computer.answer(message)[:length]


honest_steps = st.sampled_from([normally, lose_answer, lose_request, fail(NotDeliveredError("asleep"))])
false_steps = (
    st.binary(max_size=200).map(say)
    | st.binary(max_size=200).map(address)
    | st.builds(flip, st.integers(0, 400), st.integers(0, 7))
    | st.integers(0, 100).map(cut)
    | st.builds(fault, st.integers(0, 35), info=st.booleans() | st.none())
)


async def give(client: VehicleCommandClient, name: str) -> bool:
    """Give a command. Returns whether it counts as done; anything but our own errors fails the test."""
    try:
        await client.execute(name)
    except VehicleCommandError:
        return False
    return True


@settings(max_examples=300, deadline=None)
@given(
    warm=st.booleans(),
    name=st.sampled_from(["honk_horn", "charge_start", "door_lock", "remote_start_drive"]),
    steps=st.lists(honest_steps | false_steps, max_size=12),
)
def test_success_is_earned_and_a_toggle_runs_once(name: str, steps: list[Step], *, warm: bool) -> None:
    async def run() -> None:
        car = Car(FakeTime())
        client = client_of(car)
        if warm:
            await client.execute("charge_stop")
            await client.execute("door_unlock")
        for computer in car.computers.values():
            computer.executed.clear()
        started = car.time.now
        car.commands.clear()
        car.script.extend(steps)
        done = await give(client, name)
        executed = sum(len(computer.executed) for computer in car.computers.values())
        if warm:
            # What comes from a car that has never encrypted is believed as far as the transport is.
            assert executed or not done
        assert car.time.now - started <= LONGEST
        assert len(car.commands) <= 4

    asyncio.run(run())


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["honk_horn", "actuate_trunk"]), st.lists(honest_steps, max_size=8))
def test_without_forged_faults_a_toggle_runs_at_most_once(name: str, steps: list[Step]) -> None:
    async def run() -> None:
        car = Car(FakeTime())
        client = client_of(car)
        car.script.extend(steps)
        outcome = "done"
        try:
            await client.execute(name, {"which_trunk": "front"} if name == "actuate_trunk" else {})
        except OutcomeUnknownError as error:
            outcome = "accepted" if error.accepted else "unknown"
        except VehicleCommandError:
            outcome = "refused"
        executed = sum(len(computer.executed) for computer in car.computers.values())
        assert executed in {"done": {1}, "accepted": {1}, "unknown": {0, 1}, "refused": {0}}[outcome]

    asyncio.run(run())


@settings(max_examples=200, deadline=None)
@given(st.lists(false_steps | honest_steps, max_size=8))
def test_afterwards_everything_works_again(steps: list[Step]) -> None:
    async def run() -> None:
        car = Car(FakeTime())
        client = client_of(car)
        car.script.extend(steps)
        await give(client, "charge_start")
        car.script.clear()
        car.time.now += 60
        await client.execute("charge_stop")
        assert car.infotainment.executed[-1] == bytes.fromhex("120432022a00")
        session = client._conversations[Domain.INFOTAINMENT].session
        assert session
        assert session.car_key == car.infotainment.point

    asyncio.run(run())
