"""Answers that get lost or bent on their way back."""

from collections.abc import Callable
from dataclasses import dataclass
import os
from typing import Final

from tests.simulator.proto import routing_pb2

from .computers import Computers
from .injected import InjectedFault

_ENDINGS: Final = {"lost_answer": "cut", "hang": "hang", "empty_answer": "empty"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What becomes of a message: the bytes of the answer, or how it ends: "cut", "hang" or "empty"."""

    answer: bytes = b""
    ending: str = ""


def tamper(
    computers: Computers, answer: routing_pb2.RoutableMessage, injected: InjectedFault | None
) -> Delivery:
    """Return the answer as an injected fault leaves it."""
    kind = injected.kind if injected else ""
    if injected is not None and kind in _CHANGES:
        _CHANGES[kind](answer, injected)
    genuine = answer.SerializeToString()
    earlier, computers.last_answer = computers.last_answer, genuine
    if kind in _ENDINGS:
        return Delivery(ending=_ENDINGS[kind])
    if kind == "repeated_answer" and earlier is not None:
        return Delivery(answer=earlier)
    if kind == "undecodable":
        return Delivery(answer=b"\xff" * 16)
    return Delivery(answer=genuine)


def _wrong_address(answer: routing_pb2.RoutableMessage, _: InjectedFault) -> None:
    answer.to_destination.routing_address = os.urandom(16)


def _wrong_uuid(answer: routing_pb2.RoutableMessage, _: InjectedFault) -> None:
    answer.request_uuid = os.urandom(16)


def _wrong_domain(answer: routing_pb2.RoutableMessage, _: InjectedFault) -> None:
    answer.from_destination.domain = (
        routing_pb2.DOMAIN_VEHICLE_SECURITY
        if answer.from_destination.domain == routing_pb2.DOMAIN_INFOTAINMENT
        else routing_pb2.DOMAIN_INFOTAINMENT
    )


def _false_fault(answer: routing_pb2.RoutableMessage, injected: InjectedFault) -> None:
    answer.status.operation_status = routing_pb2.OPERATION_ERROR
    answer.status.fault = injected.code


def _missing_session_info(answer: routing_pb2.RoutableMessage, _: InjectedFault) -> None:
    answer.ClearField("session_info")
    answer.ClearField("signature_data")


def _missing_tag(answer: routing_pb2.RoutableMessage, _: InjectedFault) -> None:
    answer.ClearField("signature_data")


def _forge(answer: routing_pb2.RoutableMessage, _: InjectedFault) -> None:
    data = answer.signature_data
    match data.WhichOneof("signature"):
        case "aes_gcm_response":
            data.aes_gcm_response.tag = _flip(data.aes_gcm_response.tag)
        case "session_info_tag":
            data.session_info_tag.tag = _flip(data.session_info_tag.tag)


def _flip(tag: bytes) -> bytes:
    return bytes((tag[0] ^ 1,)) + tag[1:]


_CHANGES: Final[dict[str, Callable[[routing_pb2.RoutableMessage, InjectedFault], None]]] = {
    "wrong_address": _wrong_address,
    "wrong_uuid": _wrong_uuid,
    "wrong_domain": _wrong_domain,
    "forged_answer": _forge,
    "false_fault": _false_fault,
    "missing_session_info": _missing_session_info,
    "missing_tag": _missing_tag,
}
