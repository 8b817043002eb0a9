"""Commands about charging, the charge port, and schedules."""

from collections.abc import Mapping
import time
from typing import Any, Final

from .command import CHARGING, Command
from .parameters import Values, days, decimal, flag, text, whole

_LARGEST_ID: Final = (1 << 64) - 1
_DAY: Final = 24 * 60
"""Minutes; the API takes 1440 for midnight too (known)."""


def _new_id() -> int:
    """Return the id of a new schedule: seconds since 1970, as the reference proxy does (known)."""
    return int(time.time())


_ID: Final = whole("id", 0, _LARGEST_ID)
_NEW_ID: Final = whole("id", 0, _LARGEST_ID, default=_new_id)
_PLACE: Final = (decimal("lat", -90, 90), decimal("lon", -180, 180))
_PLACES: Final = (flag("home", required=False), flag("work", required=False), flag("other", required=False))


def _schedule(values: Values) -> Mapping[str, Any]:
    """Return the fields of a schedule, which calls its place by longer names."""
    return {{"lat": "latitude", "lon": "longitude"}.get(name, name): value for name, value in values.items()}


def _times(*, weekdays: bool, enabled: bool) -> Mapping[str, Any] | None:
    """Return the days of a departure; "weekdays only" wins over "enabled" (known, reference proxy)."""
    if weekdays:
        return {"weekdays": {}}
    return {"all_week": {}} if enabled else None


def _scheduled_departure(values: Values) -> Mapping[str, Any]:
    if not values["enable"]:
        return {"scheduledDepartureAction": {"enabled": False}}
    return {
        "scheduledDepartureAction": {
            "enabled": True,
            "departure_time": values.get("departure_time"),
            "preconditioning_times": _times(
                weekdays=values.get("preconditioning_weekdays_only", False),
                enabled=values.get("preconditioning_enabled", False),
            ),
            "off_peak_charging_times": _times(
                weekdays=values.get("off_peak_charging_weekdays_only", False),
                enabled=values.get("off_peak_charging_enabled", False),
            ),
            "off_peak_hours_end_time": values.get("end_off_peak_time"),
        }
    }


CHARGING_COMMANDS: Final = (
    Command(
        name="charge_start",
        build=lambda _: {"chargingStartStopAction": {"start": {}}},
        scopes=CHARGING,
        reached=frozenset({"is_charging", "charging", "requested", "complete"}),
        subject="charging",
    ),
    Command(
        name="charge_stop",
        build=lambda _: {"chargingStartStopAction": {"stop": {}}},
        scopes=CHARGING,
        reached=frozenset({"not_charging"}),
        subject="charging",
    ),
    Command(
        name="charge_standard",
        build=lambda _: {"chargingStartStopAction": {"start_standard": {}}},
        scopes=CHARGING,
        reached=frozenset({"already_set", "already_standard"}),
        subject="charge_limit",
    ),
    Command(
        name="charge_max_range",
        build=lambda _: {"chargingStartStopAction": {"start_max_range": {}}},
        scopes=CHARGING,
        reached=frozenset({"already_set", "already_max_range"}),
        subject="charge_limit",
    ),
    Command(
        name="set_charge_limit",
        parameters=(whole("percent", 50, 100),),
        build=lambda values: {"chargingSetLimitAction": values},
        scopes=CHARGING,
        reached=frozenset({"already_set"}),
        subject="charge_limit",
    ),
    Command(
        name="set_charging_amps",
        parameters=(whole("charging_amps", 0, 80),),
        build=lambda values: {"setChargingAmpsAction": values},
        scopes=CHARGING,
        reached=frozenset({"already_set"}),
    ),
    Command(
        name="charge_port_door_open",
        build=lambda _: {"chargePortDoorOpen": {}},
        scopes=CHARGING,
        reached=frozenset({"already open", "already_open"}),
        subject="charge_port",
    ),
    Command(
        name="charge_port_door_close",
        build=lambda _: {"chargePortDoorClose": {}},
        scopes=CHARGING,
        reached=frozenset({"already closed", "already_closed"}),
        subject="charge_port",
    ),
    Command(
        name="set_scheduled_charging",
        parameters=(flag("enable"), whole("time", 0, _DAY, required=False)),
        build=lambda values: {
            "scheduledChargingAction": {"enabled": values["enable"], "charging_time": values.get("time")}
        },
        scopes=CHARGING,
    ),
    Command(
        name="set_scheduled_departure",
        parameters=(
            flag("enable"),
            whole("departure_time", 0, _DAY, required=False),
            flag("preconditioning_enabled", required=False),
            flag("preconditioning_weekdays_only", required=False),
            flag("off_peak_charging_enabled", required=False),
            flag("off_peak_charging_weekdays_only", required=False),
            whole("end_off_peak_time", 0, _DAY, required=False),
        ),
        build=_scheduled_departure,
        scopes=CHARGING,
    ),
    Command(
        name="add_charge_schedule",
        parameters=(
            *_PLACE,
            days("days_of_week"),
            flag("enabled"),
            flag("start_enabled"),
            flag("end_enabled"),
            whole("start_time", 0, _DAY, required=False),
            whole("end_time", 0, _DAY, required=False),
            _NEW_ID,
            flag("one_time", required=False),
            text("name", required=False),
        ),
        build=lambda values: {"addChargeScheduleAction": _schedule(values)},
        scopes=CHARGING,
        subject="charge_schedule",
        each="id",
    ),
    Command(
        name="remove_charge_schedule",
        parameters=(_ID,),
        build=lambda values: {"removeChargeScheduleAction": values},
        scopes=CHARGING,
        subject="charge_schedule",
        each="id",
    ),
    Command(
        name="batch_remove_charge_schedules",
        parameters=_PLACES,
        build=lambda values: {"batchRemoveChargeSchedulesAction": values},
        scopes=CHARGING,
    ),
    Command(
        name="add_precondition_schedule",
        parameters=(
            *_PLACE,
            whole("precondition_time", 0, _DAY),
            days("days_of_week"),
            flag("enabled"),
            _NEW_ID,
            flag("one_time", required=False),
            text("name", required=False),
        ),
        build=lambda values: {"addPreconditionScheduleAction": _schedule(values)},
        subject="precondition_schedule",
        each="id",
    ),
    Command(
        name="remove_precondition_schedule",
        parameters=(_ID,),
        build=lambda values: {"removePreconditionScheduleAction": values},
        subject="precondition_schedule",
        each="id",
    ),
    Command(
        name="batch_remove_precondition_schedules",
        parameters=_PLACES,
        build=lambda values: {"batchRemovePreconditionSchedulesAction": values},
    ),
    Command(name="set_managed_charge_current_request", scopes=CHARGING),
    Command(name="set_managed_charger_location", scopes=CHARGING),
    Command(name="set_managed_scheduled_charging_time", scopes=CHARGING),
)
