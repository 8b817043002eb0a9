"""The command line of the surplus benchmark: odd files, the JSON line, foresight."""

import json
from pathlib import Path

import pytest

from benchmarks.surplus.chart import draw
from benchmarks.surplus.command import main
from benchmarks.surplus.foresight import foresee
from benchmarks.surplus.inputs import home_of
from benchmarks.surplus.laws import BASELINES
from benchmarks.surplus.metrics import Metrics
from benchmarks.surplus.plant import Plant
from benchmarks.surplus.scenarios import SCENARIOS
from benchmarks.surplus.traces import TraceError, house, read_load, read_solar

KEYS = {"capture", "nonsolar_kwh", "commands", "wakes", "data_requests", "starts", "dollars", "score"}


def write_solar(folder: Path, *, hours_behind: int = 0) -> Path:
    """Write a day of solar power each 10 minutes, with a gap, blanks and words in it."""
    lines = ["time_utc,pv_w"]
    for minute in range(0, 1_440, 10):
        hour = (minute / 60 - hours_behind) % 24
        power = max(0.0, 6_000 * (1 - ((hour - 12) / 6) ** 2))
        text = {600: "", 700: "unknown", 710: "nan"}.get(minute, f"{power:.0f}")
        if not 780 <= minute < 810:
            lines.append(f"2024-06-01T{minute // 60:02}:{minute % 60:02}:00Z,{text}")
    path = folder / "pv.csv"
    path.write_text("\n".join([*lines, ",5", "yesterday,7"]))
    return path


def write_load(folder: Path) -> Path:
    """Write half a day of load without a voltage, in another year."""
    lines = [
        f"2011-01-05 {hour:02}:{minute:02}:00,{300 + 10 * hour}" for hour in range(12) for minute in (0, 30)
    ]
    path = folder / "load.csv"
    path.write_text("\n".join(["time_utc,load_w", *lines]))
    return path


def test_last_line_is_one_json_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--pv", str(write_solar(tmp_path)), "--load", str(write_load(tmp_path)), "--scenario", "A"]
    assert main([*arguments, "--floor", "2", "--pv-scale", "1.2", "--json"]) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert set(found) == {"laws", "foresight"}
    assert set(BASELINES) <= set(found["laws"])
    for row in (*found["laws"].values(), found["foresight"]):
        assert set(row) >= KEYS
        assert 0 < row["capture"] <= 100
        priced = (
            0.22 * row["captured_kwh"] - 0.15 * row["nonsolar_kwh"] - 0.02 * row["starts"] - row["dollars"]
        )
        assert row["score"] == pytest.approx(priced, abs=0.02)
        calls = 0.001 * row["commands"] + 0.002 * row["data_requests"] + 0.02 * row["wakes"]
        assert row["dollars"] == pytest.approx(calls, abs=0.001)
    assert all(row["score"] < found["foresight"]["score"] for row in found["laws"].values())


def test_sun_is_turned_to_noon_whatever_its_time_zone(tmp_path: Path) -> None:
    load, _ = read_load(write_load(tmp_path))
    for behind in (-7, 0, 9):
        home = house(read_solar(write_solar(tmp_path, hours_behind=behind)), load, None, tick_s=60)
        energy = sum(home.solar_w)
        centre = sum(power * index for index, power in enumerate(home.solar_w)) / energy / 60
        assert centre == pytest.approx(12, abs=0.5)
        assert home.days == 1
        assert home.volts == [230.0] * 1_440


def test_gaps_are_bridged_and_load_is_repeated(tmp_path: Path) -> None:
    load, volts = read_load(write_load(tmp_path))
    home = house(read_solar(write_solar(tmp_path)), load, volts, tick_s=60, days=3)
    assert home.days == 3
    assert min(home.solar_w[600:840]) > 4_000
    assert home.load_w[:1_440] == home.load_w[1_440:2_880]
    assert home.load_w[90] == 310


@pytest.mark.parametrize(
    "text", ["when,watts\n1,2", "time_utc,load_w\n2024-01-01T00:00:00Z,5", "", "time_utc,pv_w\n,"]
)
def test_useless_file_says_why(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pv.csv"
    path.write_text(text)
    with pytest.raises(TraceError):
        read_solar(path)
    assert main(["--pv", str(path), "--json"]) == 2
    assert str(path) in capsys.readouterr().err


@pytest.mark.parametrize("name", ["A5", "B", "D", "E", "F"])
def test_no_baseline_reaches_foresight(name: str) -> None:
    scenario = SCENARIOS[name]
    home = home_of(scenario, "tuning", days=2)
    best = foresee(home, scenario)
    for law in ("charge_hq", "blueprint_no_steps_no_polling"):
        metrics = Plant(home, scenario).run(BASELINES[law](scenario))
        assert metrics.usable_kwh == pytest.approx(best["usable_kwh"], abs=0.01)
        assert metrics.score < best["score"]
    frontier = best["frontier"]
    assert [row["commands"] for row in frontier] == sorted(
        (row["commands"] for row in frontier), reverse=True
    )


def test_splits_share_nothing() -> None:
    scenario = SCENARIOS["G"]
    tuning, held_out = (home_of(scenario, split) for split in ("tuning", "held-out"))
    assert tuning.days == held_out.days == 28
    assert tuning.solar_w != held_out.solar_w
    assert tuning.load_w[: 8 * 8_640] != held_out.load_w[: 8 * 8_640]


def test_score_prices_everything_once() -> None:
    metrics = Metrics(captured_kwh=100.0, usable_kwh=200.0, nonsolar_kwh=10.0, battery_kwh=10.0, starts=5)
    metrics.commands, metrics.data_requests, metrics.wakes = 1_000, 100, 10
    assert metrics.score == pytest.approx(22 - 1.5 - 0.3 - 0.1 - 1 - 0.2 - 0.2)
    assert metrics.capture == 50


def test_chart_shows_each_law() -> None:
    scenario = SCENARIOS["A"]
    row = Metrics(captured_kwh=9.0, usable_kwh=10.0).as_json()
    result = {"laws": {"ours": row, "charge_hq": row}, "foresight": {"frontier": [row, row]}}
    svg = draw({"A": result}, {"A": scenario.title}, "note")
    assert svg.startswith("<svg")
    assert svg.count("<circle") == 2
    assert "charge hq" in svg
