"""Home Assistant's state in the words of the room."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from homeassistant.const import SUN_EVENT_SUNRISE, SUN_EVENT_SUNSET
from homeassistant.core import HomeAssistant
from homeassistant.helpers.sun import get_astral_event_date
from homeassistant.util import dt as dt_util

from ..const import (
    CONF_BATTERY_CAPACITY,
    CONF_BATTERY_POWER,
    CONF_BATTERY_PRIORITY,
    CONF_BATTERY_RESERVE,
    CONF_COMMANDS_PER_DAY,
    CONF_DEMAND_LIMIT,
    CONF_FUSE,
    CONF_GRID_LIMIT,
    CONF_GRID_LIMIT_CURRENT,
    CONF_GRID_PHASES,
    CONF_MARGIN,
    CONF_SOLAR_SHARE,
)
from ..coordinator import EnergySiteCoordinators, VehicleCoordinator
from ..fleet_api import ChargeState
from ..surplus import (
    BatteryPriority,
    Car,
    CarMemory,
    CarSettings,
    ChargingState,
    Location,
    PlaceSettings,
    SentCommand,
)

CHARGING_STATES: Final = {
    "Charging": ChargingState.CHARGING,
    "Starting": ChargingState.STARTING,
    "Stopped": ChargingState.STOPPED,
    "Complete": ChargingState.COMPLETE,
    "NoPower": ChargingState.NO_POWER,
    "Disconnected": ChargingState.DISCONNECTED,
}
_LEAST_VOLTAGE: Final = 80.0
"""V: what is lower is no mains voltage; an idle car says 2."""
_NOMINAL_VOLTAGE: Final = 230.0
_WATTS: Final = 1000.0
_PERCENT: Final = 100.0
_LONG_AGO: Final = dt_util.utc_from_timestamp(0)
SETTLE: Final = 30.0
"""Seconds until a command shows in what a car says of itself."""
_IN_KILO: Final = (
    (CONF_GRID_LIMIT, "grid_limit_power"),
    (CONF_DEMAND_LIMIT, "demand_limit"),
    (CONF_BATTERY_CAPACITY, "battery_capacity"),
    (CONF_BATTERY_POWER, "battery_max_power"),
)


def car_inputs(
    car: VehicleCoordinator,
    *,
    settings: CarSettings,
    memory: CarMemory,
    location: Location,
    commands: tuple[SentCommand, ...],
) -> Car:
    """Return a car as it was read, without what our own commands make likely.

    Whether it charges may be the Wall Connector's news, which is younger than the car's own current: that one
    is left out where it is from before the last command. The charge limit is what the car was told last, as
    it takes a reading to say so itself.
    """
    snapshot = car.actual
    charge = snapshot.charge
    told_itself = charge.timestamp or snapshot.read_at or _LONG_AGO
    power, measured_at = connector_power(car)
    state = CHARGING_STATES.get(charge.charging_state or "", ChargingState.UNKNOWN)
    outdated = told_itself.timestamp() < (memory.told_current_at or 0.0) + SETTLE
    return Car(
        car_id=car.vin,
        settings=settings,
        as_of=max(told_itself, measured_at or _LONG_AGO).timestamp(),
        location=location,
        plugged=_plugged(state, at_wall_connector=snapshot.at_wall_connector),
        charging_state=state,
        direct_current=charge.fast_charger_present is True and not snapshot.at_wall_connector,
        asleep=not snapshot.vehicle.online,
        requested_current=None if outdated else charge.charge_current_request,
        actual_current=None if outdated else charge.charger_actual_current,
        max_current=charge.charge_current_request_max,
        power=power,
        power_as_of=measured_at.timestamp() if measured_at else None,
        voltage=_voltage(charge),
        phases=_phases(charge),
        state_of_charge=charge.battery_level,
        charge_limit=car.data.charge.charge_limit_soc,
        own_schedule=charge.scheduled_charging_pending is True,
        commands=commands,
    )


def _plugged(state: ChargingState, *, at_wall_connector: bool) -> bool | None:
    if state is ChargingState.DISCONNECTED:
        return False
    return True if at_wall_connector or state is not ChargingState.UNKNOWN else None


def _voltage(charge: ChargeState) -> float | None:
    voltage = charge.charger_voltage
    return voltage if voltage is not None and voltage >= _LEAST_VOLTAGE else None


def _phases(charge: ChargeState) -> int | None:
    # European cars say 2 for three phases (reported).
    return 3 if charge.charger_phases == 2 else charge.charger_phases  # noqa: PLR2004


def assumed_watts(charge: ChargeState) -> float:
    """Return what an ampere brings by what the car says, W."""
    return (_voltage(charge) or _NOMINAL_VOLTAGE) * (_phases(charge) or 1)


def connector_power(car: VehicleCoordinator) -> tuple[float | None, datetime | None]:
    """Return what a car takes, W, as its Wall Connector tells, and when that was; None where none does."""
    if car.actual.at_wall_connector:
        for site in car.config_entry.runtime_data.energy_sites.values():
            for connector in site.live.data.wall_connectors:
                if connector.vin == car.vin:
                    return connector.power or 0.0, site.live.as_of
    return None, None


def place_settings(
    data: Mapping[str, Any], site: EnergySiteCoordinators | None, *, shadow: bool
) -> PlaceSettings:
    """Return the place's limits and wishes: what was answered at set-up, and what the energy site tells."""
    changes: dict[str, Any] = {
        "shadow": shadow,
        "battery_priority": BatteryPriority(data[CONF_BATTERY_PRIORITY]),
        "margin": float(data.get(CONF_MARGIN, 0.0)),
        "solar_share": float(data.get(CONF_SOLAR_SHARE, _PERCENT)) / _PERCENT,
        "grid_phases": int(data.get(CONF_GRID_PHASES, 1)),
        "fuse_current": data.get(CONF_FUSE),
        "grid_limit_current": data.get(CONF_GRID_LIMIT_CURRENT),
    }
    if (commands := data.get(CONF_COMMANDS_PER_DAY)) is not None:
        changes["commands_per_day"] = int(commands)
    told = _powerwall(site)
    for key, name in _IN_KILO:
        if (limit := data.get(key)) is not None:
            told[name] = float(limit) * _WATTS
    if (reserve := data.get(CONF_BATTERY_RESERVE)) is not None:
        # Never below the Powerwall's own.
        told["battery_reserve"] = max(float(reserve), told.get("battery_reserve", 0.0))
    return PlaceSettings(**changes | told)


def _powerwall(site: EnergySiteCoordinators | None) -> dict[str, Any]:
    """Return what the energy site tells of its Powerwall."""
    if site is None or not site.info.data.has_battery:
        return {}
    live, info = site.live.data, site.info.data
    told = {
        "battery_reserve": info.backup_reserve_percent,
        "off_grid_reserve": info.off_grid_vehicle_charging_reserve_percent,
        "battery_capacity": live.total_pack_energy,
        "battery_max_power": info.nameplate_power,
    }
    return {name: float(value) for name, value in told.items() if value}


def daylight(hass: HomeAssistant, now: datetime) -> tuple[float | None, float | None]:
    """Return when the sun rises and sets today, Unix time; None where it does not."""
    today = dt_util.as_local(now).date()
    rises = get_astral_event_date(hass, SUN_EVENT_SUNRISE, today)
    sets = get_astral_event_date(hass, SUN_EVENT_SUNSET, today)
    return rises.timestamp() if rises else None, sets.timestamp() if sets else None
