"""What every baseline shares: the logic of one car, wakes, and the double request below 5 A.

A baseline knows what its original knows: the grid power of the newest sample, its car's power, what the car
streams.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar, override

from ..car import CLAMP_AMPS
from ..law import CarView, Charging, Command, Law, MeterSample, Priority, SetAmps, Start, Stop, View, Wake

ON = frozenset({Charging.CHARGING, Charging.STARTING})
WAKE_AGAIN_S = 120
VOLTS = 230.0


class Pilot(ABC):
    """Charges one car. `floor` is the least current that it requests."""

    period_s: ClassVar[int] = 60

    def __init__(self, floor: int) -> None:
        """Start with nothing known."""
        self.floor = floor
        self.wanted = False
        self._woken = -1e9
        self._next = 0.0

    @abstractmethod
    def decide(self, view: View, car: CarView, sample: MeterSample, available: float) -> Sequence[Command]:
        """Return the commands of one cycle; `available` are the W that this car may take."""

    def step(self, view: View, car: CarView, available: float) -> Sequence[Command]:
        """Act when the cycle is due and the car may be commanded."""
        sample = view.sample
        if view.now < self._next or sample is None:
            return ()
        self._next = view.now + self.period_s
        state = car.state
        if not car.at_home or state is None or state.charging in {Charging.UNPLUGGED, Charging.COMPLETE}:
            return ()
        return self.decide(view, car, sample, available)

    def start(self, view: View, car: CarView, amps: int) -> Sequence[Command]:
        """Start at a current; wake the car first where it sleeps, and start in a later cycle."""
        if not car.online:
            if view.now - self._woken >= WAKE_AGAIN_S:
                self._woken = view.now
                return (Wake(car.index),)
            return ()
        return (Start(car.index), *change(car, amps, starting=True))


def is_on(car: CarView) -> bool:
    """Return whether the car charges or is about to."""
    return car.state is not None and car.state.charging in ON


def requested(car: CarView) -> int:
    """Return the current that the car was last told to take."""
    return car.state.amps_requested if car.state else 0


def change(car: CarView, amps: int, *, starting: bool = False) -> Sequence[Command]:
    """Return the requests that bring the car to a current: none, one, or two across the clamp at 5 A."""
    now = requested(car)
    if starting:
        now = max(CLAMP_AMPS, now)
    amps = min(car.max_amps, max(amps, car.lowest_amps))
    if amps == now:
        return ()
    once = SetAmps(car.index, amps)
    return (once, once) if amps < CLAMP_AMPS < now or amps < CLAMP_AMPS == now else (once,)


def stop(car: CarView) -> Sequence[Command]:
    """Return the command that stops charging."""
    return (Stop(car.index),)


class Fleet(Law):
    """One pilot for each car; the first car takes what it wants, the next what is left."""

    def __init__(self, pilots: Sequence[Pilot]) -> None:
        """Take the pilots in the order of the cars."""
        self.pilots = pilots

    @override
    def step(self, view: View) -> Sequence[Command]:
        sample = view.sample
        if sample is None:
            return ()
        available = spare(view, sample)
        found: list[Command] = []
        for pilot, car in zip(self.pilots, view.cars, strict=True):
            if commands := pilot.step(view, car, available):
                found.extend(commands)
            available -= sample.cars_w[car.index]
        return found


def spare(view: View, sample: MeterSample) -> float:
    """Return the W that cars may take: what is exported, what they take now, and the Powerwall's share."""
    spare_w = sum(sample.cars_w) - sample.grid_w
    percent = sample.battery_percent
    if percent is None:
        return spare_w
    battery_first = view.site.priority is not Priority.CAR and percent < BATTERY_FIRST_PERCENT
    return spare_w - (max(0.0, sample.battery_w) if battery_first else sample.battery_w)


BATTERY_FIRST_PERCENT = 90.0
"""Charge HQ advises 75 to 90 %: below it the Powerwall goes first."""
