"""What an ampere brings, where the Wall Connector tells the power and the car seldom tells its current."""

from dataclasses import replace

from custom_components.tesla_home_energy.surplus import CommandKind, Memory, SentCommand, decide

from .world import NOON, VOLTS, charging, some_inputs


def learnt(told: int, power: float, seconds: float, *, known: float | None = None) -> float | None:
    """Return the W of an A that are known so long after a command, if the car was last read before it."""
    sent = SentCommand(kind=CommandKind.SET_CURRENT, value=told, sent_at=NOON - seconds)
    car = charging(16, as_of=NOON - seconds - 60.0, power=power, commands=(sent,))
    memory = decide(some_inputs(charging(16)), Memory()).memory
    told_car = replace(
        memory.cars["car"],
        told_current=told,
        told_current_at=NOON - seconds,
        told_charging_at=None,
        watts_per_amp=known,
    )
    memory = replace(memory, cars={"car": told_car})
    return decide(some_inputs(car), memory).memory.cars["car"].watts_per_amp


def test_an_older_current_says_nothing_of_a_newer_power() -> None:
    assert learnt(1, VOLTS, 120.0, known=VOLTS) == VOLTS
    assert learnt(1, VOLTS, 120.0) is None


def test_phases_that_nobody_told_are_learnt_from_the_first_command() -> None:
    assert learnt(8, 8 * 3 * VOLTS, 60.0) is None  # the current still rises
    assert learnt(8, 8 * 3 * VOLTS, 120.0) == 3 * VOLTS
