"""Why a car charges as it does, in words."""

from collections.abc import Mapping
from typing import Final

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.translation import async_get_cached_translations
from homeassistant.util import dt as dt_util

from .charging import ChargingCar, State
from .const import DOMAIN
from .surplus import Reason

_KILO: Final = 1000.0


@callback
def async_sentence(
    hass: HomeAssistant, reason: Reason, numbers: Mapping[str, float], until: float | None = None
) -> str:
    """Return the reason with the numbers that belong to it, in Home Assistant's language."""
    words = _text(hass, f"charging_reason.state.{reason}", reason.value)
    parts = _parts(hass, numbers)
    until = numbers.get("until", until)
    if until is not None:
        parts.append(f"→ {dt_util.as_local(dt_util.utc_from_timestamp(until)):%H:%M}")
    return f"{words} ({', '.join(parts)})" if parts else words


def _parts(hass: HomeAssistant, numbers: Mapping[str, float]) -> list[str]:
    found = []
    if "current" in numbers:
        found.append(f"{numbers['current']:.0f} A")
    if "surplus" in numbers:
        found.append(f"{numbers['surplus'] / _KILO:.1f} kW")
    if "state_of_charge" in numbers:
        found.append(f"{numbers['state_of_charge']:.0f} %")
    if "limit" in numbers:
        found.append(f"≤ {numbers['limit']:.0f} %")
    if "price" in numbers:
        found.append(f"{numbers['price']:.3f} {hass.config.currency}/kWh")
    if "changes" in numbers:
        found.append(f"{numbers['changes']:.0f} x")
    return found


def _text(hass: HomeAssistant, key: str, missing: str) -> str:
    texts = async_get_cached_translations(hass, hass.config.language, "entity", DOMAIN)
    return texts.get(f"component.{DOMAIN}.entity.sensor.{key}", missing)


@callback
def async_car_sentence(hass: HomeAssistant, car: ChargingCar, surplus: float | None) -> str | None:
    """Return the sentence for a car as it is now; None before the first decision."""
    decision = car.decision
    if decision is None:
        return None
    if car.state is State.WRONG_SIGN:
        return _text(hass, f"charging_control.state.{State.WRONG_SIGN}", State.WRONG_SIGN)
    numbers = dict(decision.numbers)
    if surplus is not None and decision.target_current is not None:
        numbers.setdefault("surplus", surplus)
    return async_sentence(hass, decision.reason, numbers, decision.next_change_at)
