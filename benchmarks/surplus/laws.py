"""All laws by name, as fresh instances for a scenario."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from .baselines.base import Fleet, Pilot
from .baselines.blueprint import Blueprint, PlainBlueprint
from .baselines.charge_hq import ChargeHq
from .baselines.ev_smart_charger import EvSmartCharger
from .baselines.evcc import Evcc, SilentEvcc
from .baselines.simple import ChargeOnSolar, Naive, TwcManager
from .baselines.solar_charger import SilentSolarCharger, SolarCharger
from .baselines.tsc import TeslaSolarCharger
from .law import Law
from .scenarios import Scenario

type Maker = Callable[[Scenario], Law]

OURS: Final = "benchmarks.surplus.ours"
FREE: Final = frozenset({"charge_on_solar"})
"""Laws inside the car and the gateway: they call no API."""


def _own(pilot: Callable[[int], Pilot], one_phase: int, three_phases: int | None = None) -> Maker:
    """Return a maker with the floor that the original has, or the car's where that is higher."""
    return partial(_make, pilot, one_phase, one_phase if three_phases is None else three_phases)


def _ours(pilot: Callable[[int], Pilot]) -> Maker:
    """Return a maker with the floor of the scenario."""
    return partial(_make, pilot, 0, 0)


def _make(pilot: Callable[[int], Pilot], one_phase: int, three_phases: int, scenario: Scenario) -> Law:
    least = max(scenario.floor_amps, one_phase if scenario.phases == 1 else three_phases)
    return Fleet([pilot(least) for _ in scenario.cars])


BASELINES: Final[Mapping[str, Maker]] = {
    "charge_hq": _own(ChargeHq, 5, 2),
    "charge_hq_our_floor": _ours(ChargeHq),
    "evcc_6a": _own(Evcc, 6),
    "evcc_5a": _own(Evcc, 5),
    "evcc_our_floor": _ours(SilentEvcc),
    "tsc_6a": _own(TeslaSolarCharger, 6),
    "tsc_5a": _own(TeslaSolarCharger, 5),
    "tsc_our_floor": _ours(TeslaSolarCharger),
    "blueprint": _own(Blueprint, 0),
    "blueprint_no_steps_no_polling": _own(PlainBlueprint, 0),
    "solar_charger_1a": _own(SolarCharger, 1),
    "solar_charger_5a": _own(SolarCharger, 5),
    "solar_charger_no_polling": _ours(SilentSolarCharger),
    "ev_smart_charger": _own(EvSmartCharger, 6),
    "ev_smart_charger_our_floor": _ours(EvSmartCharger),
    "twc_manager_12a": _own(TwcManager, 12),
    "twc_manager_6a": _own(TwcManager, 6),
    "twc_manager_our_floor": _ours(TwcManager),
    "charge_on_solar": _own(ChargeOnSolar, 5),
    "naive": _own(Naive, 5),
    "naive_our_floor": _ours(Naive),
}
"""By name. `our_floor` and `no_polling` give the scenario's floor and take data requests away."""


def makers() -> Mapping[str, Maker]:
    """Return every law; ours first where it is there: `OursLaw` of the module `ours`, without arguments."""
    if find_spec(OURS) is None:
        return BASELINES
    ours: Callable[[], Law] = import_module(OURS).OursLaw
    return {"ours": lambda _scenario: ours(), **BASELINES}
