"""The authorize page: who asks for what, what was allowed before, and the way back."""

from dataclasses import dataclass, field
import secrets
import time
from typing import Any, Final

from aiohttp import web
from yarl import URL

from . import consent_page
from .accounts import Accounts, Application
from .scopes import ALWAYS_GRANTED, SCOPES
from .world_key import simulator_of

CODE_LIFETIME: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorizationRequest:
    """What came with the authorize page's address."""

    client_id: str
    redirect_uri: str
    scopes: tuple[str, ...]
    state: str
    nonce: str
    require_requested_scopes: bool
    prompt_missing_scopes: bool
    show_keypair_step: bool
    code_challenge: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorizationCode:
    """What a code stands for; `expires_at` in real time."""

    subject: str
    scopes: frozenset[str]
    request: AuthorizationRequest
    expires_at: float


@dataclass(slots=True)
class Authorization:
    """Open consent pages and issued codes."""

    accounts: Accounts
    pending: dict[str, AuthorizationRequest] = field(default_factory=dict)
    codes: dict[str, AuthorizationCode] = field(default_factory=dict)
    code_lifetime: float = CODE_LIFETIME

    def issue_code(self, request: AuthorizationRequest, scopes: frozenset[str]) -> str:
        """Return a code; its prefix names the region (reported: python-tesla-fleet-api)."""
        user = self.accounts.user
        code = f"{user.region}_{secrets.token_hex(32)}"
        self.codes[code] = AuthorizationCode(
            subject=user.subject,
            scopes=scopes,
            request=request,
            expires_at=time.time() + self.code_lifetime,
        )
        return code

    def take_code(self, code: str) -> AuthorizationCode | None:
        """Return what a code stands for, once."""
        issued = self.codes.pop(code, None)
        return issued if issued is not None and issued.expires_at > time.time() else None


class RefusedRequestError(Exception):
    """Refused on a page of its own: nothing may be sent to an address that is not registered."""


def _parse(query: Any, applications: dict[str, Application]) -> AuthorizationRequest:
    application = applications.get(query.get("client_id", ""))
    if application is None:
        raise RefusedRequestError("We don't recognize this client_id.")
    redirect_uri = query.get("redirect_uri", "")
    if not application.may_redirect_to(redirect_uri):
        raise RefusedRequestError("The redirect_uri is not one that was registered for this application.")
    if query.get("response_type") != "code":
        raise RefusedRequestError("The response_type must be code.")
    if query.get("code_challenge") and query.get("code_challenge_method") != "S256":
        raise RefusedRequestError("The code_challenge_method must be S256.")
    asked = dict.fromkeys(query.get("scope", "").split())
    return AuthorizationRequest(
        client_id=application.client_id,
        redirect_uri=redirect_uri,
        # What the application was not registered for is not offered (assumed).
        scopes=tuple(scope for scope in asked if scope in SCOPES and scope in application.scopes),
        state=query.get("state", ""),
        nonce=query.get("nonce", ""),
        require_requested_scopes=query.get("require_requested_scopes") == "true",
        prompt_missing_scopes=query.get("prompt_missing_scopes") == "true",
        show_keypair_step=query.get("show_keypair_step") == "true",
        code_challenge=query.get("code_challenge", ""),
    )


def _back(request: AuthorizationRequest, **parameters: str) -> str:
    return str(URL(request.redirect_uri).update_query(state=request.state, **parameters))


def _success(request: AuthorizationRequest, authorization: Authorization, scopes: frozenset[str]) -> str:
    return _back(
        request,
        code=authorization.issue_code(request, scopes),
        locale=authorization.accounts.user.locale,
        issuer="https://auth.tesla.com/oauth2/v3",
    )


async def authorize(http_request: web.Request) -> web.StreamResponse:
    """`GET /oauth2/v3/authorize`: the consent page, or straight back where everything was settled before.

    Known (developer.tesla.com): without `prompt_missing_scopes` an earlier consent is used again, and new
    scopes are silently not granted.
    """
    simulator = simulator_of(http_request)
    accounts, authorization = simulator.accounts, simulator.authorization
    try:
        request = _parse(http_request.query, accounts.applications)
    except RefusedRequestError as error:
        return web.Response(text=consent_page.refusal(str(error)), content_type="text/html", status=400)
    earlier = accounts.granted.get((accounts.user.subject, request.client_id))
    missing = [scope for scope in request.scopes if scope not in (earlier or ())]
    if earlier is not None and not (request.prompt_missing_scopes and missing):
        raise web.HTTPFound(_success(request, authorization, earlier & set(request.scopes)))
    number = secrets.token_hex(16)
    authorization.pending[number] = request
    return web.Response(
        text=consent_page.consent(
            number,
            application=accounts.applications[request.client_id].name,
            user=accounts.user.full_name,
            scopes=[scope for scope in request.scopes if scope not in ALWAYS_GRANTED],
            required=request.require_requested_scopes,
        ),
        content_type="text/html",
    )


async def decide(http_request: web.Request) -> web.StreamResponse:
    """`POST /oauth2/v3/authorize`: the consent form comes back."""
    simulator = simulator_of(http_request)
    form = await http_request.post()
    request = simulator.authorization.pending.pop(str(form.get("request", "")), None)
    if request is None:
        page = consent_page.refusal("This page has been used already. Please start again.")
        return web.Response(text=page, content_type="text/html", status=400)
    if form.get("decision") != "allow":
        raise web.HTTPFound(
            _back(request, error="access_denied", error_description="The user denied the request")
        )
    ticked = set(request.scopes) if request.require_requested_scopes else set(form.getall("scope", []))
    scopes = frozenset(scope for scope in request.scopes if scope in ticked | ALWAYS_GRANTED)
    consent = (simulator.accounts.user.subject, request.client_id)
    earlier = simulator.accounts.granted.get(consent, frozenset())
    simulator.accounts.granted[consent] = (earlier - set(request.scopes)) | scopes
    location = _success(request, simulator.authorization, scopes)
    domains = simulator.partner.domains_of(request.client_id)
    if request.show_keypair_step and domains:
        page = consent_page.keypair_step(domains[0], location)
        return web.Response(text=page, content_type="text/html")
    raise web.HTTPFound(location)
