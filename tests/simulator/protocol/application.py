"""The application layer: commands are executed, questions answered."""

from dataclasses import dataclass
from typing import Final

from tests.simulator.car import Car
from tests.simulator.car_commands import execute
from tests.simulator.proto import actions_pb2, routing_pb2, security_pb2

from .infotainment import Named
from .injected import InjectedFault
from .vehicle_security import INFORMATION
from .vehicle_state import vehicle_data

# Known: errors.proto.
GENERIC_ERROR_UNKNOWN: Final = 1

SUCCESS: Final = bytes.fromhex("0a00")
"""What Infotainment answers when all is well (known)."""

WAIT: Final = security_pb2.FromVehicleSecurity(
    command_status=security_pb2.CommandStatus(operation_status=security_pb2.CommandStatus.STATUS_WAIT)
).SerializeToString()
"""What vehicle security answers when it wants to be asked again (known)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The answer's payload, and the reason if the car refused."""

    payload: bytes
    reason: str = ""


def _status(reason: str) -> actions_pb2.ActionStatus:
    if not reason:
        return actions_pb2.ActionStatus(result=actions_pb2.ActionStatus.RESULT_OK)
    return actions_pb2.ActionStatus(
        result=actions_pb2.ActionStatus.RESULT_ERROR,
        result_reason=actions_pb2.ResultReason(plain_text=reason),
    )


def ask_infotainment(car: Car, named: Named, action: actions_pb2.VehicleAction) -> Outcome:
    """Execute an action of Infotainment."""
    name, parameters = named
    response = actions_pb2.Response()
    if name == "get_vehicle_data":
        car.touch()
        response.vehicle_data.CopyFrom(vehicle_data(car, action.get_vehicle_data))
        reason = ""
    else:
        reason = execute(car, name, parameters)
    if name == "ping":
        response.ping.ping_id = action.ping.ping_id
        response.ping.local_timestamp.FromDatetime(car.clock.now())
    # The status is there even when it says nothing but "ok" (known: an empty success is 0a 00).
    response.action_status.CopyFrom(_status(reason))
    return Outcome(payload=response.SerializeToString(), reason=reason)


def ask_vehicle_security(car: Car, named: Named) -> Outcome:
    """Execute a request of vehicle security; success has no payload (known: protocol.md)."""
    name, parameters = named
    if name == INFORMATION:
        return Outcome(payload=vehicle_status(car))
    reason = execute(car, name, parameters)
    return Outcome(payload=_nominal_error(GENERIC_ERROR_UNKNOWN) if reason else b"", reason=reason)


def refusal(domain: int, injected: InjectedFault) -> Outcome:
    """Return the refusal that was asked for."""
    if domain == routing_pb2.DOMAIN_VEHICLE_SECURITY:
        code = injected.code or GENERIC_ERROR_UNKNOWN
        return Outcome(payload=_nominal_error(code), reason=injected.reason or f"generic error {code}")
    response = actions_pb2.Response(action_status=_status(injected.reason or "refused"))
    if not injected.reason:
        response.action_status.ClearField("result_reason")
    return Outcome(payload=response.SerializeToString(), reason=injected.reason or "refused")


def _nominal_error(code: int) -> bytes:
    return security_pb2.FromVehicleSecurity(
        nominal_error=security_pb2.NominalError(generic_error=code)
    ).SerializeToString()


def vehicle_status(car: Car) -> bytes:
    """Return what vehicle security tells: closures, lock, sleep, presence."""
    status = security_pb2.VehicleStatus(
        lock_state=int(car.locked),
        sleep_status=1 if car.state == "online" else 2,
        user_presence=2 if car.user_present else 1,
    )
    status.closures.front_trunk = int("front" in car.trunks_open)
    status.closures.rear_trunk = int("rear" in car.trunks_open)
    status.closures.charge_port = int(car.charging.port_open)
    return security_pb2.FromVehicleSecurity(vehicle_status=status).SerializeToString()
