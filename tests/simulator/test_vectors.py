"""The simulated car judges messages as Tesla's own code does: vectors made by it (tests/fixtures/vectors)."""

import json
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
import pytest

from .proto import routing_pb2, signature_pb2
from .protocol import infotainment, vehicle_security
from .protocol.computer import Computer
from .protocol.keys import SharedKey, public_point
from .protocol.metadata import Tag, serialize
from .protocol.signing import Signed, sealed, session_info_tag
from .protocol.window import Window

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "fixtures" / "vectors" / "vehicle_command.json").read_text(encoding="utf-8")
)
KEYS = VECTORS["keys"]


def cases(kind: str) -> list[Any]:
    """Return the cases of a kind, to be parameters."""
    return [pytest.param(case, id=case["id"]) for case in VECTORS["cases"] if case["kind"] == kind]


def private_key(scalar: str) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int(scalar, 16), ec.SECP256R1())


CLIENT = public_point(private_key(KEYS["client_private_scalar"]).public_key())
STRANGER = public_point(private_key(KEYS["vcsec_private_scalar"]).public_key())


class Time:
    """The real time as the car sees it."""

    seconds = 0.0


def computer(domain: int, vehicle: dict[str, Any], vin: str, clock: Time) -> Computer:
    """Return the computer that the vectors were made with; their verifier keeps a window in both domains."""
    name = "infotainment" if domain == routing_pb2.DOMAIN_INFOTAINMENT else "vcsec"
    clock.seconds = vehicle["clock"]
    return Computer(
        domain=domain,
        vin=vin,
        private_key=private_key(KEYS[f"{name}_private_scalar"]),
        epoch=bytes.fromhex(vehicle["epoch"]),
        now=lambda: clock.seconds,
        started_at=0.0,
        windows={client: Window(vehicle["counter"]) for client in (CLIENT, STRANGER)},
    )


@pytest.mark.parametrize("case", cases("verify"))
def test_verdicts_are_those_of_teslas_verifier(case: dict[str, Any]) -> None:
    judge = computer(case["domain"], case["vehicle"], case["vehicle"]["vin"], Time())
    message = routing_pb2.RoutableMessage.FromString(bytes.fromhex(case["message"]))
    # In these cases the bytes are good, and the car looks them up under the key of another client.
    client = STRANGER if case["id"].endswith("other_client_key") else CLIENT
    verdict = judge.verify(message, client)
    assert (verdict.fault, verdict.session_info) == (
        case["verdict"]["fault"],
        case["verdict"]["session_info_attached"],
    )
    if not verdict.fault:
        assert verdict.payload.hex() == case["payload"]


@pytest.mark.parametrize("case", cases("command"))
def test_every_example_command_is_taken(case: dict[str, Any]) -> None:
    vehicle = {"clock": case["vehicle_clock_when_verified"], "counter": 6, "epoch": case["epoch"]}
    judge = computer(case["domain"], vehicle, case["vin"], Time())
    message = routing_pb2.RoutableMessage.FromString(bytes.fromhex(case["message"]))
    verdict = judge.verify(message, CLIENT)
    assert verdict.fault == case["verdict"]["fault"] == 0
    assert verdict.payload.hex() == case["payload"]
    signed = Signed.read(message)
    assert signed is not None
    assert signed.request_hash(case["domain"]).hex() == case["request_hash"]


@pytest.mark.parametrize("case", cases("counter_sequence"))
def test_counters_are_kept_as_teslas_verifier_keeps_them(case: dict[str, Any]) -> None:
    clock = Time()
    judge = computer(case["domain"], case["vehicle_start"], case["vin"], clock)
    for step in case["steps"]:
        message = routing_pb2.RoutableMessage.FromString(bytes.fromhex(step["message"]))
        verdict = judge.verify(message, CLIENT)
        assert (verdict.fault, verdict.session_info) == (
            step["verdict"]["fault"],
            step["verdict"]["session_info_attached"],
        )
        window = judge.window(CLIENT)
        assert (window.counter, f"{window.bits:x}") == (
            step["vehicle_counter_after"],
            step["vehicle_window_after"],
        )
        assert judge.clock == step["vehicle_clock"]


@pytest.mark.parametrize("case", cases("sliding_window"))
def test_the_window_slides_as_teslas_does(case: dict[str, Any]) -> None:
    window = Window(case["counter"], int(case["window"], 16))
    assert window.accept(case["new"]) is case["accepted"]
    assert (window.counter, f"{window.bits:x}") == (case["counter_after"], case["window_after"])


@pytest.mark.parametrize("case", cases("session_info"))
def test_session_info_has_the_tag_that_clients_accept(case: dict[str, Any]) -> None:
    shared = SharedKey.from_key(bytes.fromhex(case["shared_key"]))
    challenge, info = bytes.fromhex(case["request_uuid"]), bytes.fromhex(case["session_info"])
    assert (session_info_tag(shared, case["vin"], challenge, info).hex() == case["tag"]) is case["valid"]


def test_a_handshake_is_answered_with_the_bytes_of_teslas_code() -> None:
    (case,) = (case for case in VECTORS["cases"] if case["id"] == "si-infotainment")
    decoded = case["decoded"]
    vehicle = {"clock": decoded["clock_time"], "counter": decoded["counter"], "epoch": decoded["epoch"]}
    judge = computer(case["domain"], vehicle, case["vin"], Time())
    request = routing_pb2.RoutableMessage.FromString(bytes.fromhex(case["request_message"]))
    info, tag = judge.session_info(request.session_info_request.public_key, request.uuid)
    reply = routing_pb2.RoutableMessage.FromString(bytes.fromhex(case["reply_message"]))
    assert (info, tag) == (reply.session_info, reply.signature_data.session_info_tag.tag)


@pytest.mark.parametrize("case", cases("response_decrypt"))
def test_answers_are_sealed_under_the_metadata_that_clients_check(case: dict[str, Any]) -> None:
    answer = routing_pb2.RoutableMessage.FromString(bytes.fromhex(case["response_message"]))
    data = answer.signature_data.aes_gcm_response
    associated = sealed(
        domain=answer.from_destination.domain,
        vin=case["vin"],
        counter=data.counter,
        flags=answer.flags,
        request_hash=bytes.fromhex(case["request_hash"]),
        fault=answer.status.fault,
    )
    cipher = AESGCM(bytes.fromhex(case["shared_key"]))
    if case["decrypts"]:
        plaintext = cipher.decrypt(data.nonce, answer.application + data.tag, associated)
        assert plaintext.hex() == case["plaintext"]
    else:
        with pytest.raises(InvalidTag):
            cipher.decrypt(data.nonce, answer.application + data.tag, associated)


@pytest.mark.parametrize("case", cases("key_agreement"))
def test_keys_are_agreed_as_in_teslas_code(case: dict[str, Any]) -> None:
    shared = SharedKey.agree(private_key(case["private_scalar"]), bytes.fromhex(case["peer_public_key"]))
    assert shared.key.hex() == case["shared_key"]
    assert shared.command.hex() == case["command_hmac_key"]


@pytest.mark.parametrize("case", cases("key_agreement_invalid"))
def test_points_off_the_curve_are_refused(case: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"(?i)key|point"):
        SharedKey.agree(private_key(KEYS["client_private_scalar"]), bytes.fromhex(case["peer_public_key"]))


@pytest.mark.parametrize("case", [case for case in cases("rest_mapping") if "payload" in case.values[0]])
def test_every_command_is_understood_by_its_rest_name(case: dict[str, Any]) -> None:
    payload = bytes.fromhex(case["payload"])
    if case["domain"] == "vcsec":
        name, parameters = vehicle_security.decode(payload)
    else:
        (name, parameters), _ = infotainment.decode(payload)
    assert name == case["rest_command"]
    if name in ("set_scheduled_departure", "set_scheduled_charging") and not case["params"]["enable"]:
        assert parameters["enable"] is False
        return
    for parameter, value in case["params"].items():
        if parameter == "days_of_week":
            assert parameters[parameter] == case["fields"]["daysOfWeek"]
        elif parameter == "charging_amps":
            assert parameters[parameter] == int(value)
        elif (name, parameter) != ("add_charge_schedule", "manual_override"):
            assert parameters[parameter] == pytest.approx(value)


def test_metadata_is_written_as_documented() -> None:
    assert serialize({Tag.COUNTER: 100, Tag.PERSONALIZATION: b"abc"}).hex() == "0203616263050400000064ff"


def test_the_answer_to_an_unpaired_key_parses_as_teslas() -> None:
    (case,) = (case for case in VECTORS["cases"] if case["kind"] == "session_info_status")
    reply = routing_pb2.RoutableMessage.FromString(bytes.fromhex(case["reply_message"]))
    info = signature_pb2.SessionInfo.FromString(reply.session_info)
    assert info.status == signature_pb2.SessionInfo.STATUS_KEY_NOT_ON_WHITELIST
