"""Diagnostics of an account, without anything that tells whose it is.

A model's field that its `repr` hides (identities, positions, answers kept whole) is hidden here too; cars
and energy sites are numbered.
"""

from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import cryptography
from google import protobuf

from homeassistant.components.diagnostics import async_redact_data
from homeassistant.config_entries import ConfigEntryState
from homeassistant.const import CONF_ACCESS_TOKEN, CONF_DOMAIN
from homeassistant.core import HomeAssistant
from homeassistant.helpers.update_coordinator import DataUpdateCoordinator
from homeassistant.util import dt as dt_util

from .const import CONF_BASE_URL, CONF_UNSIGNED_READING
from .coordinator import TeslaHomeEnergyConfigEntry
from .usage import AccountUsage

TO_REDACT: Final = {
    CONF_ACCESS_TOKEN,
    CONF_BASE_URL,
    CONF_DOMAIN,
    CONF_UNSIGNED_READING,
    "auth_implementation",  # names the client id
    "id_token",
    "installation_date",
    "installation_time_zone",
    "previous_refresh_token",
    "refresh_token",
    "tariff_id",
}


async def async_get_config_entry_diagnostics(
    _: HomeAssistant, entry: TeslaHomeEnergyConfigEntry
) -> dict[str, Any]:
    """Return what is known of an account, its cars and its energy sites."""
    known = {"data": dict(entry.data), "options": dict(entry.options)}
    if entry.state is not ConfigEntryState.LOADED:
        return async_redact_data({"entry": known}, TO_REDACT)
    data = entry.runtime_data
    api = data.products.api
    cars = {
        f"car_{number}": {
            **_coordinator(car),
            "pairing": _shown(car.pairing),
            "signs_commands": api.signs_commands(car.data.vehicle),
            "reads_signed": car.reads_signed,
        }
        for number, car in enumerate(data.vehicles.values(), start=1)
    }
    sites = {
        f"site_{number}": {
            "product": _shown(site.live.site),
            "live": _coordinator(site.live),
            "info": _coordinator(site.info),
            "history": _outcome(site.history),
        }
        for number, site in enumerate(data.energy_sites.values(), start=1)
    }
    diagnostics = {
        "entry": known,
        "account": {
            "host": urlsplit(api.fleet.endpoints.fleet_api).hostname,
            "scopes": sorted(api.granted),
            "features": sorted(api.features),
            "products": _outcome(data.products),
            "pairing": _outcome(data.pairing),
        },
        "usage": _usage(api.usage),
        "cars": cars,
        "sites": sites,
        "versions": {"cryptography": cryptography.__version__, "protobuf": protobuf.__version__},
    }
    return async_redact_data(diagnostics, TO_REDACT)


def _usage(usage: AccountUsage) -> dict[str, Any]:
    """What was asked this month, by endpoint and HTTP status, and what it cost."""
    now, ledger = dt_util.utcnow(), usage.ledger
    endpoints: dict[str, dict[str, Any]] = {}
    for row, count in ledger.rows_this_month(now).items():
        endpoint = endpoints.setdefault(
            f"{row.method} {row.path}", {"category": row.category, "statuses": {}}
        )
        endpoint["statuses"][str(row.status)] = count
    return {
        "budget": asdict(usage.budget),
        "cost_without_energy_sites": ledger.cost(now, energy_billed=False),
        "cost_with_energy_sites": ledger.cost(now, energy_billed=True),
        "requests_today": ledger.requests_today(now),
        "requests_this_month": ledger.requests_this_month(now),
        "endpoints": endpoints,
    }


def _coordinator(coordinator: DataUpdateCoordinator[Any]) -> dict[str, Any]:
    return {"data": _shown(coordinator.data), **_outcome(coordinator)}


def _outcome(coordinator: DataUpdateCoordinator[Any]) -> dict[str, Any]:
    """How the last reading went: of an error the class and key alone, its words may name a car."""
    error = coordinator.last_exception
    return {
        "last_update_success": coordinator.last_update_success,
        "last_exception": error
        and {"class": type(error).__name__, "key": getattr(error, "translation_key", None)},
    }


def _shown(value: object) -> Any:
    if isinstance(value, tuple):
        return [_shown(item) for item in value]
    if not is_dataclass(value):
        return value
    members: Mapping[str, Any] = {field.name: getattr(value, field.name) for field in fields(value)}
    hidden = {field.name for field in fields(value) if not field.repr}
    return async_redact_data({name: _shown(member) for name, member in members.items()}, hidden)
