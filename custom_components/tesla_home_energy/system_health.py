"""The system health page: whether Tesla can be reached, and what it costs. It names no account."""

from typing import Any

from yarl import URL

from homeassistant.components.system_health import SystemHealthRegistration, async_check_can_reach_url
from homeassistant.core import HomeAssistant, callback
from homeassistant.util import dt as dt_util

from .api import TeslaApi, async_get_endpoints
from .const import DOMAIN


@callback
def async_register(_: HomeAssistant, register: SystemHealthRegistration) -> None:
    """Register the page."""
    register.async_register_info(async_system_health_info)


async def async_system_health_info(hass: HomeAssistant) -> dict[str, Any]:
    """Return the hosts of the first account, and the sums of all; the hosts are asked without a token."""
    entries = hass.config_entries.async_loaded_entries(DOMAIN)
    apis: list[TeslaApi] = [entry.runtime_data.products.api for entry in entries]
    endpoints = apis[0].fleet.endpoints if apis else async_get_endpoints(hass)
    usages = [api.usage for api in apis]
    now = dt_util.utcnow()

    def cost(*, energy_billed: bool) -> str:
        return f"${sum(usage.ledger.cost(now, energy_billed=energy_billed) for usage in usages):.2f}"

    return {
        "can_reach_fleet_api": async_check_can_reach_url(hass, f"{endpoints.fleet_api}/status"),
        "can_reach_sign_in": async_check_can_reach_url(hass, str(URL(endpoints.authorize).origin())),
        "requests_this_month": sum(sum(usage.ledger.requests_this_month(now).values()) for usage in usages),
        "cost_without_energy_sites": cost(energy_billed=False),
        "cost_with_energy_sites": cost(energy_billed=True),
        "budget": f"${sum(usage.budget.dollars for usage in usages):.2f}",
    }
