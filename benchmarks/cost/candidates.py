"""The integrations that are compared, and which of their entities show what."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
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
        shown_by: What entities of a car show (`tests/simulator/changes.py`), by the ends of their unique ids.
        controls: Those ends of what people use.
    """

    name: str
    domain: str
    shown_by: Mapping[str, str]
    controls: Mapping[str, str]

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
    controls={
        "charge_limit": "_charge_limit_soc",
        "charge_current": "_charge_current_request",
        "charging": "_charging",
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
    controls={
        "charge_limit": "-charge_state_charge_limit_soc",
        "charge_current": "-charge_state_charge_current_request",
        "charging": "-charge_state_user_charge_enable_request",
    },
)

_PATCHED: Final = "TOKEN_URL"
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
    servers, token_url = dict(SERVERS), getattr(tesla_fleet_oauth, _PATCHED)
    for region in servers:
        SERVERS[region] = simulator
    setattr(tesla_fleet_oauth, _PATCHED, f"{simulator}/oauth2/v3/token")
    try:
        yield
    finally:
        SERVERS.update(servers)
        setattr(tesla_fleet_oauth, _PATCHED, token_url)
