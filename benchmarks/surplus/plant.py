"""Runs a control law in a simulated home and counts what it brings and costs."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from .battery import Battery
from .car import Car
from .law import (
    Answer,
    CarView,
    Charging,
    Command,
    Law,
    MeterSample,
    Read,
    Result,
    Site,
    Start,
    Stop,
    View,
    Wake,
)
from .meter import Meter, forecasts, sun_times, within
from .metrics import Metrics
from .scenarios import Scenario
from .traces import DAY_S, House

HOUR_S: Final = 3_600
QUARTER_S: Final = 900
TIMEOUT_S: Final = 10
"""After this time a sender gives up on an answer."""
_ON: Final = frozenset({Charging.CHARGING, Charging.STARTING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Powers in W during one tick."""

    surplus: float
    cars: float
    solar: float
    load: float
    battery: float
    grid: float
    short: float
    on_grid: bool


class Plant:
    """One home, one scenario, one run.

    Args:
        home: Traces, one value a tick.
        scenario: What is there and what goes wrong.
        seed: Of wakes, faults and the forecast's error.
    """

    def __init__(self, home: House, scenario: Scenario, *, seed: int = 7) -> None:
        """Set the home up as it is at midnight."""
        self.home = home
        self.scenario = scenario
        self.metrics = Metrics(days=home.days)
        self.battery = Battery() if scenario.powerwall else None
        self._chance = Random(seed)  # noqa: S311 - luck of a simulated home
        self.cars = [
            Car(plan, scenario.phases, self._chance, wakes_late=scenario.faults.wakes_late)
            for plan in scenario.cars
        ]
        self._meter = Meter(scenario.meter_age_s, scenario.meter_period_s, scenario.faults)
        self._answers: deque[tuple[float, Answer]] = deque()
        self._hours = home.tick_s / HOUR_S
        self._off_s = 0.0
        self._quarter_wh = 0.0
        self._excess_s = 0.0
        self._sunsets: list[float] = []
        self.view = View(site=self._site(), cars=[self._car_view(index) for index in range(len(self.cars))])

    def run(self, law: Law, watch: Callable[[float, Flow], None] | None = None) -> Metrics:
        """Live through all days with a law; `watch` sees the powers of each tick."""
        tick = self.home.tick_s
        day_ticks = DAY_S // tick
        forecast = forecasts(self.home, 11)
        suns = sun_times(self.home)
        view, meter = self.view, self._meter
        for index in range(len(self.home.solar_w)):
            now = index * tick
            if not index % day_ticks:
                view.sunrise, view.sunset = suns[index // day_ticks]
            flow = self._flow(index, now)
            self._account(flow, now, index)
            if watch is not None:
                watch(now, flow)
            if not now % meter.period_s:
                meter.take(self._sample(flow, now, self.home.volts[index]))
            view.now = now
            view.sample = meter.newest(now)
            view.forecast_wh = forecast[index]
            self._look(now)
            for command in law.step(view):
                self._send(command, now)
        return self._finished()

    def _flow(self, index: int, now: float) -> Flow:
        """Move cars and battery through the tick."""
        scenario, tick = self.scenario, self.home.tick_s
        watts = self.home.volts[index] * scenario.phases
        cars_w = 0.0
        for car in self.cars:
            if car.plan.drive is not None:
                car.drive(now)
            power = car.advance(now, tick) * watts
            car.power_w = power
            if car.charging is Charging.CHARGING:
                self.metrics.stored_kwh += car.take(power * self._hours, self._hours, now) / 1_000
            cars_w += power
        solar, load = self.home.solar_w[index], self.home.load_w[index]
        on_grid = not (scenario.outages and within(scenario.outages, now))
        left = solar - load - cars_w
        battery = self.battery.balance(left, self._hours, off_grid=not on_grid) if self.battery else 0.0
        grid = -left - battery
        short = 0.0
        if not on_grid:
            short, grid = max(0.0, grid), min(0.0, grid)
        if grid < 0 and not (on_grid and scenario.export_allowed):
            solar, grid = solar + grid, 0.0
        return Flow(
            surplus=max(0.0, self.home.solar_w[index] - load),
            cars=cars_w,
            solar=solar,
            load=load + cars_w,
            battery=battery,
            grid=grid,
            short=short,
            on_grid=on_grid,
        )

    def _account(self, flow: Flow, now: float, index: int) -> None:
        metrics, to_kwh, tick = self.metrics, self._hours / 1_000, self.home.tick_s
        watts = self.home.volts[index] * self.scenario.phases
        most = sum(car.plan.max_amps for car in self.cars if car.at_home) * watts
        usable = min(flow.surplus, most)
        captured = min(flow.cars, flow.surplus)
        beyond = flow.cars - captured
        from_grid = min(beyond, max(0.0, flow.grid) + flow.short)
        metrics.usable_kwh += usable * to_kwh
        metrics.captured_kwh += captured * to_kwh
        metrics.nonsolar_kwh += from_grid * to_kwh
        metrics.battery_kwh += (beyond - from_grid) * to_kwh
        if flow.grid >= 0:
            metrics.import_kwh += flow.grid * to_kwh
        else:
            metrics.export_kwh -= flow.grid * to_kwh
        if not flow.on_grid:
            metrics.off_grid_kwh += beyond * to_kwh
            metrics.overload_s += tick if flow.short > 1.0 else 0
        self._watch(flow, now, watts)

    def _watch(self, flow: Flow, now: float, watts: float) -> None:
        """Keep the longest times off with enough surplus and above the fuse, and the worst quarter hour."""
        metrics, tick = self.metrics, self.home.tick_s
        if flow.cars > 0 or flow.surplus < 6 * watts or not any(car.at_home for car in self.cars):
            self._off_s = 0.0
        else:
            self._off_s += tick
            metrics.longest_off_s = max(metrics.longest_off_s, self._off_s)
        fuse = self.scenario.fuse_amps
        if fuse is not None:
            self._excess_s = self._excess_s + tick if flow.cars > 0 and flow.grid > fuse * watts else 0.0
            metrics.fuse_excess_s = max(metrics.fuse_excess_s, self._excess_s)
        self._quarter_wh += max(0.0, flow.grid) * self._hours
        if not (now + tick) % QUARTER_S:
            metrics.worst_quarter_kw = max(metrics.worst_quarter_kw, self._quarter_wh / 250)
            self._quarter_wh = 0.0
        if self.battery and now <= self.view.sunset < now + tick:
            self._sunsets.append(self.battery.percent)

    def _look(self, now: float) -> None:
        """Show the law what has arrived."""
        view, answers = self.view, self._answers
        due: list[Answer] = []
        while answers and answers[0][0] <= now:
            due.append(answers.popleft()[1])
        view.answers = due
        telemetry = view.site.telemetry
        for car, shown in zip(self.cars, view.cars, strict=True):
            shown.online = car.online
            shown.at_home = car.at_home
            if telemetry and car.online:
                shown.state = car.state(now)

    def _send(self, command: Command, now: float) -> None:
        metrics, faults = self.metrics, self.scenario.faults
        car = self.cars[command.car]
        self._count(command, car, now)
        outcome: tuple[Result, str]
        if within(faults.api_down, now):
            outcome = Result.API_DOWN, ""
        elif within(faults.rate_limited, now):
            outcome = Result.RATE_LIMITED, ""
        elif self._chance.random() < faults.timed_out:
            if self._chance.random() < 0.5:  # noqa: PLR2004 - half of the lost answers belong to obeyed commands
                car.obey(command, now)
            outcome = Result.TIMED_OUT, ""
        elif self._chance.random() < faults.ignored:
            outcome = Result.ACCEPTED, ""
        else:
            outcome = car.obey(command, now)
            if isinstance(command, Read) and outcome[0] is Result.ACCEPTED:
                self.view.cars[command.car].state = car.state(now)
        metrics.refused += outcome[0] is Result.REFUSED
        due = now + (TIMEOUT_S if outcome[0] is Result.TIMED_OUT else 1)
        self._answers.append((due, Answer(command, now, *outcome)))

    def _count(self, command: Command, car: Car, now: float) -> None:
        metrics = self.metrics
        if within(self.scenario.faults.api_down, now):
            return
        if isinstance(command, Read):
            metrics.data_requests += 1
            return
        if isinstance(command, Wake):
            metrics.wakes += 1
            metrics.wakes_by_day[int(now // DAY_S)] += 1
        else:
            metrics.commands += 1
            metrics.by_day[int(now // DAY_S)] += 1
            metrics.by_hour[int(now // HOUR_S)] += 1
        full = car.charging is Charging.COMPLETE and isinstance(command, Start | Stop | Wake)
        metrics.misplaced += not car.at_home or full

    def _sample(self, flow: Flow, now: float, volts: float) -> MeterSample:
        battery = self.battery
        return MeterSample(
            now,
            flow.grid,
            flow.solar,
            flow.load,
            flow.battery,
            battery.percent if battery else None,
            volts,
            tuple([car.power_w for car in self.cars]),
            tuple([car.at_home for car in self.cars]),
            flow.on_grid,
        )

    def _finished(self) -> Metrics:
        metrics = self.metrics
        metrics.starts = sum(car.starts for car in self.cars)
        metrics.missed_kwh = sum(car.missed_kwh for car in self.cars)
        if self.battery:
            metrics.throughput_kwh = self.battery.out_wh / 1_000
            metrics.sunset_percent = sum(self._sunsets) / max(1, len(self._sunsets))
        return metrics

    def _site(self) -> Site:
        scenario, battery = self.scenario, self.battery
        return Site(
            phases=scenario.phases,
            nominal_volts=230.0,
            tick_s=self.home.tick_s,
            meter_age_s=scenario.meter_age_s,
            meter_period_s=scenario.meter_period_s,
            telemetry=True,
            priority=scenario.priority,
            battery_kwh=battery.capacity_wh / 1_000 if battery else 0.0,
            battery_max_w=battery.max_w if battery else 0.0,
            reserve_percent=battery.reserve_percent if battery else 0.0,
            fuse_amps=scenario.fuse_amps,
            export_allowed=scenario.export_allowed,
        )

    def _car_view(self, index: int) -> CarView:
        plan = self.cars[index].plan
        return CarView(
            index=index,
            max_amps=plan.max_amps,
            phases=self.scenario.phases,
            lowest_amps=plan.lowest_amps,
            battery_kwh=plan.battery_kwh or 75.0,
            need_percent=plan.need_percent,
        )
