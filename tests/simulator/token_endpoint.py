"""`POST /oauth2/v3/token`, and the documents that describe the sign-in."""

from base64 import urlsafe_b64encode
from collections.abc import Mapping
import hashlib
import json
from typing import Any, Final

from aiohttp import web
import jwt
from jwt.algorithms import RSAAlgorithm

from .accounts import Application
from .scopes import SCOPES
from .tokens import ISSUER, KEY_ID, signing_key
from .world_key import simulator_of

# Codes: known or reported (fleet_api.md 1.7). Texts, but that of unauthorized_client: assumed.
_ERRORS: Final = {
    "invalid_auth_code": (400, "The authorization code is invalid, was used already or has expired"),
    "invalid_redirect_url": (400, "The redirect_uri differs from the one of the authorization"),
    "unauthorized_client": (400, "We don't recognize this client_id and client_secret combination."),
    "unsupported_grant_type": (400, "The grant_type is missing or unknown"),
    "invalid_scope": (400, "The requested scope exceeds what the application was granted"),
    "login_required": (401, "The refresh_token is invalid"),
}


class OAuthError(Exception):
    """An error answer of the token endpoint, by its code."""


def _application(
    form: Mapping[str, str], applications: dict[str, Application], *, secret: bool
) -> Application:
    application = applications.get(form.get("client_id", ""))
    if application is None:
        raise OAuthError("unauthorized_client")
    given = form.get("client_secret")
    # A refresh asks for no secret, but a wrong one is refused (assumed). An open-source app has none.
    if given != application.client_secret and (secret or given is not None):
        raise OAuthError("unauthorized_client")
    return application


def _verified(challenge: str, verifier: str) -> bool:
    digest = hashlib.sha256(verifier.encode()).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode() == challenge


async def token(request: web.Request) -> web.Response:
    """Answer a token request; it must be form-encoded."""
    form: dict[str, str] = {}
    if request.content_type == "application/x-www-form-urlencoded":
        form = {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    grants = {
        "authorization_code": _authorization_code,
        "refresh_token": _refresh_token,
        "client_credentials": _client_credentials,
    }
    grant = grants.get(form.get("grant_type", ""), _unsupported)
    try:
        return web.json_response(grant(request, form))
    except OAuthError as error:
        status, description = _ERRORS[str(error)]
        return web.json_response(
            {
                "error": str(error),
                "error_description": description,
                "error_uri": "https://auth.tesla.com/error/reference/00000000",
            },
            status=status,
        )


def _unsupported(_request: web.Request, _form: Mapping[str, str]) -> dict[str, Any]:
    raise OAuthError("unsupported_grant_type")


def _authorization_code(request: web.Request, form: Mapping[str, str]) -> dict[str, Any]:
    simulator = simulator_of(request)
    application = _application(form, simulator.accounts.applications, secret=True)
    code = simulator.authorization.take_code(form.get("code", ""))
    if code is None or code.request.client_id != application.client_id:
        raise OAuthError("invalid_auth_code")
    if form.get("redirect_uri") != code.request.redirect_uri:
        raise OAuthError("invalid_redirect_url")
    challenge = code.request.code_challenge
    if challenge and not _verified(challenge, form.get("code_verifier", "")):
        raise OAuthError("invalid_auth_code")
    tokens = simulator.token_response(code.scopes, subject=code.subject, client_id=application.client_id)
    tokens["state"] = code.request.state
    if "openid" in code.scopes:
        claims = {
            "iss": ISSUER,
            "aud": application.client_id,
            "sub": code.subject,
            "nonce": code.request.nonce,
        }
        tokens["id_token"] = jwt.encode(claims, signing_key(), algorithm="RS256", headers={"kid": KEY_ID})
    return tokens


def _refresh_token(request: web.Request, form: Mapping[str, str]) -> dict[str, Any]:
    simulator = simulator_of(request)
    application = _application(form, simulator.accounts.applications, secret=False)
    grant = simulator.tokens.use_refresh_token(form.get("refresh_token", ""), application.client_id)
    if grant is None:
        raise OAuthError("login_required")
    return {
        "access_token": simulator.tokens.access_token(grant.subject, grant.client_id, grant.scopes),
        "refresh_token": grant.current,
        "expires_in": simulator.tokens.expires_in,
        "token_type": "Bearer",
    }


def _client_credentials(request: web.Request, form: Mapping[str, str]) -> dict[str, Any]:
    simulator = simulator_of(request)
    application = _application(form, simulator.accounts.applications, secret=True)
    scopes = frozenset(form.get("scope", "").split())
    if not scopes <= application.scopes:
        raise OAuthError("invalid_scope")
    return {
        "access_token": simulator.tokens.access_token(application.client_id, application.client_id, scopes),
        "expires_in": simulator.tokens.expires_in,
        "token_type": "Bearer",
    }


async def metadata(request: web.Request) -> web.Response:
    """The OpenID configuration."""
    base = str(request.url.origin())
    return web.json_response(
        {
            "issuer": ISSUER,
            "authorization_endpoint": f"{base}/oauth2/v3/authorize",
            "token_endpoint": f"{base}/oauth2/v3/token",
            "jwks_uri": f"{base}/oauth2/v3/discovery/thirdparty/keys",
            "response_types_supported": ["code"],
            "grant_types_supported": ["authorization_code", "refresh_token", "client_credentials"],
            "code_challenge_methods_supported": ["S256"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "scopes_supported": sorted(SCOPES),
        }
    )


async def keys(_request: web.Request) -> web.Response:
    """The public key that checks tokens, as a JSON web key set."""
    key = json.loads(RSAAlgorithm.to_jwk(signing_key().public_key()))
    return web.json_response({"keys": [{**key, "kid": KEY_ID, "use": "sig", "alg": "RS256"}]})
