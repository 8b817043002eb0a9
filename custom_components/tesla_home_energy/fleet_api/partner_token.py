"""The token of the application itself, which registers it in a region."""

from http import HTTPStatus

import aiohttp

from .answers import error_of, parse_object
from .connection import USER_AGENT, exchange
from .endpoints import Endpoints
from .errors import InvalidResponse
from .models.record import read_text
from .routes import TIMEOUT
from .scopes import Scope


async def partner_token(
    session: aiohttp.ClientSession, endpoints: Endpoints, client_id: str, client_secret: str
) -> str:
    """A partner token: valid 8 hours, no refresh token (known, grant `client_credentials`).

    Raises:
        InvalidClient: Client id and client secret do not belong together.
        FleetApiError: Any other failure.
    """
    answer = await exchange(
        session,
        "POST",
        endpoints.token,
        patience=TIMEOUT,
        headers={"User-Agent": USER_AGENT},
        data={
            "grant_type": "client_credentials",
            "client_id": client_id,
            "client_secret": client_secret,
            # The only scope that every application has; asking for one it lacks is refused.
            "scope": Scope.OPENID.value,
            "audience": endpoints.fleet_api,
        },
    )
    if answer.status != HTTPStatus.OK:
        raise error_of(answer.status, answer.headers, answer.body)
    token = read_text((parse_object(answer.body) or {}).get("access_token"))
    if not token:
        raise InvalidResponse(status=answer.status)
    return token
