"""What the Wall Connector tells of a car, and when the car itself is asked."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from custom_components.tesla_home_energy.fleet_api import (
    ChargeState,
    DriveState,
    Vehicle,
    VehicleData,
    WallConnector,
)
from custom_components.tesla_home_energy.fleet_api.models.record import as_json, read
from custom_components.tesla_home_energy.vehicle_snapshot import RAMP, VehicleSnapshot

VIN = "XP7YGCES1PB000001"
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ONLINE = Vehicle(vin=VIN, state="online")
IDLE = WallConnector(din="din", vin=VIN, power=0.0)
BUSY = WallConnector(din="din", vin=VIN, power=7200.0)


def _car(
    state: str | None, *, told: datetime | None = NOW, at_wall_connector: bool = True
) -> VehicleSnapshot:
    charge = ChargeState(charging_state=state, charger_power=7, timestamp=told)
    return VehicleSnapshot(vehicle=ONLINE, charge=charge, read_at=NOW, at_wall_connector=at_wall_connector)


@pytest.mark.parametrize(
    ("before", "connector", "after"),
    [
        ("Disconnected", IDLE, "Stopped"),
        (None, IDLE, "Stopped"),
        ("Disconnected", BUSY, "Charging"),
        ("Stopped", BUSY, "Charging"),
        ("Complete", IDLE, "Complete"),
        ("NoPower", IDLE, "NoPower"),
        ("Charging", BUSY, "Charging"),
        ("Charging", None, "Disconnected"),
        ("Complete", None, "Disconnected"),
        ("Charging", IDLE, "Stopped"),
        ("Starting", BUSY, "Charging"),
    ],
)
def test_what_the_wall_connector_tells(
    before: str | None, connector: WallConnector | None, after: str
) -> None:
    as_of = NOW + RAMP + MINUTE
    car = _car(before).with_wall_connector(connector, as_of)

    assert car.charge.charging_state == after
    assert car.at_wall_connector is (connector is not None)
    assert (car.changed_at == as_of) is (before != after)
    assert car.due(as_of, timedelta(hours=1)) is (before != after)
    if after not in {before, "Charging"}:
        assert car.charge.charger_power == 0


def test_the_newer_word_counts() -> None:
    car = _car("Charging")
    assert car.with_wall_connector(None, NOW - MINUTE) is car
    assert car.with_wall_connector(IDLE, NOW) is car


def test_a_car_may_take_its_time_to_begin() -> None:
    car = _car("Starting")
    assert car.with_wall_connector(IDLE, NOW + RAMP / 2).charge.charging_state == "Starting"
    assert car.with_wall_connector(IDLE, NOW + RAMP * 2).charge.charging_state == "Stopped"
    assert _car("Charging", told=None).with_wall_connector(IDLE, NOW).charge.charging_state == "Stopped"


def test_a_car_that_charges_elsewhere_is_none_of_its_business() -> None:
    car = _car("Charging", at_wall_connector=False)
    assert car.with_wall_connector(None, NOW + MINUTE) is car


@pytest.mark.parametrize(("gear", "driving"), [("D", True), ("R", True), ("P", False), (None, False)])
def test_driving(gear: str | None, *, driving: bool) -> None:
    data = VehicleData(vin=VIN, drive=DriveState(shift_state=gear))
    assert _car("Disconnected").with_data(data, NOW).driving is driving


def test_a_car_is_asked_when_it_wakes_and_when_it_is_time() -> None:
    asleep = replace(_car("Stopped"), vehicle=replace(ONLINE, state="asleep"))
    assert not asleep.due(NOW + MINUTE, timedelta(hours=1))
    assert asleep.with_vehicle(ONLINE, NOW + MINUTE).due(NOW + MINUTE, timedelta(hours=1))
    assert asleep.due(NOW + timedelta(hours=1), timedelta(hours=1))
    assert VehicleSnapshot(vehicle=ONLINE).due(NOW, timedelta(hours=1))


def test_what_is_remembered_is_what_was_known() -> None:
    data = VehicleData(
        vin=VIN, charge=ChargeState(battery_level=50, timestamp=NOW), drive=DriveState(speed=3.5)
    )
    car = _car("Charging").with_data(data, NOW).with_wall_connector(BUSY, NOW + MINUTE)
    assert read(VehicleSnapshot, as_json(car)) == car
    assert car.as_of == NOW
