"""What energy and commands are worth, so that a step is weighed against its price."""

from dataclasses import dataclass
from typing import Final

from .buffer import Share
from .models import Inputs
from .pilot import Pilot

SOLAR_VALUE: Final = 0.22
"""Money per kWh of surplus in a car, where no price is known."""
PENALTY_SHARE: Final = 0.15 / 0.22
"""What a kWh beyond the surplus loses, against what a kWh of surplus gains."""
GIVEN_PENALTY: Final = 1.5
"""How many times that where a Powerwall gives it: it is paid back at night, with losses."""
STORED_PRICE: Final = 8.0
GIVEN_PRICE: Final = 6.0
"""What is stored and given need not be followed: a command has to earn so many times its price."""
RESERVED: Final = 4.0
"""Commands of a day that are kept for cutting and stopping."""
PACE: Final = 12.0
"""Commands that an hour of daylight is taken to need, for a car."""
SCARCITY: Final = 1.6
"""Power by which the price rises: x times the price means x ** (1 / 1.6) times fewer commands."""
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
    dearness, spent = _dearness(inputs, pilots)
    if share.gives:
        penalty *= GIVEN_PENALTY
    budget = inputs.budget
    command = max(0.0, budget.command_price) * dearness
    return Tariff(
        gain=gain,
        penalty=max(penalty, 1e-6),
        command=command,
        up=command * (STORED_PRICE if share.stores else 1.0),
        down=command * (GIVEN_PRICE if share.gives else 1.0),
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


def _dearness(inputs: Inputs, pilots: list[Pilot]) -> tuple[float, bool]:
    """Return how many times its price a command has to earn, and whether the budget is spent.

    What is left of the month is spread over its days; the less the rest of the day has, the dearer each.
    """
    budget = inputs.budget
    left = [budget.commands_left_today] if budget.commands_left_today is not None else []
    if budget.commands_left_month is not None:
        left.append(budget.commands_left_month / max(1.0, budget.days_left) * 1.5)
    if not left:
        return 1.0, False
    usable = min(left) - RESERVED
    if usable <= 0.0:
        return DEAREST, True
    hours = 6.0
    if inputs.sunset is not None and inputs.sunrise is not None:
        hours = max(0.5, (inputs.sunset - max(inputs.now, inputs.sunrise)) / 3600.0)
    needed = hours * PACE * max(1, len(pilots))
    return min(DEAREST, max(1.0, needed / usable) ** SCARCITY), False
