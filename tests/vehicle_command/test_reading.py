"""Reading the state of a car by signed message."""

import pytest

from custom_components.tesla_home_energy.vehicle_command import StateCategory, VehicleCommandClient
from custom_components.tesla_home_energy.vehicle_command.proto.car_server_pb2 import Action, Response
from custom_components.tesla_home_energy.vehicle_command.reading import state_request

from .fake_car import Car

# Numbers of the fields of GetVehicleData and of VehicleData (protobuf/car_server.proto, vehicle.proto).
NUMBERS = {
    StateCategory.CHARGE: (2, "charge_state"),
    StateCategory.CLIMATE: (3, "climate_state"),
    StateCategory.DRIVE: (4, "drive_state"),
    StateCategory.LOCATION: (7, "location_state"),
    StateCategory.CLOSURES: (8, "closures_state"),
    StateCategory.CHARGE_SCHEDULE: (10, "charge_schedule_state"),
    StateCategory.PRECONDITION_SCHEDULE: (11, "preconditioning_schedule_state"),
    StateCategory.TIRE_PRESSURE: (14, "tire_pressure_state"),
    StateCategory.MEDIA: (15, "media_state"),
    StateCategory.MEDIA_DETAIL: (16, "media_detail_state"),
    StateCategory.SOFTWARE_UPDATE: (17, "software_update_state"),
    StateCategory.PARENTAL_CONTROLS: (19, "parental_controls_state"),
}


@pytest.mark.parametrize("category", StateCategory)
async def test_each_category_is_asked_for_and_read(
    client: VehicleCommandClient, car: Car, category: StateCategory
) -> None:
    number, field = NUMBERS[category]
    car.infotainment.application = lambda _: Response(
        actionStatus={}, vehicleData={field: {}}
    ).SerializeToString()
    data = await client.read(category)
    assert [fields.name for fields, _ in data.ListFields()] == [field]
    tag = bytes([number << 3 | 2, 0]) if number < 16 else bytes([number << 3 & 0x7F | 0x82, 1, 0])
    question = b"\x0a" + bytes([len(tag)]) + tag
    assert car.infotainment.executed == [b"\x12" + bytes([len(question)]) + question]


def test_several_at_once() -> None:
    question = Action.FromString(state_request(StateCategory.CHARGE, StateCategory.DRIVE))
    asked = question.vehicleAction.getVehicleData
    assert {field.number for field, _ in asked.ListFields()} == {2, 4}


async def test_absent_is_neither_zero_nor_false(client: VehicleCommandClient, car: Car) -> None:
    state = Response(vehicleData={"charge_state": {"charging_amps": 0, "charging_state": {"Stopped": {}}}})
    car.infotainment.application = lambda _: state.SerializeToString()
    charge = (await client.read(StateCategory.CHARGE)).charge_state
    assert charge.HasField("charging_amps")
    assert charge.charging_amps == 0
    assert not charge.HasField("battery_level")
    assert not charge.HasField("charge_port_door_open")
    assert charge.charging_state.WhichOneof("type") == "Stopped"
