"""The folder of a Home Assistant whose onboarding is done and whose one user needs no password."""

import json
from pathlib import Path
import shutil
from typing import Any

ROOT = Path(__file__).parents[2]
DOMAIN = "tesla_home_energy"
CLIENT_ID = "demo-client"
CLIENT_SECRET = "demo-secret"
DASHBOARD = "tesla-home"

_YAML = """\
homeassistant:
  name: Demo home
  latitude: 52.50123
  longitude: 13.40123
  elevation: 34
  radius: 100
  unit_system: metric
  currency: EUR
  country: DE
  language: en
  time_zone: Europe/Berlin
  auth_providers:
    - type: trusted_networks  # whoever reaches 127.0.0.1 is the demo's user
      trusted_networks: [127.0.0.1/32]
      allow_bypass_login: true
history:
logbook:
energy:
lovelace:
  dashboards:
    {dashboard}:
      mode: yaml
      filename: dashboard.yaml
      title: Tesla home
      icon: mdi:home-lightning-bolt
      show_in_sidebar: true
logger:
  default: warning
  logs:
    homeassistant.loader: error
    homeassistant.requirements: error
    haffmpeg: critical
    homeassistant.components.camera.img_util: critical
    aiohttp_fast_zlib: error
tesla_home_energy:
  simulator: {simulator}
"""

# At a faster simulated day a minute between two readings would be an hour of sunshine.
_FAST_READING = """\
automation:
  - alias: Read more often while the simulated day runs fast
    triggers:
      - trigger: time_pattern
        seconds: "/10"
    actions:
      - action: homeassistant.update_entity
        target:
          entity_id: [sensor.sonnenhaus_solar_power, sensor.blitz_battery_level]
"""


def write(folder: Path, *, port: int, simulator: str, credentials: bool, speed: float = 1) -> None:
    """Write everything anew, so that two runs never meet.

    Args:
        folder: The configuration folder; what is in it is deleted.
        port: Where Home Assistant will listen, on 127.0.0.1 only.
        simulator: Address of the simulated Tesla.
        credentials: Whether the application credentials are there already.
        speed: How fast the simulated day runs.
    """
    shutil.rmtree(folder, ignore_errors=True)
    (folder / ".storage").mkdir(parents=True)
    (folder / "custom_components").symlink_to(ROOT / "custom_components", target_is_directory=True)
    text = _YAML.format(simulator=simulator, dashboard=DASHBOARD)
    if speed > 1:
        text += _FAST_READING
    (folder / "configuration.yaml").write_text(text)
    shutil.copy(Path(__file__).parent / "dashboard.yaml", folder / "dashboard.yaml")
    _store(folder, "onboarding", {"done": ["user", "core_config", "analytics", "integration"]}, version=4)
    _store(folder, "auth", _user())
    # Not `http:` in the YAML: Home Assistant tries that for five minutes only and then undoes it.
    _store(folder, "http", _http(port), version=2, minor_version=2)
    if credentials:
        _store(folder, "application_credentials", _credentials())


def _store(folder: Path, key: str, data: dict[str, Any], version: int = 1, minor_version: int = 1) -> None:
    content = {"version": version, "minor_version": minor_version, "key": key, "data": data}
    (folder / ".storage" / key).write_text(json.dumps(content, indent=2))


def _user() -> dict[str, Any]:
    groups = {"system-admin": "Administrators", "system-users": "Users", "system-read-only": "Read Only"}
    user = {
        "id": "d0" * 16,
        "group_ids": ["system-admin"],
        "is_owner": True,
        "is_active": True,
        "name": "Demo",
        "system_generated": False,
        "local_only": True,
    }
    return {
        "users": [user],
        "groups": [{"id": key, "name": name} for key, name in groups.items()],
        "credentials": [],
        "refresh_tokens": [],
    }


def _http(port: int) -> dict[str, Any]:
    stable = {
        "server_host": ["127.0.0.1"],
        "server_port": port,
        "cors_allowed_origins": ["https://cast.home-assistant.io"],
        "login_attempts_threshold": -1,
        "ip_ban_enabled": False,
        "ssl_profile": "modern",
        "use_x_frame_options": True,
        "created_at": "2026-01-01T00:00:00+00:00",
        "error": None,
        "error_message": None,
    }
    return {"stable": stable, "pending": None, "yaml_migration_done": True}


def _credentials() -> dict[str, Any]:
    item = {
        "id": f"{DOMAIN}_{CLIENT_ID.replace('-', '_')}",
        "domain": DOMAIN,
        "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET,
        "name": "Demo",
    }
    return {"items": [item]}
