"""Pairing the virtual key: which car needs it, which one holds it, and the page that pairs it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import voluptuous as vol

from homeassistant.helpers.selector import QrCodeSelector, QrCodeSelectorConfig, QrErrorCorrectionLevel

from .fleet_api import FleetStatus, Vehicle

QR_CODE: Final = "qr_code"


@dataclass(frozen=True, slots=True, kw_only=True)
class CarPairing:
    """What is known of a car and the application's virtual key.

    Attributes:
        needs_key: Whether the car checks commands, so that it has to hold the key.
        paired: Whether it holds the key; None is not known.
        total_number_of_keys: How many keys of all kinds it holds.
    """

    needs_key: bool
    paired: bool | None = None
    total_number_of_keys: int | None = None

    @property
    def settled(self) -> bool:
        """Whether there is nothing left to pair."""
        return self.paired is True or not self.needs_key


def car_pairing(vehicle: Vehicle, status: FleetStatus | None, *, signed: bool | None = None) -> CarPairing:
    """Tell what is known of a car and the virtual key.

    Args:
        vehicle: The car as the product list describes it.
        status: Tesla's answer for the key; None without one.
        signed: Whether commands are signed by now, which the car itself may have corrected; None before any.
    """
    info = status.vehicle_info.get(vehicle.vin) if status else None
    return CarPairing(
        needs_key=_needs_key(
            vehicle,
            signed=vehicle.signs_commands if signed is None else signed,
            required=info.vehicle_command_protocol_required if info else None,
        ),
        paired=status.key_paired(vehicle.vin) if status else None,
        total_number_of_keys=info.total_number_of_keys if info else None,
    )


def _needs_key(vehicle: Vehicle, *, signed: bool, required: bool | None) -> bool:
    """Ask the car's own correction and `command_signing` first, then fleet_status, and the VIN last.

    Reported: fleet_status calls the protocol not required for some cars that do require it.
    """
    corrected = signed is not vehicle.signs_commands
    if corrected or vehicle.command_signing in {"required", "off"} or required is None:
        return signed
    return required


class PairingRecord:
    """What Tesla and the cars themselves have told of the virtual key.

    Tesla tells by `fleet_status`. What a car tells when it gets a command counts more, until Tesla tells the
    same.
    """

    def __init__(self, remembered: Mapping[str, Any] | None = None) -> None:
        """Begin with what was told before a restart, as `as_json` gave it; with nothing if there is none."""
        remembered = remembered or {}
        cars = remembered.get("cars")
        self._status = FleetStatus.read(remembered.get("status"))
        self._cars: dict[str, bool | None] = {
            vin: told
            for vin, told in (cars if isinstance(cars, dict) else {}).items()
            if told is None or isinstance(told, bool)
        }
        """The word of each car that checked a command; None since Tesla's counts."""

    def as_json(self) -> dict[str, Any]:
        """Return what is to be remembered."""
        return {"status": self._status.as_json() if self._status else None, "cars": self._cars}

    def tesla_says(self, status: FleetStatus) -> None:
        """Take Tesla's answer."""
        self._status = status
        for vin, paired in self._cars.items():
            if status.key_paired(vin) is paired:
                self._cars[vin] = None

    def car_says(self, vin: str, *, paired: bool) -> None:
        """Take a car's own word: it took a signed command, or refused it for want of the key."""
        self._cars[vin] = paired

    def forget(self, vin: str) -> None:
        """Let Tesla's word count for a car, because somebody has changed something there."""
        if vin in self._cars:
            self._cars[vin] = None

    def pairing(self, vehicle: Vehicle, *, signed: bool) -> CarPairing:
        """Put together what is known of a car; one that checked a command needs the key in any case."""
        pairing = car_pairing(vehicle, self._status, signed=signed)
        if vehicle.vin not in self._cars:
            return pairing
        told = self._cars[vehicle.vin]
        return replace(pairing, needs_key=True, paired=pairing.paired if told is None else told)


def pairing_url(domain: str, vin: str) -> str:
    """Return the page where Tesla's app offers to pair the key of a domain with a car (known, Tesla)."""
    return f"https://tesla.com/_ak/{domain}?vin={vin}"


def pairing_schema(url: str) -> vol.Schema:
    """Return a form that shows a page's address as a QR code, for the phone with Tesla's app."""
    config = QrCodeSelectorConfig(data=url, scale=6, error_correction_level=QrErrorCorrectionLevel.QUARTILE)
    return vol.Schema({vol.Optional(QR_CODE): QrCodeSelector(config)})
