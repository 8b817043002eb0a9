"""What energy and commands are worth, so that a step is weighed against its price."""

from dataclasses import dataclass
import math
from typing import Final

from .buffer import Share
from .models import Inputs
from .pilot import Pilot

SOLAR_VALUE: Final = 0.22
"""Money per kWh of surplus in a car, where no price is known."""
PENALTY_SHARE: Final = 0.15 / 0.22
"""What a kWh beyond the surplus loses, against what a kWh of surplus gains."""
GIVEN_PENALTY: Final = 0.7
"""How many times that where a Powerwall gives it: no import now, though it is paid back at night."""
STORED_PRICE: Final = 2.0
GIVEN_PRICE: Final = 2.0
"""What is stored and given need not be followed: a command has to earn so many times its price."""
RATIONED_PENALTY: Final = 1.5
RATIONED_DOWN: Final = 0.6
"""Where each day has its own few commands an error lasts, and what the grid gave takes the room of the sun of
other days: what is beyond the surplus weighs more, and a step down costs less of its price."""
RESERVED: Final = 4.0
"""Commands of a day that are kept for cutting and stopping."""
PACE: Final = 7.0
"""Commands that an hour of daylight needs at the usual price, for a car. It is a restless day's: one whose
commands are gone by the afternoon loses more than one that kept some."""
SCARCITY: Final = 1.3
"""Power by which the price rises: x times the price means x ** (1 / 1.3) times fewer commands."""
DAILY: Final = 100.0
"""Commands of a car on a day, by Tesla's own arithmetic of the monthly credit; at the usual price."""
CUSHION: Final = 2.0
"""Days' commands by which a month may run ahead or behind before that weighs: weather evens out."""
STEADYING: Final = 4.0
"""Power by which the price then follows; it steers, and need not be the true one."""
CHEAPEST: Final = 0.3
"""Of the usual price: Tesla's own is near, and below it commands lose money."""
LAST_PRICE: Final = 5.0
"""How many times its price the last step down has to earn, once the budget is spent."""
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
        spent: Whether nothing but cutting and stopping is sent any more.
    """

    gain: float
    penalty: float
    command: float
    up: float
    down: float
    start: float
    wake: float
    spent: bool

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
    dearness, spent = _dearness(inputs, pilots, evened=share.stores or share.gives)
    if share.gives:
        penalty *= GIVEN_PENALTY
    budget = inputs.budget
    command = max(0.0, budget.command_price) * dearness
    down = command * (GIVEN_PRICE if share.gives else 1.0)
    if budget.commands_left_today is not None:
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
        spent=spent,
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


def _dearness(inputs: Inputs, pilots: list[Pilot], *, evened: bool) -> tuple[float, bool]:
    """Return how many times its price a command has to earn, and whether the budget is spent.

    What is left of the month is weighed against what its days are due, so that a month keeps to its
    commands in any weather; the less the rest of a day has, the dearer each.
    """
    budget, cars = inputs.budget, max(1, len(pilots))
    today, month = budget.commands_left_today, budget.commands_left_month
    if min((left for left in (today, month) if left is not None), default=math.inf) <= RESERVED:
        return LAST_PRICE, True
    # What a Powerwall evens out is not worth more commands because there are some left.
    dearness = CHEAPEST if month is not None and not evened else 1.0
    if month is not None:
        cushion = CUSHION * DAILY * cars
        due = DAILY * cars * (1.0 + max(0.0, budget.days_left))
        dearness = max(dearness, ((due + cushion) / (month + cushion)) ** STEADYING)
    if today is not None:
        hours = 6.0
        if inputs.sunset is not None and inputs.sunrise is not None:
            hours = max(0.5, (inputs.sunset - max(inputs.now, inputs.sunrise)) / 3600.0)
        dearness = max(dearness, (hours * PACE * cars / (today - RESERVED)) ** SCARCITY)
    return min(DEAREST, dearness), False
