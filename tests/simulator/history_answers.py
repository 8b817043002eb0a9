"""calendar_history and telemetry_history."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from .answers import FleetError
from .energy_site import EnergySite
from .flows import Streams
from .history import Bucket

POWER_BUCKET: Final = timedelta(minutes=5)

type Row = dict[str, Any]

PERIODS: Final = ("day", "week", "month", "year", "lifetime")


def calendar_history(
    site: EnergySite, kind: str, period: str, begin: datetime | None, end: datetime | None
) -> Row:
    """Return the answer; without dates it is about the present day, week, month or year.

    Raises:
        FleetError: 400 for a kind or a period that Tesla has not.
    """
    if period not in PERIODS:
        raise FleetError(400, "period not supported")
    if kind == "backup":
        return _backup(site)
    render = _KINDS.get(kind)
    if render is None:
        raise FleetError(400, "kind not supported")
    now = site.clock.now()
    last = min(end, now) if end is not None else now
    first = begin or _start(site.clock.local(last), period)
    buckets = [(site.clock.local(moment), bucket) for moment, bucket in site.history.between(first, last)]
    rows = render(buckets, period)
    return {
        "serial_number": site.product.get("asset_site_id", ""),
        "period": period,
        "installation_time_zone": site.info.get("installation_time_zone", ""),
        "time_series": rows or None,
    }


def _start(local: datetime, period: str) -> datetime:
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    match period:
        case "week":
            return midnight - timedelta(days=midnight.weekday())
        case "month":
            return midnight.replace(day=1)
        case "year":
            return midnight.replace(month=1, day=1)
        case "lifetime":
            return midnight.replace(year=2000, month=1, day=1)
        case _:
            return midnight


def _label(moment: datetime, period: str) -> datetime:
    """Return the beginning of the row that a bucket belongs to."""
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    match period:
        case "day":
            return moment
        case "year":
            return midnight.replace(day=1)
        case "lifetime":
            return midnight.replace(month=1, day=1)
        case _:
            return midnight


def _grouped(buckets: Iterable[tuple[datetime, Bucket]], period: str) -> dict[datetime, list[Bucket]]:
    groups: dict[datetime, list[Bucket]] = {}
    for moment, bucket in buckets:
        groups.setdefault(_label(moment, period), []).append(bucket)
    return groups


def _energy(buckets: list[tuple[datetime, Bucket]], period: str) -> list[Row]:
    """Return rows in Wh: five minutes of a day, a day of a month, a month of a year (Home Assistant)."""
    rows = []
    for moment, group in _grouped(buckets, period).items():
        total = Streams()
        for bucket in group:
            total.add(bucket.streams)
        rows.append({"timestamp": moment.isoformat(), **energy_row(total)})
    return rows


def energy_row(total: Streams) -> Row:
    """Return a row's members; sums are of the rounded streams, so that the row is consistent in itself."""
    solar_home, solar_battery, solar_grid = (
        round(value) for value in (total.solar_to_home, total.solar_to_battery, total.solar_to_grid)
    )
    battery_home, battery_grid = round(total.battery_to_home), round(total.battery_to_grid)
    grid_home, grid_battery = round(total.grid_to_home), round(total.grid_to_battery)
    return {
        "solar_energy_exported": solar_home + solar_battery + solar_grid,
        "generator_energy_exported": 0,
        "grid_energy_imported": grid_home + grid_battery,
        "grid_services_energy_imported": 0,
        "grid_services_energy_exported": 0,
        "grid_energy_exported_from_solar": solar_grid,
        "grid_energy_exported_from_generator": 0,
        "grid_energy_exported_from_battery": battery_grid,
        "battery_energy_exported": battery_home + battery_grid,
        "battery_energy_imported_from_grid": grid_battery,
        "battery_energy_imported_from_solar": solar_battery,
        "battery_energy_imported_from_generator": 0,
        "consumer_energy_imported_from_grid": grid_home,
        "consumer_energy_imported_from_solar": solar_home,
        "consumer_energy_imported_from_battery": battery_home,
        "consumer_energy_imported_from_generator": 0,
        "total_home_usage": grid_home + solar_home + battery_home,
        "total_battery_charge": grid_battery + solar_battery,
        "total_battery_discharge": battery_home + battery_grid,
        "total_solar_generation": solar_home + solar_battery + solar_grid,
        "total_grid_energy_exported": solar_grid + battery_grid,
    }


def _power(buckets: list[tuple[datetime, Bucket]], _period: str) -> list[Row]:
    rows = []
    for moment, bucket in buckets:
        hours = bucket.seconds / 3600
        part = bucket.streams
        battery = part.battery_to_home + part.battery_to_grid - part.solar_to_battery - part.grid_to_battery
        grid = part.grid_to_home + part.grid_to_battery - part.solar_to_grid - part.battery_to_grid
        solar = part.solar_to_home + part.solar_to_battery + part.solar_to_grid
        rows.append(
            {
                "timestamp": moment.isoformat(),
                "solar_power": round(solar / hours),
                "battery_power": round(battery / hours),
                "grid_power": round(grid / hours),
                "grid_services_power": 0,
                "generator_power": 0,
            }
        )
    return rows


def _state_of_energy(buckets: list[tuple[datetime, Bucket]], _period: str) -> list[Row]:
    return [{"timestamp": moment.isoformat(), "soe": round(bucket.level)} for moment, bucket in buckets]


def _self_consumption(buckets: list[tuple[datetime, Bucket]], period: str) -> list[Row]:
    rows = []
    for moment, group in _grouped(buckets, "month" if period == "day" else period).items():
        total = Streams()
        for bucket in group:
            total.add(bucket.streams)
        used = total.solar_to_home + total.battery_to_home + total.grid_to_home
        rows.append(
            {
                "timestamp": moment.isoformat(),
                "solar": round(total.solar_to_home / used * 100, 4) if used else 0,
                "battery": round(total.battery_to_home / used * 100, 4) if used else 0,
            }
        )
    return rows


_KINDS: Final[dict[str, Callable[[list[tuple[datetime, Bucket]], str], list[Row]]]] = {
    "energy": _energy,
    "power": _power,
    "soe": _state_of_energy,
    "self_consumption": _self_consumption,
}


def _backup(site: EnergySite) -> Row:
    """Outages, newest first; durations in ms, as captures have them though Tesla's text says seconds."""
    events = [
        {
            "timestamp": site.clock.local(outage.start).isoformat(timespec="seconds"),
            "duration": round(outage.seconds * 1000),
        }
        for outage in reversed(site.history.outages)
    ]
    return {"events": events, "events_count": len(events), "total_events": len(events)}


def charge_history(site: EnergySite, begin: datetime | None, end: datetime | None) -> Row:
    """Return the sessions of the Wall Connector that began in this time."""
    rows = [
        {
            "charge_start_time": {"seconds": int(session.start.timestamp())},
            "charge_duration": {"seconds": round(session.seconds)},
            "energy_added_wh": round(session.energy),
        }
        for session in site.history.sessions
        if (begin is None or session.start >= begin) and (end is None or session.start <= end)
    ]
    return {"charge_history": rows or None}
