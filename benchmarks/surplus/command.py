"""The command line of the benchmark."""

import argparse
from collections.abc import Sequence
import json
from pathlib import Path
import sys

from .inputs import SPLITS, home_from, home_of
from .laws import makers
from .report import report
from .runs import run_all
from .scenarios import SCENARIOS
from .table import table
from .traces import TraceError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print; without options, everything."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser().parse_args(given)
    if options.scenario is None and options.pv is None and options.load is None and not options.json:
        report(options.jobs)
        return 0
    scenario = SCENARIOS[options.scenario or "A"].changed(phases=options.phases, floor_amps=options.floor)
    try:
        if (
            options.pv is None
            and options.load is None
            and options.pv_scale is None
            and options.load_scale is None
        ):
            home = home_of(scenario, options.split, number=options.month)
        else:
            home = home_from(
                scenario,
                options.pv,
                options.load,
                solar_scale=options.pv_scale,
                load_scale=options.load_scale,
            )
    except TraceError as error:
        print(error, file=sys.stderr)
        return 2
    names = options.laws.split(",") if options.laws else None
    result = run_all(home, scenario, names=names, jobs=options.jobs)
    usable = result["foresight"]["usable_kwh"]
    print(f"{scenario.name}: {scenario.title}; {home.days} days, {usable:.0f} kWh usable")
    print("\n".join(table(result)))
    if options.json:
        print(json.dumps(result))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.surplus",
        description="Without options: all scenarios, both splits, and the results written beside the code.",
    )
    parser.add_argument("--pv", type=Path, help="solar trace: time_utc,pv_w")
    parser.add_argument("--load", type=Path, help="load trace: time_utc,load_w[,voltage_v]")
    parser.add_argument("--pv-scale", type=float, help="factor; 1 for a given file, else the scenario's")
    parser.add_argument("--load-scale", type=float, help="factor; 1 for a given file, else the scenario's")
    parser.add_argument("--scenario", choices=SCENARIOS)
    parser.add_argument("--phases", type=int, choices=(1, 2, 3))
    parser.add_argument(
        "--floor", type=int, choices=range(17), metavar="AMPS", help="the least current of the car"
    )
    parser.add_argument("--split", choices=SPLITS, default="tuning", help="traces when no file is given")
    parser.add_argument("--month", type=int, default=0, help="which generated month of the split")
    parser.add_argument("--laws", help=f"some of: {', '.join(makers())}")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--json", action="store_true", help="end with one line of JSON")
    return parser
