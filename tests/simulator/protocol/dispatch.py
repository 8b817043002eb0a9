"""A car takes a routable message and answers it."""

from dataclasses import dataclass
import os
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec
from google.protobuf.message import DecodeError

from tests.simulator.car import Car
from tests.simulator.commands import Command, ReceivedMessage
from tests.simulator.proto import routing_pb2, security_pb2, signature_pb2
from tests.simulator.scopes import CHARGING_COMMANDS

from . import infotainment, vehicle_security
from .application import (
    SUCCESS,
    WAIT,
    Outcome,
    ask_infotainment,
    ask_vehicle_security,
    refusal,
    vehicle_status,
)
from .computer import Computer, Verdict
from .computers import DOMAIN_NAMES
from .faults import Fault
from .infotainment import Named, UnknownActionError
from .injected import InjectedFault
from .keys import SharedKey, public_point
from .signing import Signed, session_info_tag
from .tampering import Delivery, tamper

FLAG_ENCRYPT_RESPONSE: Final = 2

_READING: Final = frozenset({"get_vehicle_data", "ping", vehicle_security.INFORMATION})
_LIMITED_ROLES: Final = {"charging_manager": _READING | CHARGING_COMMANDS, "vehicle_monitor": _READING}


def command_name(message: routing_pb2.RoutableMessage) -> str | None:
    """Return the REST name of a command in the clear; None for anything else."""
    signed = Signed.read(message)
    if signed is None or signed.encrypted:
        return None
    try:
        return _decode(message.to_destination.domain, message.application)[0]
    except DecodeError, UnknownActionError:
        return None


def _decode(domain: int, payload: bytes) -> Named:
    if domain == routing_pb2.DOMAIN_VEHICLE_SECURITY:
        return vehicle_security.decode(payload)
    return infotainment.decode(payload)[0]


@dataclass(slots=True, kw_only=True)
class Exchange:
    """One message to a car; after `run`, `received` and `command` are its records."""

    car: Car
    request: routing_pb2.RoutableMessage
    injected: InjectedFault | None = None
    received: ReceivedMessage | None = None
    command: Command | None = None

    def run(self) -> Delivery:
        """Let the car take the message."""
        computers = self.car.computers
        domain = self.request.to_destination.domain
        computer = computers.by_domain(domain)
        if computer is None:
            self._note("other", Fault.INVALID_DOMAINS)
            return self._deliver(self._fault(Fault.INVALID_DOMAINS, None))
        handshake = self.request.WhichOneof("payload") == "session_info_request"
        kind = "handshake" if handshake else "command"
        injected = self.injected = computers.take_injected(
            domain=DOMAIN_NAMES[domain], kind=kind, command=command_name(self.request)
        )
        if self._goes_wrong("lost_request"):
            return Delivery(ending="cut")
        if self._goes_wrong("forged_success"):
            return self._deliver(self._forged_success())
        if injected is not None and self._goes_wrong("fault", "wait") and not injected.executed:
            self._note(kind, injected.code, session_info=injected.session_info)
            return self._deliver(self._injected_answer(injected, computer))
        answer = self._handshake(computer) if handshake else self._command(computer)
        if injected is not None and self._goes_wrong("fault"):
            answer = self._injected_answer(injected, computer)
        return self._deliver(answer)

    def _goes_wrong(self, *kinds: str) -> bool:
        return self.injected is not None and self.injected.kind in kinds

    @property
    def _client(self) -> bytes:
        if self.request.WhichOneof("payload") == "session_info_request":
            return self.request.session_info_request.public_key
        return self.request.signature_data.signer_identity.public_key

    def _note(self, kind: str, fault: int, *, session_info: bool = False) -> None:
        signed = Signed.read(self.request)
        domain = self.request.to_destination.domain
        self.received = ReceivedMessage(
            vin=self.car.vin,
            domain=DOMAIN_NAMES.get(domain, str(domain)),
            kind=kind,
            fault=int(fault),
            time=self.car.clock.now(),
            counter=signed.counter if signed else None,
            uuid=self.request.uuid.hex(),
            session_info_sent=session_info,
        )

    @property
    def _challenge(self) -> bytes:
        return os.urandom(16) if self._goes_wrong("other_challenge") else self.request.uuid

    def _deliver(self, answer: routing_pb2.RoutableMessage) -> Delivery:
        return tamper(self.car.computers, answer, self.injected)

    def _envelope(self) -> routing_pb2.RoutableMessage:
        answer = routing_pb2.RoutableMessage()
        answer.to_destination.routing_address = self.request.from_destination.routing_address
        answer.from_destination.domain = self.request.to_destination.domain
        # Known: vehicle security leaves the request's uuid out where nothing depends on it.
        if self.request.to_destination.domain != routing_pb2.DOMAIN_VEHICLE_SECURITY:
            answer.request_uuid = self.request.uuid
        return answer

    def _fault(
        self, fault: int, computer: Computer | None, *, session_info: bool = False
    ) -> routing_pb2.RoutableMessage:
        answer = self._envelope()
        answer.status.operation_status = (
            routing_pb2.OPERATION_WAIT if fault == Fault.BUSY else routing_pb2.OPERATION_ERROR
        )
        answer.status.fault = fault
        if session_info and computer is not None:
            self._attach_session_info(answer, *computer.session_info(self._client, self._challenge))
        return answer

    def _attach_session_info(self, answer: routing_pb2.RoutableMessage, info: bytes, tag: bytes) -> None:
        answer.request_uuid = self.request.uuid
        answer.session_info = info
        answer.signature_data.session_info_tag.tag = tag

    def _injected_answer(self, injected: InjectedFault, computer: Computer) -> routing_pb2.RoutableMessage:
        if injected.kind == "wait":
            answer = self._envelope()
            answer.status.operation_status = routing_pb2.OPERATION_WAIT
            return answer
        known = self._client in self.car.computers.keys
        return self._fault(injected.code, computer, session_info=injected.session_info and known)

    def _handshake(self, computer: Computer) -> routing_pb2.RoutableMessage:
        if self._client not in self.car.computers.keys:
            self._note("handshake", Fault.UNKNOWN_KEY_ID)
            if self.car.computers.unpaired_answer == "fault":
                return self._fault(Fault.UNKNOWN_KEY_ID, computer)
            answer = self._envelope()
            answer.session_info = signature_pb2.SessionInfo(
                status=signature_pb2.SessionInfo.STATUS_KEY_NOT_ON_WHITELIST
            ).SerializeToString()
            return answer
        self._note("handshake", Fault.NONE, session_info=True)
        info, tag = computer.session_info(self._client, self._challenge)
        if self._goes_wrong("foreign_key"):
            foreign = ec.generate_private_key(ec.SECP256R1())
            message = signature_pb2.SessionInfo.FromString(info)
            message.public_key = public_point(foreign.public_key())
            info = message.SerializeToString()
            tag = session_info_tag(
                SharedKey.agree(foreign, self._client), computer.vin, self.request.uuid, info
            )
        answer = self._envelope()
        self._attach_session_info(answer, info, tag)
        return answer

    def _command(self, computer: Computer) -> routing_pb2.RoutableMessage:
        signed = Signed.read(self.request)
        if signed is None and (unsigned := self._unsigned_answer()) is not None:
            return unsigned
        verdict = self._verify(computer, signed)
        named: Named = ("", {})
        if verdict.fault is Fault.NONE:
            named, verdict = self._authorize(verdict)
        self._note("command", verdict.fault, session_info=verdict.session_info)
        if verdict.fault is not Fault.NONE or signed is None:
            return self._fault(verdict.fault, computer, session_info=verdict.session_info)
        if self._goes_wrong("command_wait"):
            return self._application_answer(computer, signed, WAIT)
        outcome = self._execute(named, verdict.payload)
        self._record(named, signed, outcome)
        return self._application_answer(computer, signed, outcome.payload)

    def _application_answer(
        self, computer: Computer, signed: Signed, payload: bytes
    ) -> routing_pb2.RoutableMessage:
        answer = self._envelope()
        answer.uuid = os.urandom(16)
        encrypt = self.request.flags & FLAG_ENCRYPT_RESPONSE and self.car.computers.encrypts_answers
        if encrypt and not self._goes_wrong("plaintext"):
            ciphertext, data = computer.seal(signed, self._client, payload, fault=0, flags=0)
            answer.application = ciphertext
            answer.signature_data.aes_gcm_response.CopyFrom(data)
        else:
            answer.application = payload
        return answer

    def _forged_success(self) -> routing_pb2.RoutableMessage:
        answer = self._envelope()
        if self.request.to_destination.domain == routing_pb2.DOMAIN_INFOTAINMENT:
            answer.application = SUCCESS
        return answer

    def _verify(self, computer: Computer, signed: Signed | None) -> Verdict:
        if signed is not None and self._client not in self.car.computers.keys:
            return Verdict(fault=Fault.UNKNOWN_KEY_ID)
        verdict = computer.verify(self.request, self._client)
        demanded = self.car.computers.requires_encrypted_answers
        if verdict.fault is Fault.NONE and demanded and not self.request.flags & FLAG_ENCRYPT_RESPONSE:
            return Verdict(fault=Fault.REQUIRES_RESPONSE_ENCRYPTION)
        return verdict

    def _authorize(self, verdict: Verdict) -> tuple[Named, Verdict]:
        try:
            named = _decode(self.request.to_destination.domain, verdict.payload)
        except DecodeError:
            return ("", {}), Verdict(fault=Fault.DECODING)
        except UnknownActionError:
            return ("", {}), Verdict(fault=Fault.INVALID_COMMAND)
        allowed = _LIMITED_ROLES.get(self.car.computers.keys[self._client])
        if allowed is not None and named[0] not in allowed:
            return named, Verdict(fault=Fault.INSUFFICIENT_PRIVILEGES)
        return named, verdict

    def _execute(self, named: Named, payload: bytes) -> Outcome:
        domain = self.request.to_destination.domain
        if self.injected is not None and self._goes_wrong("refuse"):
            return refusal(domain, self.injected)
        if domain == routing_pb2.DOMAIN_VEHICLE_SECURITY:
            return ask_vehicle_security(self.car, named)
        return ask_infotainment(self.car, named, infotainment.decode(payload)[1])

    def _unsigned_answer(self) -> routing_pb2.RoutableMessage | None:
        """Vehicle security tells its state without a signature (known for Bluetooth, assumed here)."""
        if self.request.to_destination.domain != routing_pb2.DOMAIN_VEHICLE_SECURITY:
            return None
        if not self.request.application:
            return None
        try:
            message = security_pb2.UnsignedMessage.FromString(self.request.application)
        except DecodeError:
            return None
        if message.WhichOneof("request") != "information":
            return None
        self._note("other", Fault.NONE)
        answer = self._envelope()
        answer.application = vehicle_status(self.car)
        return answer

    def _record(self, named: Named, signed: Signed, outcome: Outcome) -> None:
        name, parameters = named
        self.command = Command(
            vin=self.car.vin,
            name=name,
            parameters=parameters,
            time=self.car.clock.now(),
            result=not outcome.reason,
            reason=outcome.reason,
            domain=DOMAIN_NAMES[self.request.to_destination.domain],
            signature="aes_gcm" if signed.encrypted else "hmac",
            counter=signed.counter,
            expires_at=signed.expires_at,
            public_key=self._client.hex(),
            flags=self.request.flags,
        )
