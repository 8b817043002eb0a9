"""Where an account lives. One simulator can answer on two ports, which stand for two regions."""

from dataclasses import dataclass
from typing import Any

from aiohttp import web
from yarl import URL

from .answers import FleetError, answer
from .world_key import simulator_of


@dataclass(slots=True)
class Region:
    """The account's region; without a `base_url` every host is the right one."""

    name: str = "eu"
    base_url: str | None = None

    def check(self, host: str) -> None:
        """Check that a request came to the right host.

        Raises:
            FleetError: 421, which names the right one (known: Tesla's vehicle-command).
        """
        if self.base_url is not None and URL(self.base_url).authority != host:
            raise FleetError(
                421,
                f"user out of region, use base URL: {self.base_url}, "
                "see https://developer.tesla.com/docs/fleet-api#regional-requirements",
                headers={"Alt-Svc": f"h2={self.base_url}"},
            )


async def users_region(request: web.Request) -> web.Response:
    """`GET /users/region`."""
    region = simulator_of(request).region
    base_url = region.base_url or str(request.url.origin())
    return answer({"region": region.name, "fleet_api_base_url": base_url})


async def users_me(request: web.Request) -> web.Response:
    """`GET /users/me`."""
    user = simulator_of(request).accounts.user
    response: dict[str, Any] = {
        "email": user.email,
        "full_name": user.full_name,
        "profile_image_url": "https://example.org/p.jpg",
        "vault_uuid": user.subject,
    }
    return answer(response)
