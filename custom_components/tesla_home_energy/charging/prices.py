"""What a kWh from the grid costs in the hours to come: the energy site's rate plan, or a price sensor."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from homeassistant.core import State
from homeassistant.util import dt as dt_util

from ..surplus import PricePeriod
from .meter import read_number

SLOT: Final = timedelta(minutes=30)
AHEAD: Final = timedelta(hours=36)
_MINUTES_A_DAY: Final = 1440


def sensor_prices(state: State | None, now: datetime) -> tuple[PricePeriod, ...]:
    """Return what a price sensor tells: the hours in its attributes, as Nord Pool has, else this hour."""
    if state is None:
        return ()
    found = [
        period
        for name in ("raw_today", "raw_tomorrow", "prices")
        for row in _list(state.attributes.get(name))
        if (period := _period(_mapping(row))) is not None
    ]
    if found:
        return tuple(sorted(found, key=lambda period: period.start))
    price = read_number(state)
    if price is None:
        return ()
    start = now.replace(minute=0, second=0, microsecond=0)
    end = start + timedelta(hours=1)
    return (PricePeriod(start=start.timestamp(), end=end.timestamp(), price=price),)


def _period(row: Mapping[str, Any]) -> PricePeriod | None:
    start, end = _moment(row.get("start")), _moment(row.get("end"))
    price = row.get("value", row.get("price"))
    if start is None or not isinstance(price, int | float) or isinstance(price, bool):
        return None
    return PricePeriod(
        start=start.timestamp(), end=(end or start + timedelta(hours=1)).timestamp(), price=float(price)
    )


def _moment(value: Any) -> datetime | None:
    return value if isinstance(value, datetime) else dt_util.parse_datetime(str(value))


def tariff_prices(tariff: Mapping[str, Any] | None, now: datetime) -> tuple[PricePeriod, ...]:
    """Return the prices of a rate plan (`tariff_content_v2`; shape: captures) from now on, in half hours."""
    local = dt_util.as_local(now)
    start = local.replace(minute=30 * (local.minute // 30), second=0, microsecond=0)
    found: list[PricePeriod] = []
    for index in range(AHEAD // SLOT):
        moment = dt_util.as_local(dt_util.as_utc(start) + index * SLOT)
        price = tariff_price(tariff, moment)
        if price is None:
            continue
        begin = moment.timestamp()
        if found and found[-1].price == price and found[-1].end == begin:
            begin = found.pop().start
        found.append(PricePeriod(start=begin, end=moment.timestamp() + SLOT.total_seconds(), price=price))
    return tuple(found)


def tariff_price(tariff: Mapping[str, Any] | None, moment: datetime) -> float | None:
    """Return what a kWh costs at a local moment; None where the plan does not tell."""
    plan = _mapping(tariff)
    for name, season in _mapping(plan.get("seasons")).items():
        if not _in_season(_mapping(season), moment):
            continue
        rates = _mapping(_mapping(_mapping(plan.get("energy_charges")).get(name)).get("rates"))
        for period, when in _mapping(_mapping(season).get("tou_periods")).items():
            rate = rates.get(period)
            if isinstance(rate, int | float) and any(_covers(days, moment) for days in _days(when)):
                return float(rate)
    return None


def _days(when: Any) -> Iterator[Mapping[str, Any]]:
    listed = when.get("periods") if isinstance(when, Mapping) else when
    for days in _list(listed):
        yield _mapping(days)


def _covers(days: Mapping[str, Any], moment: datetime) -> bool:
    if not _number(days, "fromDayOfWeek") <= moment.weekday() <= _number(days, "toDayOfWeek"):
        return False
    minute = moment.hour * 60 + moment.minute
    begin = _number(days, "fromHour") * 60 + _number(days, "fromMinute")
    end = (_number(days, "toHour") * 60 + _number(days, "toMinute")) or _MINUTES_A_DAY
    return begin <= minute < end if begin < end else minute >= begin or minute < end


def _in_season(season: Mapping[str, Any], moment: datetime) -> bool:
    begin = (_number(season, "fromMonth"), _number(season, "fromDay"))
    end = (_number(season, "toMonth"), _number(season, "toDay"))
    today = (moment.month, moment.day)
    if (0, 0) in {begin, end}:
        return False
    return begin <= today <= end if begin <= end else today >= begin or today <= end


def _number(values: Mapping[str, Any], name: str) -> int:
    """Return a member; those that are zero are left out."""
    value = values.get(name, 0)
    return value if isinstance(value, int) else 0


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
