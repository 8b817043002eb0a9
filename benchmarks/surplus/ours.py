"""The shipped surplus room in the plant: in goes what the view tells, out what the decision tells."""

from collections.abc import Sequence
from typing import Final, override

from custom_components.tesla_home_energy.surplus import (
    COMMANDS_A_MONTH,
    COMMANDS_A_MONTH_EVENED,
    Action,
    BatteryPriority,
    Budget,
    Car,
    CarSettings,
    ChargingState,
    CommandKind,
    Inputs,
    Location,
    Memory,
    MeterSample,
    Outcome,
    PlaceSettings,
    SentCommand,
    decide,
)

from . import law as plant
from .traces import DAY_S

REMEMBERED_S: Final = 600
COMMUTER_COMMANDS: Final = 60
"""A day's commands in a commuter's home, as its owner may set them."""
MONTH_DAYS: Final = 30
STATES: Final = {
    plant.Charging.UNPLUGGED: ChargingState.DISCONNECTED,
    plant.Charging.STOPPED: ChargingState.STOPPED,
    plant.Charging.STARTING: ChargingState.STARTING,
    plant.Charging.CHARGING: ChargingState.CHARGING,
    plant.Charging.COMPLETE: ChargingState.COMPLETE,
}
OUTCOMES: Final = {
    plant.Result.ACCEPTED: Outcome.ACCEPTED,
    plant.Result.REFUSED: Outcome.REFUSED,
    plant.Result.TIMED_OUT: Outcome.UNKNOWN,
    plant.Result.RATE_LIMITED: Outcome.FAILED,
    plant.Result.API_DOWN: Outcome.FAILED,
}
PRIORITIES: Final = {
    plant.Priority.CAR: BatteryPriority.CAR_FIRST,
    plant.Priority.BATTERY: BatteryPriority.BATTERY_FIRST,
    plant.Priority.SUNSET: BatteryPriority.FULL_BY_SUNSET,
}


class OursLaw(plant.Law):
    """Runs `decide` at every step with the default settings, as `charging.py` does at every new sample."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self.memory = Memory()
        self._place: PlaceSettings | None = None
        self._settings = CarSettings()
        self._sent: dict[int, tuple[SentCommand, ...]] = {}
        self._seen: plant.MeterSample | None = None
        self._meter: MeterSample | None = None
        self._look_at = 0.0
        self._month = 0
        self._told = 0
        self._shown: list[tuple[plant.CarState | None, bool, bool]] = []

    @override
    def step(self, view: plant.View) -> Sequence[plant.Command]:
        self._hear(view)
        shown = [(car.state, car.online, car.at_home) for car in view.cars]
        if view.sample is self._seen and view.now < self._look_at and shown == self._shown:
            return ()
        self._shown = shown
        if view.sample is not self._seen:
            self._seen = view.sample
            self._meter = _meter(view.sample)
        if self._place is None:
            self._place = _place(view)
        inputs = Inputs(
            now=view.now,
            day=int(view.now // DAY_S),
            meter=self._meter,
            cars=tuple([self._car(view, car) for car in view.cars]),
            place=self._place,
            budget=self._budget(view),
            sunrise=view.sunrise,
            sunset=view.sunset,
            solar_left_today=view.forecast_wh,
        )
        decision = decide(inputs, self.memory)
        self.memory = decision.memory
        self._look_at = decision.look_again_at
        found: list[plant.Command] = []
        for index, told in enumerate(decision.cars):
            for action in told.actions:
                self._told += action.kind is not CommandKind.WAKE
                sent = SentCommand(kind=action.kind, value=action.value, sent_at=view.now)
                self._sent[index] = (*self._sent.get(index, ()), sent)
                found.append(_command(index, action))
        return found

    def _budget(self, view: plant.View) -> Budget:
        """Return what the month's commands have left."""
        month = int(view.now // DAY_S) // MONTH_DAYS
        if month != self._month:
            self._month, self._told = month, 0
        wanted = (COMMANDS_A_MONTH_EVENED if view.site.battery_kwh else COMMANDS_A_MONTH) * len(view.cars)
        return Budget(
            commands_left_month=wanted - self._told,
            commands_due=wanted / MONTH_DAYS,
            days_left=MONTH_DAYS - view.now / DAY_S % MONTH_DAYS,
        )

    def _hear(self, view: plant.View) -> None:
        """Put the answers that came beside the commands they belong to; forget what is old."""
        for answer in view.answers:
            car = answer.command.car
            commands = list(self._sent.get(car, ()))
            kind, value = _kind(answer.command)
            for place, sent in enumerate(commands):
                if (sent.kind, sent.value, sent.sent_at) == (kind, value, answer.sent_at) and (
                    sent.outcome is Outcome.IN_FLIGHT
                ):
                    commands[place] = SentCommand(
                        kind=kind, value=value, sent_at=sent.sent_at, outcome=OUTCOMES[answer.result]
                    )
                    break
            self._sent[car] = tuple(commands)
        for car, sent_commands in self._sent.items():
            if sent_commands and sent_commands[0].sent_at < view.now - REMEMBERED_S:
                self._sent[car] = tuple(
                    [sent for sent in sent_commands if sent.sent_at >= view.now - REMEMBERED_S]
                )

    def _car(self, view: plant.View, car: plant.CarView) -> Car:
        state, sample = car.state, view.sample
        plugged = sample.plugged[car.index] if sample is not None else None
        if state is None:
            return Car(car_id=str(car.index), as_of=view.now, settings=self._settings)
        charging = STATES[state.charging]
        return Car(
            car_id=str(car.index),
            settings=self._settings,
            # Telemetry says at once what changes: as long as the car is online, its last word is true now.
            as_of=view.now if car.online else state.at,
            location=Location.HOME if car.at_home else Location.AWAY,
            plugged=False if charging is ChargingState.DISCONNECTED else plugged,
            charging_state=charging,
            asleep=not car.online,
            requested_current=state.amps_requested,
            actual_current=state.amps_actual,
            max_current=car.max_amps,
            power=sample.cars_w[car.index] if sample is not None else None,
            voltage=sample.volts if sample is not None else None,
            phases=car.phases,
            state_of_charge=state.battery_percent,
            charge_limit=state.limit_percent,
            commands=self._sent.get(car.index, ()),
        )


def _meter(sample: plant.MeterSample | None) -> MeterSample | None:
    if sample is None:
        return None
    return MeterSample(
        as_of=sample.at,
        grid_power=sample.grid_w,
        solar_power=sample.solar_w,
        load_power=sample.load_w,
        battery_power=None if sample.battery_percent is None else sample.battery_w,
        battery_level=sample.battery_percent,
        on_grid=sample.on_grid,
    )


def _place(view: plant.View) -> PlaceSettings:
    site = view.site
    commuter = len(view.cars) == 1 and view.cars[0].need_percent is not None
    return PlaceSettings(
        commands_per_day=COMMUTER_COMMANDS if commuter else None,
        fuse_current=site.fuse_amps,
        grid_phases=site.phases,
        battery_priority=PRIORITIES[site.priority],
        battery_reserve=site.reserve_percent,
        off_grid_reserve=site.off_grid_reserve_percent,
        battery_capacity=site.battery_kwh * 1_000,
        battery_max_power=site.battery_max_w,
    )


def _command(car: int, action: Action) -> plant.Command:
    match action.kind:
        case CommandKind.SET_CURRENT:
            return plant.SetAmps(car, action.value or 0)
        case CommandKind.SET_LIMIT:
            return plant.SetLimit(car, action.value or 0)
        case CommandKind.START:
            return plant.Start(car)
        case CommandKind.STOP:
            return plant.Stop(car)
        case CommandKind.WAKE:
            return plant.Wake(car)


def _kind(command: plant.Command) -> tuple[CommandKind, int | None]:
    match command:
        case plant.SetAmps(amps=amps):
            return CommandKind.SET_CURRENT, amps
        case plant.SetLimit(percent=percent):
            return CommandKind.SET_LIMIT, percent
        case plant.Start():
            return CommandKind.START, None
        case plant.Stop():
            return CommandKind.STOP, None
        case plant.Wake():
            return CommandKind.WAKE, None
        case plant.Read():
            raise ValueError("this law reads nothing")
