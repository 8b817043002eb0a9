"""Sessions outlive a restart, and no counter is ever used twice."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
import json
from typing import Any, override

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.tesla_home_energy.vehicle_command import (
    Domain,
    OutcomeUnknownError,
    PrivateKey,
    SignatureType,
    VehicleCommandClient,
    VehicleCommandError,
)
from custom_components.tesla_home_energy.vehicle_command.proto.universal_message_pb2 import RoutableMessage
from custom_components.tesla_home_energy.vehicle_command.session import COUNTERS_AHEAD

from .conftest import MakeClient
from .fake_car import VIN, Car, Computer, FakeTime, claim_of, lose_request, tamper
from .test_conversation import clock_ahead, counter_ahead, forget, restart, warm
from .test_lost_answers import forged_success


class Storage:
    """What lies on the disk."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.content: str | None = None
        self.writes = 0

    async def save(self, sessions: dict[str, Any]) -> None:
        """Write."""
        await asyncio.sleep(0)
        self.content = json.dumps(sessions)
        self.writes += 1

    @property
    def stored(self) -> Any:
        """Read."""
        return json.loads(self.content) if self.content else None


class SlowStorage(Storage):
    """A disk that takes its time with the first write."""

    def __init__(self) -> None:
        """Nobody waits yet."""
        super().__init__()
        self.writing = 0

    @override
    async def save(self, sessions: dict[str, Any]) -> None:
        self.writing += 1
        assert self.writing == 1, "an older state could be written over a newer one"
        await asyncio.sleep(0.01)
        self.writing -= 1
        await super().save(sessions)


@pytest.fixture
def storage() -> Storage:
    return Storage()


def counters(car: Car) -> list[int]:
    return [claim.counter for claim in map(claim_of, car.commands) if claim]


async def test_after_a_restart_no_handshake_is_needed(
    make_client: MakeClient, car: Car, storage: Storage, time: FakeTime
) -> None:
    await warm(make_client(save=storage.save), car)
    used = len(counters(car))
    time.now = 0.0  # the machine started anew, an hour later
    time.wall_offset += 50_000 + 3600
    for computer in car.computers.values():
        computer.clock = lambda: 50_000 + 3600 + time.now
    client = make_client(stored=storage.stored, save=storage.save)
    await client.execute("charge_start")
    await client.execute("door_lock")
    assert (car.handshakes, len(car.commands) - used) == (0, 2)
    assert all(len(computer.executed) == 1 for computer in car.computers.values())


async def test_nothing_secret_is_stored(client: VehicleCommandClient, car: Car, key: PrivateKey) -> None:
    await warm(client, car)
    stored = json.dumps(client.exported())
    assert VIN not in stored
    secret = car.infotainment.shared(key.public_point).hex()
    assert secret not in stored
    assert set(client.exported()["sessions"]) == {"vehicle_security", "infotainment"}


async def test_a_session_is_stored_before_it_is_used_and_once_in_a_thousand_commands(
    make_client: MakeClient, car: Car, storage: Storage
) -> None:
    client = make_client(save=storage.save)
    writes: list[int] = []

    def note(_payload: bytes) -> bytes:
        writes.append(storage.writes)
        return b"\x0a\x00"

    car.infotainment.application = note
    for _ in range(COUNTERS_AHEAD + 5):
        await client.execute("charge_start")
    # The second time because the car turned out to encrypt its answers.
    assert writes[0] == 1
    assert writes[1:COUNTERS_AHEAD] == [2] * (COUNTERS_AHEAD - 1)
    assert writes[-1] == 3
    assert storage.stored["sessions"]["infotainment"]["counter"] >= max(counters(car))


async def test_nothing_is_sent_if_the_session_cannot_be_stored(make_client: MakeClient, car: Car) -> None:
    async def fail(_sessions: dict[str, Any]) -> None:
        raise OSError("disk full")

    client = make_client(save=fail)
    for _ in range(2):
        with pytest.raises(OSError, match="disk full"):
            await client.execute("charge_start")
    assert car.commands == []


async def test_both_computers_may_be_stored_at_the_same_time(make_client: MakeClient) -> None:
    storage = SlowStorage()
    client = make_client(save=storage.save)
    await asyncio.gather(client.execute("charge_start"), client.execute("door_lock"))
    await asyncio.gather(client.execute("charge_start"), client.execute("door_lock"))
    sessions = storage.stored["sessions"]
    assert sessions["infotainment"]["counter"] >= 2
    assert sessions["vehicle_security"]["counter"] >= 2


class World:
    """A car and an integration, to which things happen."""

    def __init__(self, key: PrivateKey, stored: Any = None) -> None:
        """Begin with what is stored."""
        self.key = key
        self.time = FakeTime()
        self.car = Car(self.time)
        self.keys = [self.car.infotainment.key, Computer(3).key]
        self.storage = Storage()
        self.used: set[tuple[bytes, int]] = set()
        self.start(stored)

    def start(self, stored: Any) -> None:
        """Start the integration."""
        self.client = VehicleCommandClient(
            vin=VIN,
            key=self.key,
            transport=self.car,
            stored=stored,
            save=self.storage.save,
            monotonic=self.time.monotonic,
            wall_clock=self.time.wall_clock,
            sleep=self.time.sleep,
        )

    def crash(self) -> None:
        """Start it again, with what was stored in time."""
        self.start(self.storage.stored)

    def reboot(self) -> None:
        """The car's computer starts anew."""
        self.car.infotainment.restart()

    def swap(self) -> None:
        """The car's computer is replaced, or the former one comes back."""
        self.keys.reverse()
        self.car.infotainment.key = self.keys[0]

    def shake(self) -> None:
        """Something makes a handshake necessary."""
        if session := self.client._conversations[Domain.INFOTAINMENT].session:
            session.stale = True

    def lose(self) -> None:
        """The network loses everything for a while."""
        self.car.script.extend([lose_request] * 4)

    async def command(self) -> None:
        """Give a command, and see which counters are used for it."""
        self.time.now += 1
        self.car.commands.clear()
        with suppress(VehicleCommandError):
            await self.client.execute("charge_start")
        self.car.script.clear()
        for data in {message.SerializeToString() for message in self.car.commands}:
            claim = claim_of(RoutableMessage.FromString(data))
            assert claim
            assert (claim.epoch, claim.counter) not in self.used
            self.used.add((claim.epoch, claim.counter))


EVENTS = [World.crash, World.reboot, World.swap, World.shake, World.lose, lambda _: None]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(EVENTS), max_size=40))
def test_no_counter_is_used_twice_whatever_happens(events: list[Callable[[World], None]]) -> None:
    async def run() -> None:
        world = World(PrivateKey.create())
        for event in events:
            event(world)
            await world.command()

    asyncio.run(run())


async def test_a_crash_between_use_and_save_does_no_harm(
    make_client: MakeClient, car: Car, storage: Storage
) -> None:
    client = make_client(save=storage.save)
    for _ in range(30):
        await client.execute("charge_start")
    client = make_client(stored=storage.stored, save=storage.save)
    await client.execute("charge_start")
    assert len(set(counters(car))) == len(car.commands) == 31
    assert car.handshakes == 1


@pytest.mark.parametrize("change", [restart, clock_ahead, counter_ahead])
async def test_what_changed_meanwhile_costs_one_request(
    make_client: MakeClient, car: Car, change: Callable[[Computer], None]
) -> None:
    client = make_client()
    await warm(client, car)
    stored = client.exported()
    change(car.infotainment)
    if change is counter_ahead:
        car.infotainment.counter(car.infotainment.point).highest = 0
        for counter in car.infotainment.counters.values():
            counter.highest += 5000
    await make_client(stored=stored).execute("charge_start")
    assert (car.handshakes, len(car.commands)) == (0, 2)


@pytest.mark.parametrize("elapsed", [-3600.0, 31 * 86_400.0, 60 * 365 * 86_400.0])
async def test_a_clock_that_makes_no_sense_is_corrected_by_a_handshake(
    make_client: MakeClient, car: Car, time: FakeTime, elapsed: float
) -> None:
    client = make_client()
    await warm(client, car)
    stored = client.exported()
    time.wall_offset += elapsed
    await make_client(stored=stored).execute("charge_start")
    assert (car.handshakes, len(car.commands)) == (1, 1)


async def test_the_car_stays_known_even_then(make_client: MakeClient, car: Car, time: FakeTime) -> None:
    client = make_client()
    await warm(client, car)
    stored = client.exported()
    time.wall_offset -= 3600
    intruder = Computer(3, clock=time.monotonic)
    car.script.append(lambda message, _: intruder.answer(message))
    await make_client(stored=stored).execute("charge_start")
    assert (intruder.executed, len(car.infotainment.executed)) == ([], 1)


async def test_that_the_car_encrypts_is_remembered(make_client: MakeClient, car: Car) -> None:
    client = make_client()
    await warm(client, car)
    later = make_client(stored=client.exported())
    car.script.append(tamper(forged_success))
    with pytest.raises(OutcomeUnknownError):
        await later.execute("charge_start")


async def test_sessions_of_another_key_or_car_are_dropped(make_client: MakeClient, car: Car) -> None:
    client = make_client()
    await warm(client, car)
    stored = client.exported()
    for changes in ({"key": PrivateKey.create()}, {"vin": "5YJ30000000000000"}):
        other = make_client(stored=stored, **changes)
        assert other.exported()["sessions"] == {}
    assert make_client(stored=stored).exported()["sessions"].keys() == stored["sessions"].keys()


async def test_the_kind_of_signature_may_change(make_client: MakeClient, car: Car) -> None:
    client = make_client()
    await warm(client, car)
    forget(car)
    other = make_client(stored=client.exported(), signature_type=SignatureType.AES_GCM_PERSONALIZED)
    await other.execute("charge_start")
    assert (car.handshakes, len(car.infotainment.executed)) == (0, 1)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=80),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=4,
)
FIELDS = ["car_key", "epoch", "counter", "clock_time", "synchronized_at", "encrypts"]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_storage_is_as_good_as_none(data: st.DataObject) -> None:
    async def run() -> None:
        world = World(PrivateKey.create())
        await world.command()
        stored = world.storage.stored
        damage = data.draw(st.sampled_from([*FIELDS, "session", "sessions", "owner", "all"]))
        value = data.draw(json_values)
        if damage == "all":
            stored = {"owner": value}
        elif damage in stored:
            stored[damage] = value
        elif damage == "session":
            stored["sessions"]["infotainment"] = value
        elif data.draw(st.booleans()):
            del stored["sessions"]["infotainment"][damage]
        else:
            stored["sessions"]["infotainment"][damage] = value
        world.start(stored)
        await world.client.execute("charge_start")
        assert len(world.car.infotainment.executed) == 2

    asyncio.run(run())
