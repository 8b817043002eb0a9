"""Whatever JSON Tesla sends: nothing raises, and every field is None or what its type says."""

from collections.abc import Mapping
import copy
from dataclasses import fields, is_dataclass
import random
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import given, strategies as st
import pytest

from custom_components.tesla_home_energy.fleet_api import (
    BackupHistory,
    CalendarHistory,
    FleetStatus,
    LiveStatus,
    PartnerAccount,
    Products,
    SiteInfo,
    Vehicle,
    VehicleData,
)
from custom_components.tesla_home_energy.fleet_api.models.record import read

from .samples import response

RECORDS = (Vehicle, VehicleData, LiveStatus, SiteInfo, CalendarHistory, BackupHistory, PartnerAccount)

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("<invalid>"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)

SAMPLES = {
    Vehicle: "vehicle_asleep",
    VehicleData: "vehicle_data_charging",
    LiveStatus: "live_status_ev_charging",
    SiteInfo: "site_info",
    BackupHistory: "calendar_history_backup",
}


def fits(value: object, hint: Any) -> bool:
    """Whether a value is of a type, checked to its leaves."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return isinstance(value, tuple) and all(fits(item, arguments[0]) for item in value)
    if origin is Mapping:
        return isinstance(value, Mapping)
    if arguments:
        return any(fits(value, argument) for argument in arguments)
    if hint is NoneType:
        return value is None
    if is_dataclass(value):
        hints = get_type_hints(type(value))
        return isinstance(value, hint) and all(
            fits(getattr(value, field.name), hints[field.name]) for field in fields(value)
        )
    return type(value) is hint


def spoil(value: Any, spoiled: object, chance: random.Random) -> Any:
    """A copy in which one member, somewhere, is something else."""
    if not isinstance(value, dict | list) or not value or chance.random() < 0.1:
        return spoiled
    changed = copy.copy(value)
    key = chance.choice(list(value) if isinstance(value, dict) else range(len(value)))
    changed[key] = spoil(value[key], spoiled, chance)
    return changed


@pytest.mark.parametrize("record", RECORDS)
@given(value=ANY_JSON)
def test_any_json(record: type[Any], value: object) -> None:
    found = read(record, value)

    assert found is None or fits(found, record)


@pytest.mark.parametrize("record", SAMPLES)
@given(spoiled=ANY_JSON, chance=st.randoms(use_true_random=False))
def test_one_member_spoiled(record: type[Any], spoiled: object, chance: random.Random) -> None:
    found = read(record, spoil(response(SAMPLES[record]), spoiled, chance))

    assert found is None or fits(found, record)


@given(spoiled=ANY_JSON, chance=st.randoms(use_true_random=False))
def test_lists_spoiled(spoiled: object, chance: random.Random) -> None:
    products = Products.read(spoil(response("products"), spoiled, chance))
    status = FleetStatus.read(spoil(response("fleet_status"), spoiled, chance))

    assert products is None or fits(products, Products)
    assert status is None or all(isinstance(vin, str) for vin in status.key_paired_vins)
