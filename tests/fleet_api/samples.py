"""Answers in the shapes that Tesla sends, from `tests/fixtures/fleet_api` (its README names the sources)."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "fixtures" / "fleet_api"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))

MODEL_Y = "XP7YGCES1PB000001"
MODEL_S = "5YJSA7E20JF000002"
SITE = 2345678901234567
SOLAR_SITE = 2345678901234999


def sample(name: str) -> Any:
    """A whole answer."""
    return json.loads((FOLDER / f"{name}.json").read_text())


def response(name: str) -> Any:
    """The member `response` of an answer."""
    return sample(name)["response"]


def named(prefix: str) -> tuple[str, ...]:
    """The names of the samples that begin with a prefix."""
    return tuple(name for name in NAMES if name.startswith(prefix))
