"""The one door of the room."""

from dataclasses import replace
from typing import Final

from . import acts, full
from .buffer import share
from .decision import CarDecision, Decision, Reason
from .floor import learn
from .follow import Scene, follow
from .hands_off import hands_off
from .limits import ceiling
from .measure import Reading, read
from .memory import CarMemory, Memory, PlaceMemory
from .models import Inputs, Location
from .pilot import Pilot, board
from .presence import keep_presence
from .settings import Mode
from .sound import remembered, sound
from .tariff import tariff
from .wishes import Wish, is_full, wish

SOON: Final = 30.0
LATER: Final = 300.0
"""Seconds until the next look, with and without a car that charges or waits for its turn."""
STOPPED_AFTER: Final = 900.0
"""Seconds without a reading after which a car that follows the surplus is stopped."""


def decide(inputs: Inputs, memory: Memory) -> Decision:
    """Decide what every car is told now.

    Args:
        inputs: What is true now; the same inputs and memory give the same decision.
        memory: What the last decision returned; an empty one at first.
    """
    inputs, memory = sound(inputs), remembered(memory, inputs.now)
    pilots = [board(car, memory.cars.get(car.car_id) or CarMemory(), inputs) for car in inputs.cars]
    wishes: list[tuple[Pilot, Wish]] = []
    for pilot in pilots:
        keep_presence(pilot, inputs)
        _sort(pilot, inputs, wishes)
    ours = [pilot for pilot, _ in wishes]
    reading, place = read(inputs, memory.place, ours)
    surplus: float | None = None
    if reading is None:
        _without_meter(inputs, memory.place, wishes)
    else:
        scene = _scene(inputs, reading, place, pilots, ours)
        surplus = scene.share.power
        _steer(scene, wishes)
        place = scene.memory
    for pilot in pilots:
        acts.count(pilot)
    if inputs.place.shadow:
        _shadow(memory, pilots)
    return Decision(
        cars=tuple(_told(pilot, reading, surplus) for pilot in pilots),
        memory=Memory(
            place=place,
            cars={**memory.cars, **{pilot.car.car_id: pilot.memory for pilot in pilots}},
        ),
        surplus=surplus,
        look_again_at=_next_look(inputs, pilots),
    )


def release(inputs: Inputs, memory: Memory) -> Decision:
    """Give every car back as its owner had it, unless somebody changed it since."""
    cars = tuple(replace(car, settings=replace(car.settings, mode=Mode.OFF)) for car in inputs.cars)
    return decide(replace(inputs, cars=cars), memory)


def _sort(pilot: Pilot, inputs: Inputs, wishes: list[tuple[Pilot, Wish]]) -> None:
    """Find out whether a car is ours now, and what is wanted for it."""
    if hands_off(pilot):
        pilot.controlled = False
        _leave(pilot)
        return
    learn(pilot)
    wanted = wish(pilot.car, inputs)
    if is_full(pilot.car, wanted):
        pilot.controlled = False
        pilot.because(Reason.COMPLETE)
        return
    pilot.full = wanted.full
    wishes.append((pilot, wanted))


def _leave(pilot: Pilot) -> None:
    """Give back what was changed, where a car is left by its owner's wish."""
    restores = pilot.reason is Reason.MODE_OFF
    if pilot.reason is Reason.UNPLUGGED:
        restores = pilot.car.location is Location.HOME and pilot.memory.owner_limit is not None
    if pilot.reason is Reason.CHANGED_BY_HAND and pilot.memory.owner_current is not None:
        # Who changed it since has the last word.
        pilot.remember(owner_current=None)
    if restores and acts.restore(pilot):
        pilot.because(Reason.RESTORED)


def _scene(
    inputs: Inputs, reading: Reading, place: PlaceMemory, pilots: list[Pilot], ours: list[Pilot]
) -> Scene:
    divided = share(inputs, reading, place)
    return Scene(
        inputs=inputs,
        reading=reading,
        share=divided,
        tariff=tariff(inputs, pilots, divided),
        ceiling=ceiling(inputs, reading, place),
        memory=place,
        pilots=ours,
    )


def _steer(scene: Scene, wishes: list[tuple[Pilot, Wish]]) -> None:
    """Full cars first, then those that follow, then whatever the limits of the place leave of it."""
    following: list[tuple[Pilot, Wish]] = []
    for pilot, wanted in wishes:
        if scene.share.off_grid:
            # In an outage every mode is solar only.
            pilot.full = False
            following.append((pilot, Wish(follows=True)))
        elif wanted.full:
            full.charge(scene, pilot, wanted)
        elif wanted.follows:
            following.append((pilot, wanted))
        else:
            full.rest(pilot, wanted)
    follow(scene, following)
    full.cut(scene)
    for pilot, wanted in wishes:
        if wanted.limit is not None and pilot.on and not scene.share.off_grid:
            acts.set_limit(pilot, wanted.limit)
        _limit_back(pilot)
        if pilot.reason is Reason.WAITING_FOR_SURPLUS:
            _because_of_powerwall(scene, pilot)


def _because_of_powerwall(scene: Scene, pilot: Pilot) -> None:
    """Say where the surplus goes that the car waits for."""
    if scene.share.blocked:
        pilot.because(Reason.OFF_GRID)
    elif scene.share.kept > 0.0:
        pilot.because(Reason.BATTERY_FIRST)


def _limit_back(pilot: Pilot) -> None:
    """Give the owner's charge limit back with each stop."""
    owner = pilot.memory.owner_limit
    if owner is not None and not pilot.on and pilot.actions:
        acts.set_limit(pilot, owner)


def _without_meter(inputs: Inputs, place: PlaceMemory, wishes: list[tuple[Pilot, Wish]]) -> None:
    settings = inputs.place
    limits = (
        settings.grid_limit_power,
        settings.grid_limit_current,
        settings.fuse_current,
        settings.demand_limit,
    )
    limited = any(limit is not None for limit in limits)
    stopping = place.as_of is None or inputs.now - place.as_of > STOPPED_AFTER
    for pilot, wanted in wishes:
        full.safe(pilot, limited=limited, stopping=stopping and not wanted.minimum)


def _shadow(memory: Memory, pilots: list[Pilot]) -> None:
    """Remember nothing of what would have been told."""
    for pilot in pilots:
        if pilot.actions:
            pilot.memory = memory.cars.get(pilot.car.car_id) or CarMemory()


def _told(pilot: Pilot, reading: Reading | None, surplus: float | None) -> CarDecision:
    settings = pilot.car.settings
    energy = solar = 0.0
    if reading is not None and pilot.controlled and reading.cars > 0.0:
        energy = pilot.power * reading.elapsed / 3600.0
        solar = energy * min(1.0, max(0.0, reading.balance) / reading.cars)
    numbers = {"current": float(pilot.current if pilot.on else 0), **pilot.numbers}
    if surplus is not None:
        numbers["surplus"] = surplus
    if pilot.car.state_of_charge is not None:
        numbers["state_of_charge"] = pilot.car.state_of_charge
    return CarDecision(
        car_id=pilot.car.car_id,
        actions=tuple(pilot.actions),
        reason=pilot.reason,
        numbers=numbers,
        target_current=(pilot.current if pilot.on else 0) if pilot.controlled else None,
        next_change_at=pilot.next_change_at,
        commands_by_hand=pilot.memory.by_hand,
        back_to_default_mode=pilot.ended and settings.mode is not settings.default_mode,
        energy=energy,
        solar_energy=solar,
    )


def _next_look(inputs: Inputs, pilots: list[Pilot]) -> float:
    now = inputs.now
    active = any(pilot.controlled and (pilot.on or pilot.actions) for pilot in pilots)
    times = [now + (SOON if active else LATER)]
    times.extend(
        pilot.next_change_at
        for pilot in pilots
        if pilot.next_change_at is not None and pilot.next_change_at > now
    )
    if inputs.sunrise is not None and inputs.sunrise > now:
        times.append(inputs.sunrise)
    return max(now + 1.0, min(times))
