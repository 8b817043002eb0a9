"""One car as the product list and `vehicles/{vin}` tell it, without asking the car."""

from dataclasses import dataclass, field

from .vehicle_config import VehicleConfig
from .vin import has_command_protocol, model_name, model_year


@dataclass(frozen=True, slots=True, kw_only=True)
class GranularAccess:
    """What the owner withholds from a driver."""

    hide_private: bool | None = None
    """The position and the like are withheld (drivers of a business fleet)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vehicle:
    """One car of the account."""

    vin: str = field(repr=False)
    display_name: str | None = field(default=None, repr=False)
    access_type: str | None = None
    """``OWNER`` or ``DRIVER``."""
    state: str | None = None
    """``online``, ``asleep``, ``offline``, ``waking``; reported: sleeping cars are often called offline."""
    in_service: bool | None = None
    command_signing: str | None = None
    """``required``, ``allowed`` or ``off``."""
    mobile_access_disabled: bool | None = None
    api_version: int | None = None
    granular_access: GranularAccess | None = None
    config: VehicleConfig | None = field(default=None, metadata={"key": "vehicle_config"})
    """Only in the product list."""

    @property
    def online(self) -> bool:
        """Whether the car can be asked for its data now; every other state means: leave it alone."""
        return self.state == "online"

    @property
    def model(self) -> str | None:
        """The model's name by the VIN, for example ``Model Y``."""
        return model_name(self.vin)

    @property
    def model_year(self) -> int | None:
        """The model year by the VIN."""
        return model_year(self.vin)

    @property
    def signs_commands(self) -> bool:
        """Whether commands have to be signed: by Tesla's word, else by the VIN."""
        if self.command_signing in {"required", "allowed"}:
            return True
        return self.command_signing != "off" and has_command_protocol(self.vin)
