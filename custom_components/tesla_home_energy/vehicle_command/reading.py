"""Reading the state of a car by signed command.

The Fleet API's own `vehicle_data` tells more; reading this way shows what became of a command whose answer
was lost. That the Fleet API lets it pass is assumed.
"""

from enum import StrEnum

from .proto.car_server_pb2 import Action, GetVehicleData, Ping, VehicleAction


class StateCategory(StrEnum):
    """A part of the state of a car; the values are those of Tesla's own command line tool."""

    CHARGE = "charge"
    CLIMATE = "climate"
    DRIVE = "drive"
    LOCATION = "location"
    CLOSURES = "closures"
    CHARGE_SCHEDULE = "charge_schedule"
    PRECONDITION_SCHEDULE = "precondition_schedule"
    TIRE_PRESSURE = "tire_pressure"
    MEDIA = "media"
    MEDIA_DETAIL = "media_detail"
    SOFTWARE_UPDATE = "software_update"
    PARENTAL_CONTROLS = "parental_controls"


_FIELDS = {
    StateCategory.CHARGE: "getChargeState",
    StateCategory.CLIMATE: "getClimateState",
    StateCategory.DRIVE: "getDriveState",
    StateCategory.LOCATION: "getLocationState",
    StateCategory.CLOSURES: "getClosuresState",
    StateCategory.CHARGE_SCHEDULE: "getChargeScheduleState",
    StateCategory.PRECONDITION_SCHEDULE: "getPreconditioningScheduleState",
    StateCategory.TIRE_PRESSURE: "getTirePressureState",
    StateCategory.MEDIA: "getMediaState",
    StateCategory.MEDIA_DETAIL: "getMediaDetailState",
    StateCategory.SOFTWARE_UPDATE: "getSoftwareUpdateState",
    StateCategory.PARENTAL_CONTROLS: "getParentalControlsState",
}


def state_request(*categories: StateCategory) -> bytes:
    """Return the serialized question for some categories; the reference asks for one at a time."""
    question = GetVehicleData()
    for category in categories:
        getattr(question, _FIELDS[category]).SetInParent()
    return Action(vehicleAction=VehicleAction(getVehicleData=question)).SerializeToString()


def ping_request() -> bytes:
    """Return the serialized command that does nothing but prove that key and session are good."""
    return Action(vehicleAction=VehicleAction(ping=Ping(ping_id=1))).SerializeToString()
