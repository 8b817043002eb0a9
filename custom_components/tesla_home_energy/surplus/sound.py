"""The doorstep: numbers that cannot be true are taken for unknown, so that one bad sensor spoils no more.

Sensors and forecasts give NaN and infinite at times. What has a default takes it; a reading, a period or a
command without its numbers is left out.
"""

from collections.abc import Iterable
from dataclasses import MISSING, fields, replace
from typing import Any, Final, get_args

from .floor import LEAST_WATTS, MOST_WATTS
from .memory import CarMemory, Memory, PlaceMemory
from .models import Budget, Car, ChargingState, Inputs, MeterSample, PowerPeriod, PricePeriod, SentCommand
from .settings import CarSettings, PlaceSettings, Window

MOST: Final = 1e12
"""No time, power, energy or price is greater."""
SHORTEST_WINDOW: Final = 60.0
"""Seconds of a demand window."""
LONG_AGO: Final = 0.0
AHEAD: Final = 300.0
"""Seconds by which a clock may have been set back without a memory of it being wrong."""
LEAST_VOLTAGE: Final = 80.0
MOST_VOLTAGE: Final = 500.0
_NEVER_NEGATIVE: Final = (
    *("requested_current", "actual_current", "max_current", "power", "phases"),
    *("state_of_charge", "charge_limit"),
)

type Record = (
    Inputs
    | MeterSample
    | Car
    | CarSettings
    | PlaceSettings
    | Budget
    | SentCommand
    | PricePeriod
    | PowerPeriod
    | Window
)

_DEFAULTS: Final[dict[type, tuple[tuple[str, Any], ...]]] = {
    record: tuple(
        (item.name, item.default) for item in fields(record) if float in (item.type, *get_args(item.type))
    )
    for record in (
        *(Inputs, MeterSample, Car, CarSettings, PlaceSettings, Budget, SentCommand),
        *(PricePeriod, PowerPeriod, Window),
    )
}
_TIMES: Final[dict[type, tuple[str, ...]]] = {
    record: tuple(
        item.name for item in fields(record) if item.name.endswith(("_at", "as_of")) and item.default is None
    )
    for record in (CarMemory, PlaceMemory)
}


def sound(inputs: Inputs) -> Inputs:
    """Return the inputs without what cannot be true."""
    inputs = _known(inputs) or inputs
    place = _known(inputs.place) or inputs.place
    if place.demand_window < SHORTEST_WINDOW:
        place = replace(place, demand_window=SHORTEST_WINDOW)
    if min(place.battery_capacity, place.battery_max_power) < 0.0:
        place = replace(place, battery_capacity=0.0, battery_max_power=0.0)
    return replace(
        inputs,
        meter=_meter(inputs.meter, inputs.now),
        cars=tuple(_car(car, inputs.now) for car in inputs.cars),
        place=place,
        budget=_known(inputs.budget) or inputs.budget,
        prices=_all(inputs.prices),
        forecast=_all(inputs.forecast),
    )


def remembered(memory: Memory, now: float) -> Memory:
    """Return the memory without what lies in the future or cannot be: no clock that was wrong holds it up."""
    return replace(
        memory,
        place=_past(memory.place, now),
        cars={car_id: _past(car, now) for car_id, car in memory.cars.items()},
    )


def _past[M: (CarMemory, PlaceMemory)](memory: M, now: float) -> M:
    changes: dict[str, Any] = {}
    for name in _TIMES[type(memory)]:
        value = getattr(memory, name)
        if value is not None and value > now + AHEAD:
            changes[name] = None
    if isinstance(memory, CarMemory):
        if any(at > now + AHEAD for at in memory.sent_at):
            changes["sent_at"] = tuple(at for at in memory.sent_at if at <= now + AHEAD)
        watts = memory.watts_per_amp
        if watts is not None and not LEAST_WATTS <= watts <= MOST_WATTS:
            changes["watts_per_amp"] = None
    return replace(memory, **changes) if changes else memory


def _meter(meter: MeterSample | None, now: float) -> MeterSample | None:
    """Return the reading; one from the future is taken for one of now."""
    meter = None if meter is None else _known(meter)
    return meter if meter is None or meter.as_of <= now else replace(meter, as_of=now)


def _car(car: Car, now: float) -> Car:
    """Return a car; one that was heard of at no time was so long ago, and nothing of it is negative."""
    car = _known(car) or _known(replace(car, as_of=LONG_AGO)) or car
    changes: dict[str, Any] = {
        name: None for name in _NEVER_NEGATIVE if (value := getattr(car, name)) is not None and value < 0
    }
    if car.voltage is not None and not LEAST_VOLTAGE <= car.voltage <= MOST_VOLTAGE:
        changes["voltage"] = None
    if car.as_of > now:
        changes["as_of"] = now
    if car.charging_state is ChargingState.DISCONNECTED:
        # Whatever the plug was last heard to be.
        changes["plugged"] = False
    settings = _known(car.settings) or car.settings
    if settings.windows:
        settings = replace(settings, windows=_all(settings.windows))
    if settings is not car.settings:
        changes["settings"] = settings
    if car.commands:
        changes["commands"] = _all(car.commands)
    return replace(car, **changes) if changes else car


def _all[R: Record](records: Iterable[R]) -> tuple[R, ...]:
    return tuple(known for record in records if (known := _known(record)) is not None)


def _known[R: Record](record: R) -> R | None:
    """Return a record with defaults for what cannot be true; None where there is no default."""
    changes: dict[str, Any] = {}
    for name, default in _DEFAULTS[type(record)]:
        value = getattr(record, name)
        if isinstance(value, float) and not -MOST <= value <= MOST:
            if default is MISSING:
                return None
            changes[name] = default
    return replace(record, **changes) if changes else record
