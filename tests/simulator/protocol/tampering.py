"""Answers that get lost or bent on their way back."""

from dataclasses import dataclass
import os
from typing import Final

from tests.simulator.proto import routing_pb2

from .computers import Computers

_ENDINGS: Final = {"lost_answer": "cut", "hang": "hang", "empty_answer": "empty"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What becomes of a message: the bytes of the answer, or how it ends: "cut", "hang" or "empty"."""

    answer: bytes = b""
    ending: str = ""


def tamper(computers: Computers, answer: routing_pb2.RoutableMessage, kind: str) -> Delivery:
    """Return the answer as an injected fault of this kind leaves it."""
    match kind:
        case "wrong_address":
            answer.to_destination.routing_address = os.urandom(16)
        case "wrong_uuid":
            answer.request_uuid = os.urandom(16)
        case "wrong_domain":
            answer.from_destination.domain = (
                routing_pb2.DOMAIN_VEHICLE_SECURITY
                if answer.from_destination.domain == routing_pb2.DOMAIN_INFOTAINMENT
                else routing_pb2.DOMAIN_INFOTAINMENT
            )
        case "forged_answer":
            _forge(answer)
    genuine = answer.SerializeToString()
    earlier, computers.last_answer = computers.last_answer, genuine
    if kind in _ENDINGS:
        return Delivery(ending=_ENDINGS[kind])
    if kind == "repeated_answer" and earlier is not None:
        return Delivery(answer=earlier)
    if kind == "undecodable":
        return Delivery(answer=b"\xff" * 16)
    return Delivery(answer=genuine)


def _forge(answer: routing_pb2.RoutableMessage) -> None:
    data = answer.signature_data
    match data.WhichOneof("signature"):
        case "aes_gcm_response":
            data.aes_gcm_response.tag = _flip(data.aes_gcm_response.tag)
        case "session_info_tag":
            data.session_info_tag.tag = _flip(data.session_info_tag.tag)


def _flip(tag: bytes) -> bytes:
    return bytes((tag[0] ^ 1,)) + tag[1:]
