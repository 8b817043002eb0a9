"""What the mode of a car asks for at this moment."""

from dataclasses import dataclass

from .decision import Reason
from .models import Car, ChargingState, Inputs
from .ready_by import Plan, plan
from .settings import Mode

LIMIT_LEAST = 50
"""Percent: the lowest charge limit that cars take."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What is wanted for a car.

    Attributes:
        full: Whether it charges at full current, from whatever there is.
        follows: Whether it takes surplus.
        minimum: Whether its lowest current is given without surplus too.
        limit: The charge limit that the car needs for it; None: the one it has.
        reason: Why it is full or does not charge at all; None while it follows.
        until: When this changes, as far as that is known.
        numbers: For the words.
    """

    full: bool = False
    follows: bool = False
    minimum: bool = False
    limit: int | None = None
    reason: Reason | None = None
    until: float | None = None
    numbers: tuple[tuple[str, float], ...] = ()


def wish(car: Car, inputs: Inputs) -> Wish:
    """Return what the mode asks for; `Mode.OFF` never comes here."""
    settings = car.settings
    level = car.state_of_charge
    if level is not None and level < settings.grid_limit:
        return Wish(
            full=True,
            limit=_at_least(car, settings.grid_limit),
            reason=Reason.BELOW_GRID_LIMIT,
            numbers=(("limit", settings.grid_limit),),
        )
    if settings.mode is Mode.NOW:
        return Wish(full=True, reason=Reason.NOW)
    if settings.mode is Mode.SCHEDULED and (found := _scheduled(car, inputs)):
        return found
    planned = Plan()
    if settings.mode is Mode.READY_BY:
        planned = plan(car, inputs)
        if planned.charges:
            return Wish(
                full=True,
                limit=_at_least(car, settings.ready_target),
                reason=Reason.READY_BY_GRID,
                until=planned.until,
                numbers=(("limit", settings.ready_target),),
            )
    limit = settings.solar_limit
    if level is not None and limit is not None and level >= limit:
        return Wish(reason=Reason.SOLAR_LIMIT_REACHED, until=planned.until, numbers=(("limit", limit),))
    return Wish(
        follows=True,
        minimum=settings.mode is Mode.SOLAR_AND_MINIMUM,
        limit=None if limit is None else max(LIMIT_LEAST, min(100, limit)),
        until=planned.until or _next_window(car, inputs),
    )


def is_full(car: Car, wanted: Wish) -> bool:
    """Return whether the car ended charging at its limit, and nothing raises that."""
    if car.charging_state is not ChargingState.COMPLETE:
        return False
    return wanted.limit is None or car.charge_limit is None or wanted.limit <= car.charge_limit


def _at_least(car: Car, target: int) -> int | None:
    """Return the limit that lets the car reach a target; None where the one it has does."""
    if car.charge_limit is None or car.charge_limit >= target:
        return None
    return max(LIMIT_LEAST, min(100, target))


def _scheduled(car: Car, inputs: Inputs) -> Wish | None:
    for window in car.settings.windows:
        if window.start <= inputs.now < window.end:
            return Wish(full=True, reason=Reason.IN_WINDOW, until=window.end)
    cheap = car.settings.cheap_price
    for period in inputs.prices:
        if cheap is not None and period.start <= inputs.now < period.end and period.price <= cheap:
            return Wish(
                full=True,
                reason=Reason.CHEAP_PRICE,
                until=period.end,
                numbers=(("price", period.price),),
            )
    return None


def _next_window(car: Car, inputs: Inputs) -> float | None:
    if car.settings.mode is not Mode.SCHEDULED:
        return None
    return min((window.start for window in car.settings.windows if window.start > inputs.now), default=None)
