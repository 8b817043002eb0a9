"""A car's battery, charge port and charger: alternating current only."""

from dataclasses import dataclass
from typing import Final

# Assumed, all of them: no source gives a car's own ramps. Amperes a second, seconds before the current
# starts.
RAMP_UP: Final = 1.0
RAMP_DOWN: Final = 8.0
STARTING_SECONDS: Final = 3.0
EFFICIENCY: Final = 0.92

CHARGE_LIMIT_MIN: Final = 50
CHARGE_LIMIT_MAX: Final = 100


@dataclass(slots=True, kw_only=True)
class Charging:
    """The state; currents in A per phase, energies in kWh, levels in %.

    `wanted` is what charge_start and charge_stop set; `powered` says whether the Wall Connector offers
    current.
    """

    battery_level: float = 57.0
    capacity: float = 75.0
    rated_miles_per_percent: float = 3.2
    charge_limit: int = 80
    charge_limit_standard: int = 80
    amps: int = 16
    amps_max: int = 16
    voltage: float = 230.0
    phases: int = 3
    plugged: bool = False
    wanted: bool = False
    powered: bool = True
    complete: bool = False
    port_open: bool = False
    latched: bool = True
    current: float = 0.0
    starting: float = 0.0
    energy_added: float = 0.0
    scheduled_start: int | None = None

    @property
    def state(self) -> str:
        """What `charging_state` says."""
        if not self.plugged:
            return "Disconnected"
        if self.complete:
            return "Complete"
        if not self.wanted:
            return "Stopped"
        if not self.powered:
            return "NoPower"
        return "Starting" if self.starting > 0 else "Charging"

    @property
    def power(self) -> float:
        """What the car takes from the Wall Connector, in W."""
        return self.current * self.voltage * self.phases

    @property
    def hours_to_limit(self) -> float:
        """How long it takes to the charge limit at the present power; 0 when not charging."""
        if self.power <= 0:
            return 0.0
        missing = max(0.0, self.charge_limit - self.battery_level) / 100 * self.capacity
        return missing / (self.power * EFFICIENCY / 1000)

    def plug(self) -> None:
        """Plug the cable in: charging starts by itself, unless it is scheduled."""
        if self.plugged:
            return
        self.plugged = self.port_open = self.latched = True
        self.energy_added = 0.0
        self.complete = self.battery_level >= self.charge_limit
        self.wanted = False
        if self.scheduled_start is None:
            self.start()

    def unplug(self) -> None:
        """Pull the cable out and close the port."""
        self.plugged = self.port_open = self.wanted = self.complete = False
        self.latched = True
        self.current = self.starting = 0.0

    def start(self) -> None:
        """Begin charging, if the limit is not reached."""
        self.complete = self.battery_level >= self.charge_limit
        if not self.complete:
            self.wanted = True
            self.starting = STARTING_SECONDS

    def stop(self) -> None:
        """End charging."""
        self.wanted = False
        self.starting = 0.0

    def set_limit(self, percent: int) -> None:
        """Set the limit; a car that had finished goes on when it is raised (reported by owners)."""
        self.charge_limit = percent
        if self.plugged and self.battery_level >= percent and (self.wanted or self.complete):
            self.stop()
            self.complete = True
        elif self.complete:
            self.start()

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.starting = max(0.0, self.starting - seconds)
        target = float(min(self.amps, self.amps_max)) if self.state == "Charging" else 0.0
        ramp = (RAMP_UP if target > self.current else RAMP_DOWN) * seconds
        self.current += max(-ramp, min(ramp, target - self.current))
        energy = self.power * EFFICIENCY * seconds / 3_600_000
        self.battery_level = min(100.0, self.battery_level + energy / self.capacity * 100)
        self.energy_added += energy
        if self.wanted and self.battery_level >= self.charge_limit:
            self.stop()
            self.complete = True
