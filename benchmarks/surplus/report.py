"""Runs everything, prints the tables, and writes the results: tables, numbers and the chart."""

import json
from pathlib import Path
import subprocess
from typing import Any, Final

from .chart import draw
from .inputs import home_of
from .runs import run_all
from .scenarios import SCENARIOS
from .table import table

RESULTS: Final = Path(__file__).parent / "results"
ON_CHART: Final = ("A5", "A", "C", "D", "E", "G")
TUNED: Final = ("A5", "A", "B", "C", "D", "E", "G")
"""Scenarios that are shown for the tuning split too."""


def report(jobs: int) -> None:
    """Run both splits and write `results/`."""
    commit = _commit()
    found: dict[str, dict[str, Any]] = {}
    lines = ["# Results", "", f"At commit `{commit}`.", ""]
    for split, names in (("held-out", tuple(SCENARIOS)), ("tuning", TUNED)):
        found[split] = {}
        for name in names:
            scenario = SCENARIOS[name]
            home = home_of(scenario, split)
            result = run_all(home, scenario, jobs=jobs)
            found[split][name] = result
            usable = result["foresight"]["usable_kwh"]
            heading = f"## {name}, {split}: {scenario.title}"
            section = [heading, "", f"{home.days} days, {usable:.0f} kWh usable.", "", *table(result), ""]
            print("\n".join(section), flush=True)
            lines.extend(section)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "results.md").write_text("\n".join(lines))
    (RESULTS / "results.json").write_text(json.dumps({"commit": commit, **found}, indent=1) + "\n")
    charted = {name: found["held-out"][name] for name in ON_CHART}
    titles = {name: SCENARIOS[name].title for name in ON_CHART}
    note = f"Held-out traces, commit {commit}. Solar and load come from different houses: not correlated."
    (RESULTS / "chart.svg").write_text(draw(charted, titles, note))


def _commit() -> str:
    """Return the commit that is measured, marked when the folder differs from it."""
    here = Path(__file__).parent
    call = ["git", "describe", "--always", "--abbrev=8", "--exclude=*", "--dirty=-changed"]
    ran = subprocess.run(call, cwd=here, capture_output=True, text=True, check=False)  # noqa: S603
    return ran.stdout.strip() or "unknown"
