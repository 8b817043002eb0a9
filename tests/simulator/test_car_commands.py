"""What commands do to a car, and what a car tells about it."""

import asyncio
import sys
from typing import Any

import aiohttp
import pytest

from . import MODEL_S_VIN, MODEL_Y_VIN, Simulator
from .car_commands import UnknownCommandError, execute
from .proto import actions_pb2, routing_pb2, security_pb2, state_pb2
from .protocol.faults import Fault
from .protocol.injected import InjectedFault
from .signer import INFOTAINMENT, SECURITY, Signer, action, amps

LOCK = security_pb2.UnsignedMessage(remote_key_action=security_pb2.REMOTE_KEY_LOCK).SerializeToString()
STATUS = security_pb2.UnsignedMessage(information=security_pb2.InformationRequest()).SerializeToString()
EVERYTHING = actions_pb2.GetVehicleData(
    charge_state=state_pb2.Void(),
    climate_state=state_pb2.Void(),
    drive_state=state_pb2.Void(),
    location_state=state_pb2.Void(),
    closures_state=state_pb2.Void(),
    charge_schedule_state=state_pb2.Void(),
    preconditioning_schedule_state=state_pb2.Void(),
    tire_pressure_state=state_pb2.Void(),
)
PLACE = {"lat": 52.5, "lon": 13.4}


async def vehicle_data(http: aiohttp.ClientSession, vin: str, endpoints: str) -> Any:
    async with http.get(f"/api/1/vehicles/{vin}/vehicle_data", params={"endpoints": endpoints}) as response:
        assert response.status == 200
        return (await response.json())["response"]


@pytest.mark.parametrize(
    ("name", "parameters", "section", "expected"),
    [
        ("auto_conditioning_start", {}, "climate_state", {"is_climate_on": True, "fan_status": 3}),
        ("set_temps", {"driver_temp": 19.5}, "climate_state", {"driver_temp_setting": 19.5}),
        (
            "set_climate_keeper_mode",
            {"climate_keeper_mode": 2},
            "climate_state",
            {"climate_keeper_mode": "dog", "is_climate_on": True},
        ),
        ("set_preconditioning_max", {"on": True}, "climate_state", {"defrost_mode": 2}),
        (
            "remote_seat_heater_request",
            {"seat_position": 5, "level": 2},
            "climate_state",
            {"seat_heater_rear_right": 2},
        ),
        (
            "remote_steering_wheel_heater_request",
            {"on": True},
            "climate_state",
            {"steering_wheel_heater": True},
        ),
        (
            "set_cabin_overheat_protection",
            {"on": True, "fan_only": False},
            "climate_state",
            {"cabin_overheat_protection": "On"},
        ),
        ("door_unlock", {}, "vehicle_state", {"locked": False}),
        ("actuate_trunk", {"which_trunk": "rear"}, "vehicle_state", {"rt": 1, "ft": 0}),
        ("window_control", {"command": "vent"}, "vehicle_state", {"fd_window": 1}),
        ("set_sentry_mode", {"on": True}, "vehicle_state", {"sentry_mode": True}),
        ("set_valet_mode", {"on": True}, "vehicle_state", {"valet_mode": True}),
        ("set_vehicle_name", {"vehicle_name": "Kitt"}, "vehicle_state", {"vehicle_name": "Kitt"}),
        ("charge_max_range", {}, "charge_state", {"charge_limit_soc": 100}),
        (
            "set_scheduled_charging",
            {"enable": True, "time": 90},
            "charge_state",
            {"scheduled_charging_mode": "StartAt", "scheduled_charging_start_time_app": 90},
        ),
        (
            "set_scheduled_departure",
            {"enable": True, "departure_time": 420, "preconditioning_enabled": True},
            "charge_state",
            {"scheduled_charging_mode": "DepartBy", "scheduled_departure_time_minutes": 420},
        ),
        ("honk_horn", {}, "vehicle_state", {"locked": True}),
    ],
)
async def test_commands_show_in_vehicle_data(
    simulator: Simulator,
    http: aiohttp.ClientSession,
    name: str,
    parameters: dict[str, Any],
    section: str,
    expected: dict[str, Any],
) -> None:
    simulator.cars[MODEL_S_VIN].plug()
    async with http.post(f"/api/1/vehicles/{MODEL_S_VIN}/command/{name}", json=parameters) as response:
        assert (await response.json())["response"] == {"result": True, "reason": ""}
    values = (await vehicle_data(http, MODEL_S_VIN, section))[section]
    assert {member: values[member] for member in expected} == expected


def test_what_is_switched_on_can_be_switched_off(simulator: Simulator) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    execute(car, "set_climate_keeper_mode", {"climate_keeper_mode": 1})
    execute(car, "auto_conditioning_stop", {})
    execute(car, "set_cabin_overheat_protection", {"on": False})
    execute(car, "set_scheduled_departure", {"enable": True, "departure_time": 1})
    execute(car, "set_scheduled_departure", {"enable": False})
    execute(car, "actuate_trunk", {"which_trunk": "front"})
    execute(car, "actuate_trunk", {"which_trunk": "front"})
    execute(car, "door_unlock", {})
    execute(car, "door_lock", {})
    assert not car.climate.on
    assert car.climate.keeper_mode == 0
    assert car.climate.cabin_overheat_protection == "Off"
    assert not car.scheduled_departure
    assert not car.trunks_open
    assert car.locked
    with pytest.raises(UnknownCommandError):
        execute(car, "make_coffee", {})


def test_the_cabin_gets_warm(simulator: Simulator) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    execute(car, "set_temps", {"driver_temp": 15.5, "passenger_temp": 15.5})
    execute(car, "auto_conditioning_start", {})
    simulator.advance(1200)
    assert car.climate.inside_temp == 15.5


def test_limits_and_their_refusals(simulator: Simulator) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    assert execute(car, "set_charge_limit", {"percent": 49}) == "out_of_range"
    assert execute(car, "charge_standard", {}) == "already_set"
    assert execute(car, "charge_max_range", {}) == ""
    assert execute(car, "charge_port_door_close", {}) == ""
    car.unplug()
    execute(car, "charge_port_door_open", {})
    assert car.charging.port_open
    execute(car, "charge_port_door_close", {})
    assert not car.charging.port_open


async def test_schedules_are_kept_and_told(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    schedule = {**PLACE, "days_of_week": 62, "enabled": True, "start_enabled": True, "start_time": 0}
    execute(car, "add_charge_schedule", {**schedule, "id": 7})
    execute(car, "add_charge_schedule", {**schedule, "start_time": 60, "id": 7})
    execute(car, "add_precondition_schedule", {**PLACE, "precondition_time": 420})
    endpoints = "charge_schedule_data;preconditioning_schedule_data"
    data = await vehicle_data(http, MODEL_Y_VIN, endpoints)
    (charge,) = data["charge_schedule_data"]["charge_schedules"]
    assert (charge["id"], charge["start_time"], charge["latitude"]) == (7, 60, 52.5)
    (precondition,) = data["preconditioning_schedule_data"]["precondition_schedules"]
    assert precondition["precondition_time"] == 420
    assert execute(car, "remove_charge_schedule", {"id": 8}) == "not_found"
    assert execute(car, "remove_charge_schedule", {"id": 7}) == ""
    assert execute(car, "remove_precondition_schedule", {"id": precondition["id"]}) == ""
    execute(car, "add_charge_schedule", {**schedule, "id": 7})
    execute(car, "add_precondition_schedule", {**PLACE, "precondition_time": 420})
    execute(car, "batch_remove_charge_schedules", {"home": True})
    execute(car, "batch_remove_precondition_schedules", {"home": True})
    assert not car.charge_schedules
    assert not car.precondition_schedules


async def test_a_signed_question_brings_all_that_rest_tells(simulator: Simulator, signer: Signer) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    execute(car, "add_charge_schedule", {**PLACE, "days_of_week": 62, "id": 7})
    execute(car, "add_precondition_schedule", {**PLACE, "days_of_week": 62, "id": 8})
    execute(car, "set_scheduled_charging", {"enable": True, "time": 120})
    execute(car, "set_sentry_mode", {"on": True})
    car.trunks_open.add("rear")
    payload = await signer.command(action(get_vehicle_data=EVERYTHING))
    data = actions_pb2.Response.FromString(payload).vehicle_data
    assert data.charge_state.scheduled_charging_mode == 1
    assert data.charge_state.scheduled_charging_start_time_minutes == 120
    assert data.climate_state.driver_temp_setting == 21
    assert data.climate_state.max_avail_temp_celsius == 28
    assert data.drive_state.shift_state.WhichOneof("type") == "P"
    assert data.closures_state.sentry_mode_state.WhichOneof("type") == "Armed"
    assert (data.closures_state.locked, data.closures_state.door_open_trunk_rear) == (True, True)
    assert data.charge_schedule_state.charge_schedules[0].id == 7
    assert data.preconditioning_schedule_state.precondition_schedules[0].id == 8
    assert round(data.tire_pressure_state.tpms_pressure_fl, 3) == 2.9


async def test_vehicle_security_tells_its_state(simulator: Simulator, signer: Signer) -> None:
    unsigned = signer.envelope(SECURITY)
    unsigned.application = STATUS
    answer = await signer.exchange(unsigned)
    status = security_pb2.FromVehicleSecurity.FromString(answer.application).vehicle_status
    assert (status.lock_state, status.sleep_status, status.user_presence) == (1, 1, 1)
    assert status.closures.charge_port == 1
    signed = await signer.command(STATUS, SECURITY)
    assert security_pb2.FromVehicleSecurity.FromString(signed).vehicle_status == status
    assert simulator.received[0].kind == "other"


@pytest.mark.parametrize("payload", [LOCK, b"", b"\xff\xff"])
async def test_nothing_else_goes_without_a_signature(signer: Signer, payload: bytes) -> None:
    for domain in (SECURITY, INFOTAINMENT):
        unsigned = signer.envelope(domain)
        unsigned.application = payload
        assert (await signer.exchange(unsigned)).status.fault == Fault.BAD_PARAMETER


async def test_there_are_two_domains_only(simulator: Simulator, signer: Signer) -> None:
    message = signer.envelope(routing_pb2.DOMAIN_BROADCAST)
    message.session_info_request.public_key = signer.public_key
    assert (await signer.exchange(message)).status.fault == Fault.INVALID_DOMAINS
    assert simulator.received[-1].fault == Fault.INVALID_DOMAINS


async def test_a_closure_moves_by_vehicle_security(simulator: Simulator, signer: Signer) -> None:
    request = security_pb2.ClosureMoveRequest(charge_port=security_pb2.CLOSURE_MOVE_CLOSE)
    simulator.cars[MODEL_Y_VIN].unplug()
    payload = security_pb2.UnsignedMessage(closure_move=request).SerializeToString()
    answer = await signer.command(payload, SECURITY)
    error = security_pb2.FromVehicleSecurity.FromString(answer).nominal_error
    assert error.generic_error == 1
    assert simulator.commands[-1].reason == "already closed"
    for unknown in (
        security_pb2.ClosureMoveRequest(),
        security_pb2.ClosureMoveRequest(rear_driver_door=security_pb2.CLOSURE_MOVE_MOVE),
    ):
        payload = security_pb2.UnsignedMessage(closure_move=unknown).SerializeToString()
        message = signer.sign(payload, SECURITY)
        assert (await signer.exchange(message)).status.fault == Fault.INVALID_COMMAND


async def test_refusals_can_be_ordered(simulator: Simulator, signer: Signer) -> None:
    computers = simulator.cars[MODEL_Y_VIN].computers
    computers.inject(InjectedFault(kind="refuse", reason="parental_controls_active"))
    payload = await signer.command(amps(11))
    status = actions_pb2.Response.FromString(payload).action_status
    assert (status.result, status.result_reason.plain_text) == (1, "parental_controls_active")
    computers.inject(InjectedFault(kind="refuse"))
    status = actions_pb2.Response.FromString(await signer.command(amps(11))).action_status
    assert (status.result, status.HasField("result_reason")) == (1, False)
    computers.inject(InjectedFault(kind="refuse", code=5, domain="vehicle_security"))
    answer = await signer.command(LOCK, SECURITY)
    assert security_pb2.FromVehicleSecurity.FromString(answer).nominal_error.generic_error == 5
    assert simulator.cars[MODEL_Y_VIN].charging.amps == 6
    assert [command.result for command in simulator.commands] == [False, False, False]


async def test_waiting_and_being_busy(simulator: Simulator, signer: Signer) -> None:
    await signer.handshake()
    computers = simulator.cars[MODEL_Y_VIN].computers
    computers.inject(InjectedFault(kind="wait"))
    computers.inject(InjectedFault(kind="fault", code=Fault.BUSY))
    for fault in (0, Fault.BUSY):
        status = (await signer.exchange(signer.sign(amps(11)))).status
        assert (status.operation_status, status.fault) == (routing_pb2.OPERATION_WAIT, fault)
    assert not simulator.commands


async def test_a_fault_may_come_after_the_deed(simulator: Simulator, signer: Signer) -> None:
    await signer.handshake()
    fault = InjectedFault(kind="fault", code=Fault.RESPONSE_MTU_EXCEEDED, executed=True)
    simulator.cars[MODEL_Y_VIN].computers.inject(fault)
    answer = await signer.exchange(signer.sign(amps(11)))
    assert answer.status.fault == Fault.RESPONSE_MTU_EXCEEDED
    assert simulator.commands[-1].parameters == {"charging_amps": 11}


async def test_answers_may_be_unusable(simulator: Simulator, signer: Signer) -> None:
    await signer.handshake()
    computers = simulator.cars[MODEL_Y_VIN].computers
    computers.inject(InjectedFault(kind="empty_answer"))
    assert await signer.post(signer.sign(amps(11))) == (200, {"response": None})
    computers.inject(InjectedFault(kind="undecodable"))
    _, body = await signer.post(signer.sign(amps(11)))
    assert body["response"] == "/////////////////////w=="
    computers.inject(InjectedFault(kind="hang", command="set_charging_amps"))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(signer.post(signer.sign(amps(12))), 0.1)
    assert len(simulator.commands) == 3


async def test_messages_that_are_none(signer: Signer) -> None:
    url = f"/api/1/vehicles/{MODEL_Y_VIN}/signed_command"
    for text in ("", "not base64!", "/////w=="):
        async with signer.http.post(url, json={"routable_message": text}) as response:
            assert response.status == (400 if text else 200)


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        action(),
        action(charging_start_stop=actions_pb2.ChargingStartStop()),
        action(remote_seat_heater_request=actions_pb2.SeatHeaters()),
        action(remote_seat_cooler_request=actions_pb2.SeatCoolers()),
    ],
)
async def test_half_an_action_is_none(signer: Signer, payload: bytes) -> None:
    await signer.handshake()
    assert (await signer.exchange(signer.sign(payload))).status.fault == Fault.INVALID_COMMAND
    await signer.handshake(SECURITY)
    assert (await signer.exchange(signer.sign(b"", SECURITY))).status.fault == Fault.INVALID_COMMAND


async def test_actions_that_share_a_message(simulator: Simulator, signer: Signer) -> None:
    for payload in (
        action(hvac_auto=actions_pb2.OnOverride(on=True)),
        action(speed_limit=actions_pb2.ActivatePin(pin="1234")),
        action(parental_controls=actions_pb2.ActivatePin(activate=True, pin="1234")),
        action(media_volume=actions_pb2.Volume(delta=-1)),
    ):
        await signer.command(payload)
    assert [command.name for command in simulator.commands] == [
        "auto_conditioning_start",
        "speed_limit_deactivate",
        "parental_controls_activate",
        "media_volume_down",
    ]


async def test_a_nonce_has_twelve_bytes(simulator: Simulator, signer: Signer) -> None:
    simulator.accepts_encrypted_requests = True
    await signer.handshake()
    message = signer.sign(amps(11), encrypt=True)
    message.signature_data.aes_gcm.nonce = b"short"
    assert (await signer.exchange(message)).status.fault == Fault.IV_INCORRECT_LENGTH


async def test_it_runs_by_itself(socket_enabled: None) -> None:
    """What script/demo starts."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.simulator", "--port", "0", "--speed", "60", "--trace", "cloudy"),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    line = (await process.stdout.readline()).decode()
    url = line.split()[3]
    async with aiohttp.ClientSession() as http, http.get(f"{url}/simulator") as response:
        assert (await response.json())["speed"] == 60
    process.terminate()
    assert await process.wait() == 0
