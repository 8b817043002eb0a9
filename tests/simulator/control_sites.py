"""The control door of energy sites."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, Final

from aiohttp import web

from .answers import FleetError, Parameters, json_object
from .energy_site import EnergySite
from .site_answers import live_status
from .traces import TRACE_NAMES, trace
from .world_key import simulator_of


def site_state(site: EnergySite) -> dict[str, Any]:
    """Return what the control door tells about a site."""
    return {
        "live_status": live_status(site) if site.info else None,
        "settings": {name: value for name, value in asdict(site.settings).items() if name != "tariff"},
        "strategy": site.plan(site.clock.now()).strategy,
        "grid_connected": site.grid_connected,
        "storm": site.storm,
        "level": site.powerwall.level if site.powerwall is not None else None,
        "missed_writes": site.missed_writes,
        "broken": site.broken,
    }


def _site(request: web.Request) -> EnergySite:
    site = simulator_of(request).sites.get(int(request.match_info["site_id"]))
    if site is None:
        raise FleetError(404, "not_found")
    return site


async def show(request: web.Request) -> web.Response:
    """`GET /simulator/sites/{site_id}`."""
    return web.json_response(site_state(_site(request)))


def _level(site: EnergySite, body: Parameters) -> None:
    if site.powerwall is not None:
        site.powerwall.level = min(100.0, max(0.0, body.number("level")))


def _trace(site: EnergySite, body: Parameters) -> None:
    if body.text("trace") not in TRACE_NAMES:
        raise FleetError(400, "There is no such day")
    site.day = trace(body.text("trace"))


def _frozen(site: EnergySite, body: Parameters) -> None:
    site.frozen = live_status(site) if body.boolean("frozen") else None


def _grid_connected(site: EnergySite, body: Parameters) -> None:
    site.grid_connected = body.boolean("grid_connected")


def _storm(site: EnergySite, body: Parameters) -> None:
    site.storm = body.boolean("storm")


def _solar_factor(site: EnergySite, body: Parameters) -> None:
    site.solar_factor = max(0.0, body.number("solar_factor"))


def _extra_load(site: EnergySite, body: Parameters) -> None:
    site.extra_load = max(0.0, body.number("extra_load"))


def _missed_writes(site: EnergySite, body: Parameters) -> None:
    site.missed_writes = body.integer("missed_writes", low=0)


def _broken(site: EnergySite, body: Parameters) -> None:
    site.broken = body.integer("broken", None, low=400, high=599)


_MEMBERS: Final[dict[str, Callable[[EnergySite, Parameters], None]]] = {
    "broken": _broken,
    "extra_load": _extra_load,
    "frozen": _frozen,
    "grid_connected": _grid_connected,
    "level": _level,
    "missed_writes": _missed_writes,
    "solar_factor": _solar_factor,
    "storm": _storm,
    "trace": _trace,
}


async def change(request: web.Request) -> web.Response:
    """`POST /simulator/sites/{site_id}`: any of the members above."""
    site = _site(request)
    body = await json_object(request)
    for name in body.values:
        member = _MEMBERS.get(name)
        if member is None:
            raise FleetError(400, f"A site has no {name}")
        member(site, body)
    return web.json_response(site_state(site))


async def add(request: web.Request) -> web.Response:
    """`POST /simulator/sites`: `kind` solar or ghost."""
    body = await json_object(request)
    try:
        site = simulator_of(request).add_site(body.text("kind"))
    except KeyError:
        raise FleetError(400, "A site is solar or ghost") from None
    return web.json_response(site_state(site) | {"site_id": site.site_id})


ROUTES: Final = (
    ("POST", "/simulator/sites", add),
    ("GET", "/simulator/sites/{site_id:[0-9]{1,20}}", show),
    ("POST", "/simulator/sites/{site_id:[0-9]{1,20}}", change),
)
