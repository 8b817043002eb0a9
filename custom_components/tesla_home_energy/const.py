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
    Platform.NUMBER,
    Platform.SELECT,
    Platform.SENSOR,
    Platform.SWITCH,
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
