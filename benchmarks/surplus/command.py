"""The command line of the benchmark."""

import argparse
from collections.abc import Sequence
import json
from pathlib import Path
from typing import Any

from .clouds import month
from .laws import BASELINES as LAWS
from .plant import Plant
from .scenarios import SCENARIOS, Scenario, with_oven
from .traces import House, house, read_load, read_solar

TRACES = Path(__file__).parent / "traces"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print."""
    options = _parser().parse_args(arguments)
    scenario = SCENARIOS[options.scenario].changed(phases=options.phases, floor_amps=options.floor)
    home = _home(options, scenario)
    rows: dict[str, dict[str, Any]] = {}
    for name, make in LAWS.items():
        metrics = Plant(home, scenario).run(make(scenario))
        rows[name] = metrics.as_json()
        print(
            f"{name:32}{metrics.capture:7.1f} %{metrics.nonsolar_kwh:8.1f} kWh{metrics.commands:7}"
            f"{metrics.data_requests:7}{metrics.wakes:5}{metrics.starts:5}{metrics.score:9.1f}"
        )
    print(json.dumps({"laws": rows, "foresight": {}}))
    return 0


def _home(options: argparse.Namespace, scenario: Scenario) -> House:
    solar = read_solar(options.pv) if options.pv else month(options.seed)
    load, volts = read_load(options.load or TRACES / "load_uci_sceaux_1min_2006-12.csv")
    home = house(
        solar,
        load,
        volts,
        tick_s=10,
        solar_scale=scenario.solar_scale if options.pv_scale is None else options.pv_scale,
        load_scale=scenario.load_scale if options.load_scale is None else options.load_scale,
    )
    return with_oven(home, 5) if scenario.oven else home


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.surplus")
    parser.add_argument("--pv", type=Path)
    parser.add_argument("--load", type=Path)
    parser.add_argument("--pv-scale", type=float)
    parser.add_argument("--load-scale", type=float)
    parser.add_argument("--scenario", choices=SCENARIOS, default="A")
    parser.add_argument("--phases", type=int, choices=(1, 3))
    parser.add_argument("--floor", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    return parser
