"""How soon a law gives way: a load of 3 kW that goes on, a cloud that takes 3 kW."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Final

from .law import Law
from .plant import Plant
from .scenarios import Scenario
from .traces import DAY_S, House

TICK_S: Final = 10
SUN_W: Final = 6_000.0
STEP_W: Final = 3_000.0
LOAD_W: Final = 500.0
EVERY_S: Final = 1_800
LASTS_S: Final = 720
VOLTS: Final = 235.0
DAYS: Final = 3


def reactions(make: Callable[[Scenario], Law], scenario: Scenario) -> list[float]:
    """Return, for each step, the s until the cars take at most an amp more than the surplus."""
    steps = list(_steps())
    home = _home(steps)
    slack = VOLTS * scenario.phases
    above: list[bool] = []
    Plant(home, scenario).run(
        make(scenario), lambda _now, flow: above.append(flow.cars > flow.surplus + slack)
    )
    found = []
    for begin, _ in steps:
        first = begin // TICK_S
        spell = above[first : first + LASTS_S // TICK_S]
        found.append(
            float(TICK_S * next((place for place, high in enumerate(spell) if not high), len(spell)))
        )
    return found


def _steps() -> Iterator[tuple[int, bool]]:
    """Return when each step begins, and whether it is the sun's."""
    chance = Random(3)  # noqa: S311 - when a kettle goes on
    for day in range(DAYS):
        for number, second in enumerate(range(9 * 3_600, 17 * 3_600, EVERY_S)):
            yield day * DAY_S + second + chance.randrange(0, 300, TICK_S), number % 2 == 1


def _home(steps: list[tuple[int, bool]]) -> House:
    ticks = DAYS * DAY_S // TICK_S
    sunny = range(8 * 3_600, 18 * 3_600)
    solar = [SUN_W if tick * TICK_S % DAY_S in sunny else 0.0 for tick in range(ticks)]
    load = [LOAD_W] * ticks
    for begin, clouded in steps:
        for tick in range(begin // TICK_S, (begin + LASTS_S) // TICK_S):
            if clouded:
                solar[tick] -= STEP_W
            else:
                load[tick] += STEP_W
    return House(tick_s=TICK_S, solar_w=solar, load_w=load, volts=[VOLTS] * ticks)
