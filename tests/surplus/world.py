"""A home for tests: one reading, one or more cars, and a loop that lets cars do what they are told."""

from dataclasses import dataclass, field, replace
from typing import Any

from custom_components.tesla_home_energy.surplus import (
    Action,
    Budget,
    Car,
    CarDecision,
    CarSettings,
    ChargingState,
    CommandKind,
    Decision,
    Inputs,
    Location,
    Memory,
    MeterSample,
    Outcome,
    PlaceSettings,
    SentCommand,
    decide,
)

NOON = 1_750_000_000.0 - 1_750_000_000.0 % 900.0
"""The time at which tests begin: the beginning of a quarter of an hour."""
DAY = 739_000
VOLTS = 230.0


def a_car(car_id: str = "car", **changes: Any) -> Car:
    """Return a car that is plugged in at home and stopped."""
    found = Car(
        car_id=car_id,
        as_of=NOON,
        location=Location.HOME,
        plugged=True,
        charging_state=ChargingState.STOPPED,
        requested_current=16,
        actual_current=0.0,
        max_current=32,
        power=0.0,
        voltage=VOLTS,
        phases=1,
        state_of_charge=50.0,
        charge_limit=80,
    )
    return replace(found, **changes)


def charging(amps: int, car_id: str = "car", **changes: Any) -> Car:
    """Return a car that charges."""
    found = a_car(
        car_id,
        charging_state=ChargingState.CHARGING,
        requested_current=amps,
        actual_current=float(amps),
        power=amps * VOLTS,
    )
    return replace(found, **changes)


def some_inputs(*cars: Car, surplus: float = 0.0, **changes: Any) -> Inputs:
    """Return a home at noon whose sun leaves so many W, the cars' own power included."""
    taken = sum(car.power or 0.0 for car in cars)
    found = Inputs(
        now=NOON,
        day=DAY,
        meter=MeterSample(
            as_of=NOON, grid_power=taken - surplus, solar_power=surplus + 400.0, load_power=400.0 + taken
        ),
        cars=cars,
        sunrise=NOON - 6 * 3600.0,
        sunset=NOON + 8 * 3600.0,
    )
    return replace(found, **changes)


def only(decision: Decision) -> CarDecision:
    """Return what the only car is told."""
    (car,) = decision.cars
    return car


def kinds(told: CarDecision) -> list[tuple[str, int | None]]:
    """Return the actions in short."""
    return [(action.kind.value, action.value) for action in told.actions]


@dataclass(kw_only=True)
class Home:
    """A home that lives: every 10 s a sample, a decision, and cars that do as told 10 s later.

    `surplus` is what `solar` leaves before cars, W: when it alone changes, the house took more or less.
    `deaf` cars answer and do nothing.
    """

    cars: dict[str, Car] = field(default_factory=lambda: {"car": a_car()})
    surplus: float = 0.0
    solar: float = 9000.0
    place: PlaceSettings = field(default_factory=PlaceSettings)
    budget: Budget = field(default_factory=Budget)
    battery_level: float | None = None
    battery_power: float | None = None
    on_grid: bool | None = None
    phases: int = 1
    """Through which a car takes what it is told."""
    lowest: int = 1
    deaf: bool = False
    outcome: Outcome = Outcome.ACCEPTED
    meter_works: bool = True
    now: float = NOON
    memory: Memory = field(default_factory=Memory)
    told: list[tuple[float, str, Action]] = field(default_factory=list)
    asked_below: set[str] = field(default_factory=set)
    starting: dict[str, float] = field(default_factory=dict)
    meter: MeterSample | None = None
    last: Decision | None = None
    sunset: float = NOON + 8 * 3600.0
    day: int = DAY

    @classmethod
    def with_car(cls, car: Car | None = None, **settings: Any) -> Home:
        """Return a home with one car of these settings."""
        car = replace(car or a_car(), settings=CarSettings(**settings))
        return cls(cars={car.car_id: car})

    @property
    def car(self) -> Car:
        """The first car."""
        return next(iter(self.cars.values()))

    def state(self, car_id: str | None = None) -> ChargingState:
        """Return what a car says of its charging."""
        return (self.car if car_id is None else self.cars[car_id]).charging_state

    def change(self, car_id: str = "car", **changes: Any) -> None:
        """Change a car, as somebody else would."""
        self.cars[car_id] = replace(self.cars[car_id], **changes)

    def measure(self) -> None:
        """Read the meter."""
        taken = sum(car.power or 0.0 for car in self.cars.values())
        if self.meter_works:
            self.meter = MeterSample(
                as_of=self.now,
                grid_power=taken - self.surplus - (self.battery_power or 0.0),
                solar_power=self.solar,
                load_power=self.solar - self.surplus + taken,
                battery_power=self.battery_power,
                battery_level=self.battery_level,
                on_grid=self.on_grid,
            )

    def inputs(self) -> Inputs:
        """Return what is known now."""
        return Inputs(
            now=self.now,
            day=self.day,
            meter=self.meter,
            cars=tuple(self.cars.values()),
            place=self.place,
            budget=self.budget,
            sunrise=NOON - 6 * 3600.0,
            sunset=self.sunset,
        )

    def step(self) -> Decision:
        """Let 10 s pass."""
        self.now += 10.0
        for car_id in list(self.cars):
            if self.now - self.starting.get(car_id, self.now) >= 20.0:
                del self.starting[car_id]
                self.change(car_id, charging_state=ChargingState.CHARGING)
            self._settle(car_id)
        self.measure()
        decision = decide(self.inputs(), self.memory)
        self.memory = Memory.from_dict(decision.memory.as_dict())
        self.last = decision
        for told in decision.cars:
            for action in told.actions:
                self.told.append((self.now, told.car_id, action))
                self._obey(told.car_id, action)
        return decision

    def run(self, seconds: float) -> CarDecision:
        """Let time pass; return what the first car is told last."""
        decision = self.step()
        for _ in range(int(seconds // 10) - 1):
            decision = self.step()
        return decision.cars[0]

    @property
    def imported(self) -> float:
        """What comes from the grid now, W; negative: what goes there."""
        taken = sum(car.power or 0.0 for car in self.cars.values())
        return taken - self.surplus - (self.battery_power or 0.0)

    def count(self, kind: CommandKind) -> int:
        """Return how many such commands were sent."""
        return sum(action.kind is kind for _, _, action in self.told)

    def _settle(self, car_id: str) -> None:
        car = self.cars[car_id]
        on = car.charging_state is ChargingState.CHARGING
        amps = float(car.requested_current or 0) if on else 0.0
        commands = tuple(sent for sent in car.commands if sent.sent_at > self.now - 600.0)
        self.change(
            car_id, as_of=self.now, actual_current=amps, power=amps * VOLTS * self.phases, commands=commands
        )

    def _obey(self, car_id: str, action: Action) -> None:
        car = self.cars[car_id]
        sent = SentCommand(kind=action.kind, value=action.value, sent_at=self.now, outcome=self.outcome)
        self.change(car_id, commands=(*car.commands, sent))
        if self.deaf or self.outcome is not Outcome.ACCEPTED:
            return
        match action.kind:
            case CommandKind.SET_CURRENT:
                amps = max(self.lowest, action.value or 0)
                clamps = amps < 5 <= (car.requested_current or 0) and car_id not in self.asked_below
                if clamps:
                    self.asked_below.add(car_id)
                else:
                    self.asked_below.discard(car_id)
                self.change(car_id, requested_current=5 if clamps else amps)
            case CommandKind.START:
                self.change(
                    car_id,
                    charging_state=ChargingState.STARTING,
                    requested_current=max(5, car.requested_current or 0),
                )
                self.starting[car_id] = self.now
            case CommandKind.STOP:
                self.starting.pop(car_id, None)
                self.change(car_id, charging_state=ChargingState.STOPPED)
            case CommandKind.SET_LIMIT:
                self.change(car_id, charge_limit=action.value)
            case CommandKind.WAKE:
                self.change(car_id, asleep=False)
