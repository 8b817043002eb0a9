"""The record of a command that reached a car."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command that a car took, named and with parameters as in the REST API.

    `domain` is "infotainment" or "vehicle_security" and `signature` "hmac" or "aes_gcm" for a signed
    command whose signature, epoch, expiry and counter were right; None for a plain REST command. `result`
    and `reason` are the car's answer, whether it arrived or not.
    """

    vin: str
    name: str
    parameters: dict[str, Any]
    time: datetime
    result: bool
    reason: str
    domain: str | None = None
    signature: str | None = None
    counter: int | None = None
    expires_at: int | None = None
    public_key: str | None = None
    flags: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedMessage:
    """A message that a car was sent: `kind` is handshake, command or other, `fault` the verdict on it."""

    vin: str
    domain: str
    kind: str
    fault: int
    time: datetime
    counter: int | None = None
    uuid: str = ""
    session_info_sent: bool = False
