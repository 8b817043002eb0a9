"""The simulated car: whole amps, the clamp at 5 A, ramps, sleep, charge limit, drives."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from .law import CarState, Charging, Command, Result, SetAmps, SetLimit, Start, Stop, Wake

CLAMP_AMPS: Final = 5
"""From here or above, a lower request stops here first; a start never begins lower."""
CONTACTOR_S: Final = 20
"""From a start to the first current (16 s to 15 A, 11 s to 6 A were observed)."""
RAMP_AMPS_PER_S: Final = 2.0
ASLEEP_AFTER_S: Final = 900
OVERHEAD_W: Final = 200
"""What the car itself uses while it charges, out of what it takes."""
EFFICIENCY: Final = 0.92
"""From the cable into the battery."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drive:
    """Away from `leaves` to `returns`, seconds of the day, on the given weekdays (0 is Monday)."""

    leaves: int
    returns: int
    weekdays: frozenset[int]
    energy_kwh: float

    def away(self, now: float) -> bool:
        """Return whether the car is away."""
        day, second = divmod(now, 86_400)
        return day % 7 in self.weekdays and self.leaves <= second < self.returns


@dataclass(frozen=True, slots=True, kw_only=True)
class CarPlan:
    """What one car of a scenario is. Without `battery_kwh` it is never full."""

    max_amps: int = 32
    lowest_amps: int = 1
    battery_kwh: float | None = None
    battery_percent: float = 50.0
    limit_percent: int = 80
    drive: Drive | None = None
    need_percent: float | None = None


class Car:
    """One car on its cable.

    Args:
        plan: What it is.
        phases: Phases of its cable.
        chance: The run's randomness: how long it takes to wake.
        wakes_late: Whether each wake takes 90 s.
    """

    def __init__(self, plan: CarPlan, phases: int, chance: Random, *, wakes_late: bool = False) -> None:
        """Plug it in, awake and stopped."""
        self.plan = plan
        self.phases = phases
        self.battery_percent = plan.battery_percent
        self.limit_percent = plan.limit_percent
        self.requested = CLAMP_AMPS
        self.actual = 0.0
        self.power_w = 0.0
        self.charging = Charging.STOPPED
        self.online = True
        self.at_home = True
        self.starts = 0
        self.missed_kwh = 0.0
        self._began = 0.0
        self._idle_since = 0.0
        self._asked_below = False
        self._wakes_at: float | None = None
        self._chance = chance
        self._wakes_late = wakes_late
        self._state: CarState | None = None

    def advance(self, now: float, tick_s: float) -> float:
        """Go on to `now` and return the current in A of the tick that begins there."""
        if self._wakes_at is not None and now >= self._wakes_at:
            self._wakes_at = None
            self.online = True
            self._idle_since = now
        if self.charging is Charging.STARTING and now - self._began >= CONTACTOR_S:
            self.charging = Charging.CHARGING
        if self.charging is Charging.CHARGING:
            above = self.requested - self.actual
            ramp = RAMP_AMPS_PER_S * tick_s
            self.actual += min(ramp, above)
            return self.actual
        self.actual = 0.0
        if self.online and self.charging is not Charging.STARTING and now - self._idle_since > ASLEEP_AFTER_S:
            self.online = False
        return 0.0

    def take(self, energy_wh: float, hours: float, now: float) -> float:
        """Take energy from the cable; return the Wh that reached the battery. At its limit it is complete."""
        stored = (energy_wh - OVERHEAD_W * hours) * EFFICIENCY
        if (capacity := self.plan.battery_kwh) is not None:
            self.battery_percent += stored / capacity / 10
            if self.battery_percent >= self.limit_percent:
                self._end(Charging.COMPLETE, now)
        return stored

    def drive(self, now: float) -> None:
        """Leave or come back, as the day says."""
        drive = self.plan.drive
        if drive is None:
            return
        away = drive.away(now)
        if away and self.at_home:
            self.at_home = False
            self._end(Charging.UNPLUGGED, now)
            self.online = True
            self._leave(drive.energy_kwh)
        elif not away and not self.at_home:
            self.at_home = True
            self.online = True
            self._end(Charging.STOPPED, now)
            self.requested = CLAMP_AMPS

    def obey(self, command: Command, now: float) -> tuple[Result, str]:
        """Do what a command says, where the car does; return how it ended and the word for a refusal."""
        if isinstance(command, Wake):
            if not self.online and self._wakes_at is None:
                late = self._wakes_late or self._chance.random() < 0.1  # noqa: PLR2004 - P90 of waking is 90 s
                self._wakes_at = now + (90 if late else 30)
            return Result.ACCEPTED, ""
        if not self.online:
            return Result.REFUSED, "asleep"
        match command:
            case SetAmps(amps=amps):
                self._set_amps(amps)
            case SetLimit(percent=percent):
                self.limit_percent = percent
                if self.charging is Charging.COMPLETE and self.battery_percent < percent:
                    self.charging = Charging.STOPPED
            case Start():
                return self._start(now)
            case Stop():
                if self.charging not in {Charging.CHARGING, Charging.STARTING}:
                    return Result.REFUSED, "not_charging"
                self._end(Charging.STOPPED, now)
        return Result.ACCEPTED, ""

    def state(self, now: float) -> CarState:
        """Return what the car tells of itself; the object changes only when something did."""
        old = self._state
        if (
            old is not None
            and old.charging is self.charging
            and old.amps_requested == self.requested
            and old.amps_actual == self.actual
            and now - old.at < 60  # noqa: PLR2004 - streamed at least each minute
        ):
            return old
        self._state = CarState(
            now, self.charging, self.requested, self.actual, self.battery_percent, self.limit_percent
        )
        return self._state

    def _set_amps(self, amps: int) -> None:
        amps = max(self.plan.lowest_amps, min(self.plan.max_amps, amps))
        clamps = amps < CLAMP_AMPS <= self.requested and not self._asked_below
        self._asked_below = clamps
        self.requested = CLAMP_AMPS if clamps else amps

    def _start(self, now: float) -> tuple[Result, str]:
        if self.charging is Charging.UNPLUGGED:
            return Result.REFUSED, "not_plugged"
        if self.charging is Charging.COMPLETE:
            return Result.REFUSED, "complete"
        if self.charging is not Charging.STOPPED:
            return Result.REFUSED, "is_charging"
        self.charging = Charging.STARTING
        self.requested = max(CLAMP_AMPS, self.requested)
        self._asked_below = False
        self._began = now
        self.starts += 1
        return Result.ACCEPTED, ""

    def _end(self, charging: Charging, now: float) -> None:
        self.charging = charging
        self.actual = 0.0
        self._idle_since = now

    def _leave(self, energy_kwh: float) -> None:
        capacity = self.plan.battery_kwh
        if capacity is None:
            return
        if self.plan.need_percent is not None:
            self.missed_kwh += max(0.0, self.plan.need_percent - self.battery_percent) * capacity / 100
        self.battery_percent = max(0.0, self.battery_percent - energy_kwh / capacity * 100)


def lower(amps: int, requested: int) -> Sequence[int]:
    """Return the requests that bring a car from `requested` to `amps`: two of them across the clamp."""
    return (amps, amps) if amps < CLAMP_AMPS <= requested else (amps,)
