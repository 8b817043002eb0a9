"""All laws by name, as fresh instances for a scenario."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from .baselines.base import Fleet, Pilot
from .baselines.blueprint import Blueprint, PlainBlueprint
from .baselines.charge_hq import ChargeHq
from .law import Law
from .scenarios import Scenario

type Maker = Callable[[Scenario], Law]


def _own(pilot: Callable[[int], Pilot], one_phase: int, three_phases: int | None = None) -> Maker:
    """Return a maker with the floor that the original has; a car that refuses it sets its own."""
    return partial(_make, pilot, one_phase, one_phase if three_phases is None else three_phases)


def _ours(pilot: Callable[[int], Pilot]) -> Maker:
    """Return a maker with the floor of the scenario."""
    return lambda scenario: Fleet([pilot(scenario.floor_amps) for _ in scenario.cars])


def _make(pilot: Callable[[int], Pilot], one_phase: int, three_phases: int, scenario: Scenario) -> Law:
    least = max(scenario.floor_amps, one_phase if scenario.phases == 1 else three_phases)
    return Fleet([pilot(least) for _ in scenario.cars])


LAWS: Final[Mapping[str, Maker]] = {
    "charge_hq": _own(ChargeHq, 5, 2),
    "charge_hq_our_floor": _ours(ChargeHq),
    "blueprint": _own(Blueprint, 0),
    "blueprint_no_steps_no_polling": _own(PlainBlueprint, 0),
}
"""Baselines by name; `our_floor` gives them the scenario's floor and takes their polling away."""
