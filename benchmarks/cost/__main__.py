"""`python -m benchmarks.cost [--json] [--days N] [--household commuting|solar] ...`.

The commuting household compares with Home Assistant's own integration; the solar one has its cars charged
from the sun by ours, with one budget or several.
"""

import argparse
from collections import Counter
import json
import logging
from typing import Final

from . import solar
from .candidates import OURS, TESLA_FLEET
from .month import CATEGORIES, Month, live

GOALS: Final = {"cost_ratio_energy_billed": 0.1, "cost_ratio_energy_free": 0.5, "age_ratio": 0.5}


BILLED: Final = "ours, billed"
FREE: Final = "ours, free"
"""Ours knows by its options whether Tesla bills energy requests, and reads accordingly."""


def ratios(months: dict[str, Month]) -> dict[str, float | None]:
    """Return ours divided by the peer's; of our two ages the worse."""
    peer = months[TESLA_FLEET.name]
    found = [months[name].charging_age.median for name in (BILLED, FREE)]
    return {
        "cost_ratio_energy_billed": _ratio(months[BILLED].energy_billed, peer.energy_billed),
        "cost_ratio_energy_free": _ratio(months[FREE].energy_free, peer.energy_free),
        "age_ratio": _ratio(
            max((age for age in found if age is not None), default=None), peer.charging_age.median
        ),
    }


def _ratio(ours: float | None, peer: float | None) -> float | None:
    return round(ours / peer, 4) if ours is not None and peer else None


def show(months: dict[str, Month], days: int) -> None:
    """Print the tables."""
    width = max(len(name) for name in months) + 4
    print(f"\n{days} days, requests" + "".join(f"{name:>{width + 2}}" for name in months))
    for category in CATEGORIES:
        print(
            f"{category:<18}"
            + "".join(f"{month.requests[category]:>{width + 2},}" for month in months.values())
        )
    print("\ndollars")
    for label, name in (("energy not billed", "energy_free"), ("energy billed", "energy_billed")):
        print(
            f"{label:<18}" + "".join(f"{getattr(month, name):>{width + 2}.2f}" for month in months.values())
        )
    print("\nminutes until it is shown: median, P90 (number of changes, of which never)")
    kinds = sorted({kind for month in months.values() for kind in month.ages})
    for kind in kinds:
        cells = [_age(month, kind) for month in months.values()]
        print(f"{kind:<18}" + "".join(f"{cell:>28}" for cell in cells))
    print(
        f"{'charging state':<18}" + "".join(f"{_minutes(m.charging_age.median):>28}" for m in months.values())
    )
    print(f"{'not known':<18}" + "".join(f"{month.unknown:>27.1%} " for month in months.values()))
    print(f"{'errors logged':<18}" + "".join(f"{len(month.errors):>28}" for month in months.values()))
    print(f"{'refused':<18}" + "".join(f"{len(month.refused):>28}" for month in months.values()))
    print(f"{'seconds of work':<18}" + "".join(f"{month.took:>28.0f}" for month in months.values()))


def _minutes(seconds: float | None) -> str:
    return "-" if seconds is None else f"{seconds / 60:.1f}"


def _age(month: Month, kind: str) -> str:
    found = month.ages.get(kind)
    if found is None:
        return "-"
    if found.never == len(found.seconds):
        return f"never ({len(found.seconds)})"
    return f"{_minutes(found.median)}, {_minutes(found.p90)} ({len(found.seconds)}, {found.never})"


def _solar(budgets: list[float], arguments: argparse.Namespace) -> None:
    months = {
        budget: solar.live(
            days=arguments.days, options={"energy_billed": arguments.energy_billed, "budget": budget}
        )
        for budget in budgets
    }
    solar.show(months, days=arguments.days, energy_billed=arguments.energy_billed)
    if arguments.json:
        rows = [
            solar.row(found, budget=budget, energy_billed=arguments.energy_billed)
            for budget, found in months.items()
        ]
        print(json.dumps({"solar": rows}))


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cost", description=__doc__)
    parser.add_argument("--json", action="store_true", help="end with one line of JSON")
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--only", choices=("ours", "tesla_fleet"), help="leave the other out")
    parser.add_argument("--household", choices=("commuting", "solar"), default="commuting")
    parser.add_argument(
        "--budget", type=float, action="append", help="dollars a month, for ours (10); solar takes several"
    )
    parser.add_argument("--energy-billed", action="store_true", help="solar: Tesla bills energy requests")
    parser.add_argument("--sleepy", action="store_true", help="cars fall asleep however often they are read")
    parser.add_argument("--endpoints", action="store_true", help="requests by endpoint, too")
    arguments = parser.parse_args()
    logging.getLogger().setLevel(logging.ERROR)
    budgets = arguments.budget or [10.0]
    if arguments.household == "solar":
        _solar(budgets, arguments)
        return
    runs = {
        BILLED: (OURS, {"energy_billed": True, "budget": budgets[0]}),
        FREE: (OURS, {"energy_billed": False, "budget": budgets[0]}),
        TESLA_FLEET.name: (TESLA_FLEET, {}),
    }
    months = {
        name: live(
            candidate, days=arguments.days, kept_awake_by_reading=not arguments.sleepy, options=options
        )
        for name, (candidate, options) in runs.items()
        if arguments.only in {None, candidate.name}
    }
    show(months, arguments.days)
    if arguments.endpoints:
        for name, month in months.items():
            print(f"\n{name}")
            for endpoint, count in sorted(month.endpoints.items()):
                print(f"{count:>8,} {endpoint}")
            for message, count in Counter([*month.errors, *month.refused]).most_common(10):
                print(f"{count:>8,} x {message.splitlines()[0][:150]}")
    if len(months) < len(runs):
        return
    found = ratios(months)
    print(f"\n{'ratio':<28}{'value':>8}{'goal':>8}")
    for name, value in found.items():
        met = "" if value is None or value > GOALS[name] else "  met"
        print(f"{name:<28}{'-' if value is None else f'{value:.3f}':>8}{GOALS[name]:>8.2f}{met}")
    if arguments.json:
        rows = {name: month.row() for name, month in months.items()}
        print(json.dumps({**found, **rows}))


if __name__ == "__main__":
    main()
