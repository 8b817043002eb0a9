"""Names that several files of the integration share."""

import logging
from typing import Final

from homeassistant.const import Platform

DOMAIN: Final = "tesla_home_energy"
LOGGER: Final = logging.getLogger(__package__)
MANUFACTURER: Final = "Tesla"

PLATFORMS: Final = [
    Platform.BINARY_SENSOR,
    Platform.BUTTON,
    Platform.DEVICE_TRACKER,
    Platform.EVENT,
    Platform.NUMBER,
    Platform.SELECT,
    Platform.SENSOR,
    Platform.SWITCH,
    Platform.TIME,
]

CONF_BASE_URL: Final = "base_url"
"""Where the account's data lives; Tesla's HTTP 421 may correct what the token said."""

CONF_SIMULATOR: Final = "simulator"
"""The one option in `configuration.yaml`: a simulated Tesla on loopback instead of Tesla's hosts."""

CONF_FEATURES: Final = "features"
"""What the person chose, names of `fleet_api.Feature`."""

CONF_REGION: Final = "region"
"""Where to sign in: China has a site of its own."""

CONF_UNSIGNED_READING: Final = "unsigned_reading"
"""The VINs of the cars that are not read by signed message, though they sign commands."""

CONF_BUDGET: Final = "budget"
"""Dollars that a month may cost."""

CONF_BUDGET_SHARING: Final = "budget_sharing"
"""How cars share it, a name of `fleet_api.Sharing`."""

CONF_ENERGY_BILLED: Final = "energy_billed"
"""Whether requests to energy sites are counted as billed."""

KEY_FILE: Final = f"{DOMAIN}.key"
"""The private key, in Home Assistant's configuration folder."""

SUBENTRY_CHARGING_PLACE: Final = "charging_place"
"""The type of config subentry: a place where cars are charged by what the meter says."""

CONF_SOURCE: Final = "source"
"""Where the powers come from: an energy site's number, or `SENSORS`."""

EVENT_CHARGING: Final = f"{DOMAIN}_charging"
"""What the logbook is told."""

SENSORS: Final = "sensors"

CONF_CARS: Final = "cars"
"""The VINs of the cars that charge there."""

CONF_BATTERY_PRIORITY: Final = "battery_priority"
CONF_GRID_SENSOR: Final = "grid_sensor"
CONF_SOLAR_SENSOR: Final = "solar_sensor"
CONF_BATTERY_SENSOR: Final = "battery_sensor"
CONF_BATTERY_LEVEL_SENSOR: Final = "battery_level_sensor"
CONF_PRICE_SENSOR: Final = "price_sensor"
CONF_ZONE: Final = "zone"
CONF_FUSE: Final = "fuse"
CONF_GRID_PHASES: Final = "grid_phases"
CONF_GRID_LIMIT: Final = "grid_limit"
CONF_COMMANDS_PER_DAY: Final = "commands_per_day"
CONF_DEMAND_LIMIT: Final = "demand_limit"
CONF_GRID_LIMIT_CURRENT: Final = "grid_limit_current"
CONF_MARGIN: Final = "margin"
CONF_SOLAR_SHARE: Final = "solar_share"
CONF_BATTERY_RESERVE: Final = "battery_reserve"
CONF_BATTERY_CAPACITY: Final = "battery_capacity"
CONF_BATTERY_POWER: Final = "battery_power"
