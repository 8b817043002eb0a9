"""Charging cars from surplus solar: pure decisions, no clock, no network, no chance.

An outer loop

1. keeps one `Memory` per charging place (`Memory.from_dict(stored)`, `memory.as_dict()`);
2. at every new meter sample, every change of a car or a setting, and at `Decision.look_again_at` at the
   latest, builds `Inputs` and calls `decide(inputs, memory)`;
3. stores `Decision.memory` **before** it sends anything: it holds what the owner had before;
4. sends each car's `actions` in order, one after the other is answered (below 5 A the same current is sent
   twice: the first one clamps to 5 A), and leaves out the rest once one fails; with
   `PlaceSettings.shadow` it sends nothing;
5. hands every command that it sent back in `Car.commands`, with its outcome, for ten minutes;
6. sets the car's mode to the default one when `back_to_default_mode` says so, and shows `reason` with
   `numbers`.

`release(inputs, memory)` is `decide` for the end (unloading, removal): it gives every car back as it was.
"""

from .decide import decide, release
from .decision import Action, CarDecision, Decision, Reason
from .memory import CarMemory, Memory
from .models import (
    Budget,
    Car,
    ChargingState,
    CommandKind,
    Inputs,
    Location,
    MeterSample,
    Outcome,
    PowerPeriod,
    PricePeriod,
    SentCommand,
)
from .settings import BatteryPriority, CarSettings, FloorPolicy, Mode, PlaceSettings, Window
from .tariff import COMMANDS_A_MONTH, COMMANDS_A_MONTH_EVENED

__all__ = [
    "COMMANDS_A_MONTH",
    "COMMANDS_A_MONTH_EVENED",
    "Action",
    "BatteryPriority",
    "Budget",
    "Car",
    "CarDecision",
    "CarMemory",
    "CarSettings",
    "ChargingState",
    "CommandKind",
    "Decision",
    "FloorPolicy",
    "Inputs",
    "Location",
    "Memory",
    "MeterSample",
    "Mode",
    "Outcome",
    "PlaceSettings",
    "PowerPeriod",
    "PricePeriod",
    "Reason",
    "SentCommand",
    "Window",
    "decide",
    "release",
]
