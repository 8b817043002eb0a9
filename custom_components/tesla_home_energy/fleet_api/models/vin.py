"""What a vehicle identification number tells: model, model year, and whether the car can check signatures.

Source: position 4 names the model, position 10 the model year (known, ISO 3779 and Tesla's decoder).
"""

from typing import Final

LENGTH: Final = 17

_MODELS: Final = {
    "S": "Model S",
    "X": "Model X",
    "3": "Model 3",
    "Y": "Model Y",
    "C": "Cybertruck",
    "R": "Roadster",
    "T": "Semi",
    "A": "Cybercab",
}
# I, O, Q, U, Z and 0 are never used; the letters start over in 2040.
_YEARS: Final = {letter: year for year, letter in enumerate("ABCDEFGHJKLMNPRSTVWXY", start=2010)}
_YEAR_OF_CHANGE: Final = 2021


def model_name(vin: str) -> str | None:
    """The model's name, for example ``Model Y``; None for an unknown letter."""
    return _MODELS.get(vin[3]) if len(vin) == LENGTH else None


def model_year(vin: str) -> int | None:
    """The model year, for example 2023; None for an unknown letter."""
    return _YEARS.get(vin[9]) if len(vin) == LENGTH else None


def has_command_protocol(vin: str) -> bool:
    """Whether the car speaks the Vehicle Command Protocol: all do but Model S and X built before 2021.

    Reported: a 2021 Model S or X is still of the old kind if position 8 is 1 to 4 (tesla-fleet-api's rule).
    A weak sign, to be asked last.
    """
    year = model_year(vin)
    if year is None or model_name(vin) not in {"Model S", "Model X"}:
        return True
    return year > _YEAR_OF_CHANGE or (year == _YEAR_OF_CHANGE and vin[7] not in "1234")
