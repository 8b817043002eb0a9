"""Commands to cars: signed ones, and plain REST ones for cars without the protocol."""

from base64 import b64decode, b64encode
import binascii
from typing import Any

from aiohttp import web
from google.protobuf.message import DecodeError

from . import connection
from .answers import FleetError, answer, json_object
from .car import Car
from .car_commands import UnknownCommandError, execute
from .commands import Command
from .gate_keys import COUNTED_STATUS, access_of
from .proto import routing_pb2
from .protocol.dispatch import Exchange, command_name
from .rest_parameters import rest_parameters
from .scopes import ANY_COMMAND, require, require_for_command
from .vehicles import car_of, require_awake
from .world_key import simulator_of


async def signed_command(request: web.Request) -> web.StreamResponse:
    """`POST /vehicles/{vin}/signed_command`.

    Known: 422 for a car without the protocol; Tesla's servers read the command and refuse encrypted ones (the
    status of that is assumed).
    """
    car = car_of(request)
    if car.command_signing == "off":
        raise FleetError(
            422,
            "vehicle does not support the Tesla Vehicle Command Protocol, please refer to the documentation "
            "here: https://developer.tesla.com/docs/fleet-api/announcements"
            "#2023-10-09-rest-api-vehicle-commands-endpoint-deprecation-warning",
        )
    message = _message((await json_object(request)).text("routable_message"))
    _check_readable(request, message)
    require_awake(car)
    simulator = simulator_of(request)
    exchange = Exchange(car=car, request=message)
    delivery = exchange.run()
    car.touch()
    if exchange.received is not None:
        simulator.received.append(exchange.received)
    if exchange.command is not None:
        simulator.record(car, exchange.command)
        if delivery.ending in ("cut", "hang"):
            # The answer was made; that it got lost is nobody's discount.
            request[COUNTED_STATUS] = web.HTTPOk.status_code
    match delivery.ending:
        case "cut":
            return connection.cut(request)
        case "hang":
            return await connection.hang(request)
        case "empty":
            return answer(None)
    return answer(b64encode(delivery.answer).decode())


def _message(text: str) -> routing_pb2.RoutableMessage:
    try:
        return routing_pb2.RoutableMessage.FromString(b64decode(text, validate=True))
    except binascii.Error, DecodeError, ValueError:
        raise FleetError(400, "invalid_request") from None


def _check_readable(request: web.Request, message: routing_pb2.RoutableMessage) -> None:
    granted = access_of(request).scopes
    encrypted = message.signature_data.WhichOneof("signature") == "aes_gcm"
    if encrypted and not simulator_of(request).accepts_encrypted_requests:
        raise FleetError(400, "invalid_request")
    name = command_name(message)
    if name is None or name in ("ping", "get_vehicle_data"):
        require(granted, ANY_COMMAND)
    else:
        require_for_command(granted, name)


async def rest_command(request: web.Request) -> web.StreamResponse:
    """`POST /vehicles/{tag}/command/{name}`."""
    car = car_of(request)
    name = request.match_info["name"]
    require_for_command(access_of(request).scopes, name)
    parameters = rest_parameters(name, await json_object(request, optional=True))
    if car.command_signing == "required":
        if car.hard_locked:
            # Reported: some cars refuse themselves (vehicle-command issue 76).
            return _result("unsigned_cmds_hardlocked")
        raise FleetError(
            403,
            "Tesla Vehicle Command Protocol required, please refer to the documentation here: "
            "https://developer.tesla.com/docs/fleet-api"
            "#2023-10-09-rest-api-vehicle-commands-endpoint-deprecation-warning",
        )
    require_awake(car)
    return _result(_carry_out(request, car, name, parameters))


def _carry_out(request: web.Request, car: Car, name: str, parameters: dict[str, Any]) -> str:
    try:
        reason = execute(car, name, parameters)
    except UnknownCommandError:
        raise FleetError(400, "invalid_command") from None
    record = Command(
        vin=car.vin,
        name=name,
        parameters=parameters,
        time=car.clock.now(),
        result=not reason,
        reason=reason,
    )
    simulator_of(request).record(car, record)
    return reason


def _result(reason: str) -> web.Response:
    return answer({"result": not reason, "reason": reason})
