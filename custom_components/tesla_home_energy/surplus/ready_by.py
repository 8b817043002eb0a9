"""Ready by: solar as far as it goes, then the cheapest hours before the time."""

from dataclasses import dataclass
from typing import Final

from .models import Car, Inputs, PricePeriod

EFFICIENCY: Final = 0.9
"""Of charging, cable to battery."""
SPARE_TIME: Final = 1800.0
"""Seconds that the plan ends before the time: cars slow down near their limit."""
SOLAR_TRUST: Final = 0.6
"""Share of a forecast surplus that the plan relies on."""
HOUSE_POWER: Final = 500.0
"""W that the house itself is taken to need while the sun shines."""
SLOT: Final = 900.0
"""Seconds: the grid on which hours are chosen."""
MOST_SLOTS: Final = 7 * 96
"""A week: nobody knows prices beyond."""
NOMINAL_POWER: Final = 230.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """Whether to charge from the grid now, and until or from when."""

    charges: bool = False
    until: float | None = None


def plan(car: Car, inputs: Inputs) -> Plan:
    """Return whether now is one of the cheapest times that reach the target; without prices the latest."""
    settings = car.settings
    due = settings.ready_by
    if due is None or car.state_of_charge is None or inputs.now >= due:
        return Plan()
    missing = (settings.ready_target - car.state_of_charge) / 100.0 * settings.capacity / EFFICIENCY
    missing -= solar_until(inputs, due) * SOLAR_TRUST
    power = _full_power(car)
    if missing <= 0.0 or power <= 0.0:
        return Plan()
    needed = missing / power * 3600.0
    end = due - SPARE_TIME
    if inputs.now + needed >= end:
        return Plan(charges=True, until=due)
    return _cheapest(inputs, end, needed)


def solar_until(inputs: Inputs, due: float) -> float:
    """Return the Wh of surplus that are forecast between now and a time."""
    if inputs.forecast:
        energy = 0.0
        for period in inputs.forecast:
            seconds = min(period.end, due) - max(period.start, inputs.now)
            if seconds > 0.0:
                energy += max(0.0, period.power - HOUSE_POWER) * seconds / 3600.0
        return energy
    if inputs.solar_left_today is None or inputs.sunset is None or inputs.sunset <= inputs.now:
        return 0.0
    hours = (inputs.sunset - inputs.now) / 3600.0
    share = min(1.0, (due - inputs.now) / (inputs.sunset - inputs.now))
    return max(0.0, inputs.solar_left_today - hours * HOUSE_POWER) * share


def _full_power(car: Car) -> float:
    allowed = [amps for amps in (car.max_current, car.settings.max_current) if amps is not None]
    return min(allowed, default=16) * (car.voltage or NOMINAL_POWER) * (car.phases or 1)


def _cheapest(inputs: Inputs, end: float, needed: float) -> Plan:
    """Choose the cheapest slots, of equally cheap ones the latest; times without a known price come last."""
    first = inputs.now - inputs.now % SLOT
    count = min(MOST_SLOTS, int((end - first) // SLOT))
    slots = [first + index * SLOT for index in range(count)]
    slots.sort(key=lambda start: (_price(inputs.prices, start), -start))
    chosen = slots[: max(1, -int(-needed // SLOT))]
    if first in chosen:
        return Plan(charges=True, until=_run_end(first, chosen))
    return Plan(until=min(chosen, default=None))


def _price(prices: tuple[PricePeriod, ...], at: float) -> float:
    for period in prices:
        if period.start <= at < period.end:
            return period.price
    return float("inf") if prices else 0.0


def _run_end(start: float, chosen: list[float]) -> float:
    end = start
    while end in chosen:
        end += SLOT
    return end
