"""Runs many laws in one home."""

from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Any

from .foresight import foresee
from .laws import FREE, makers
from .metrics import Metrics
from .plant import Plant
from .scenarios import Scenario
from .traces import House

FORESIGHT = "foresight"


def run(home: House, scenario: Scenario, name: str) -> Metrics:
    """Return what one law brings."""
    metrics = Plant(home, scenario).run(makers()[name](scenario))
    if name in FREE:
        metrics.free_of_charge()
    return metrics


def run_all(
    home: House, scenario: Scenario, *, names: Iterable[str] | None = None, jobs: int = 1
) -> dict[str, Any]:
    """Return the row of each law, and of foresight, as the JSON line shows them."""
    chosen = list(makers() if names is None else names)
    one = partial(_one, home, scenario)
    if jobs == 1:
        found = [one(name) for name in (*chosen, FORESIGHT)]
    else:
        with ProcessPoolExecutor(jobs) as pool:
            found = list(pool.map(one, (*chosen, FORESIGHT)))
    return {"laws": dict(zip(chosen, found, strict=False)), FORESIGHT: found[-1]}


def _one(home: House, scenario: Scenario, name: str) -> Mapping[str, Any]:
    return foresee(home, scenario) if name == FORESIGHT else run(home, scenario, name).as_json()
