"""Reading what a car answers: whose it is, whether it is genuine, and what it says.

Source: protocol.md and the order of the reference client (known). Whatever cannot be trusted raises
`UntrustedAnswerError`; nothing that an answer holds raises anything but errors of this room.
"""

import hashlib
from typing import Final

from cryptography.exceptions import InvalidTag
from google.protobuf.internal.enum_type_wrapper import EnumTypeWrapper
from google.protobuf.message import DecodeError

from .errors import FaultError, RefusedError, UntrustedAnswerError
from .faults import BUSY, UNKNOWN_KEY_ID, Fault, fault
from .metadata import response_metadata
from .proto.car_server_pb2 import Response
from .proto.signatures_pb2 import SessionInfo
from .proto.universal_message_pb2 import RoutableMessage
from .proto.vcsec_pb2 import (
    CommandStatus,
    FromVCSECMessage,
    GenericError_E,
    OperationStatus_E,
    SignedMessage_information_E,
    WhitelistOperation_information_E,
)
from .session import Session
from .signing import SentMessage, SignedMessage

_NONCE_LENGTH: Final = 12
_TAG_LENGTH: Final = 16
_LONGEST_EPOCH: Final = 255

_STATUS_WAIT: Final = 1
_STATUS_ERROR: Final = 2


def read_answer(data: bytes, sent: SentMessage) -> RoutableMessage:
    """Return the answer to a message.

    Raises:
        UntrustedAnswerError: It cannot be read, or is not the answer to this message.
    """
    try:
        answer = RoutableMessage.FromString(data)
    except DecodeError:
        raise UntrustedAnswerError("The answer cannot be read") from None
    if (
        answer.to_destination.routing_address != sent.address
        or answer.from_destination.domain != sent.domain
        or answer.request_uuid not in (b"", sent.uuid)
    ):
        raise UntrustedAnswerError("The answer belongs to another request")
    return answer


def read_session_info(answer: RoutableMessage) -> SessionInfo:
    """Return the session info of an answer; whether it is genuine is not known yet.

    Raises:
        UntrustedAnswerError: There is none, or it makes no sense.
    """
    try:
        info = SessionInfo.FromString(answer.session_info)
    except DecodeError:
        raise UntrustedAnswerError("The session info cannot be read") from None
    if not answer.HasField("session_info") or len(info.epoch) > _LONGEST_EPOCH:
        raise UntrustedAnswerError("The answer has no session info")
    return info


def is_genuine(session: Session, info: SessionInfo, answer: RoutableMessage, sent: SentMessage) -> bool:
    """Return whether a session info comes from the session's computer, in answer to this message."""
    tag = answer.signature_data.session_info_tag.tag
    return info.publicKey == session.car_key and session.is_authentic(answer.session_info, tag, sent.uuid)


def reported_fault(answer: RoutableMessage) -> Fault | None:
    """Return the fault that the car's protocol layer reports.

    Raises:
        UntrustedAnswerError: It reports something else that is unknown.
    """
    status = answer.signedMessageStatus
    if status.signed_message_fault:
        return fault(status.signed_message_fault)
    if status.operation_status == _STATUS_WAIT:
        return BUSY
    if status.operation_status > _STATUS_ERROR:
        raise UntrustedAnswerError("The answer has an unknown status")
    return None


def read_payload(answer: RoutableMessage, message: SignedMessage, session: Session) -> bytes:
    """Return what the application in the car answers, decrypted.

    Raises:
        UntrustedAnswerError: It is not genuine, was read before, or is plain although the car can encrypt.
    """
    if answer.signature_data.HasField("AES_GCM_Response_data"):
        payload = _decrypt(answer, message, session)
        session.saw_encryption()
        return payload
    status = answer.signedMessageStatus
    if status.signed_message_fault or status.operation_status == _STATUS_WAIT:
        return b""
    if session.encrypts:
        raise UntrustedAnswerError("The answer is not encrypted, although the car can")
    if answer.HasField("session_info") or (
        status.operation_status == _STATUS_ERROR and not answer.protobuf_message_as_bytes
    ):
        raise UntrustedAnswerError("The answer does not tell the result")
    return answer.protobuf_message_as_bytes


def _decrypt(answer: RoutableMessage, message: SignedMessage, session: Session) -> bytes:
    encryption = answer.signature_data.AES_GCM_Response_data
    if len(encryption.nonce) != _NONCE_LENGTH or len(encryption.tag) != _TAG_LENGTH:
        raise UntrustedAnswerError("The answer is not encrypted as it must be")
    metadata = response_metadata(
        session.response_prefix,
        encryption.counter,
        answer.flags,
        message.request_hash,
        answer.signedMessageStatus.signed_message_fault,
    )
    sealed = answer.protobuf_message_as_bytes + encryption.tag
    try:
        payload = session.keys.cipher.decrypt(encryption.nonce, sealed, hashlib.sha256(metadata).digest())
    except InvalidTag:
        raise UntrustedAnswerError("The answer is not genuine") from None
    if not message.answers.accept(encryption.counter):
        raise UntrustedAnswerError("The answer was read before")
    return payload


def infotainment_result(payload: bytes) -> Response:
    """Return the answer of the infotainment computer to a command that it carried out.

    Raises:
        RefusedError: It refused the command.
        UntrustedAnswerError: The answer cannot be read.
    """
    try:
        response = Response.FromString(payload)
    except DecodeError:
        raise UntrustedAnswerError("The result cannot be read") from None
    if response.actionStatus.result:
        reason = response.actionStatus.result_reason.plain_text
        raise RefusedError(reason or "unspecified error")
    if payload and not response.HasField("actionStatus") and response.WhichOneof("response_msg") is None:
        raise UntrustedAnswerError("The answer does not tell the result")
    return response


def vehicle_security_result(payload: bytes) -> None:
    """Read the answer of the vehicle security computer to a command; an empty one is success.

    Raises:
        RefusedError: It refused the command.
        BusyError: It has not carried out the command yet and wants to be asked again.
        NotPairedError: It does not know our key.
        UntrustedAnswerError: The answer cannot be read.
    """
    try:
        message = FromVCSECMessage.FromString(payload)
    except DecodeError:
        raise UntrustedAnswerError("The result cannot be read") from None
    if message.HasField("nominalError"):
        raise RefusedError(_reason(GenericError_E, message.nominalError.genericError, "GENERICERROR_"))
    status = message.commandStatus
    if status.operationStatus == OperationStatus_E.OPERATIONSTATUS_WAIT:
        raise BUSY.error()
    if status.operationStatus:
        raise _command_status_error(status)


def _command_status_error(status: CommandStatus) -> RefusedError | FaultError:
    """Return the error of a command status that is neither OK nor WAIT."""
    if status.HasField("whitelistOperationStatus"):
        number = int(status.whitelistOperationStatus.whitelistOperationInformation)
        if (
            number
            == WhitelistOperation_information_E.WHITELISTOPERATION_INFORMATION_PUBLIC_KEY_NOT_ON_WHITELIST
        ):
            return UNKNOWN_KEY_ID.error()
        return RefusedError(
            _reason(WhitelistOperation_information_E, number, "WHITELISTOPERATION_INFORMATION_")
        )
    if status.HasField("signedMessageStatus"):
        number = int(status.signedMessageStatus.signedMessageInformation)
        if number in _NOT_PAIRED:
            return UNKNOWN_KEY_ID.error()
        return RefusedError(_reason(SignedMessage_information_E, number, "SIGNEDMESSAGE_INFORMATION_FAULT_"))
    return RefusedError("unspecified error")


_NOT_PAIRED: Final[frozenset[int]] = frozenset(
    {
        SignedMessage_information_E.SIGNEDMESSAGE_INFORMATION_FAULT_NOT_ON_WHITELIST,
        SignedMessage_information_E.SIGNEDMESSAGE_INFORMATION_FAULT_COULD_NOT_RETRIEVE_KEY,
    }
)


def _reason(enum: EnumTypeWrapper, number: int, prefix: str) -> str:
    """Return Tesla's name of an enum's value in small letters, or the number if it is unknown."""
    value = enum.DESCRIPTOR.values_by_number.get(number)
    return value.name.removeprefix(prefix).lower() if value else str(number)
