"""Energy sites, as a user would read them from Tesla's answers."""

from datetime import UTC, datetime

import pytest

from custom_components.tesla_home_energy.fleet_api import (
    BackupHistory,
    CalendarHistory,
    LiveStatus,
    PartnerAccount,
    SiteInfo,
)
from custom_components.tesla_home_energy.fleet_api.models.record import read

from .samples import MODEL_Y, SITE, named, response, sample


def live(name: str) -> LiveStatus:
    """The live status of a sample."""
    found = read(LiveStatus, response(f"live_status_{name}"))
    assert found is not None
    return found


def info(name: str) -> SiteInfo:
    """The site info of a sample."""
    found = read(SiteInfo, response(name))
    assert found is not None
    return found


def history(name: str) -> CalendarHistory:
    """The energy history of a sample."""
    found = read(CalendarHistory, response(f"calendar_history_energy{name}"))
    assert found is not None
    return found


def test_car_charging_at_home() -> None:
    status = live("ev_charging")
    (connector,) = status.wall_connectors

    assert (status.solar_power, status.battery_power, status.grid_power, status.load_power) == (
        7400,
        0,
        3920,
        11320,
    )
    assert (status.percentage_charged, status.energy_left, status.total_pack_energy) == (
        98.1,
        26383.01,
        26894,
    )
    assert (status.grid_status, status.island_status, status.storm_mode_active) == (
        "Active",
        "on_grid",
        False,
    )
    assert (connector.din, connector.vin, connector.power) == ("1529455-02-D--PGT23000000001", MODEL_Y, 10840)
    assert status.as_of == datetime(2025, 6, 18, 10, 5, tzinfo=UTC)


@pytest.mark.parametrize("name", named("live_status"))
def test_every_sample_of_live_status_balances(name: str) -> None:
    status = read(LiveStatus, response(name))

    if name == "live_status_null":
        assert status is None
        return
    assert status is not None
    assert status.as_of is not None
    assert None not in (status.solar_power, status.battery_power, status.grid_power, status.load_power)
    flows = (status.solar_power or 0) + (status.battery_power or 0) + (status.grid_power or 0)
    if name != "live_status_sparse":
        assert status.load_power == pytest.approx(flows + (status.generator_power or 0), abs=1)


def test_what_a_sparse_live_status_leaves_open() -> None:
    status = live("sparse")

    assert (status.energy_left, status.total_pack_energy, status.generator_power) == (None, None, None)
    assert status.wall_connectors == ()


def test_outages_and_storms() -> None:
    assert live("outage").island_status == "off_grid"
    assert live("outage_intentional").island_status == "off_grid_intentional"
    assert live("storm").storm_mode_active is True
    assert live("solar_only").grid_status == "Unknown"
    assert live("solar_only").wall_connectors == ()


def test_site_with_powerwalls() -> None:
    site = info("site_info")

    assert (site.backup_reserve_percent, site.operation_mode, site.battery_count) == (
        15,
        "self_consumption",
        2,
    )
    assert (site.has_battery, site.has_solar, site.time_zone) == (True, True, "Europe/Berlin")
    assert [powerwall.part_name for powerwall in site.powerwalls] == ["Powerwall 2", "Powerwall 2"]
    assert site.powerwalls[0].nameplate_energy == 13500
    assert [connector.part_name for connector in site.wall_connectors] == ["Gen 3 Wall Connector"]
    assert (site.export_rule, site.grid_charging_allowed) == ("pv_only", False)
    assert (site.storm_watch_enabled, site.storm_watch_supported) == (True, True)
    assert (site.time_based_control_supported, site.off_grid_reserve_supported) == (True, True)
    assert (site.off_grid_vehicle_charging_reserve_percent, site.vpp_backup_reserve_percent) == (65, 0)
    assert (site.nameplate_power, site.nameplate_energy) == (10000, 27000)
    assert site.tariff_content_v2 == response("site_info")["tariff_content_v2"]
    assert site.tou_settings is not None


@pytest.mark.parametrize(
    ("name", "rule", "grid_charging", "storm"),
    [
        ("site_info", "pv_only", False, True),
        ("site_info_default_export", "battery_ok", True, True),
        ("site_info_never_export", "never", False, True),
        ("site_info_pre_pto", "never", False, True),
        ("site_info_sparse", "pv_only", False, None),
        ("site_info_solar_only", None, None, None),
    ],
)
def test_export_rule_grid_charging_and_storm_watch(
    name: str, rule: str | None, grid_charging: bool | None, storm: bool | None
) -> None:
    site = info(name)

    assert (site.export_rule, site.grid_charging_allowed, site.storm_watch_enabled) == (
        rule,
        grid_charging,
        storm,
    )


def test_solar_alone() -> None:
    site = info("site_info_solar_only")

    assert (site.has_battery, site.has_solar, site.operation_mode) == (False, True, None)
    assert (site.storm_watch_supported, site.time_based_control_supported) == (False, False)
    assert (site.off_grid_reserve_supported, site.powerwalls, site.wall_connectors) == (False, (), ())


def test_what_a_sparse_site_leaves_open() -> None:
    site = info("site_info_sparse")

    assert (site.time_zone, site.backup_reserve_percent, site.components.configurable) == (None, None, None)
    assert (site.powerwalls, site.tariff_content_v2) == ((), None)


def test_site_that_tells_nothing() -> None:
    site = read(SiteInfo, {})

    assert site is not None
    assert (site.has_battery, site.has_solar, site.export_rule, site.storm_watch_enabled) == (
        False,
        False,
        None,
        None,
    )


def test_private_values_stay_out_of_repr() -> None:
    told = repr(info("site_info")) + repr(live("ev_charging"))

    for secret in (MODEL_Y, "Sonnenhaus", "CN323", "TG123", "PGT23", "52.5", "Beispielweg", str(SITE)):
        assert secret not in told


def test_energy_of_a_day() -> None:
    found = history("")
    rows = response("calendar_history_energy")["time_series"]

    assert (found.period, found.installation_time_zone, len(found.buckets)) == ("day", "Europe/Berlin", 288)
    assert found.buckets[0].start == datetime(2025, 6, 17, 22, 0, tzinfo=UTC)
    assert found.buckets[0].total_home_usage == 28
    assert sum(bucket.solar_energy_exported or 0 for bucket in found.buckets) == pytest.approx(
        sum(row["solar_energy_exported"] for row in rows)
    )
    names = set(rows[0]) - {"timestamp"}
    assert all(getattr(found.buckets[150], name) == rows[150][name] for name in names)


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("_partial", None),
        ("_month", None),
        ("_extra_day", None),
        ("_no_totals", None),
        ("_dst_fall", 300),
        ("_null", 0),
        ("_missing", 0),
    ],
)
def test_number_of_buckets(name: str, count: int | None) -> None:
    rows = response(f"calendar_history_energy{name}").get("time_series") or []
    buckets = history(name).buckets

    assert len(buckets) == len(rows)
    assert count is None or len(buckets) == count
    assert len({bucket.start for bucket in buckets}) == len(buckets)


def test_absent_sums_are_unknown() -> None:
    bucket = history("_no_totals").buckets[-1]

    assert bucket.total_home_usage is None
    assert bucket.solar_energy_exported is not None


def test_outages() -> None:
    found = read(BackupHistory, response("calendar_history_backup"))
    empty = read(BackupHistory, response("calendar_history_backup_empty"))

    assert found is not None
    assert [event.duration for event in found.events] == [1274000, 46500]
    assert found.total_events == 2
    assert empty == BackupHistory(total_events=0)


@pytest.mark.parametrize(
    ("name", "domain"), [("partner_accounts_register", "example.org"), ("partner_accounts_public_key", None)]
)
def test_partner_account(name: str, domain: str | None) -> None:
    account = read(PartnerAccount, response(name))

    assert account is not None
    assert (account.domain, len(account.public_key), account.public_key[:2]) == (domain, 130, "04")


def test_stale_site_has_no_info() -> None:
    assert sample("site_info_stale_500")["response"] is None
    assert read(SiteInfo, None) is None
