"""A simulated car."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from .charging import Charging
from .clock import Clock
from .commands import Command
from .protocol.computers import Computers

HOME: Final = (52.50123, 13.40123)
AWAY: Final = (52.47011, 13.55022)

# Assumed: owners report some 10 to 30 seconds to wake, and a quarter of an hour to fall asleep.
WAKE_SECONDS: Final = 8.0
SLEEP_AFTER_SECONDS: Final = 900.0

DRIVING_PERCENT_PER_HOUR: Final = 20.0
CLIMATE_DEGREES_PER_SECOND: Final = 0.02


@dataclass(slots=True, kw_only=True)
class Climate:
    """Cabin and seats; temperatures in °C."""

    on: bool = False
    driver_temp: float = 21.0
    passenger_temp: float = 21.0
    inside_temp: float = 26.4
    outside_temp: float = 24.5
    keeper_mode: int = 0
    preconditioning_max: bool = False
    steering_wheel_heater: bool = False
    seat_heaters: dict[int, int] = field(default_factory=dict)
    cabin_overheat_protection: str = "FanOnly"

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        goal = self.driver_temp if self.on else self.outside_temp
        step = CLIMATE_DEGREES_PER_SECOND * seconds
        self.inside_temp += max(-step, min(step, goal - self.inside_temp))


@dataclass(slots=True, kw_only=True)
class Car:
    """A car as a whole.

    `state` is what Tesla says: online, asleep or offline. `reachable` false: it cannot be woken. `overlay`
    is merged over the answer of vehicle_data, section by section. `command_signing` is Tesla's word:
    required, allowed or off. `kept_awake_by_reading` false: it falls asleep however often it is read.
    """

    vin: str
    name: str
    vehicle: dict[str, Any]
    sections: dict[str, dict[str, Any]]
    clock: Clock
    computers: Computers
    charging: Charging
    climate: Climate = field(default_factory=Climate)
    state: str = "online"
    reachable: bool = True
    in_service: bool = False
    command_signing: str = "required"
    hard_locked: bool = False
    wake_seconds: float = WAKE_SECONDS
    sleep_after: float = SLEEP_AFTER_SECONDS
    kept_awake_by_reading: bool = True
    waking: float | None = None
    idle: float = 0.0
    at_home: bool = True
    driving: bool = False
    location: tuple[float, float] = HOME
    locked: bool = True
    sentry_mode: bool = False
    valet_mode: bool = False
    user_present: bool = False
    windows_open: bool = False
    trunks_open: set[str] = field(default_factory=set)
    charge_schedules: dict[int, dict[str, Any]] = field(default_factory=dict)
    precondition_schedules: dict[int, dict[str, Any]] = field(default_factory=dict)
    scheduled_departure: dict[str, Any] = field(default_factory=dict)
    overlay: dict[str, dict[str, Any]] = field(default_factory=dict)
    commands: list[Command] = field(default_factory=list)

    @property
    def vehicle_id(self) -> int:
        """The number that stands for the VIN in paths."""
        return int(self.vehicle["id"])

    def pair(self, public_key: str | bytes, role: str = "owner") -> None:
        """Put a key on the car's key list: PEM, hex of the uncompressed point, or its 65 bytes."""
        self.computers.pair(public_key, role)

    def unpair(self, public_key: str | bytes) -> None:
        """Take a key off the list."""
        self.computers.unpair(public_key)

    def wake(self) -> None:
        """Begin to wake up, if the car can be reached."""
        if self.state != "online" and self.reachable and self.waking is None:
            self.waking = self.wake_seconds

    def fall_asleep(self) -> None:
        """Sleep at once."""
        self.state, self.waking = "asleep", None

    def set_online(self) -> None:
        """Be awake at once."""
        self.state, self.waking, self.idle = "online", None, 0.0

    def touch(self) -> None:
        """Stay awake: somebody asked or told the car something."""
        self.idle = 0.0

    def plug(self) -> None:
        """Plug the car in at home."""
        self.driving, self.at_home, self.location = False, True, HOME
        self.set_online()
        self.charging.plug()

    def unplug(self) -> None:
        """Pull the cable out."""
        self.charging.unplug()
        self.touch()

    def drive_away(self) -> None:
        """Leave home, driving."""
        self.charging.unplug()
        self.set_online()
        self.driving, self.at_home, self.location = True, False, AWAY
        self.user_present, self.locked = True, False

    def park(self, *, at_home: bool) -> None:
        """Stop driving and leave the car."""
        self.driving, self.at_home = False, at_home
        self.location = HOME if at_home else AWAY
        self.user_present, self.locked = False, True
        self.touch()

    def advance(self, moment: datetime, seconds: float) -> None:
        """Let time pass, up to this moment."""
        self._start_as_scheduled(moment, seconds)
        self.charging.advance(seconds)
        if self.waking is not None:
            self.waking -= seconds
            if self.waking <= 0:
                self.set_online()
        if self.state == "online":
            self.climate.advance(seconds)
            self._drift_to_sleep(seconds)
        if self.driving:
            used = DRIVING_PERCENT_PER_HOUR * seconds / 3600
            self.charging.battery_level = max(0.0, self.charging.battery_level - used)

    def _drift_to_sleep(self, seconds: float) -> None:
        busy = (
            self.charging.wanted or self.driving or self.climate.on or self.sentry_mode or self.user_present
        )
        self.idle = 0.0 if busy else self.idle + seconds
        if self.idle >= self.sleep_after:
            self.fall_asleep()

    def _start_as_scheduled(self, moment: datetime, seconds: float) -> None:
        charging = self.charging
        if charging.scheduled_start is None or not charging.plugged or charging.wanted or charging.complete:
            return
        local = self.clock.local(moment)
        since_midnight = local.hour * 3600 + local.minute * 60 + local.second + local.microsecond / 1e6
        if 0 <= since_midnight - charging.scheduled_start * 60 < seconds:
            charging.start()
