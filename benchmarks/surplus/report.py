"""Runs everything, prints the tables, and writes the results: tables, numbers and the chart."""

from collections.abc import Iterator, Mapping
import json
from pathlib import Path
import subprocess
from typing import Any, Final

from .chart import draw
from .inputs import home_of
from .laws import makers
from .reaction import reactions
from .runs import run_all
from .scenarios import SCENARIOS
from .table import table

RESULTS: Final = Path(__file__).parent / "results"
ON_CHART: Final = ("A5", "A", "C", "D", "E", "G")
TUNED: Final = ("A5", "A", "B", "C", "D", "E", "G")
"""Scenarios that are shown for the tuning split too."""
REACTING: Final = ("A", "C")
NEARLY_ALL: Final = 0.95


def report(jobs: int) -> None:
    """Run both splits and write `results/`."""
    commit = _commit()
    found: dict[str, dict[str, Any]] = {}
    lines = ["# Results", "", f"At commit `{commit}`.", ""]
    for split, names in (("held-out", tuple(SCENARIOS)), ("tuning", TUNED)):
        found[split] = {}
        for name in names:
            found[split][name], section = _section(name, split, jobs)
            print("\n".join(section), flush=True)
            lines.extend(section)
    section = list(_reactions())
    print("\n".join(section))
    lines.extend(section)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "results.md").write_text("\n".join(lines) + "\n")
    (RESULTS / "results.json").write_text("\n".join(_json(commit, found)) + "\n")
    charted = {name: found["held-out"][name] for name in ON_CHART}
    titles = {name: SCENARIOS[name].title for name in ON_CHART}
    note = f"Held-out traces, commit {commit}. Solar and load come from different houses: not correlated."
    (RESULTS / "chart.svg").write_text(draw(charted, titles, note))


def _section(name: str, split: str, jobs: int) -> tuple[dict[str, Any], list[str]]:
    scenario = SCENARIOS[name]
    home = home_of(scenario, split)
    result = run_all(home, scenario, jobs=jobs)
    usable = result["foresight"]["usable_kwh"]
    heading = f"## {name}, {split}: {scenario.title}"
    return result, [heading, "", f"{home.days} days, {usable:.0f} kWh usable.", "", *table(result), ""]


def _reactions() -> Iterator[str]:
    """Return a table of the s until a law has given way to a step of 3 kW."""
    yield from ("## Seconds until a law gives way to 3 kW of load or cloud", "")
    heads = [f"{name}, {share}" for name in REACTING for share in ("P50", "P95")]
    yield "| law | " + " | ".join(heads) + " |"
    yield "|---|" + "---:|" * len(heads)
    for law, make in makers().items():
        cells: list[float] = []
        for name in REACTING:
            times = sorted(reactions(make, SCENARIOS[name]))
            cells.extend((times[len(times) // 2], times[int(NEARLY_ALL * len(times))]))
        yield f"| {law} | " + " | ".join(f"{cell:.0f}" for cell in cells) + " |"


def _json(commit: str, found: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Return one law a line."""
    yield f'{{"commit": "{commit}"'
    for split, results in found.items():
        yield f', "{split}": {{'
        for place, (name, result) in enumerate(results.items()):
            yield f'{", " if place else ""}"{name}": {{'
            yield f'"foresight": {json.dumps(result["foresight"])}, "laws": {{'
            yield ",\n".join(f'  "{law}": {json.dumps(row)}' for law, row in result["laws"].items())
            yield "}}"
        yield "}"
    yield "}"


def _commit() -> str:
    """Return the commit that is measured, marked when the folder differs from it."""
    here = Path(__file__).parent
    call = ["git", "describe", "--always", "--abbrev=8", "--exclude=*", "--dirty=-changed"]
    ran = subprocess.run(call, cwd=here, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    return ran.stdout.strip() or "unknown"
