"""What came of a month: requests, dollars, ages."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tests.simulator.usage import PRICES, UsedRequest

from .ages import Ages, Key, ages
from .candidates import CHARGING, Candidate
from .house import House
from .household import START, commuting, commuting_wishes, prepare, restarts

CATEGORIES: Final = ("data", "commands", "wakes", "energy", "other", "free")

# No source knows what `fleet_status` and its like cost: the price of data, at worst.
_PRICES: Final = {**PRICES, "other": PRICES["data"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What came of it; dollars as Tesla bills them, without the free credit.

    Attributes:
        requests: By category.
        endpoints: By endpoint.
        ages: By kind of change.
        charging_age: Of charging that started or stopped.
        unknown: The share of the time in which no charging state was shown.
        refused: What Home Assistant could not do for the people.
    """

    requests: Mapping[str, int]
    endpoints: Mapping[str, int]
    energy_free: float
    energy_billed: float
    ages: Mapping[str, Ages]
    charging_age: Ages
    unknown: float
    refused: Sequence[str]
    errors: Sequence[str]
    took: float

    def row(self) -> dict[str, Any]:
        """Return it for a machine."""
        return {
            "requests": dict(self.requests),
            "dollars_energy_free": round(self.energy_free, 3),
            "dollars_energy_billed": round(self.energy_billed, 3),
            "charging_state_age_seconds": _rounded(self.charging_age.median),
            "age_seconds": {
                kind: {
                    "median": _rounded(found.median),
                    "p90": _rounded(found.p90),
                    "changes": len(found.seconds),
                    "never_shown": found.never,
                }
                for kind, found in sorted(self.ages.items())
            },
            "charging_state_unknown": round(self.unknown, 4),
            "refused": len(self.refused),
            "errors_logged": len(self.errors),
        }


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 1)


def dollars(requests: Iterable[UsedRequest], *, energy_billed: bool) -> float:
    """Return what Tesla would bill."""
    prices = {**_PRICES, "energy": PRICES["data"] if energy_billed else 0.0}
    return sum(prices.get(request.category, 0.0) for request in requests if request.billed)


def live(
    candidate: Candidate, *, days: int, kept_awake_by_reading: bool, options: Mapping[str, Any]
) -> Month:
    """Live through so many days with an integration."""
    house = House(
        candidate=candidate,
        days=days,
        prepare=lambda simulator: prepare(simulator, kept_awake_by_reading=kept_awake_by_reading),
        deeds=commuting(days),
        wishes=commuting_wishes(days),
        restarts=restarts(days),
        options=options,
    )
    house.live()
    return month_of(house)


def month_of(house: House) -> Month:
    """Add up what a house has lived through."""
    begin, end = START.timestamp(), house.end.timestamp()
    shown = [item for item in house.shown.all if item[0] <= end]
    changes = [change for change in house.simulator.changes.all if change.moment <= house.end]
    changed = ages(changes, shown, begin=begin, end=end)
    charging = [changed[kind] for kind in ("charging started", "charging stopped") if kind in changed]
    categories = Counter(request.category for request in house.requests)
    return Month(
        requests={name: categories[name] for name in CATEGORIES},
        endpoints=Counter(f"{request.method} {request.endpoint}" for request in house.requests),
        energy_free=dollars(house.requests, energy_billed=False),
        energy_billed=dollars(house.requests, energy_billed=True),
        ages=changed,
        charging_age=Ages(
            seconds=[age for found in charging for age in found.seconds],
            never=sum(found.never for found in charging),
        ),
        unknown=_unknown(house.shown.vins, shown, begin, end),
        refused=house.refused,
        errors=house.errors,
        took=house.took,
    )


def _unknown(
    vins: Sequence[str], shown: Sequence[tuple[float, Key, bool | int | None]], begin: float, end: float
) -> float:
    total = 0.0
    for vin in vins:
        mine = [(moment, value) for moment, key, value in shown if key == (vin, CHARGING)]
        since, known = begin, False
        for moment, value in [*mine, (end, None)]:
            total += 0.0 if known else moment - since
            since, known = moment, value is not None
    return total / (end - begin) / len(vins)
