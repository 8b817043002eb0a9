"""Signed commands over HTTP, from the handshake to the car's battery."""

import aiohttp
from cryptography.exceptions import InvalidTag
import pytest

from . import MODEL_Y_VIN, Simulator
from .faults import HttpFault
from .proto import actions_pb2, security_pb2, signature_pb2, state_pb2
from .protocol.faults import Fault
from .protocol.injected import InjectedFault
from .signer import INFOTAINMENT, SECURITY, Signer, action, amps

LOCK = security_pb2.UnsignedMessage(remote_key_action=security_pb2.REMOTE_KEY_LOCK).SerializeToString()
UNLOCK = security_pb2.UnsignedMessage(remote_key_action=security_pb2.REMOTE_KEY_UNLOCK).SerializeToString()
START = action(charging_start_stop=actions_pb2.ChargingStartStop(charge_start=state_pb2.Void()))
STOP = action(charging_start_stop=actions_pb2.ChargingStartStop(charge_stop=state_pb2.Void()))


def reason(payload: bytes) -> str:
    status = actions_pb2.Response.FromString(payload).action_status
    return status.result_reason.plain_text if status.result else ""


async def test_amps_reach_the_charger_and_are_recorded(simulator: Simulator, signer: Signer) -> None:
    assert reason(await signer.command(amps(12))) == ""

    (command,) = simulator.commands
    assert (command.name, command.parameters) == ("set_charging_amps", {"charging_amps": 12})
    assert (command.domain, command.signature, command.counter) == ("infotainment", "hmac", 1)
    simulator.advance(30)
    assert simulator.cars[MODEL_Y_VIN].charging.current == 12


async def test_success_has_the_bytes_that_tesla_sends(signer: Signer) -> None:
    assert (await signer.command(amps(8))).hex() == "0a00"
    assert await signer.command(LOCK, SECURITY) == b""


async def test_a_command_that_comes_twice_is_executed_once(simulator: Simulator, signer: Signer) -> None:
    await signer.handshake()
    message = signer.sign(amps(10))
    first = await signer.exchange(message)
    second = await signer.exchange(message)
    assert (first.status.fault, second.status.fault) == (0, Fault.INVALID_TOKEN_OR_COUNTER)
    assert second.session_info
    assert len(simulator.commands) == 1


async def test_domains_have_keys_epochs_and_counters_of_their_own(
    simulator: Simulator, signer: Signer
) -> None:
    infotainment, security = await signer.handshake(INFOTAINMENT), await signer.handshake(SECURITY)
    for domain in (INFOTAINMENT, SECURITY):
        answer = await signer.ask_session(domain)
        assert signer.last_request is not None
        assert answer.request_uuid == signer.last_request.uuid
    assert infotainment.info.public_key != security.info.public_key
    assert infotainment.info.epoch != security.info.epoch
    await signer.command(UNLOCK, SECURITY)
    assert not simulator.cars[MODEL_Y_VIN].locked
    assert (await signer.handshake(SECURITY)).info.counter == 1
    assert (await signer.handshake(INFOTAINMENT)).info.counter == 0


async def test_vehicle_security_wants_rising_counters(signer: Signer) -> None:
    await signer.handshake(SECURITY)
    await signer.exchange(signer.sign(LOCK, SECURITY, counter=5))
    late = await signer.exchange(signer.sign(LOCK, SECURITY, counter=4))
    assert late.status.fault == Fault.INVALID_TOKEN_OR_COUNTER


@pytest.mark.parametrize(("answer_kind", "fault"), [("status", 0), ("fault", Fault.UNKNOWN_KEY_ID)])
async def test_an_unpaired_key_gets_no_session(
    simulator: Simulator, signer: Signer, answer_kind: str, fault: int
) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    car.computers.unpaired_answer = answer_kind
    await signer.handshake()
    car.unpair(signer.public_key)
    answer = await signer.ask_session()
    assert answer.status.fault == fault
    info = signature_pb2.SessionInfo.FromString(answer.session_info)
    assert info.status == (0 if fault else signature_pb2.SessionInfo.STATUS_KEY_NOT_ON_WHITELIST)
    assert not info.public_key
    refused = await signer.exchange(signer.sign(amps(7)))
    assert refused.status.fault == Fault.UNKNOWN_KEY_ID
    assert not simulator.commands


async def test_a_reboot_costs_one_resynchronization(simulator: Simulator, signer: Signer) -> None:
    await signer.command(amps(9))
    simulator.cars[MODEL_Y_VIN].computers.infotainment.reboot()
    refused = await signer.exchange(signer.sign(amps(10)))
    assert refused.status.fault == Fault.INCORRECT_EPOCH
    signer.adopt(refused, INFOTAINMENT)
    assert reason(await signer.command(amps(10))) == ""


async def test_a_clock_that_runs_ahead_lets_commands_expire(simulator: Simulator, signer: Signer) -> None:
    await signer.handshake()
    simulator.cars[MODEL_Y_VIN].computers.infotainment.step_clock(600)
    refused = await signer.exchange(signer.sign(amps(10)))
    assert refused.status.fault == Fault.TIME_EXPIRED


async def test_another_user_of_the_key_pushes_the_counter_on(simulator: Simulator, signer: Signer) -> None:
    await signer.command(amps(9))
    simulator.cars[MODEL_Y_VIN].computers.infotainment.bump_counters(100)
    refused = await signer.exchange(signer.sign(amps(10)))
    assert refused.status.fault == Fault.INVALID_TOKEN_OR_COUNTER
    signer.adopt(refused, INFOTAINMENT)
    assert reason(await signer.command(amps(10))) == ""


async def test_a_replaced_computer_does_not_know_the_old_key(simulator: Simulator, signer: Signer) -> None:
    await signer.command(amps(9))
    simulator.cars[MODEL_Y_VIN].computers.infotainment.replace_key()
    refused = await signer.exchange(signer.sign(amps(10)))
    assert refused.status.fault == Fault.INVALID_SIGNATURE
    del signer.sessions[INFOTAINMENT]
    assert reason(await signer.command(amps(10))) == ""


async def test_encrypted_requests_are_refused_on_the_way_unless_switched_on(
    simulator: Simulator, signer: Signer
) -> None:
    await signer.handshake()
    status, _ = await signer.post(signer.sign(amps(11), encrypt=True))
    assert status == 400
    simulator.accepts_encrypted_requests = True
    answer = await signer.exchange(signer.sign(amps(11), encrypt=True))
    assert signer.decrypt(answer, INFOTAINMENT).hex() == "0a00"
    assert simulator.commands[-1].signature == "aes_gcm"


async def test_old_firmware_answers_in_the_clear(simulator: Simulator, signer: Signer) -> None:
    simulator.cars[MODEL_Y_VIN].computers.encrypts_answers = False
    await signer.handshake()
    answer = await signer.exchange(signer.sign(amps(11)))
    assert answer.application.hex() == "0a00"
    assert not answer.HasField("signature_data")


async def test_a_car_may_demand_encrypted_answers(simulator: Simulator, signer: Signer) -> None:
    simulator.cars[MODEL_Y_VIN].computers.requires_encrypted_answers = True
    await signer.handshake()
    answer = await signer.exchange(signer.sign(amps(11), flags=0))
    assert answer.status.fault == Fault.REQUIRES_RESPONSE_ENCRYPTION


async def test_roles_limit_what_a_key_may_do(simulator: Simulator, signer: Signer) -> None:
    simulator.cars[MODEL_Y_VIN].pair(signer.public_key, "charging_manager")
    assert reason(await signer.command(amps(11))) == ""
    horn = await signer.exchange(signer.sign(action(honk_horn=state_pb2.Void())))
    assert horn.status.fault == Fault.INSUFFICIENT_PRIVILEGES


async def test_refusals_have_their_reasons(simulator: Simulator, signer: Signer) -> None:
    charging = simulator.cars[MODEL_Y_VIN].charging
    limit = action(set_charge_limit=actions_pb2.ChargeLimit(percent=80))
    assert reason(await signer.command(limit)) == "already_set"
    assert reason(await signer.command(START)) == "is_charging"
    assert reason(await signer.command(STOP)) == ""
    assert reason(await signer.command(STOP)) == "not_charging"
    assert reason(await signer.command(START)) == ""
    assert reason(await signer.command(START)) == "requested"
    charging.battery_level = 80
    assert reason(await signer.command(START)) == "complete"
    charging.battery_level = 50
    charging.stop()
    simulator.sites[2345678901234567].grid_connected = False
    simulator.sites[2345678901234567].settings.off_grid_vehicle_reserve = 100
    simulator.advance(1)
    assert reason(await signer.command(START)) == "no_power"
    charging.unplug()
    assert reason(await signer.command(START)) == "disconnected"
    assert [command.result for command in simulator.commands].count(True) == 2


@pytest.mark.parametrize("session_info", [True, False])
async def test_faults_can_be_injected_with_session_info_or_without(
    simulator: Simulator, signer: Signer, session_info: bool
) -> None:
    await signer.handshake()
    fault = InjectedFault(kind="fault", code=99, session_info=session_info, count=2)
    simulator.cars[MODEL_Y_VIN].computers.inject(fault)
    for _ in range(2):
        answer = await signer.exchange(signer.sign(amps(11)))
        assert answer.status.fault == 99
        assert bool(answer.session_info) is session_info
    assert not simulator.commands
    assert reason(await signer.command(amps(11))) == ""


@pytest.mark.parametrize(
    ("kind", "executed"), [("lost_request", False), ("lost_answer", True)], ids=["request", "answer"]
)
async def test_a_lost_message_cuts_the_connection(
    simulator: Simulator, signer: Signer, kind: str, executed: bool
) -> None:
    await signer.handshake()
    simulator.cars[MODEL_Y_VIN].computers.inject(InjectedFault(kind=kind))
    message = signer.sign(amps(11))
    with pytest.raises(aiohttp.ClientError):
        await signer.post(message)
    assert bool(simulator.commands) is executed
    # A handshake, and the command if Tesla answered it.
    assert simulator.usage.count(category="commands", billed=True) == 1 + executed
    again = await signer.exchange(message)
    assert again.status.fault == (Fault.INVALID_TOKEN_OR_COUNTER if executed else 0)
    assert len(simulator.commands) == 1


async def test_forged_answers_do_not_decrypt(simulator: Simulator, signer: Signer) -> None:
    await signer.handshake()
    simulator.cars[MODEL_Y_VIN].computers.inject(InjectedFault(kind="forged_answer"))
    answer = await signer.exchange(signer.sign(amps(11)))
    with pytest.raises(InvalidTag):
        signer.decrypt(answer, INFOTAINMENT)


async def test_repeated_answers_belong_to_another_request(simulator: Simulator, signer: Signer) -> None:
    await signer.command(amps(11))
    simulator.cars[MODEL_Y_VIN].computers.inject(InjectedFault(kind="repeated_answer"))
    answer = await signer.exchange(signer.sign(amps(12)))
    with pytest.raises(InvalidTag):
        signer.decrypt(answer, INFOTAINMENT)
    assert simulator.commands[-1].parameters == {"charging_amps": 12}


async def test_answers_can_go_astray(simulator: Simulator, signer: Signer) -> None:
    await signer.handshake()
    computers = simulator.cars[MODEL_Y_VIN].computers

    computers.inject(InjectedFault(kind="wrong_address"))
    request = signer.sign(amps(11))
    answer = await signer.exchange(request)
    assert answer.to_destination.routing_address != request.from_destination.routing_address

    computers.inject(InjectedFault(kind="wrong_uuid"))
    request = signer.sign(amps(11))
    assert (await signer.exchange(request)).request_uuid != request.uuid

    computers.inject(InjectedFault(kind="wrong_domain"))
    assert (await signer.exchange(signer.sign(amps(11)))).from_destination.domain == SECURITY

    computers.inject(InjectedFault(kind="plaintext"))
    assert (await signer.exchange(signer.sign(amps(11)))).application.hex() == "0a00"


async def test_what_the_car_never_got_can_look_like_a_success(simulator: Simulator, signer: Signer) -> None:
    await signer.handshake()
    simulator.cars[MODEL_Y_VIN].computers.inject(InjectedFault(kind="forged_success"))
    assert (await signer.exchange(signer.sign(amps(11)))).application.hex() == "0a00"
    assert not simulator.commands


async def test_a_false_fault_spoils_the_answer(simulator: Simulator, signer: Signer) -> None:
    await signer.handshake()
    simulator.cars[MODEL_Y_VIN].computers.inject(InjectedFault(kind="false_fault", code=7))
    answer = await signer.exchange(signer.sign(amps(11)))
    assert answer.status.fault == 7
    with pytest.raises(InvalidTag):
        signer.decrypt(answer, INFOTAINMENT)
    assert len(simulator.commands) == 1


async def test_vehicle_security_can_ask_for_patience(simulator: Simulator, signer: Signer) -> None:
    simulator.cars[MODEL_Y_VIN].computers.inject(InjectedFault(kind="command_wait"))
    answer = security_pb2.FromVehicleSecurity.FromString(await signer.command(LOCK, SECURITY))
    assert answer.command_status.operation_status == security_pb2.CommandStatus.STATUS_WAIT
    assert not simulator.commands
    assert await signer.command(LOCK, SECURITY) == b""


@pytest.mark.parametrize("kind", ["missing_session_info", "missing_tag", "other_challenge"])
async def test_session_info_can_come_without_its_proof(
    simulator: Simulator, signer: Signer, kind: str
) -> None:
    simulator.cars[MODEL_Y_VIN].computers.inject(InjectedFault(kind=kind, applies_to="handshake"))
    answer = await signer.ask_session()
    assert bool(answer.session_info) is (kind != "missing_session_info")
    assert answer.HasField("signature_data") is (kind == "other_challenge")
    if kind == "other_challenge":
        with pytest.raises(AssertionError):
            signer.adopt(answer, INFOTAINMENT)
    await signer.handshake()


async def test_an_answer_can_be_replaced_after_the_car_acted(simulator: Simulator, signer: Signer) -> None:
    await signer.handshake()
    simulator.faults.add(HttpFault(kind="answer_after", status=504, body={"response": None}))
    status, _ = await signer.post(signer.sign(amps(11)))
    assert status == 504
    assert len(simulator.commands) == 1


async def test_session_info_can_be_forged_or_foreign(simulator: Simulator, signer: Signer) -> None:
    computers = simulator.cars[MODEL_Y_VIN].computers
    genuine = (await signer.handshake()).info.public_key
    computers.inject(InjectedFault(kind="forged_answer", applies_to="handshake"))
    with pytest.raises(AssertionError):
        await signer.handshake()
    computers.inject(InjectedFault(kind="foreign_key", applies_to="handshake"))
    assert (await signer.handshake()).info.public_key != genuine
    assert (await signer.exchange(signer.sign(amps(11)))).status.fault == Fault.INVALID_SIGNATURE


async def test_infotainment_tells_the_charge_state(signer: Signer) -> None:
    asked = actions_pb2.GetVehicleData(charge_state=state_pb2.Void(), location_state=state_pb2.Void())
    payload = await signer.command(action(get_vehicle_data=asked))
    data = actions_pb2.Response.FromString(payload).vehicle_data
    assert data.charge_state.charging_state.WhichOneof("type") == "Charging"
    assert data.charge_state.charger_actual_current == 6
    assert data.charge_state.battery_level == 57
    assert round(data.location_state.latitude, 4) == 52.5012
    assert not data.HasField("climate_state")


async def test_ping_answers_its_number(signer: Signer) -> None:
    payload = await signer.command(action(ping=actions_pb2.Ping(ping_id=7)))
    assert actions_pb2.Response.FromString(payload).ping.ping_id == 7


async def test_what_no_car_understands_is_a_fault(signer: Signer) -> None:
    await signer.handshake()
    unknown = await signer.exchange(signer.sign(bytes.fromhex("12049a3f0208")))
    assert unknown.status.fault in (Fault.DECODING, Fault.INVALID_COMMAND)
    garbled = await signer.exchange(signer.sign(b"\xff\xff\xff"))
    assert garbled.status.fault == Fault.DECODING
