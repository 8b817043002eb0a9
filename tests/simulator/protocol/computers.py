"""The two computers of a car that take signed commands, and the key list that they share."""

from dataclasses import dataclass, field
from typing import Final, Self

from tests.simulator.proto.routing_pb2 import DOMAIN_INFOTAINMENT, DOMAIN_VEHICLE_SECURITY

from .computer import Computer
from .injected import InjectedFault
from .keys import read_public_key

DOMAIN_NAMES: Final[dict[int, str]] = {
    DOMAIN_INFOTAINMENT: "infotainment",
    DOMAIN_VEHICLE_SECURITY: "vehicle_security",
}


@dataclass(slots=True, kw_only=True)
class Computers:
    """Vehicle security and Infotainment.

    `encrypts_answers` false is a firmware before 2024.38 (known: protocol.md). `unpaired_answer` says how a
    key that is not on the list is refused in a handshake: "status" or "fault"; both are known, which car
    uses which is not. `requires_encrypted_answers` refuses requests that do not ask for it (fault 28).
    """

    security: Computer
    infotainment: Computer
    keys: dict[bytes, str] = field(default_factory=dict)
    encrypts_answers: bool = True
    unpaired_answer: str = "status"
    requires_encrypted_answers: bool = False
    injected: list[InjectedFault] = field(default_factory=list)
    last_answer: bytes | None = None

    @classmethod
    def of(cls, vin: str) -> Self:
        """Return the computers of a car with this VIN."""
        return cls(
            security=Computer(domain=DOMAIN_VEHICLE_SECURITY, vin=vin, strict=True),
            infotainment=Computer(domain=DOMAIN_INFOTAINMENT, vin=vin),
        )

    def by_name(self, name: str | None) -> list[Computer]:
        """Return the computer of a domain's name, or both for None.

        Raises:
            KeyError: There is no such domain.
        """
        named = {"infotainment": [self.infotainment], "vehicle_security": [self.security]}
        return [self.security, self.infotainment] if name is None else named[name]

    def by_domain(self, domain: int) -> Computer | None:
        """Return the computer of a domain's number."""
        computers = (self.security, self.infotainment)
        return next((computer for computer in computers if computer.domain == domain), None)

    def pair(self, public_key: str | bytes, role: str = "owner") -> None:
        """Put a key on the list.

        Raises:
            ValueError: It is no key on P-256.
        """
        self.keys[read_public_key(public_key)] = role

    def unpair(self, public_key: str | bytes) -> None:
        """Take a key off the list.

        Raises:
            ValueError: It is no key on P-256.
        """
        self.keys.pop(read_public_key(public_key), None)

    def inject(self, fault: InjectedFault) -> None:
        """Let something go wrong with one of the next messages."""
        self.injected.append(fault)

    def take_injected(self, *, domain: str, kind: str, command: str | None = None) -> InjectedFault | None:
        """Return the first injected fault for such a message and count it down."""
        for fault in self.injected:
            if fault.concerns(domain=domain, kind=kind, command=command):
                if fault.count is not None:
                    fault.count -= 1
                    if fault.count <= 0:
                        self.injected.remove(fault)
                return fault
        return None
