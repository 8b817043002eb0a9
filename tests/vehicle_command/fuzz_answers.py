"""A campaign of bent answers against the client: only its own errors, no unproven result, an end each time.

`script/fuzz_answers` runs it; --help tells how. Keys, nonces and mutations follow from the seed and the
number of the batch, so that a batch can be repeated by itself.
"""

import argparse
import asyncio
from collections import Counter
from dataclasses import dataclass, field
import faulthandler
import random
import sys
import time
from typing import Any, Final, override
from unittest.mock import patch

from cryptography.hazmat.primitives.asymmetric import ec
from google.protobuf.message import DecodeError

from custom_components.tesla_home_energy.vehicle_command import (
    PrivateKey,
    RefusedError,
    VehicleCommandClient,
    VehicleCommandError,
    find_command,
)
from custom_components.tesla_home_energy.vehicle_command.proto.universal_message_pb2 import RoutableMessage
from tests.simulator.proto import routing_pb2

from .answer_mutations import MUTATIONS, Pool
from .fake_car import INFOTAINMENT, VEHICLE_SECURITY, VIN, Computer, FakeTime

BATCH: Final = 2_000
"""Answers that one pair of computers gives."""
COMMANDS_OF_A_CLIENT: Final = 40
MOST_SENDS: Final = 7
"""Four commands and three handshakes."""
LONGEST_BATCH: Final = 120
"""Real seconds; a batch takes less than two."""
COMMANDS: Final[tuple[tuple[str, dict[str, Any]], ...]] = (
    ("set_charging_amps", {"charging_amps": 12}),
    ("honk_horn", {}),
    ("charge_start", {}),
    ("door_lock", {}),
    ("actuate_trunk", {"which_trunk": "rear"}),
)
RESULTS: Final = {
    INFOTAINMENT: (bytes.fromhex("0a00"), bytes.fromhex("0a0e0801120a0a086e6f5f706f776572")),
    VEHICLE_SECURITY: (
        b"",
        bytes.fromhex("f202020805"),
        bytes.fromhex("22020801"),
        bytes.fromhex("22020802"),
    ),
}
"""What the applications answer, success first."""
FAULTS: Final = (1, 2, 3, 5, 6, 7, 9, 15, 17, 20, 25, 26, 27, 99)


def key_of(chance: random.Random) -> ec.EllipticCurvePrivateKey:
    """Return a key pair that follows from the seed."""
    return ec.derive_private_key(chance.getrandbits(250) + 1, ec.SECP256R1())


@dataclass
class QuickComputer(Computer):
    """A computer that remembers what it derived, and its epochs."""

    derived: dict[bytes, bytes] = field(default_factory=dict)
    epochs: set[bytes] = field(default_factory=set)

    @override
    def shared(self, client_point: bytes) -> bytes:
        """Return the 16 bytes shared with a client."""
        self.epochs.add(self.epoch)
        if client_point not in self.derived:
            self.derived[client_point] = super().shared(client_point)
        return self.derived[client_point]


def essence(data: bytes) -> object:
    """Return what of an answer its proof covers, and whom it is for."""
    message = routing_pb2.RoutableMessage.FromString(data)
    proof = message.signature_data.aes_gcm_response
    return (
        message.to_destination.routing_address,
        message.from_destination.domain,
        message.application,
        message.flags,
        message.status.fault,
        (proof.nonce, proof.counter, proof.tag),
    )


@dataclass(slots=True)
class Road:
    """The way to the car, on which answers are bent.

    `proofs` are the essences of what the car said to the message that was sent last, and to its repetitions.
    """

    chance: random.Random
    computers: dict[int, QuickComputer]
    pool: Pool
    kinds: Counter[str]
    bent: int = 0
    sends: int = 0
    last: bytes = b""
    message: bytes = b""
    proofs: dict[object, bytes] = field(default_factory=dict)

    async def send(self, message: bytes) -> bytes:
        """Carry a message, and bend its answer."""
        chance = self.chance
        self.sends += 1
        routable = RoutableMessage.FromString(message)
        computer = self.computers[routable.to_destination.domain]
        if message != self.message:
            self.message = message
            self.proofs.clear()
        self.last = genuine = self._answer(message, routable, computer)
        self.pool.keep(genuine, chance)
        if chance.random() < 0.93:
            name, mutation = chance.choice(MUTATIONS)
            self.last = mutation(genuine, routable, self.pool, chance)
            self.kinds[name] += 1
            self.bent += 1
        return self.last

    def _answer(self, message: bytes, routable: RoutableMessage, computer: Computer) -> bytes:
        chance = self.chance
        if chance.random() < 0.15:
            return computer.fault(routable, chance.choice(FAULTS), info=chance.choice((True, False, None)))
        if chance.random() < 0.02:
            computer.restart()
        results = RESULTS[computer.domain]
        result = results[0] if chance.random() < 0.6 else chance.choice(results)
        computer.application = lambda _: result
        computer.encrypts = chance.random() < 0.95
        before = len(computer.executed)
        answer = computer.answer(message)
        if len(computer.executed) > before:
            self.proofs[essence(answer)] = result
        return answer

    def is_proven(self, results: tuple[bytes, ...]) -> bool:
        """Return whether the last answer is one of the car's to this very message, with such a result."""
        try:
            return self.proofs.get(essence(self.last)) in results
        except DecodeError:
            return False


class Campaign:
    """Counts what was tried and found."""

    def __init__(self, seed: int) -> None:
        """Nothing was tried."""
        self.seed = seed
        self.passed = self.failed = self.commands = 0
        self.outcomes: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()

    def run_batch(self, number: int) -> None:
        """Try one batch."""
        chance = random.Random(f"{self.seed}/{number}")  # noqa: S311 - repeatable on purpose
        with patch("os.urandom", chance.randbytes):
            asyncio.run(self._batch(number, chance))

    async def _batch(self, number: int, chance: random.Random) -> None:
        time_of_all = FakeTime()
        computers = {
            domain: QuickComputer(
                domain, key=key_of(chance), clock=time_of_all.monotonic, strict=domain == VEHICLE_SECURITY
            )
            for domain in (VEHICLE_SECURITY, INFOTAINMENT)
        }
        road = Road(chance, computers, Pool(), self.kinds)
        key = PrivateKey(key_of(chance))
        while road.bent < BATCH:
            client = VehicleCommandClient(
                vin=VIN,
                key=key,
                transport=road,
                monotonic=time_of_all.monotonic,
                wall_clock=time_of_all.wall_clock,
                sleep=time_of_all.sleep,
            )
            for _ in range(COMMANDS_OF_A_CLIENT):
                await self._command(client, road, number)

    async def _command(self, client: VehicleCommandClient, road: Road, number: int) -> None:
        name, parameters = road.chance.choice(COMMANDS)
        before, road.sends = road.bent, 0
        domain = find_command(name).domain
        session = client._conversations[domain].session
        encrypted = session is not None and session.encrypts
        outcome, finding = "done", ""
        try:
            await client.execute(name, parameters)
        except VehicleCommandError as error:
            outcome = type(error).__name__
        except Exception as error:  # noqa: BLE001 - that there is none is what is tried
            outcome, finding = "foreign exception", repr(error)
        results = RESULTS[domain]
        if encrypted:
            if outcome == "done" and not road.is_proven(results[:1]):
                finding = "success without a proof"
            if outcome == RefusedError.__name__ and not road.is_proven(results[1:]):
                finding = "a refusal without a proof"
        if road.sends > MOST_SENDS:
            finding = f"{road.sends} messages"
        finding = finding or self._poisoned(client, road)
        self._note(outcome, finding, road, before, number)

    @staticmethod
    def _poisoned(client: VehicleCommandClient, road: Road) -> str:
        for domain, conversation in client._conversations.items():
            session, computer = conversation.session, road.computers[domain]
            if session is None:
                continue
            if session.car_key != computer.point:
                return "a foreign key"
            if session.epoch not in computer.epochs:
                return "a forged epoch"
            if session.counter > 10_000 or session.clock_time > computer.clock():
                return "a forged counter or clock"
        return ""

    def _note(self, outcome: str, finding: str, road: Road, before: int, number: int) -> None:
        self.commands += 1
        self.outcomes[outcome] += 1
        if finding:
            self.failed += 1
            report(f"FOUND in batch {number}: {finding} ({outcome}); the last answer was {road.last.hex()}")
            self.passed += max(road.bent - before - 1, 0)
        else:
            self.passed += road.bent - before


def report(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Run the campaign that the command line asks for."""
    parser = argparse.ArgumentParser(description="Bend answers of a car and watch the client.")
    parser.add_argument("--count", type=int, default=1_000_000, help="bent answers (default: a million)")
    parser.add_argument("--seed", type=int, default=1, help="what chance begins with (default: 1)")
    parser.add_argument("--batch", type=int, help="only this batch, to see again what it found")
    arguments = parser.parse_args()
    campaign = Campaign(arguments.seed)
    report(f"seed {arguments.seed}")
    began, number = time.monotonic(), arguments.batch or 0
    while campaign.passed + campaign.failed < arguments.count:
        faulthandler.dump_traceback_later(LONGEST_BATCH, exit=True)
        campaign.run_batch(number)
        number += 1
        if arguments.batch is not None:
            break
    faulthandler.cancel_dump_traceback_later()
    for title, counts in (("outcome", campaign.outcomes), ("mutation", campaign.kinds)):
        for name, count in counts.most_common():
            report(f"{title} {name}: {count}")
    report(f"{campaign.commands} commands in {time.monotonic() - began:.0f} s, {number} batches")
    report(f"{campaign.passed} passed, {campaign.failed} failed")
    return bool(campaign.failed)


if __name__ == "__main__":
    sys.exit(main())
