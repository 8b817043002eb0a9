"""What a person does in Home Assistant's pages, done over its API: sign in and add the integration."""

import asyncio
from typing import Any

from aiohttp import ClientSession
from yarl import URL

from tests.consent_form import ConsentForm

from .configuration import DOMAIN

_CAR = "XP7YGCES1PB000001"
FEATURES = [
    "see_cars",
    "control_charging",
    "control_cars",
    "see_location",
    "see_energy_sites",
    "control_powerwall",
]


class HomeAssistant:
    """A signed-in user of the demo's Home Assistant."""

    def __init__(self, session: ClientSession, url: str, token: str) -> None:
        """Use `HomeAssistant.sign_in` instead."""
        self._session = session
        self._url = url
        self._headers = {"Authorization": f"Bearer {token}", "HA-Frontend-Base": url}

    @classmethod
    async def sign_in(cls, session: ClientSession, url: str) -> HomeAssistant:
        """Sign in as the one user that 127.0.0.1 is trusted to be."""
        client = {"client_id": f"{url}/", "redirect_uri": f"{url}/", "handler": ["trusted_networks", None]}
        async with session.post(f"{url}/auth/login_flow", json=client) as response:
            code = (await response.json())["result"]
        form = {"grant_type": "authorization_code", "code": code, "client_id": f"{url}/"}
        async with session.post(f"{url}/auth/token", data=form) as response:
            return cls(session, url, (await response.json())["access_token"])

    async def request(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Call Home Assistant's API and return its JSON."""
        async with self._session.request(
            method, f"{self._url}{path}", json=body, headers=self._headers
        ) as response:
            response.raise_for_status()
            return await response.json()

    async def state(self, entity_id: str) -> dict[str, Any]:
        """Return an entity's state object."""
        state: dict[str, Any] = await self.request("GET", f"/api/states/{entity_id}")
        return state

    async def add_integration(self, simulator: str) -> dict[str, Any]:
        """Add Tesla Home Energy: choose everything, allow everything, register the key, pair the car."""
        flows = "/api/config/config_entries/flow"
        step = await self.request("POST", flows, {"handler": DOMAIN})

        async def submit(user_input: dict[str, Any]) -> dict[str, Any]:
            result: dict[str, Any] = await self.request("POST", f"{flows}/{step['flow_id']}", user_input)
            return result

        step = await submit({"features": FEATURES, "region": "anywhere"})
        async with self._session.get(step["url"]) as page:
            form = ConsentForm(await page.text())
            target = page.url.join(URL(form.action))
        async with self._session.post(target, data=form.fields) as callback:
            callback.raise_for_status()
        step = await self.request("GET", f"{flows}/{step['flow_id']}")
        step = await submit({"next_step_id": "domain"})
        domain = URL(self._url).authority
        step = await submit({"domain": domain})
        step = await submit({})
        async with self._session.post(f"{simulator}/_ak/{domain}") as paired:
            paired.raise_for_status()
        return await submit({})

    async def add_charging_place(self, answers: dict[str, Any]) -> None:
        """Let cars be charged from the surplus of a place: answer the questions of its flow.

        Raises:
            ValueError: They were not accepted.
        """
        (entry,) = await self.request("GET", f"/api/config/config_entries/entry?domain={DOMAIN}")
        flows = "/api/config/config_entries/subentries/flow"
        step = await self.request("POST", flows, {"handler": [entry["entry_id"], "charging_place"]})
        step = await self.request("POST", f"{flows}/{step['flow_id']}", answers)
        if step["type"] != "create_entry":
            raise ValueError(step)

    async def pair(self, simulator: str) -> None:
        """Put the public key that Home Assistant serves on the simulated car's key list."""
        path = f"{self._url}/.well-known/appspecific/com.tesla.3p.public-key.pem"
        async with self._session.get(path) as response:
            response.raise_for_status()
            key = {"public_key": await response.text()}
        async with self._session.post(f"{simulator}/simulator/cars/{_CAR}/keys", json=key) as response:
            response.raise_for_status()

    async def wait_for_state(self, entity_id: str, seconds: float = 30) -> dict[str, Any]:
        """Wait until an entity has a value."""
        async with asyncio.timeout(seconds):
            while True:
                async with self._session.get(
                    f"{self._url}/api/states/{entity_id}", headers=self._headers
                ) as response:
                    if response.status == 200 and (state := await response.json())["state"] not in {
                        "unknown",
                        "unavailable",
                    }:
                        return dict(state)
                await asyncio.sleep(0.1)
