"""A day of a household whose cars charge from the sun: the benchmark's, in a real core on a virtual clock."""

import pytest

from benchmarks.cost import solar
from tests.simulator import MODEL_S_VIN, MODEL_Y_VIN


@pytest.mark.usefixtures("socket_enabled")
def test_both_cars_charge_within_the_budget() -> None:
    found = solar.live(days=1, options={"budget": 10})

    assert found.days_charged == {MODEL_Y_VIN: 1, MODEL_S_VIN: 1}
    assert min(found.gained.values()) > 10
    assert not found.stopped
    assert found.month.energy_free < 10 / 30 * 1.2
    assert found.month.errors == []
    assert found.month.refused == []
