"""The charging place of the default home, for whoever runs a core without a browser."""

from typing import Final

from homeassistant.config_entries import ConfigSubentryData

from .simulator import MODEL_S_VIN, MODEL_Y_VIN, POWERWALL_SITE_ID

PLACE: Final[ConfigSubentryData] = {
    "subentry_type": "charging_place",
    "title": "Sonnenhaus",
    "unique_id": None,
    "data": {
        "source": str(POWERWALL_SITE_ID),
        "cars": [MODEL_Y_VIN, MODEL_S_VIN],
        "battery_priority": "full_by_sunset",
        "grid_phases": "3",
        "margin": 0,
        "solar_share": 100,
        "zone": "zone.home",
    },
}
"""What the three questions of the flow make, answered with their defaults."""
