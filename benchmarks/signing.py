"""Signed commands side by side: this integration, PyPI's `tesla-fleet-api`, and a floor.

`python -m benchmarks.signing [--json]`, under a minute. All candidates run in this process, with the same
key of the client, the same keys and epochs of the car, the same VIN, and no network. They take turns in
many rounds, with the garbage collector off. A time is the best round's median; behind it stands how far the
median round lies above that.

What is measured:

- A signed command: from the parameters (`charging_amps` 16) over signature and message to base64.
- An answer opened: from base64 over matching, decryption and proof to the result. That of `door_lock` is
  encrypted for all. That of `set_charging_amps` is encrypted for us, and plain and thus unproven for the
  peer, which neither asks for encrypted answers nor could open this one.
- A handshake: the request, and the answer with its key agreement and the check of its tag.
- A whole call: `VehicleCommandClient.execute` and the peer's `set_charging_amps`, from the call to its
  result, without the network. Ours keeps a time limit and the rules for repetitions, and opens an encrypted
  answer.
- An import, in fresh processes that have loaded aiohttp, cryptography, PyJWT and protobuf: of
  `vehicle_command`, and of the peer's class for signed vehicles. With the latter comes all of its package,
  the HTTP client and Bluetooth among it; therefore our HTTP client has a row of its own, which enters no
  ratio.
- Requests to a car, counted.

What else is not equal about the peer: it does not match answers with requests; it looks through the last
256 encrypted answers for a copy; what opens answers cannot be called without the end of the coroutine
around it, which frees a lock; what signs is called without its locks and debug logs. The floor is no
client: it checks nothing and knows two commands.
"""

import argparse
import asyncio
from collections.abc import Mapping
import gc
from importlib.metadata import version
import json
from statistics import median
from typing import Final, NamedTuple

import aiohttp

from . import INTEGRATION
from .floor import Floor
from .importing import Cost, import_costs
from .ours import Ours
from .peer import Peer
from .scene import Candidate, Operation, Requests

ROUNDS: Final = 40
IMPORTS: Final = 9

_REPETITIONS: Final = {Operation.COMMAND: 400, Operation.QUESTION: 400}
_REPETITIONS_WITH_A_CAR: Final = 40
"""In a round, of what needs an answer from a car each time, which takes longer than what is measured."""

_OURS, _PEER, _FLOOR = range(3)

_NAMES: Final = {
    Operation.COMMAND: "signed command",
    Operation.LOCK_ANSWER: "answer opened, door_lock",
    Operation.AMPS_ANSWER: "answer opened, set_charging_amps",
    Operation.QUESTION: "handshake, request",
    Operation.HANDSHAKE_ANSWER: "handshake, answer opened",
    Operation.WHOLE_CALL: "whole call, no network",
}

_GOALS: Final = {"command_ratio": 0.65, "import_ratio": 0.3, "memory_ratio": 0.3, "floor_ratio": 1.5}


class Figure(NamedTuple):
    """What was measured of one candidate.

    Attributes:
        microseconds: The best round's median.
        spread: How far the median round lies above it, 0.1 is 10 %.
    """

    microseconds: float
    spread: float


type Figures = Mapping[Operation, list[Figure | None]]


def measure(candidates: tuple[Candidate, ...]) -> Figures:
    """Let the candidates take turns; the order of the result is theirs."""
    operations = [candidate.operations for candidate in candidates]
    rounds: dict[Operation, list[list[float]]] = {each: [[] for _ in candidates] for each in Operation}
    gc.collect()
    gc.disable()
    try:
        for number in range(ROUNDS):
            for each in Operation:
                repetitions = _REPETITIONS.get(each, _REPETITIONS_WITH_A_CAR)
                # Nobody is always the first one.
                for turn in range(len(candidates)):
                    candidate = (number + turn) % len(candidates)
                    if operation := operations[candidate].get(each):
                        nanoseconds = median(operation() for _ in range(repetitions))
                        rounds[each][candidate].append(nanoseconds / 1000)
    finally:
        gc.enable()
    return {each: [_figure(medians) for medians in rounds[each]] for each in Operation}


def _figure(medians: list[float]) -> Figure | None:
    if not medians:
        return None
    best = min(medians)
    return Figure(best, median(medians) / best - 1)


async def measure_calls() -> tuple[Figures, list[Requests]]:
    """Measure what happens in this process."""
    async with aiohttp.ClientSession() as session:
        ours, peer = Ours(), Peer(session)
        await ours.connect()
        await peer.connect()
        figures = measure((ours, peer, Floor()))
        return figures, [await ours.requests(), await Peer.requests(session)]


def _sum(figures: Figures, candidate: int, *operations: Operation) -> float:
    return sum(figure.microseconds for each in operations if (figure := figures[each][candidate]))


def ratios(figures: Figures, costs: list[Cost]) -> dict[str, float]:
    """Return what is compared: ours by the peer's, and by the floor's."""

    def by_peer(*operations: Operation) -> float:
        return _sum(figures, _OURS, *operations) / _sum(figures, _PEER, *operations)

    ours, _, peer = costs
    command = _sum(figures, _OURS, Operation.COMMAND)
    return {
        "command_ratio": by_peer(Operation.COMMAND),
        "open_ratio": by_peer(Operation.LOCK_ANSWER),
        "handshake_ratio": by_peer(Operation.QUESTION, Operation.HANDSHAKE_ANSWER),
        "import_ratio": ours.seconds / peer.seconds,
        "memory_ratio": ours.mebibytes / peer.mebibytes,
        "floor_ratio": command / _sum(figures, _FLOOR, Operation.COMMAND),
    }


def _figure_cells(figures: list[Figure | None]) -> str:
    ours, *others = figures
    times = [f"{each.microseconds:9.2f} +{each.spread:4.0%}" if each else f"{'-':>15}" for each in figures]
    compared = [
        f"{ours.microseconds / other.microseconds:11.2f}" if ours and other else f"{'-':>11}"
        for other in others
    ]
    return "".join(times + compared)


def report(
    figures: Figures, requests: list[Requests], costs: list[Cost], compared: Mapping[str, float]
) -> None:
    """Print the tables."""
    print(f"peer: tesla-fleet-api {version('tesla-fleet-api')}\n")
    heads = "".join(f"{head:>15}" for head in ("ours", "peer", "floor"))
    print(f"{'microseconds':34}{heads}{'ours/peer':>11}{'ours/floor':>11}")
    for each, name in _NAMES.items():
        print(f"{name:34}{_figure_cells(figures[each])}")
    print(f"\n{'import':34}{'ms':>8}{'spread':>8}{'MiB':>8}{'modules':>9}")
    for name, cost in zip(("ours", "ours with its HTTP client", "peer"), costs, strict=True):
        print(f"{name:34}{cost.seconds * 1e3:8.1f}{cost.spread:8.0%}{cost.mebibytes:8.2f}{cost.modules:9}")
    print(f"\n{'requests to a car':34}{'ours':>8}{'peer':>8}{'goal':>8}")
    rows = zip(
        ("one command, warm", "one command, cold", "ten at once, cold"), *requests, (1, 2, 11), strict=True
    )
    for name, ours, peer, goal in rows:
        print(f"{name:34}{ours:8}{peer:8}{goal:8}")
    print(f"\n{'ratio':34}{'value':>8}{'goal':>8}")
    for name, value in compared.items():
        goal = _GOALS.get(name)
        words = "" if goal is None else f"{goal:8.2f}  {'met' if value <= goal else 'missed'}"
        print(f"{name:34}{value:8.2f}{words}")


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.signing", description=__doc__.split("\n")[0])
    parser.add_argument("--json", action="store_true", help="end with the ratios in one line of JSON")
    wanted = parser.parse_args()
    figures, requests = asyncio.run(measure_calls())
    modules = (
        f"{INTEGRATION}.vehicle_command",
        f"{INTEGRATION}.fleet_api",
        "tesla_fleet_api.tesla.vehicle.signed",
    )
    costs = import_costs(modules, IMPORTS)
    compared = ratios(figures, costs)
    report(figures, requests, costs, compared)
    if wanted.json:
        print(json.dumps({name: round(value, 3) for name, value in compared.items()}))


if __name__ == "__main__":
    main()
