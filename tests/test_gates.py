"""The gates bite: what the house rules forbid is refused by `script/lint`."""

import configparser
from pathlib import Path
import shutil
import subprocess
import sys

import pytest

ROOT = Path(__file__).parent.parent
INTEGRATION = Path("custom_components/tesla_home_energy")
TOOLS = Path(sys.executable).parent


def run(*command: str | Path, cwd: Path = ROOT, text: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - the gates themselves
        command, cwd=cwd, input=text, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code, to break rules in."""
    copy = tmp_path_factory.mktemp("house")
    for path in [*ROOT.glob("custom_components/**/*.py"), *ROOT.glob("tests/**/*.py")]:
        target = copy / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    shutil.copy(ROOT / "setup.cfg", copy)
    return copy


def test_the_house_as_it_stands_keeps_every_contract(house: Path) -> None:
    result = run(TOOLS / "lint-imports", "--no-cache", "--no-logo", cwd=house)
    assert result.returncode == 0, result.stdout
    assert "0 broken" in result.stdout


@pytest.mark.parametrize(
    ("where", "line", "contract"),
    [
        (INTEGRATION / "vehicle_command", "import homeassistant", "inner-rooms"),
        (INTEGRATION / "fleet_api", "import voluptuous", "inner-rooms"),
        (INTEGRATION / "fleet_api", "from ..const import DOMAIN", "arrows"),
        (INTEGRATION / "vehicle_command", "import aiohttp", "no-network"),
        (INTEGRATION / "vehicle_command", "from .. import fleet_api", "arrows"),
        (INTEGRATION, "", "arrows"),
        (Path("tests/simulator"), "import custom_components.tesla_home_energy.const", "simulator-apart"),
    ],
)
def test_an_arrow_that_points_outward_is_refused(house: Path, where: Path, line: str, contract: str) -> None:
    intruder = house / where / "intruder.py"
    intruder.write_text(f'"""A module that breaks a contract."""\n\n{line}\n', encoding="utf-8")
    try:
        result = run(TOOLS / "lint-imports", "--no-cache", "--no-logo", "--contract", contract, cwd=house)
    finally:
        intruder.unlink()
    assert result.returncode == 1
    assert "intruder" in result.stdout


@pytest.mark.parametrize(
    ("contract", "free"),
    [("inner-rooms", set[str]()), ("no-network", {"fleet_api"})],
    ids=["inner-rooms", "no-network"],
)
def test_every_room_is_under_the_contracts_of_rooms(contract: str, free: set[str]) -> None:
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    watched = settings[f"importlinter:contract:{contract}"]["source_modules"].split()
    rooms = (
        {path.parent.name for path in (ROOT / INTEGRATION).glob("*/*.py")}
        - free
        - {"charging", "coordinator"}
    )
    assert set(watched) == {f"custom_components.tesla_home_energy.{room}" for room in rooms}


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("TID251", "from __future__ import annotations\n"),
        ("BLE001", "try:\n    x = 1\nexcept Exception:\n    x = 2\n"),
        ("ANN001", "def double(x) -> int:\n    return 2 * x\n"),
        ("T201", "print(1)\n"),
        ("PLC0415", "def f() -> None:\n    import json\n"),
        ("DTZ005", "import datetime\n\nnow = datetime.datetime.now()\n"),
        (
            "C901",
            "def f(x: int) -> int:\n"
            + "".join(f"    if x == {n}:\n        x += {n}\n" for n in range(11))
            + "    return x\n",
        ),
    ],
)
def test_ruff_refuses(rule: str, code: str) -> None:
    result = run(
        TOOLS / "ruff",
        "check",
        "--no-cache",
        "--output-format=concise",
        "--stdin-filename",
        INTEGRATION / "new.py",
        "-",
        text=code,
    )
    assert result.returncode == 1
    assert rule in result.stdout


def test_mypy_refuses_what_is_untyped_or_hushed_up(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        "class Base:\n"
        "    def name(self) -> str:\n"
        "        return ''\n"
        "class Child(Base):\n"
        "    def name(self) -> str:\n"
        "        return 1  # type: ignore\n"
        "def untyped(x):\n"
        "    return x\n",
        encoding="utf-8",
    )
    result = run(
        TOOLS / "mypy",
        "--config-file",
        ROOT / "setup.cfg",
        "--cache-dir",
        tmp_path / "cache",
        module,
        cwd=tmp_path,
    )
    assert result.returncode == 1
    for code in ("explicit-override", "ignore-without-code", "no-untyped-def"):
        assert f"[{code}]" in result.stdout
