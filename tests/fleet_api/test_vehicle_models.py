"""Cars, as a user would read them from Tesla's answers."""

from datetime import UTC, datetime

import pytest

from custom_components.tesla_home_energy.fleet_api import (
    ChargeState,
    FleetStatus,
    Products,
    Vehicle,
    VehicleData,
)
from custom_components.tesla_home_energy.fleet_api.models.record import read, read_all

from .samples import MODEL_S, MODEL_Y, SITE, SOLAR_SITE, named, response

NOON = datetime.fromtimestamp(1750244700, UTC)


def products(name: str) -> Products:
    """The products of a sample."""
    found = Products.read(response(name))
    assert found is not None
    return found


def vehicle(name: str) -> Vehicle:
    """The car of a sample."""
    found = read(Vehicle, response(name))
    assert found is not None
    return found


def vehicle_data(name: str) -> VehicleData:
    """The data of a sample."""
    found = read(VehicleData, response(f"vehicle_data_{name}"))
    assert found is not None
    return found


def charge(name: str) -> ChargeState:
    """The charge state of a sample."""
    found = vehicle_data(name).charge
    assert found is not None
    return found


def test_products_are_told_apart() -> None:
    found = products("products")

    new, old = found.vehicles
    assert (new.vin, new.display_name, new.access_type, new.state) == (MODEL_Y, "Blitz", "OWNER", "online")
    assert (new.model, new.model_year, new.online, new.signs_commands) == ("Model Y", 2023, True, True)
    assert new.in_service is False
    assert (old.vin, old.model, old.online, old.signs_commands) == (MODEL_S, "Model S", False, False)
    assert [site.energy_site_id for site in found.energy_sites] == [SITE, SOLAR_SITE]


def test_older_lists_do_not_say_what_is_what() -> None:
    found = products("products_no_device_type")

    assert [car.vin for car in found.vehicles] == [MODEL_Y]
    assert [site.energy_site_id for site in found.energy_sites] == [SITE]


def test_equipment_and_components_of_products() -> None:
    found = products("products")
    config = found.vehicles[0].config
    home, carport = found.energy_sites

    assert config is not None
    assert (config.car_type, config.trim_badging, config.charge_port_type) == ("modely", "74d", "CCS")
    assert (config.rhd, config.sun_roof_installed, config.rear_seat_heaters) == (False, None, 1)
    assert (home.energy_site_id, home.site_name, home.resource_type) == (SITE, "Sonnenhaus", "battery")
    assert (home.components.battery, home.components.solar, home.battery_power) == (True, True, -3340)
    assert [device.din for device in home.components.wall_connectors] == ["1529455-02-D--PGT23000000001"]
    assert (carport.energy_site_id, carport.site_name, carport.solar_power) == (SOLAR_SITE, None, 2260)
    assert carport.components.battery is False


def test_ghost_sites_and_empty_lists() -> None:
    assert products("products_ghost_site").energy_sites == ()
    assert len(products("products_ghost_site").vehicles) == 1
    assert products("products_empty") == Products()


def test_products_of_other_shapes() -> None:
    assert Products.read(None) is None
    assert Products.read({"vin": MODEL_Y}) is None
    assert (
        Products.read([None, 5, {}, {"vin": None}, {"energy_site_id": "x"}, {"energy_site_id": 5}])
        == Products()
    )


def test_a_site_with_a_wall_connector_alone_is_none_of_the_ghosts() -> None:
    connector = {"energy_site_id": 5, "components": {"wall_connectors": [{"din": "a"}]}}
    found = Products.read([connector])

    assert found is not None
    assert [site.energy_site_id for site in found.energy_sites] == [5]


def test_list_of_vehicles() -> None:
    assert [car.vin for car in read_all(Vehicle, response("vehicles"))] == [MODEL_Y, MODEL_S]


@pytest.mark.parametrize(
    ("name", "online"),
    [
        ("vehicle_asleep", False),
        ("vehicle_offline", False),
        ("wake_up_waking", False),
        ("wake_up_online", True),
    ],
)
def test_only_online_is_online(name: str, online: bool) -> None:
    assert vehicle(name).online is online


@pytest.mark.parametrize(
    ("signing", "vin", "signs"),
    [
        ("required", MODEL_S, True),
        ("allowed", MODEL_S, True),
        ("off", MODEL_Y, False),
        (None, MODEL_Y, True),
        (None, MODEL_S, False),
        ("a_new_word", MODEL_Y, True),
        ("a_new_word", MODEL_S, False),
    ],
)
def test_teslas_word_on_signing_comes_before_the_vin(signing: str | None, vin: str, signs: bool) -> None:
    assert Vehicle(vin=vin, command_signing=signing).signs_commands is signs


def test_charging_on_three_phases() -> None:
    data = vehicle_data("charging")
    state = charge("charging")

    assert (data.vin, data.state, data.as_of) == (MODEL_Y, "online", NOON)
    assert (state.battery_level, state.charging_state, state.charge_limit_soc) == (57, "Charging", 80)
    assert (state.charger_power, state.charger_voltage, state.charger_actual_current) == (11, 231, 16)
    assert (state.charge_current_request, state.charge_current_request_max, state.charger_phases) == (
        16,
        16,
        2,
    )
    assert (state.battery_range, state.charge_energy_added, state.time_to_full_charge) == (182.42, 6.84, 1.58)
    assert (state.charge_port_color, state.conn_charge_cable, state.charge_port_latch) == (
        None,
        "IEC",
        "Engaged",
    )
    assert state.fast_charger_brand == ""
    assert state.scheduled_charging_start_time is None
    assert state.scheduled_departure_time == datetime.fromtimestamp(1750222800, UTC)
    assert state.user_charge_enable_request is None


def test_climate_closures_and_drive() -> None:
    data = vehicle_data("charging")

    assert data.climate is not None
    assert (data.climate.inside_temp, data.climate.is_climate_on, data.climate.driver_temp_setting) == (
        26.4,
        False,
        21,
    )
    assert data.vehicle_state is not None
    assert (data.vehicle_state.locked, data.vehicle_state.front_driver_door) == (True, False)
    assert data.vehicle_state.software_version == "2025.14.6"
    assert data.vehicle_state.tpms_pressure_fr == 2.925
    assert data.vehicle_state.software_update is not None
    assert data.vehicle_state.software_update.version == ""
    assert data.drive is not None
    assert (data.drive.latitude, data.drive.longitude, data.drive.shift_state) == (52.50123, 13.40123, None)
    assert data.drive.gps_as_of == datetime.fromtimestamp(1750244688, UTC)


@pytest.mark.parametrize(
    ("name", "state", "amps", "cable"),
    [
        ("charging", "Charging", 16, "IEC"),
        ("charging_1phase_6a", "Charging", 6, "IEC"),
        ("plugged_stopped", "Stopped", 16, "IEC"),
        ("complete", "Complete", 16, "IEC"),
        ("no_power", "NoPower", 16, "IEC"),
        ("disconnected", "Disconnected", 16, None),
        ("nulls", None, 16, None),
    ],
)
def test_charging_states(name: str, state: str | None, amps: int, cable: str | None) -> None:
    found = charge(name)

    assert (found.charging_state, found.charge_current_request, found.conn_charge_cable) == (
        state,
        amps,
        cable,
    )


def test_direct_current() -> None:
    found = charge("supercharging")

    assert found.fast_charger_present is True
    assert found.charger_phases is None


def test_driving() -> None:
    drive = vehicle_data("driving").drive

    assert drive is not None
    assert (drive.shift_state, drive.speed, drive.power, drive.active_route_energy_at_arrival) == (
        "D",
        43,
        17,
        49,
    )
    assert drive.active_route_minutes_to_arrival == 21.3


def test_nothing_is_zero_because_it_is_unknown() -> None:
    state = charge("nulls")

    assert (state.battery_level, state.charge_limit_soc, state.charger_power) == (None, None, None)
    assert (state.charge_amps, state.usable_battery_level, state.time_to_full_charge) == (None, None, None)
    assert (state.charge_energy_added, state.charger_actual_current) == (0, 0)
    assert state.charge_port_latch is None


def test_position_without_its_scope() -> None:
    assert vehicle_data("no_location_scope").drive is None
    drive = vehicle_data("no_location_endpoint").drive
    assert drive is not None
    assert (drive.latitude, drive.longitude, drive.heading) == (None, None, None)


@pytest.mark.parametrize("name", named("vehicle_data"))
def test_every_sample_of_vehicle_data(name: str) -> None:
    data = read(VehicleData, response(name))

    if name == "vehicle_data_asleep_408":
        assert data is None
    else:
        assert data is not None
        assert data.as_of == NOON
        assert data.charge is not None
        assert data.config is not None


def test_as_of_is_the_newest_part_that_has_a_time() -> None:
    parts = {"charge_state": {"timestamp": 1000}, "climate_state": {}, "drive_state": {"timestamp": 2000}}
    data = read(VehicleData, {"vin": MODEL_Y, **parts})
    bare = read(VehicleData, {"vin": MODEL_Y})

    assert data is not None
    assert data.as_of == datetime.fromtimestamp(2000, UTC)
    assert bare is not None
    assert bare.as_of is None


def test_software_version_of_a_silent_car() -> None:
    data = read(VehicleData, {"vin": MODEL_Y, "vehicle_state": {"car_version": " "}})

    assert data is not None
    assert data.vehicle_state is not None
    assert data.vehicle_state.software_version is None


def test_private_values_stay_out_of_repr() -> None:
    told = (
        repr(vehicle_data("driving"))
        + repr(products("products"))
        + repr(FleetStatus.read(response("fleet_status")))
    )

    for secret in (MODEL_Y, MODEL_S, "52.", "13.", str(SITE), "Blitz", "Sonnenhaus", "PGT23", "CN323"):
        assert secret not in told


def test_pairing() -> None:
    status = FleetStatus.read(response("fleet_status"))
    unpaired = FleetStatus.read(response("fleet_status_unpaired"))

    assert status is not None
    assert (status.key_paired(MODEL_Y), status.key_paired(MODEL_S), status.key_paired("other")) == (
        True,
        False,
        None,
    )
    assert status.vehicle_info[MODEL_Y].vehicle_command_protocol_required is True
    assert status.vehicle_info[MODEL_Y].total_number_of_keys == 4
    assert status.vehicle_info[MODEL_Y].safety_screen_streaming_toggle_enabled is None
    assert unpaired is not None
    assert unpaired.key_paired(MODEL_Y) is False


def test_fleet_status_of_other_shapes() -> None:
    assert FleetStatus.read(None) is None
    odd = FleetStatus.read({"key_paired_vins": None, "unpaired_vins": [None, 5], "vehicle_info": {"a": None}})
    assert odd == FleetStatus(key_paired_vins=frozenset(), unpaired_vins=frozenset(), vehicle_info={})
    assert FleetStatus.read({"vehicle_info": []}) == odd
