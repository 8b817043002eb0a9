"""Endpoints of energy sites."""

from datetime import datetime
from typing import Any

from aiohttp import web

from .answers import FleetError, Parameters, answer, json_object
from .energy_site import TARIFF_DELAY, EnergySite
from .history_answers import calendar_history, charge_history
from .site_answers import live_status as live_status_answer, site_info as site_info_answer
from .world_key import simulator_of

FIRST_YEAR = 2000
LAST_YEAR = 2100

MODES = ("self_consumption", "autonomous", "backup")
EXPORT_RULES = ("battery_ok", "pv_only", "never")

# Reported since firmware 25.18.4 (evcc pull request 22956, pypowerwall pull request 304): a reserve in
# between is answered as if it were taken, and is this.
HIGHEST_RESERVE_BELOW_FULL = 80


def site_of(request: web.Request) -> EnergySite:
    """Return the site that the path names.

    Raises:
        FleetError: 404, or what a site answers that Tesla's servers cannot ask.
    """
    site = simulator_of(request).sites.get(int(request.match_info["site_id"]))
    if site is None:
        raise FleetError(404, "not_found")
    if site.broken is not None:
        missing = site.broken == web.HTTPNotFound.status_code
        raise FleetError(site.broken, "not_found" if missing else "upstream internal error")
    return site


def _moment(request: web.Request, name: str, site: EnergySite) -> datetime | None:
    text = request.query.get(name)
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    # The ends of the calendar cannot be converted between time zones.
    if moment is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise FleetError(400, "invalid_request", messages={name: ["is no date"]})
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=site.clock.time_zone)


async def site_info(request: web.Request) -> web.Response:
    """`GET site_info`."""
    return answer(site_info_answer(site_of(request)))


async def live_status(request: web.Request) -> web.Response:
    """`GET live_status`."""
    site = site_of(request)
    return answer(site.frozen or live_status_answer(site))


async def calendar(request: web.Request) -> web.Response:
    """`GET calendar_history`."""
    site = site_of(request)
    begin, end = _moment(request, "start_date", site), _moment(request, "end_date", site)
    query = request.query
    return answer(calendar_history(site, query.get("kind", ""), query.get("period", "day"), begin, end))


async def telemetry(request: web.Request) -> web.Response:
    """`GET telemetry_history`."""
    site = site_of(request)
    if request.query.get("kind") != "charge":
        raise FleetError(400, "kind not supported")
    return answer(
        charge_history(site, _moment(request, "start_date", site), _moment(request, "end_date", site))
    )


async def _writable(request: web.Request) -> tuple[EnergySite, Parameters]:
    site = site_of(request)
    parameters = await json_object(request)
    if site.powerwall is None:
        # What Tesla answers where there is nothing to set is not known.
        raise FleetError(400, "invalid_request")
    return site, parameters


def _write(site: EnergySite, **values: Any) -> web.Response:
    """Change settings, unless the gateway misses it; the answer is the same (reported: netzero issue 94)."""
    if site.missed_writes > 0:
        site.missed_writes -= 1
    else:
        for name, value in values.items():
            setattr(site.settings, name, value)
    return answer({"code": 201, "message": "Updated"})


async def backup(request: web.Request) -> web.Response:
    """`POST backup`."""
    site, parameters = await _writable(request)
    percent = parameters.integer("backup_reserve_percent", low=0, high=100)
    if HIGHEST_RESERVE_BELOW_FULL < percent < 100:
        percent = HIGHEST_RESERVE_BELOW_FULL
    return _write(site, backup_reserve=percent)


async def operation(request: web.Request) -> web.Response:
    """`POST operation`."""
    site, parameters = await _writable(request)
    mode = _word(parameters, "default_real_mode", MODES)
    if mode != site.settings.mode:
        site.delay_strategy()
    return _write(site, mode=mode)


async def storm_mode(request: web.Request) -> web.Response:
    """`POST storm_mode`."""
    site, parameters = await _writable(request)
    return _write(site, storm_watch=parameters.boolean("enabled"))


async def grid_import_export(request: web.Request) -> web.Response:
    """`POST grid_import_export`; setting `never` makes two members appear (reported: pypowerwall)."""
    site, parameters = await _writable(request)
    values: dict[str, Any] = {}
    if "customer_preferred_export_rule" in parameters:
        rule = _word(parameters, "customer_preferred_export_rule", EXPORT_RULES)
        values |= {"export_rule": rule, "non_export": rule == "never"}
    if "disallow_charge_from_grid_with_solar_installed" in parameters:
        name = "disallow_charge_from_grid_with_solar_installed"
        values["grid_charging_disallowed"] = parameters.boolean(name)
    if not values:
        raise FleetError(400, "invalid_request")
    site.delay_strategy()
    return _write(site, **values)


async def off_grid_vehicle_charging_reserve(request: web.Request) -> web.Response:
    """`POST off_grid_vehicle_charging_reserve`."""
    site, parameters = await _writable(request)
    percent = parameters.integer("off_grid_vehicle_charging_reserve_percent", low=0, high=100)
    return _write(site, off_grid_vehicle_reserve=percent)


async def time_of_use_settings(request: web.Request) -> web.Response:
    """`POST time_of_use_settings`; zeros are left out when it is read again, as Tesla does."""
    site, parameters = await _writable(request)
    tariff = Parameters(parameters.mapping("tou_settings")).mapping("tariff_content_v2")
    site.delay_strategy(TARIFF_DELAY)
    return _write(site, tariff=_without_zeros(tariff, keep=("energy_charges", "demand_charges")))


def _without_zeros(value: Any, *, keep: tuple[str, ...]) -> Any:
    if isinstance(value, list):
        return [_without_zeros(item, keep=keep) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: item if name in keep else _without_zeros(item, keep=keep)
        for name, item in value.items()
        if isinstance(item, (dict, list)) or item != 0
    }


def _word(parameters: Parameters, name: str, words: tuple[str, ...]) -> str:
    word = parameters.text(name)
    if word not in words:
        raise FleetError(400, "invalid_request", messages={name: ["is not supported"]})
    return word
