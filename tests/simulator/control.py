"""The control door: what a test or a person may see and do that Tesla would not let them."""

from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from aiohttp import web

from .accounts import Application, User
from .answers import FleetError, Parameters, json_object
from .control_cars import car_state
from .control_sites import site_state
from .faults import HttpFault
from .scopes import SCOPES
from .world_key import simulator_of

FASTEST: Final = 100_000.0
LONGEST_ADVANCE: Final = 366 * 86_400.0


def _plain(record: Any) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(record).items()
    }


def _refuse(error: ValueError) -> FleetError:
    return FleetError(400, str(error))


async def state(request: web.Request) -> web.Response:
    """`GET /simulator`: everything at a glance."""
    simulator = simulator_of(request)
    return web.json_response(
        {
            "now": simulator.clock.now().isoformat(),
            "speed": simulator.clock.speed,
            "cars": {vin: car_state(car) for vin, car in simulator.cars.items()},
            "sites": {str(number): site_state(site) for number, site in simulator.sites.items()},
            "usage": simulator.usage.summary(),
            "commands": len(simulator.commands),
        }
    )


async def reset(request: web.Request) -> web.Response:
    """`POST /simulator/reset`."""
    simulator_of(request).reset()
    return await state(request)


async def clock(request: web.Request) -> web.Response:
    """`POST /simulator/clock`: `now` (ISO 8601), `advance` (s), `speed`."""
    simulator = simulator_of(request)
    body = await json_object(request)
    if "now" in body:
        try:
            moment = datetime.fromisoformat(body.text("now"))
        except ValueError as error:
            raise _refuse(error) from None
        simulator.clock.set(moment if moment.tzinfo else moment.replace(tzinfo=simulator.clock.time_zone))
    if "speed" in body:
        simulator.clock.speed = min(FASTEST, max(0.0, body.number("speed")))
    if "advance" in body:
        simulator.advance(min(LONGEST_ADVANCE, max(0.0, body.number("advance"))))
    return await state(request)


async def commands(request: web.Request) -> web.Response:
    """`GET /simulator/commands`: those that cars took, and all messages with the verdicts on them."""
    simulator = simulator_of(request)
    return web.json_response(
        {
            "commands": [_plain(command) for command in simulator.commands],
            "received": [_plain(message) for message in simulator.received],
        }
    )


async def forget_commands(request: web.Request) -> web.Response:
    """`DELETE /simulator/commands`."""
    simulator = simulator_of(request)
    simulator.commands.clear()
    simulator.received.clear()
    for car in simulator.cars.values():
        car.commands.clear()
    return web.json_response({})


async def usage(request: web.Request) -> web.Response:
    """`GET /simulator/usage`."""
    ledger = simulator_of(request).usage
    requests = [_plain(used) | {"billed": used.billed} for used in ledger.requests]
    return web.json_response({**ledger.summary(), "requests": requests})


async def forget_usage(request: web.Request) -> web.Response:
    """`DELETE /simulator/usage`."""
    simulator_of(request).usage.clear()
    return web.json_response({})


async def settings(request: web.Request) -> web.Response:
    """`POST /simulator/settings`: limits, region, registration, encrypted requests."""
    simulator = simulator_of(request)
    body = await json_object(request)
    for name, value in body.mapping("rate_limits", {}).items():
        simulator.rate_limits[name] = Parameters({name: value}).integer(name, low=0)
    if "spending_limit" in body:
        simulator.usage.spending_limit = body.number("spending_limit", None)
    if "region" in body:
        simulator.region.name = body.text("region")
    if "region_base_url" in body:
        simulator.region.base_url = body.text("region_base_url", None)
    if "registration_required" in body:
        simulator.partner.required = body.boolean("registration_required")
    for domain, base in body.mapping("domains", {}).items():
        simulator.partner.domains[domain] = Parameters({domain: base}).text(domain)
    if "accepts_encrypted_requests" in body:
        simulator.accepts_encrypted_requests = body.boolean("accepts_encrypted_requests")
    return web.json_response({})


async def faults(request: web.Request) -> web.Response:
    """`POST /simulator/faults`: an `HttpFault`."""
    body = await json_object(request)
    try:
        fault = HttpFault(
            kind=body.text("kind", "answer"),
            path=body.text("path", "*"),
            method=body.text("method", None),
            count=body.integer("count", None) if "count" in body else 1,
            delay=body.number("delay", 0.0),
            seed=body.integer("seed", 0),
            status=body.integer("status", 500, low=200, high=599),
            body=body.values.get("body"),
            text=body.text("text", None),
            headers={name: str(value) for name, value in body.mapping("headers", {}).items()},
        )
    except ValueError as error:
        raise _refuse(error) from None
    simulator_of(request).faults.add(fault)
    return web.json_response({})


async def clear_faults(request: web.Request) -> web.Response:
    """`DELETE /simulator/faults`."""
    simulator_of(request).faults.clear()
    return web.json_response({})


async def oauth(request: web.Request) -> web.Response:
    """`POST /simulator/oauth`: applications, users, lifetimes, expiry, revocation."""
    simulator = simulator_of(request)
    body = await json_object(request)
    if "application" in body:
        item = Parameters(body.mapping("application"))
        simulator.accounts.add_application(
            Application(
                client_id=item.text("client_id"),
                client_secret=item.text("client_secret", None),
                name=item.text("name", "Demo Home"),
                redirect_uris=set(item.texts("redirect_uris", [])),
                loopback_redirects=item.boolean("loopback_redirects", default=True),
                scopes=frozenset(item.texts("scopes", list(SCOPES))),
                allowed_origins=set(item.texts("allowed_origins", [])),
            )
        )
    if "user" in body:
        item = Parameters(body.mapping("user"))
        user = User(**{name: item.text(name) for name in ("subject", "email", "full_name") if name in item})
        user.region = item.text("region", user.region)
        simulator.accounts.add_user(user)
    if "sign_in" in body:
        subject = body.text("sign_in")
        if subject not in simulator.accounts.users:
            raise FleetError(400, "There is no such user")
        simulator.accounts.signed_in = subject
    if "expires_in" in body:
        simulator.tokens.expires_in = body.integer("expires_in", low=1, high=10**9)
    if body.boolean("expire_access_tokens", default=False):
        simulator.tokens.expire_access_tokens()
    if body.boolean("revoke", default=False):
        simulator.tokens.revoke()
    return web.json_response({})


async def token(request: web.Request) -> web.Response:
    """`POST /simulator/token`: what the token endpoint would answer, without the sign-in."""
    scopes = (await json_object(request, optional=True)).texts("scopes", list(SCOPES))
    return web.json_response(simulator_of(request).token_response(scopes))


ROUTES: Final = (
    ("GET", "/simulator", state),
    ("POST", "/simulator/reset", reset),
    ("POST", "/simulator/clock", clock),
    ("GET", "/simulator/commands", commands),
    ("DELETE", "/simulator/commands", forget_commands),
    ("GET", "/simulator/usage", usage),
    ("DELETE", "/simulator/usage", forget_usage),
    ("POST", "/simulator/settings", settings),
    ("POST", "/simulator/faults", faults),
    ("DELETE", "/simulator/faults", clear_faults),
    ("POST", "/simulator/oauth", oauth),
    ("POST", "/simulator/token", token),
)
