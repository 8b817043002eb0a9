"""A simulated energy site: sun, house, Powerwalls, grid and Wall Connector."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from .car import Car
from .clock import Clock
from .flows import Balance
from .history import BUCKET_SECONDS, History
from .powerwall import Plan, Powerwall
from .tariff import prices
from .traces import Day

# Reported (dispatch.md): the gateway takes a new mode or grid charging up after some five minutes, a tariff
# after some fifteen.
STRATEGY_DELAY: Final = timedelta(minutes=5)
TARIFF_DELAY: Final = timedelta(minutes=15)

LONG_AGO: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True, kw_only=True)
class Settings:
    """What an owner can set; percentages in %."""

    backup_reserve: int = 15
    mode: str = "self_consumption"
    storm_watch: bool | None = True
    export_rule: str | None = "pv_only"
    non_export: bool = False
    grid_charging_disallowed: bool = True
    off_grid_vehicle_reserve: int = 65
    tariff: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class EnergySite:
    """A site. `product` and `info` are the parts of Tesla's answers that do not change.

    `missed_writes`: so many of the next writes are answered 201 and forgotten. `broken`: HTTP status of a
    site that Tesla's servers cannot ask. `frozen`: live_status stands still from then on. `storm`: a storm
    is coming.
    """

    site_id: int
    product: dict[str, Any]
    info: dict[str, Any]
    clock: Clock
    day: Day
    powerwall: Powerwall | None = None
    settings: Settings = field(default_factory=Settings)
    cars: list[Car] = field(default_factory=list)
    grid_connected: bool = True
    storm: bool = False
    missed_writes: int = 0
    broken: int | None = None
    frozen: dict[str, Any] | None = None
    solar_factor: float = 1.0
    extra_load: float = 0.0
    balance: Balance = field(default_factory=Balance)
    history: History = field(default_factory=History)
    ready_at: datetime = LONG_AGO

    @property
    def wall_connectors(self) -> list[dict[str, Any]]:
        """The Wall Connectors, as site_info lists them."""
        connectors: list[dict[str, Any]] = self.info.get("components", {}).get("wall_connectors", [])
        return connectors

    @property
    def connected(self) -> dict[str, Car]:
        """The cars at the Wall Connectors, by their DIN: each car has its own, if there are enough."""
        dins = [item["din"] for item in self.wall_connectors]
        if len(dins) >= len(self.cars):
            pairs = zip(dins, self.cars, strict=False)
            return {din: car for din, car in pairs if car.charging.plugged and car.at_home}
        return dict(
            zip(dins, (car for car in self.cars if car.charging.plugged and car.at_home), strict=False)
        )

    def add_wall_connector(self) -> None:
        """Hang up one more."""
        number = len(self.wall_connectors) + 1
        for components in (self.info["components"], self.product["components"]):
            model = components["wall_connectors"][0]
            components["wall_connectors"].append(
                model
                | {
                    "device_id": f"{model['device_id'][:-2]}{number:02}",
                    "din": f"{model['din'][:-2]}{number:02}",
                }
            )

    @property
    def storm_mode_active(self) -> bool:
        """Whether Storm Watch charges the Powerwalls now."""
        return self.storm and bool(self.settings.storm_watch) and self.powerwall is not None

    @property
    def offers_power(self) -> bool:
        """Whether the Wall Connector gives current; off the grid only above the house reserve."""
        if self.grid_connected:
            return True
        return self.powerwall is not None and self.powerwall.level > self.settings.off_grid_vehicle_reserve

    def delay_strategy(self, delay: timedelta = STRATEGY_DELAY) -> None:
        """Note that the gateway has to take something up."""
        self.ready_at = max(self.ready_at, self.clock.now() + delay)

    def plan(self, moment: datetime) -> Plan:
        """Return what the settings amount to."""
        settings = self.settings
        return Plan(
            strategy=self._strategy(moment),
            reserve=settings.backup_reserve,
            grid_charging=not settings.grid_charging_disallowed,
        )

    def _strategy(self, moment: datetime) -> str:
        settings = self.settings
        if not self.grid_connected:
            return "island"
        if self.storm_mode_active:
            return "storm"
        if settings.mode != "autonomous" or moment < self.ready_at:
            return "backup" if settings.mode == "backup" else "self_consumption"
        local = self.clock.local(moment)
        buying = prices(settings.tariff, local)
        selling = prices(settings.tariff.get("sell_tariff"), local)
        if selling is not None and selling.is_highest and self.export_rule == "battery_ok":
            return "export"
        if buying is not None and buying.is_lowest:
            return "off_peak"
        return "self_consumption"

    @property
    def export_rule(self) -> str:
        """The rule in force (reading rule: Home Assistant, pypowerwall)."""
        if self.settings.non_export:
            return "never"
        return self.settings.export_rule or "battery_ok"

    def advance(self, moment: datetime, seconds: float) -> None:
        """Let time pass, up to this moment; the step must lie within one bucket of the history."""
        begin = moment - timedelta(seconds=seconds)
        charging_power = sum(car.charging.power for car in self.connected.values())
        self.balance = self._settle(begin, seconds, charging_power)
        if self.powerwall is not None:
            self.powerwall.advance(self.balance.battery, seconds)
        level = self.powerwall.level if self.powerwall is not None else 0.0
        if seconds <= 0:
            return
        self.history.add(begin, seconds, self.balance, level)
        self.history.add_charging(begin, seconds, charging_power)
        self.history.add_outage(begin, seconds, connected=self.grid_connected)

    def _settle(self, moment: datetime, seconds: float, charging_power: float) -> Balance:
        sun = self.clock.sun_seconds(moment)
        solar = self.day.solar_power(sun) * self.solar_factor
        load = self.day.load_power(sun) + self.extra_load + charging_power
        battery = 0.0
        if self.powerwall is not None:
            battery = self.powerwall.power(self.plan(moment), solar - load, seconds)
        if self.export_rule == "never" or not self.grid_connected:
            solar = min(solar, max(0.0, load - battery))
        if not self.grid_connected:
            load = min(load, solar + battery)
        return Balance(solar=solar, battery=battery, grid=load - solar - battery, load=load)

    def remember(self, begin: datetime, end: datetime) -> None:
        """Live through the time before the start, so that there is a history; the level is left as it was."""
        level = self.powerwall.level if self.powerwall is not None else 0.0
        moment = begin
        while moment < end:
            step = min(BUCKET_SECONDS, (end - moment).total_seconds())
            moment += timedelta(seconds=step)
            self.advance(moment, step)
        if self.powerwall is not None:
            self.powerwall.level = level
