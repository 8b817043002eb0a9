"""What Tesla tells about an energy site."""

from copy import deepcopy
from typing import Any, Final

from .energy_site import EnergySite

# Weakly sourced (fleet_api.md 3.4): nothing plugged, a Tesla plugged, charging.
_CONNECTOR_EMPTY: Final = 2
_CONNECTOR_PLUGGED: Final = 4
_CONNECTOR_CHARGING: Final = 1
_FAULT_STATE_READY: Final = 2
_FAULT_STATE_CHARGING: Final = 8


def product(site: EnergySite) -> dict[str, Any]:
    """Return the site's entry in the list of products."""
    entry = deepcopy(site.product) | {"energy_site_id": site.site_id}
    if site.powerwall is not None:
        entry |= {
            "energy_left": round(site.powerwall.energy_left, 2),
            "total_pack_energy": round(site.powerwall.capacity),
            "percentage_charged": round(site.powerwall.level, 2),
            "battery_power": round(site.balance.battery),
            "storm_mode_enabled": site.settings.storm_watch,
        }
    elif entry.get("resource_type") == "solar":
        entry["solar_power"] = round(site.balance.solar)
    return entry


def live_status(site: EnergySite) -> dict[str, Any]:
    """Return live_status; whole watts, so that the balance is exact."""
    solar, battery, load = (
        round(value) for value in (site.balance.solar, site.balance.battery, site.balance.load)
    )
    status: dict[str, Any] = {
        "solar_power": solar,
        "battery_power": battery,
        "load_power": load,
        "grid_power": load - solar - battery,
        "grid_services_power": 0,
        "generator_power": 0,
        "grid_services_active": False,
        "storm_mode_active": site.storm_mode_active,
        "timestamp": site.clock.local(site.clock.now()).isoformat(timespec="seconds"),
    }
    if site.powerwall is None:
        # As captured of a solar-only site.
        return status | {
            "total_pack_energy": 1,
            "percentage_charged": 0,
            "grid_status": "Unknown",
            "island_status": "island_status_unknown",
            "wall_connectors": [_wall_connector(site, item) for item in site.wall_connectors] or None,
        }
    return status | {
        "energy_left": round(site.powerwall.energy_left, 2),
        "total_pack_energy": round(site.powerwall.capacity),
        "percentage_charged": round(site.powerwall.level, 2),
        "backup_capable": True,
        "grid_status": "Active" if site.grid_connected else "Inactive",
        "island_status": "on_grid" if site.grid_connected else "off_grid",
        "wall_connectors": [_wall_connector(site, item) for item in site.wall_connectors],
    }


def _wall_connector(site: EnergySite, item: dict[str, Any]) -> dict[str, Any]:
    car = site.connected.get(item["din"])
    power = round(car.charging.power) if car is not None else 0
    entry = {
        "din": item["din"],
        "wall_connector_state": _CONNECTOR_EMPTY,
        "wall_connector_fault_state": _FAULT_STATE_CHARGING if power else _FAULT_STATE_READY,
        "wall_connector_power": power,
    }
    if car is not None:
        entry["vin"] = car.vin
        entry["wall_connector_state"] = _CONNECTOR_CHARGING if power else _CONNECTOR_PLUGGED
    return entry


def site_info(site: EnergySite) -> dict[str, Any]:
    """Return site_info; like Tesla it drops what is false where a setting was never made."""
    info = deepcopy(site.info)
    if site.powerwall is None:
        return info
    settings = site.settings
    info |= {
        "backup_reserve_percent": settings.backup_reserve,
        "default_real_mode": settings.mode,
        "off_grid_vehicle_charging_reserve_percent": settings.off_grid_vehicle_reserve,
        "tariff_content_v2": settings.tariff,
    }
    info["user_settings"]["storm_mode_enabled"] = settings.storm_watch
    components = info["components"]
    optional = {
        "customer_preferred_export_rule": settings.export_rule,
        "non_export_configured": settings.non_export or None,
        "disallow_charge_from_grid_with_solar_installed": settings.grid_charging_disallowed or None,
    }
    for name, value in optional.items():
        components.pop(name, None)
        if value is not None:
            components[name] = value
    return info
