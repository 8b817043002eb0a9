"""What a VIN tells."""

import pytest

from custom_components.tesla_home_energy.fleet_api.models.vin import (
    has_command_protocol,
    model_name,
    model_year,
)

from .samples import MODEL_S, MODEL_Y


@pytest.mark.parametrize(
    ("vin", "model", "year", "protocol"),
    [
        (MODEL_Y, "Model Y", 2023, True),
        (MODEL_S, "Model S", 2018, False),
        ("5YJ3E1EA1JF000001", "Model 3", 2018, True),
        ("5YJXCDE22LF000001", "Model X", 2020, False),
        ("5YJSA1E14MF000001", "Model S", 2021, False),
        ("5YJSA1E44MF000001", "Model S", 2021, False),
        ("5YJSA1E5XMF000001", "Model S", 2021, True),
        ("7SAXCBE61NF000001", "Model X", 2022, True),
        ("5YJSA1E14CF000001", "Model S", 2012, False),
        ("7G2CEHED0RA000001", "Cybertruck", 2024, True),
        ("5YJRE11B381000001", "Roadster", None, True),
        ("5YJSE11B381000001", "Model S", None, True),
        ("5YJQA1E14TF000001", None, 2026, True),
        ("5YJSA", None, None, True),
        ("", None, None, True),
    ],
)
def test_model_year_and_protocol(vin: str, model: str | None, year: int | None, protocol: bool) -> None:
    assert model_name(vin) == model
    assert model_year(vin) == year
    assert has_command_protocol(vin) is protocol
