"""What stands before every endpoint: faults, region, token, registration, limits, and the ledger."""

from datetime import timedelta
from typing import Final

from aiohttp import web

from . import connection
from .answers import FleetError
from .faults import HttpFault
from .gate_keys import ACCESS, BROKEN, COUNTED_STATUS
from .mangling import mangled
from .routes_table import Endpoint, Handler, endpoint_of
from .scopes import require
from .tokens import InvalidTokenError
from .usage import UsedRequest
from .world_key import simulator_of

_WINDOW: Final = timedelta(minutes=1)
_CARRIED_OUT: Final = frozenset({"answer_after", "cut_after", "delay", "mangled"})


@web.middleware
async def gate(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let a request through to its endpoint, or not."""
    simulator = simulator_of(request)
    simulator.catch_up()
    if request.path.startswith("/simulator"):
        return await _guarded(request, handler)
    endpoint = endpoint_of(request)
    status: int | None = None
    try:
        fault = simulator.faults.take(request.method, request.path)
        if fault is not None:
            await connection.late(fault.delay)
            if fault.kind not in _CARRIED_OUT:
                response = await _faulty(request, fault)
                status = fault.status if fault.kind == "answer" else None
                return response
        response = await _guarded(request, handler)
        status = request.get(COUNTED_STATUS) if BROKEN in request else response.status
        if fault is None or fault.kind == "delay":
            return response
        if fault.kind == "mangled":
            return _mangled(response, fault)
        if fault.kind == "answer_after":
            status = fault.status
        return await _faulty(request, fault)
    finally:
        if endpoint is not None and endpoint.category is not None:
            simulator.usage.requests.append(
                UsedRequest(
                    method=request.method,
                    endpoint=endpoint.path,
                    path=request.path,
                    query=request.query_string,
                    category=endpoint.category,
                    status=status,
                    time=simulator.clock.now(),
                )
            )


async def _guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
    endpoint = endpoint_of(request)
    try:
        if endpoint is not None and endpoint.authorized:
            _admit(request, endpoint)
        return await handler(request)
    except FleetError as error:
        return error.response()
    except web.HTTPNotFound:
        return FleetError(404, "not_found").response()
    except web.HTTPMethodNotAllowed as error:
        return FleetError(405, "method_not_allowed", headers={"Allow": error.headers["Allow"]}).response()
    except web.HTTPRequestEntityTooLarge:
        return FleetError(413, "invalid_request").response()


async def _faulty(request: web.Request, fault: HttpFault) -> web.StreamResponse:
    match fault.kind:
        case "cut" | "cut_after":
            return connection.cut(request)
        case "hang":
            return await connection.hang(request)
        case "garbage":
            return connection.garbage(request)
    if fault.text is not None:
        headers = {"Content-Type": "text/html; charset=utf-8", **fault.headers}
        return web.Response(text=fault.text, status=fault.status, headers=headers)
    if fault.body is None:
        return web.Response(status=fault.status, headers=fault.headers)
    return web.json_response(fault.body, status=fault.status, headers=fault.headers)


def _mangled(response: web.StreamResponse, fault: HttpFault) -> web.StreamResponse:
    """Spoil an answer; the body alone is wrong, status and headers stay as they are."""
    body = response.body if isinstance(response, web.Response) else None
    if not isinstance(body, bytes):
        return response
    return web.Response(
        body=mangled(body, fault.seed), status=response.status, content_type=response.content_type
    )


def _admit(request: web.Request, endpoint: Endpoint) -> None:
    simulator = simulator_of(request)
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    try:
        access = simulator.tokens.check(token.strip() if scheme.lower() == "bearer" else "")
    except InvalidTokenError as error:
        raise FleetError(401, str(error)) from None
    host = request.host
    if endpoint.regional:
        simulator.region.check(host)
    simulator.partner.check_registered(access.client_id, host, endpoint)
    if endpoint.partner != access.partner:
        if endpoint.partner:
            raise FleetError(400, "Expected partner account")
        raise FleetError(403, "forbidden, see https://developer.tesla.com/docs/fleet-api")
    if simulator.usage.exceeded():
        raise FleetError(403, "account disabled: EXCEEDED_LIMIT")
    require(access.scopes, endpoint.scopes)
    _check_rate(request, endpoint)
    request[ACCESS] = access


def _check_rate(request: web.Request, endpoint: Endpoint) -> None:
    simulator = simulator_of(request)
    limit = simulator.rate_limits.get(endpoint.category or "")
    if limit is None:
        return
    now = simulator.clock.now()
    recent = [
        used.time
        for used in simulator.usage.requests
        if used.category == endpoint.category and used.time > now - _WINDOW
    ]
    if len(recent) >= limit:
        seconds = max(1, round((min(recent, default=now) + _WINDOW - now).total_seconds()))
        headers = {
            "Retry-After": str(seconds),
            "RateLimit-Limit": str(limit),
            "RateLimit-Remaining": "0",
            "RateLimit-Reset": str(seconds),
        }
        raise FleetError(429, f"Retry in {seconds} seconds", headers=headers)
