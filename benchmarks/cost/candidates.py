"""The integrations that are compared, and which of their entities show what."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from tesla_fleet_api.const import SERVERS

from homeassistant.components.tesla_fleet import oauth as tesla_fleet_oauth

PLUGGED: Final = "plugged"
CHARGING: Final = "charging"
LEVEL: Final = "battery_level"
AT_HOME: Final = "at_home"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An integration.

    Attributes:
        shown_by: Ends of unique ids of a car's entities, by what they show (`tests/simulator/changes.py`).
    """

    name: str
    domain: str
    shown_by: Mapping[str, str] = field(default_factory=dict)

    def config(self, simulator: str) -> Mapping[str, Any]:
        """Return what `configuration.yaml` says."""
        return {"tesla_home_energy": {"simulator": simulator}} if self is OURS else {}


OURS: Final = Candidate(
    name="ours",
    domain="tesla_home_energy",
    shown_by={
        "_charge_cable": PLUGGED,
        "_charging_state": CHARGING,
        "_battery_level": LEVEL,
        "_location": AT_HOME,
    },
)

TESLA_FLEET: Final = Candidate(
    name="tesla_fleet",
    domain="tesla_fleet",
    shown_by={
        "-charge_state_conn_charge_cable": PLUGGED,
        "-charge_state_charging_state": CHARGING,
        "-charge_state_battery_level": LEVEL,
        "-location": AT_HOME,
    },
)

_CHARGING_WORDS: Final = {"charging": True, "starting": True}


def truth_of(what: str, state: str) -> bool | int | None:
    """Read a state as the simulator tells the truth; None is not known."""
    if state in {"unknown", "unavailable"}:
        return None
    match what:
        case "plugged":
            return state == "on"
        case "charging":
            return _CHARGING_WORDS.get(state, False)
        case "at_home":
            return state == "home"
    return int(float(state))


@contextmanager
def directed_to(simulator: str) -> Iterator[None]:
    """Let `tesla_fleet`, which knows Tesla's own hosts only, ask the simulator."""
    servers, token_url = dict(SERVERS), tesla_fleet_oauth.TOKEN_URL
    for region in servers:
        SERVERS[region] = simulator
    tesla_fleet_oauth.TOKEN_URL = f"{simulator}/oauth2/v3/token"
    try:
        yield
    finally:
        SERVERS.update(servers)
        tesla_fleet_oauth.TOKEN_URL = token_url
