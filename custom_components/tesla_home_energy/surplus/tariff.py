"""What energy and commands are worth, so that a step is weighed against its price."""

from dataclasses import dataclass
import math
from typing import Final

from .buffer import Share
from .models import Inputs
from .pilot import Pilot
from .presence import hours_here

COMMANDS_A_MONTH: Final = 3000
"""Of a car, whatever the budget: more bring less than they cost (benchmarks/surplus/README.md)."""
COMMANDS_A_MONTH_EVENED: Final = 1200
"""The same where a Powerwall evens out what a car does not follow."""
SOLAR_VALUE: Final = 0.22
"""Money per kWh of surplus in a car, where no price is known."""
PENALTY_SHARE: Final = 0.15 / 0.22
"""What a kWh beyond the surplus loses, against what a kWh of surplus gains."""
STORED_PRICE: Final = 6.0
GIVEN_PRICE: Final = 4.0
"""What a Powerwall stores and gives need not be followed: a command has to earn so many times its price."""
RATIONED_PENALTY: Final = 1.5
RATIONED_DOWN: Final = 0.76
"""Where each day has its own few commands an error lasts, and what the grid gave takes the room of the sun of
other days: what is beyond the surplus weighs more, and a step down costs less of its price."""
RESERVED: Final = 2.0
"""Commands of a day that its price leaves out: the last ones are for cutting and stopping."""
PACE: Final = 8.0
"""Commands that an hour of sun needs at the usual price, for a car. It is a restless day's: one whose
commands are gone by the afternoon loses more than one that kept some."""
SCARCITY: Final = 1.3
"""Power by which the price rises: x times the price means x ** (1 / 1.3) times fewer commands."""
CUSHION: Final = 2.0
"""Days' commands by which a month may run ahead or behind before that weighs: weather evens out."""
STEADYING: Final = 4.0
"""Power by which the price then follows; it steers, and need not be the true one."""
CHEAPEST: Final = 0.38
"""Of the usual price: Tesla's own is near, and below it commands lose money."""
LAST: Final = 3
"""Commands that a car may need to the end: two to its lowest current, one to stop."""
LAST_PRICE: Final = 5.0
"""How many times its price one of the last commands has to earn at the most."""
DEAREST: Final = 50.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Tariff:
    """Prices of this moment.

    Attributes:
        gain: Money per kWh of surplus in a car.
        penalty: Money that a kWh beyond it loses.
        command: Money; the price Tesla asks, more when few are left.
        up: What a command that raises a current has to earn, money.
        down: What one that lowers it has to earn, money.
        start: Money, beyond its command.
        wake: Money.
        left: Commands that may still be sent.
    """

    gain: float
    penalty: float
    command: float
    up: float
    down: float
    start: float
    wake: float
    left: float

    @property
    def quantile(self) -> float:
        """The chance of import that a step may run: where expected gain and loss are equal (newsvendor)."""
        return self.gain / (self.gain + self.penalty)


def tariff(inputs: Inputs, pilots: list[Pilot], share: Share) -> Tariff:
    """Return what things are worth now."""
    gain = _solar_value(inputs)
    penalty = inputs.place.grid_penalty
    if penalty is None:
        penalty = gain * PENALTY_SHARE
    left_today, left = _left(inputs, pilots)
    dearness = _dearness(inputs, pilots, left_today, evened=share.stores or share.gives)
    if left <= LAST:
        # They are kept for this.
        dearness = min(dearness, LAST_PRICE)
    budget = inputs.budget
    command = max(0.0, budget.command_price) * dearness
    down = command * (GIVEN_PRICE if share.gives else 1.0)
    if inputs.place.commands_per_day is not None:
        penalty *= RATIONED_PENALTY
        down *= RATIONED_DOWN
    return Tariff(
        gain=gain,
        penalty=max(penalty, 1e-6),
        command=command,
        up=command * (STORED_PRICE if share.stores else 1.0),
        down=down,
        start=max(0.0, budget.start_price),
        wake=max(0.0, budget.wake_price),
        left=left,
    )


def _solar_value(inputs: Inputs) -> float:
    value = inputs.place.solar_value
    if value is None and inputs.feed_in_price is not None:
        price = next(
            (period.price for period in inputs.prices if period.start <= inputs.now < period.end), None
        )
        value = None if price is None else price - inputs.feed_in_price
    # Surplus is charged also where a price makes it look worthless: that is what the mode is for.
    return max(value, 0.02) if value is not None else SOLAR_VALUE


def _left(inputs: Inputs, pilots: list[Pilot]) -> tuple[float, float]:
    """Return the commands that are left of the day, and those of day and month; inf: no limit."""
    today, month = math.inf, inputs.budget.commands_left_month
    if inputs.place.commands_per_day is not None:
        today = inputs.place.commands_per_day - sum(pilot.memory.commands_today for pilot in pilots)
    return today, today if month is None else min(today, month)


def _dearness(inputs: Inputs, pilots: list[Pilot], today: float, *, evened: bool) -> float:
    """Return how many times its price a command has to earn.

    What is left of the month is weighed against what its days are due, so that a month keeps to its
    commands in any weather; the less the rest of a day has, the dearer each.
    """
    budget = inputs.budget
    month = budget.commands_left_month
    # What a Powerwall evens out is not worth more commands because there are some left.
    dearness = CHEAPEST if month is not None and not evened else 1.0
    if month is not None:
        daily = max(1.0, budget.commands_due)
        due, cushion = daily * (1.0 + max(0.0, budget.days_left)), daily * CUSHION
        dearness = max(dearness, ((due + cushion) / (max(0.0, month) + cushion)) ** STEADYING)
    if today != math.inf:
        hours = max(0.5, sum(hours_here(pilot, inputs) for pilot in pilots))
        dearness = max(dearness, (hours * PACE / max(1.0, today - RESERVED)) ** SCARCITY)
    return min(DEAREST, dearness)
