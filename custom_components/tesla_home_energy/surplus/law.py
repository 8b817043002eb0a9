"""The law: a change is sent once not having sent it has cost its price.

For every step up and down the room adds up what the step would have earned since the last change (never
less than nothing), with the newest reading standing for a while to come. When that reaches the price of
the command, the current goes to where the surplus is expected to be. A great change is so followed at
once, a small one after it has lasted, noise around the present current never: the dead band is not set,
it follows from prices, from how restless the surplus is, and from how often it is measured. An online
rule of the ski-rental kind: never much more than twice what perfect knowledge would have cost.
"""

from dataclasses import dataclass, replace
from typing import Final

from .memory import PlaceMemory
from .tariff import Tariff

STEPS: Final = (1, 2, 3, 5, 8, 13, 21, 31)
"""Amperes."""
OUTLOOK: Final = 130.0
"""Seconds for which the newest reading is taken to last: some minutes pass between two changes."""
UP: Final = 4.2
DOWN: Final = 4.0
"""How many times its price a step up or down must be worth: what the last of 100 commands a day earns.
Tesla's price alone buys twice as many, for half a percent more energy. Down is the quicker."""
RESTLESS: Final = 0.2
"""By how much each change of late makes the next one dearer: what is soon taken back was worth less."""
CALMING: Final = 600.0
"""Seconds in which half of that is forgotten: a restless sky stays so for some passages of its clouds."""
WATT_SECONDS: Final = 3.6e6
"""Of a kWh."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What the law says of all currents: 1 up, -1 down, 0 stay; and in how many s that may change."""

    direction: int
    due_in: float | None = None


def weigh(
    memory: PlaceMemory, error: float, elapsed: float, unit: float, tariff: Tariff, *, clamp_steps: int
) -> tuple[PlaceMemory, Verdict]:
    """Add a reading and say whether a change pays.

    Args:
        memory: Of the place, with the regrets so far.
        error: Surplus that nobody takes, W; negative: what cars take beyond it.
        elapsed: Seconds that the reading stands for.
        unit: What one ampere brings, W.
        tariff: Prices.
        clamp_steps: From how many amperes down the step crosses 5 A, which takes two commands; 0: none does.
    """
    up = memory.up_regret if len(memory.up_regret) == len(STEPS) else (0.0,) * len(STEPS)
    down = memory.down_regret if len(memory.down_regret) == len(STEPS) else (0.0,) * len(STEPS)
    restlessness = memory.restlessness * 0.5 ** (elapsed / CALMING)
    dearer = 1.0 + RESTLESS * restlessness
    price, down_price = UP * tariff.up * dearer, DOWN * tariff.down * dearer
    gain, penalty = tariff.gain / WATT_SECONDS, tariff.penalty / WATT_SECONDS
    direction, due = 0, None
    new_up, new_down = [], []
    for index, amps in enumerate(STEPS):
        watts = amps * unit
        rate = _up_rate(watts, error, gain, penalty)
        total = max(0.0, up[index] + rate * elapsed)
        new_up.append(min(total, 2.0 * price))
        if total + rate * OUTLOOK > price:
            direction = 1
        elif rate > 0.0:
            due = _sooner(due, (price - total) / rate - OUTLOOK)
        rate = _down_rate(watts, error, gain, penalty)
        cost = down_price * (2.0 if 0 < clamp_steps <= amps else 1.0)
        total = max(0.0, down[index] + rate * elapsed)
        new_down.append(min(total, 2.0 * cost))
        if total + rate * OUTLOOK > cost:
            direction = direction or -1
        elif rate > 0.0:
            due = _sooner(due, (cost - total) / rate - OUTLOOK)
    memory = replace(memory, up_regret=tuple(new_up), down_regret=tuple(new_down), restlessness=restlessness)
    return memory, Verdict(direction=direction, due_in=None if due is None else max(0.0, due))


def forgiven(memory: PlaceMemory, now: float) -> PlaceMemory:
    """Return the memory after a change: regrets begin anew."""
    return replace(
        memory, up_regret=(), down_regret=(), changed_at=now, restlessness=memory.restlessness + 1.0
    )


def _up_rate(watts: float, error: float, gain: float, penalty: float) -> float:
    """Return what taking so much more earns each second."""
    if error >= watts:
        return gain * watts
    if error > 0.0:
        return gain * error - penalty * (watts - error)
    return -penalty * watts


def _down_rate(watts: float, error: float, gain: float, penalty: float) -> float:
    """Return what taking so much less saves each second."""
    over = -error
    if over >= watts:
        return penalty * watts
    if over > 0.0:
        return penalty * over - gain * (watts - over)
    return -gain * watts


def _sooner(due: float | None, other: float) -> float:
    return other if due is None else min(due, other)
