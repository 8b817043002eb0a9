"""Each counter is taken once, and none that is older than the window."""

from hypothesis import given, strategies as st

from custom_components.tesla_home_energy.vehicle_command.replay_window import ReplayWindow


@given(st.lists(st.integers(0, 120) | st.integers(0, 0xFFFFFFFF), max_size=60))
def test_like_a_set_of_what_was_seen(counters: list[int]) -> None:
    window, seen, highest = ReplayWindow(), {0}, 0
    for counter in counters:
        expected = counter not in seen and counter >= highest - 32
        assert window.accept(counter) is expected
        if expected:
            seen.add(counter)
            highest = max(highest, counter)
    assert window.counter == highest
    assert window.seen < 1 << 32
