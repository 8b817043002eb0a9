"""What a run is judged by."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

IMPORT_PRICE: Final = 0.30
FEED_IN_PRICE: Final = 0.08
SOLAR_VALUE: Final = 0.22
"""Dollars that a captured kWh saves: import price less feed-in price."""
GRID_PENALTY: Final = 0.15
"""Dollars for a kWh that the car took from the grid unasked."""
BATTERY_PENALTY: Final = 0.03
"""Dollars for a kWh that passed through the Powerwall into the car."""
START_PRICE: Final = 0.02
COMMAND_PRICE: Final = 0.001
DATA_PRICE: Final = 0.002
WAKE_PRICE: Final = 0.02


@dataclass(slots=True, kw_only=True)
class Metrics:
    """Energies in kWh, times in s, counts of one run.

    `nonsolar_kwh` is what the car took beyond the surplus of the moment, from the grid; `battery_kwh` the
    same from the Powerwall; `off_grid_kwh` is the part of both during outages. `misplaced` counts commands to
    a car that was away, full or unplugged. `fuse_excess_s` is the longest spell above the fuse while a car
    charges, `overload_s` the time off grid in which the Powerwall could not give what was asked.
    """

    days: int = 0
    usable_kwh: float = 0.0
    captured_kwh: float = 0.0
    nonsolar_kwh: float = 0.0
    battery_kwh: float = 0.0
    stored_kwh: float = 0.0
    import_kwh: float = 0.0
    export_kwh: float = 0.0
    starts: int = 0
    commands: int = 0
    data_requests: int = 0
    wakes: int = 0
    misplaced: int = 0
    refused: int = 0
    missed_kwh: float = 0.0
    longest_off_s: float = 0.0
    fuse_excess_s: float = 0.0
    off_grid_kwh: float = 0.0
    overload_s: float = 0.0
    worst_quarter_kw: float = 0.0
    throughput_kwh: float = 0.0
    sunset_percent: float | None = None
    by_day: Counter[int] = field(default_factory=Counter)
    by_hour: Counter[int] = field(default_factory=Counter)
    wakes_by_day: Counter[int] = field(default_factory=Counter)

    @property
    def capture(self) -> float:
        """Percent of the usable surplus that went into cars."""
        return 100 * self.captured_kwh / self.usable_kwh if self.usable_kwh else 0.0

    @property
    def dollars(self) -> float:
        """What the calls cost, without any credit."""
        return COMMAND_PRICE * self.commands + DATA_PRICE * self.data_requests + WAKE_PRICE * self.wakes

    @property
    def score(self) -> float:
        """One price for everything, in dollars of the whole run."""
        return (
            SOLAR_VALUE * self.captured_kwh
            - GRID_PENALTY * self.nonsolar_kwh
            - BATTERY_PENALTY * self.battery_kwh
            - START_PRICE * self.starts
            - self.dollars
        )

    @property
    def house_dollars(self) -> float:
        """What the whole home gains, car energy at the import price: import, export, calls, starts.

        Only differences between laws in one home mean anything. Unlike the score it sees what a law that
        starves the Powerwall costs in the evening.
        """
        cars = self.captured_kwh + self.nonsolar_kwh + self.battery_kwh
        energy = IMPORT_PRICE * (cars - self.import_kwh) + FEED_IN_PRICE * self.export_kwh
        return energy - START_PRICE * self.starts - self.dollars

    def free_of_charge(self) -> None:
        """Count no calls: the law makes none."""
        self.commands = self.data_requests = self.wakes = self.refused = 0
        self.by_day.clear()
        self.by_hour.clear()
        self.wakes_by_day.clear()

    def as_json(self) -> dict[str, Any]:
        """Return the row of the JSON line."""
        row: dict[str, Any] = {
            "capture": round(self.capture, 2),
            "nonsolar_kwh": round(self.nonsolar_kwh, 2),
            "commands": self.commands,
            "wakes": self.wakes,
            "data_requests": self.data_requests,
            "starts": self.starts,
            "dollars": round(self.dollars, 3),
            "score": round(self.score, 2),
            "usable_kwh": round(self.usable_kwh, 2),
            "captured_kwh": round(self.captured_kwh, 2),
            "battery_kwh": round(self.battery_kwh, 2),
            "stored_kwh": round(self.stored_kwh, 2),
            "import_kwh": round(self.import_kwh, 2),
            "export_kwh": round(self.export_kwh, 2),
            "house_dollars": round(self.house_dollars, 2),
            "commands_worst_day": max(self.by_day.values(), default=0),
            "commands_worst_hour": max(self.by_hour.values(), default=0),
            "wakes_worst_day": max(self.wakes_by_day.values(), default=0),
            "misplaced": self.misplaced,
            "refused": self.refused,
            "missed_kwh": round(self.missed_kwh, 2),
            "longest_off_s": round(self.longest_off_s),
            "fuse_excess_s": round(self.fuse_excess_s),
            "off_grid_kwh": round(self.off_grid_kwh, 2),
            "overload_s": round(self.overload_s),
            "worst_quarter_kw": round(self.worst_quarter_kw, 2),
            "throughput_kwh": round(self.throughput_kwh, 2),
        }
        if self.sunset_percent is not None:
            row["sunset_percent"] = round(self.sunset_percent, 1)
        return row
