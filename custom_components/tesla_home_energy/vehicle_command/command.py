"""What a row of the catalogue of commands is."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from .errors import RestOnlyError
from .metadata import Domain
from .parameters import Parameter, Values, checked
from .proto.car_server_pb2 import Action
from .proto.vcsec_pb2 import UnsignedMessage

VEHICLE: Final = frozenset({"vehicle_cmds"})
"""The scope for most commands (known)."""

CHARGING: Final = frozenset({"vehicle_cmds", "vehicle_charging_cmds"})
"""The scopes for charging commands, any of which is enough (known, Home Assistant's own integration)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command of the car.

    Attributes:
        name: As in the REST API, `/api/1/vehicles/{vin}/command/{name}`.
        parameters: What it takes.
        build: Makes the fields of its message out of the checked parameters: of a `VehicleAction`, or of an
            `UnsignedMessage` for the vehicle security computer. None if only the REST API has the command.
        domain: The computer that carries it out.
        scopes: Any of these is enough.
        idempotent: Whether carrying it out twice is the same as once.
        reached: The car's reasons for a refusal that say that things already are as wanted.
        subject: What it sets, its own name if empty. Of two commands with one subject, the newer one counts.
        each: The parameter that tells apart several things of the same kind, each of them a subject.
    """

    name: str
    parameters: tuple[Parameter, ...] = ()
    build: Callable[[Values], Mapping[str, Any]] | None = None
    domain: Domain = Domain.INFOTAINMENT
    scopes: frozenset[str] = VEHICLE
    idempotent: bool = True
    reached: frozenset[str] = frozenset()
    subject: str = ""
    each: str = ""

    @property
    def rest_only(self) -> bool:
        """Whether the command has no signed form; its parameters are not known here then."""
        return self.build is None

    def payload(self, parameters: Values) -> bytes:
        """Return the serialized message of the command.

        Raises:
            InvalidParametersError: A parameter is missing, unknown, of the wrong type or out of range.
            RestOnlyError: The command has no signed form.
        """
        if self.build is None:
            raise RestOnlyError(self.name)
        fields = self.build(checked(self.name, self.parameters, parameters))
        if self.domain is Domain.VEHICLE_SECURITY:
            return UnsignedMessage(**fields).SerializeToString()
        return Action(vehicleAction=fields).SerializeToString()

    def subject_of(self, parameters: Values) -> Hashable:
        """Return what these parameters set; None for a command of which each single one counts."""
        if not self.idempotent:
            return None
        subject = self.subject or self.name
        return (subject, str(parameters.get(self.each))) if self.each else subject

    def is_reached(self, reason: str) -> bool:
        """Return whether a refusal for this reason means that things already are as wanted.

        The reference proxy and some firmware put words before the reason itself (reported).
        """
        return any(reason == reached or reason.endswith(f" {reached}") for reached in self.reached)
