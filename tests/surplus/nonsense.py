"""Inputs that make no sense, drawn from a seed: missing, infinite, negative, huge, too early."""

from math import inf, nan
from random import Random

from custom_components.tesla_home_energy.surplus import (
    BatteryPriority,
    Budget,
    Car,
    CarSettings,
    ChargingState,
    CommandKind,
    FloorPolicy,
    Inputs,
    Location,
    MeterSample,
    Mode,
    Outcome,
    PlaceSettings,
    PowerPeriod,
    PricePeriod,
    SentCommand,
    Window,
)

from .world import DAY, NOON

ODD_NUMBERS = (nan, inf, -inf, 0.0, -0.0, 1e-300, 1e300, -1e300, 1e18, -1e18, -1.0)
ODD_AMPS = (0, -1, 1, 4, 5, 6, 48, 10**9, -(10**9))


class Nonsense:
    """Draws what a decision is made from. `share` of all numbers are odd ones."""

    def __init__(self, seed: int, share: float = 0.15) -> None:
        """Begin at a seed."""
        self.random = Random(seed)  # noqa: S311 - the same worlds each time, nothing secret
        self.share = share
        self.now = NOON

    def number(self, low: float, high: float) -> float:
        """Return a number, mostly within a range."""
        if self.random.random() < self.share:
            return self.random.choice(ODD_NUMBERS)
        return self.random.uniform(low, high)

    def maybe(self, low: float, high: float) -> float | None:
        """Return a number, or that nobody knows it."""
        return None if self.random.random() < 0.25 else self.number(low, high)

    def amps(self) -> int | None:
        """Return a whole current, or that nobody knows it."""
        draw = self.random.random()
        if draw < 0.1:
            return None
        return self.random.choice(ODD_AMPS) if draw < 0.1 + self.share else self.random.randint(1, 32)

    def percent(self) -> int | None:
        """Return a charge limit, or that nobody knows it."""
        return self.random.choice((None, None, -5, 0, 30, 50, 80, 100, 10**6))

    def time(self) -> float:
        """Return a time about now."""
        return self.now + self.number(-3600.0, 3600.0)

    def flag(self, chance: float) -> bool:
        """Return true now and then."""
        return self.random.random() < chance

    def settings(self) -> CarSettings:
        """Return wishes for a car."""
        choice = self.random.choice
        return CarSettings(
            mode=choice(list(Mode)),
            default_mode=choice(list(Mode)),
            min_current=choice((1, 1, 6, 0, -3, 100)),
            max_current=choice((None, None, 0, -1, 10, 10**6)),
            floor_policy=choice(list(FloorPolicy)),
            solar_limit=self.percent(),
            grid_limit=self.percent() or 0,
            ready_by=None if self.flag(0.3) else self.time(),
            ready_target=self.percent() or 80,
            windows=tuple(
                Window(start=self.time(), end=self.time()) for _ in range(self.random.randrange(3))
            ),
            cheap_price=self.maybe(-0.1, 0.4),
            priority=choice((1, 1, 2, -7)),
            minimum_run=self.number(0.0, 900.0),
            pause=self.maybe(0.0, 900.0),
            starts_per_day=choice((12, 1, 0, -1)),
            capacity=self.number(20e3, 100e3),
        )

    def place(self) -> PlaceSettings:
        """Return wishes for the place."""
        choice = self.random.choice
        return PlaceSettings(
            margin=self.number(-500.0, 500.0),
            solar_share=self.number(0.2, 1.0),
            grid_limit_power=self.maybe(1e3, 12e3),
            grid_limit_current=self.maybe(10.0, 40.0),
            fuse_current=self.maybe(10.0, 40.0),
            grid_phases=choice((1, 3, 0, -3)),
            demand_limit=self.maybe(1e3, 9e3),
            demand_window=self.number(60.0, 3600.0),
            battery_priority=choice(list(BatteryPriority)),
            battery_reserve=self.number(0.0, 100.0),
            off_grid_reserve=self.number(0.0, 100.0),
            battery_capacity=self.number(5e3, 40e3),
            battery_max_power=self.number(1e3, 15e3),
            solar_value=self.maybe(0.0, 0.5),
            grid_penalty=self.maybe(0.0, 0.5),
            stale_after=self.number(60.0, 900.0),
            commands_per_hour=choice((60, 60, 6, 0, -1)),
            commands_per_day=choice((None, None, 60, 3, 0, -1)),
            shadow=self.flag(0.05),
        )

    def command(self) -> SentCommand:
        """Return a command of late."""
        kind = self.random.choice(list(CommandKind))
        return SentCommand(
            kind=kind,
            value=self.amps(),
            sent_at=self.time(),
            outcome=self.random.choice(list(Outcome)),
        )

    def car(self, car_id: str) -> Car:
        """Return a car; mostly one that may be charged."""
        choice = self.random.choice
        return Car(
            car_id=car_id,
            settings=self.settings(),
            as_of=self.time() if self.flag(0.2) else self.now,
            location=choice((Location.HOME,) * 9 + tuple(Location)),
            plugged=choice((True,) * 9 + (None, False)),
            charging_state=choice(
                (ChargingState.CHARGING,) * 6 + (ChargingState.STOPPED,) * 4 + tuple(ChargingState)
            ),
            direct_current=self.flag(0.03),
            asleep=self.flag(0.1),
            requested_current=self.amps(),
            actual_current=self.maybe(0.0, 32.0),
            max_current=self.amps(),
            power=self.maybe(0.0, 8e3),
            power_as_of=None if self.flag(0.6) else self.time(),
            voltage=self.maybe(210.0, 250.0),
            phases=choice((None, 1, 1, 3, 0, -1)),
            state_of_charge=self.maybe(0.0, 100.0),
            charge_limit=self.percent(),
            own_schedule=self.flag(0.05),
            commands=tuple(self.command() for _ in range(choice((0, 0, 1, 3)))),
        )

    def meter(self) -> MeterSample | None:
        """Return a reading of the meter."""
        if self.flag(0.1):
            return None
        return MeterSample(
            as_of=self.time() if self.flag(0.2) else self.now - self.random.uniform(0.0, 30.0),
            grid_power=self.number(-9e3, 9e3),
            battery_power=self.maybe(-5e3, 5e3),
            solar_power=self.maybe(0.0, 9e3),
            load_power=self.maybe(0.0, 9e3),
            battery_level=self.maybe(0.0, 100.0),
            on_grid=self.random.choice((None, True, True, False)),
        )

    def budget(self) -> Budget:
        """Return what may be spent."""
        return Budget(
            commands_left_month=self.maybe(0.0, 3000.0),
            commands_due=self.number(-10.0, 300.0),
            days_left=self.number(0.0, 30.0),
            wakes_left_today=self.random.choice((2, 1, 0, -1)),
            command_price=self.number(0.0, 0.01),
            wake_price=self.number(0.0, 0.1),
            start_price=self.number(0.0, 0.1),
        )

    def inputs(self) -> Inputs:
        """Return everything for a decision, some seconds after the one before, at times before it."""
        self.now += self.random.choice((0.0, 10.0, 10.0, 30.0, 300.0, 7200.0, -60.0))
        return Inputs(
            now=self.now,
            day=DAY + self.random.choice((0, 0, 0, 1, -1)),
            meter=self.meter(),
            cars=tuple(self.car(name) for name in "abc" if self.flag(0.6)),
            place=self.place(),
            budget=self.budget(),
            prices=tuple(
                PricePeriod(start=self.time(), end=self.time(), price=self.number(-0.1, 0.5))
                for _ in range(self.random.randrange(3))
            ),
            feed_in_price=self.maybe(-0.1, 0.2),
            sunrise=None if self.flag(0.2) else self.time(),
            sunset=None if self.flag(0.2) else self.time(),
            solar_left_today=self.maybe(0.0, 40e3),
            forecast=tuple(
                PowerPeriod(start=self.time(), end=self.time(), power=self.number(0.0, 9e3))
                for _ in range(self.random.randrange(3))
            ),
        )
