"""Where energy goes: the balance of a moment, and its seven streams."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Powers in W: `load = solar + battery + grid`; battery + discharges, grid + imports."""

    solar: float = 0.0
    battery: float = 0.0
    grid: float = 0.0
    load: float = 0.0


@dataclass(slots=True, kw_only=True)
class Streams:
    """From where to where, in W or Wh."""

    solar_to_home: float = 0.0
    solar_to_battery: float = 0.0
    solar_to_grid: float = 0.0
    battery_to_home: float = 0.0
    battery_to_grid: float = 0.0
    grid_to_home: float = 0.0
    grid_to_battery: float = 0.0

    def add(self, other: Streams, factor: float = 1.0) -> None:
        """Add the other streams, times a factor."""
        for name in STREAM_NAMES:
            setattr(self, name, getattr(self, name) + getattr(other, name) * factor)


STREAM_NAMES = tuple(field.name for field in fields(Streams))


def streams(balance: Balance) -> Streams:
    """Split a balance: solar power serves the home first, then the battery, then the grid."""
    charge, discharge = max(0.0, -balance.battery), max(0.0, balance.battery)
    solar_to_home = min(balance.solar, balance.load)
    solar_to_battery = min(balance.solar - solar_to_home, charge)
    battery_to_home = min(discharge, balance.load - solar_to_home)
    return Streams(
        solar_to_home=solar_to_home,
        solar_to_battery=solar_to_battery,
        solar_to_grid=balance.solar - solar_to_home - solar_to_battery,
        battery_to_home=battery_to_home,
        battery_to_grid=discharge - battery_to_home,
        grid_to_home=balance.load - solar_to_home - battery_to_home,
        grid_to_battery=charge - solar_to_battery,
    )
