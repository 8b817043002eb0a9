"""Energy sites: the balance, the Powerwall's behaviour, the settings, the history."""

from datetime import datetime, timedelta
from typing import Any

import aiohttp
import pytest

from . import MODEL_Y_VIN, POWERWALL_SITE_ID, Simulator
from .energy_site import EnergySite
from .flows import Balance, streams
from .tariff import prices
from .traces import Steps, steady

SITE = f"/api/1/energy_sites/{POWERWALL_SITE_ID}"
BERLIN_NOON = datetime.fromisoformat("2026-06-17T12:00:00+02:00")
WHOLE_POWER = 10_000


@pytest.fixture
def site(simulator: Simulator) -> EnergySite:
    """The site with the Powerwalls; the car does not charge, and it is noon."""
    simulator.clock.set(BERLIN_NOON)
    simulator.cars[MODEL_Y_VIN].charging.unplug()
    site = simulator.sites[POWERWALL_SITE_ID]
    site.settings.storm_watch = False
    simulator.advance(1)
    return site


async def get(http: aiohttp.ClientSession, path: str, **query: str) -> Any:
    async with http.get(f"{SITE}/{path}", params=query) as response:
        assert response.status == 200
        return (await response.json())["response"]


async def write(http: aiohttp.ClientSession, path: str, body: dict[str, Any]) -> int:
    async with http.post(f"{SITE}/{path}", json=body) as response:
        if response.status == 200:
            assert (await response.json())["response"] == {"code": 201, "message": "Updated"}
        return response.status


def level(site: EnergySite) -> float:
    assert site.powerwall is not None
    return site.powerwall.level


def set_level(site: EnergySite, value: float) -> None:
    assert site.powerwall is not None
    site.powerwall.level = value


@pytest.mark.parametrize("trace", ["sunny", "cloudy", "broken", "winter"])
async def test_the_balance_holds_all_day_long(socket_enabled: None, trace: str) -> None:
    simulator = Simulator(trace=trace)
    url = await simulator.start()
    headers = {"Authorization": f"Bearer {simulator.access_token()}"}
    async with aiohttp.ClientSession(url, headers=headers) as http:
        for _ in range(48):
            simulator.advance(1800)
            status = await get(http, "live_status")
            assert status["load_power"] == (
                status["solar_power"] + status["battery_power"] + status["grid_power"]
            )
            assert 0 <= status["percentage_charged"] <= 100
    await simulator.close()


async def test_surplus_charges_the_powerwall(simulator: Simulator, site: EnergySite) -> None:
    before = level(site)
    assert site.balance == Balance(solar=6000, battery=-5000, grid=0, load=1000)
    simulator.advance(3600)
    assert level(site) - before == pytest.approx(5000 / 26_894 * 100, rel=0.01)


async def test_a_full_powerwall_lets_the_surplus_go(simulator: Simulator, site: EnergySite) -> None:
    set_level(site, 100)
    simulator.advance(10)
    assert (site.balance.battery, site.balance.grid) == (0, -5000)


async def test_it_serves_the_house_down_to_the_reserve(simulator: Simulator, site: EnergySite) -> None:
    site.day = steady(0, 3000)
    set_level(site, 15.5)
    simulator.advance(10)
    assert (site.balance.battery, site.balance.grid) == (3000, 0)
    simulator.advance(1200)
    assert level(site) == pytest.approx(15, abs=0.3)
    assert site.balance.grid == pytest.approx(3000)


async def test_a_reserve_above_the_level_charges_gently_even_from_the_grid(
    simulator: Simulator, http: aiohttp.ClientSession, site: EnergySite
) -> None:
    site.day = steady(500, 1000)
    assert await write(http, "backup", {"backup_reserve_percent": 80}) == 200
    simulator.advance(10)
    assert (site.balance.battery, site.balance.grid) == (-3400, 3900)


@pytest.mark.parametrize(("asked", "kept"), [(0, 0), (80, 80), (81, 80), (99, 80), (100, 100)])
async def test_a_reserve_between_80_and_100_becomes_80(
    http: aiohttp.ClientSession, site: EnergySite, asked: int, kept: int
) -> None:
    assert await write(http, "backup", {"backup_reserve_percent": asked}) == 200
    assert (await get(http, "site_info"))["backup_reserve_percent"] == kept


async def test_backup_only_charges_and_never_discharges(
    simulator: Simulator, http: aiohttp.ClientSession, site: EnergySite
) -> None:
    site.day = steady(0, 1000)
    await write(http, "operation", {"default_real_mode": "backup"})
    simulator.advance(10)
    assert site.balance.battery == -7000
    set_level(site, 100)
    simulator.advance(10)
    assert (site.balance.battery, site.balance.grid) == (0, 1000)


async def test_time_based_control_charges_off_peak_when_it_may(
    simulator: Simulator, http: aiohttp.ClientSession, site: EnergySite
) -> None:
    simulator.clock.set(BERLIN_NOON.replace(hour=23))
    site.day = steady(0, 1000)
    await write(http, "operation", {"default_real_mode": "autonomous"})
    await write(http, "grid_import_export", {"disallow_charge_from_grid_with_solar_installed": False})
    simulator.advance(200)
    assert site.balance.battery == 1000
    simulator.advance(200)
    assert site.balance.battery == -WHOLE_POWER
    await write(http, "grid_import_export", {"disallow_charge_from_grid_with_solar_installed": True})
    simulator.advance(310)
    assert site.balance.battery == 0


async def test_time_based_control_sells_when_the_price_is_highest(
    simulator: Simulator, http: aiohttp.ClientSession, site: EnergySite
) -> None:
    simulator.clock.set(BERLIN_NOON.replace(hour=18))
    site.day = steady(0, 1000)
    tariff = (await get(http, "site_info"))["tariff_content_v2"]
    tariff["sell_tariff"]["energy_charges"]["Summer"]["rates"]["ON_PEAK"] = 0.5
    await write(http, "time_of_use_settings", {"tou_settings": {"tariff_content_v2": tariff}})
    await write(http, "operation", {"default_real_mode": "autonomous"})
    await write(http, "grid_import_export", {"customer_preferred_export_rule": "battery_ok"})
    simulator.advance(600)
    assert site.balance.battery == 1000
    simulator.advance(400)
    assert (site.balance.battery, site.balance.grid) == (WHOLE_POWER, 1000 - WHOLE_POWER)
    await write(http, "grid_import_export", {"customer_preferred_export_rule": "pv_only"})
    simulator.advance(310)
    assert site.balance.grid == 0


async def test_never_exporting_holds_the_sun_back(
    simulator: Simulator, http: aiohttp.ClientSession, site: EnergySite
) -> None:
    set_level(site, 100)
    await write(http, "grid_import_export", {"customer_preferred_export_rule": "never"})
    simulator.advance(10)
    assert site.balance == Balance(solar=1000, battery=0, grid=0, load=1000)
    components = (await get(http, "site_info"))["components"]
    assert (components["customer_preferred_export_rule"], components["non_export_configured"]) == (
        "never",
        True,
    )
    await write(http, "grid_import_export", {"customer_preferred_export_rule": "pv_only"})
    assert "non_export_configured" not in (await get(http, "site_info"))["components"]


async def test_storm_watch_fills_up(
    simulator: Simulator, http: aiohttp.ClientSession, site: EnergySite
) -> None:
    site.day = steady(0, 1000)
    site.storm = True
    simulator.advance(10)
    assert not (await get(http, "live_status"))["storm_mode_active"]
    await write(http, "storm_mode", {"enabled": True})
    simulator.advance(10)
    assert (await get(http, "live_status"))["storm_mode_active"]
    assert site.balance.battery == -6000


async def test_an_outage_makes_an_island(
    simulator: Simulator, http: aiohttp.ClientSession, site: EnergySite
) -> None:
    site.grid_connected = False
    simulator.advance(60)
    status = await get(http, "live_status")
    assert (status["grid_power"], status["grid_status"], status["island_status"]) == (
        0,
        "Inactive",
        "off_grid",
    )
    site.day = steady(0, 1000)
    simulator.advance(10)
    assert site.balance == Balance(solar=0, battery=1000, grid=0, load=1000)
    set_level(site, 0)
    simulator.advance(10)
    assert site.balance.load == 0
    site.grid_connected = True
    simulator.advance(60)
    backup = await get(http, "calendar_history", kind="backup")
    assert backup["events_count"] == 1
    assert backup["events"][0]["duration"] == pytest.approx(80_000, abs=500)


async def test_off_grid_the_car_charges_only_above_its_reserve(
    simulator: Simulator, http: aiohttp.ClientSession, site: EnergySite
) -> None:
    simulator.cars[MODEL_Y_VIN].plug()
    simulator.advance(30)
    await write(http, "off_grid_vehicle_charging_reserve", {"off_grid_vehicle_charging_reserve_percent": 40})
    site.grid_connected = False
    simulator.advance(10)
    assert simulator.cars[MODEL_Y_VIN].charging.state == "Charging"
    set_level(site, 39)
    simulator.advance(10)
    assert simulator.cars[MODEL_Y_VIN].charging.state == "NoPower"


async def test_the_car_is_part_of_the_load(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    status = await get(http, "live_status")
    (connector,) = status["wall_connectors"]
    assert connector["vin"] == MODEL_Y_VIN
    assert connector["wall_connector_power"] == 6 * 230 * 3
    simulator.advance(10)
    status = await get(http, "live_status")
    assert status["load_power"] == 1000 + 6 * 230 * 3
    simulator.cars[MODEL_Y_VIN].drive_away()
    simulator.advance(10)
    status = await get(http, "live_status")
    assert "vin" not in status["wall_connectors"][0]
    assert status["load_power"] == 1000


async def test_a_missed_write_changes_nothing(http: aiohttp.ClientSession, site: EnergySite) -> None:
    site.missed_writes = 1
    assert await write(http, "backup", {"backup_reserve_percent": 50}) == 200
    assert (await get(http, "site_info"))["backup_reserve_percent"] == 15
    await write(http, "backup", {"backup_reserve_percent": 50})
    assert (await get(http, "site_info"))["backup_reserve_percent"] == 50


async def test_a_written_tariff_is_read_without_its_zeros(
    http: aiohttp.ClientSession, site: EnergySite
) -> None:
    period = {
        "fromDayOfWeek": 0,
        "toDayOfWeek": 6,
        "fromHour": 0,
        "fromMinute": 0,
        "toHour": 5,
        "toMinute": 30,
    }
    season = {"fromDay": 1, "toDay": 31, "fromMonth": 1, "toMonth": 12}
    season_of_periods = {**season, "tou_periods": {"OFF_PEAK": {"periods": [period]}}}
    tariff = {
        "currency": "EUR",
        "monthly_charges": 0,
        "energy_charges": {"Summer": {"rates": {"OFF_PEAK": 0}}, "Winter": {}},
        "seasons": {"Summer": season_of_periods, "Winter": {}},
    }
    await write(http, "time_of_use_settings", {"tou_settings": {"tariff_content_v2": tariff}})
    read = (await get(http, "site_info"))["tariff_content_v2"]
    assert read["seasons"]["Summer"]["tou_periods"]["OFF_PEAK"]["periods"] == [
        {"toDayOfWeek": 6, "toHour": 5, "toMinute": 30}
    ]
    assert "monthly_charges" not in read
    assert read["energy_charges"]["Summer"]["rates"] == {"OFF_PEAK": 0}
    assert read["seasons"]["Winter"] == {}
    assert site.settings.tariff == read


async def test_the_history_of_the_day(
    simulator: Simulator, http: aiohttp.ClientSession, site: EnergySite
) -> None:
    simulator.clock.set(BERLIN_NOON)
    simulator.advance(3600)
    history = await get(http, "calendar_history", kind="energy", period="day")
    assert history["installation_time_zone"] == "Europe/Berlin"
    rows = [row for row in history["time_series"] if "2026-06-17T12:05" <= row["timestamp"] < "2026-06-17T13"]
    assert rows[0]["timestamp"] == "2026-06-17T12:05:00+02:00"
    assert len(rows) == 11
    for row in rows:
        assert row["solar_energy_exported"] == 500
        assert row["total_home_usage"] == 83
        assert row["battery_energy_imported_from_solar"] == 417
    power = (await get(http, "calendar_history", kind="power", period="day"))["time_series"]
    assert power[-2]["solar_power"] == 6000
    assert power[-2]["battery_power"] == -5000
    energy = (await get(http, "calendar_history", kind="soe", period="day"))["time_series"]
    assert energy[-1]["soe"] == round(level(site))


async def test_days_before_the_start(socket_enabled: None) -> None:
    simulator = Simulator(start=BERLIN_NOON, solar_only=True, ghost=True)
    url = await simulator.start()
    headers = {"Authorization": f"Bearer {simulator.access_token()}"}
    async with aiohttp.ClientSession(url, headers=headers) as http:
        yesterday = await get(
            http, "calendar_history", kind="energy", period="day", end_date="2026-06-16T23:59:59+02:00"
        )
        rows = yesterday["time_series"]
        assert len(rows) == 288
        assert (rows[0]["timestamp"], rows[-1]["timestamp"]) == (
            "2026-06-16T00:00:00+02:00",
            "2026-06-16T23:55:00+02:00",
        )
        solar = sum(row["solar_energy_exported"] for row in rows)
        assert 60_000 < solar < 75_000
        for row in rows:
            assert row["solar_energy_exported"] == (
                row["consumer_energy_imported_from_solar"]
                + row["battery_energy_imported_from_solar"]
                + row["grid_energy_exported_from_solar"]
            )
        month = (await get(http, "calendar_history", kind="energy", period="month"))["time_series"]
        (day,) = [row for row in month if row["timestamp"] == "2026-06-16T00:00:00+02:00"]
        assert day["solar_energy_exported"] == pytest.approx(solar, rel=0.01)
        today = (await get(http, "calendar_history", kind="energy", period="day"))["time_series"]
        assert today[-2]["timestamp"] == "2026-06-17T11:55:00+02:00"
        for period, first in (("week", "06-15"), ("year", "06-01"), ("lifetime", "01-01")):
            rows = (await get(http, "calendar_history", kind="energy", period=period))["time_series"]
            assert rows[0]["timestamp"].startswith(f"2026-{first}T00:00:00")
        future = BERLIN_NOON + timedelta(days=1)
        empty = await get(
            http, "calendar_history", kind="energy", period="day", start_date=future.isoformat()
        )
        assert empty["time_series"] is None
        share = (await get(http, "calendar_history", kind="self_consumption", period="day"))["time_series"]
        assert 0 < share[0]["solar"] <= 100
    await simulator.close()


async def test_sessions_of_the_wall_connector(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    simulator.advance(3600)
    simulator.cars[MODEL_Y_VIN].unplug()
    simulator.advance(60)
    history = await get(http, "telemetry_history", kind="charge")
    (session,) = history["charge_history"]
    assert session["energy_added_wh"] == pytest.approx(6 * 230 * 3, rel=0.01)
    assert session["charge_duration"]["seconds"] == pytest.approx(3600, rel=0.01)


async def test_a_cloud_can_be_sent(simulator: Simulator, site: EnergySite) -> None:
    seconds = int(simulator.clock.sun_seconds(simulator.clock.now()))
    site.day = Steps(solar=((0, 6000), (seconds + 60, 500), (seconds + 120, 6000)), load=((0, 1000),))
    powers = []
    for step in (30, 60, 60):
        simulator.advance(step)
        powers.append(round(site.balance.solar))
    assert powers == [6000, 500, 6000]


async def test_a_frozen_status_and_a_broken_site(
    simulator: Simulator, http: aiohttp.ClientSession, site: EnergySite
) -> None:
    site.frozen = await get(http, "live_status")
    simulator.advance(600)
    assert await get(http, "live_status") == site.frozen
    site.broken = 500
    async with http.get(f"{SITE}/live_status") as response:
        assert (response.status, (await response.json())["error"]) == (500, "upstream internal error")


def test_the_time_of_a_tariff() -> None:
    night = {"toDayOfWeek": 6, "fromHour": 22, "toHour": 6}
    weekend = {"fromDayOfWeek": 5, "toDayOfWeek": 6, "fromHour": 6, "toHour": 22}
    winter = {"fromMonth": 11, "fromDay": 1, "toMonth": 2, "toDay": 28}
    periods = {"OFF_PEAK": {"periods": [night]}, "ON_PEAK": {"periods": [weekend]}}
    tariff = {
        "seasons": {"Winter": {**winter, "tou_periods": periods}, "Summer": {}},
        "energy_charges": {"Winter": {"rates": {"OFF_PEAK": 0.2, "ON_PEAK": 0.4}}},
    }

    def price(text: str) -> float | None:
        found = prices(tariff, datetime.fromisoformat(text))
        return found.now if found is not None else None

    assert price("2026-01-14T23:00:00+01:00") == 0.2
    assert price("2026-01-15T05:59:00+01:00") == 0.2
    assert price("2026-01-15T12:00:00+01:00") is None
    assert price("2026-01-17T12:00:00+01:00") == 0.4
    assert price("2026-06-17T23:00:00+02:00") is None


def test_streams_add_up() -> None:
    parts = streams(Balance(solar=3000, battery=2000, grid=-4000, load=1000))
    assert (parts.solar_to_home, parts.solar_to_grid, parts.battery_to_grid) == (1000, 2000, 2000)
    parts = streams(Balance(solar=500, battery=-3000, grid=3500, load=1000))
    assert (parts.solar_to_home, parts.grid_to_home, parts.grid_to_battery) == (500, 500, 3000)
