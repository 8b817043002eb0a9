"""Which price is valid now, out of a `tariff_content_v2` (shape: fleet_api.md 3.4)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

MINUTES_PER_DAY = 1440


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """The price of this moment among those of the season, per kWh."""

    now: float
    lowest: float
    highest: float

    @property
    def is_lowest(self) -> bool:
        """Whether it is the cheapest time of a tariff that has cheaper and dearer ones."""
        return self.now == self.lowest < self.highest

    @property
    def is_highest(self) -> bool:
        """Whether it is the dearest time of a tariff that has cheaper and dearer ones."""
        return self.now == self.highest > self.lowest


def prices(content: Any, moment: datetime) -> Prices | None:
    """Return the prices of a local moment; None where the tariff says nothing."""
    tariff = _mapping(content)
    for name, season in _mapping(tariff.get("seasons")).items():
        if not isinstance(season, dict) or not _in_season(season, moment):
            continue
        rates = _mapping(_mapping(_mapping(tariff.get("energy_charges")).get(name)).get("rates"))
        numbers = {period: rate for period, rate in rates.items() if isinstance(rate, (int, float))}
        for period, when in _mapping(season.get("tou_periods")).items():
            if period in numbers and _covers(when, moment):
                values = numbers.values()
                return Prices(now=numbers[period], lowest=min(values), highest=max(values))
    return None


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _number(values: dict[str, Any], name: str) -> int:
    # Members that are zero are left out.
    value = values.get(name, 0)
    return value if isinstance(value, int) else 0


def _in_season(season: dict[str, Any], moment: datetime) -> bool:
    begin = (_number(season, "fromMonth"), _number(season, "fromDay"))
    end = (_number(season, "toMonth"), _number(season, "toDay"))
    today = (moment.month, moment.day)
    if begin == end == (0, 0):
        return False
    return begin <= today <= end if begin <= end else today >= begin or today <= end


def _covers(periods: Any, moment: datetime) -> bool:
    listed = periods.get("periods") if isinstance(periods, dict) else periods
    minute = moment.hour * 60 + moment.minute
    for period in listed if isinstance(listed, list) else []:
        days = _mapping(period)
        if not _number(days, "fromDayOfWeek") <= moment.weekday() <= _number(days, "toDayOfWeek"):
            continue
        begin = _number(days, "fromHour") * 60 + _number(days, "fromMinute")
        end = (_number(days, "toHour") * 60 + _number(days, "toMinute")) or MINUTES_PER_DAY
        if begin <= minute < end if begin < end else minute >= begin or minute < end:
            return True
    return False
