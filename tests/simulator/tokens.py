"""Access tokens and refresh tokens. Their times are real ones."""

from dataclasses import dataclass, field
from functools import cache
import secrets
import time
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric import rsa
import jwt

from .accounts import Accounts

ISSUER: Final = "https://auth.tesla.com/oauth2/v3/nts"
KEY_ID: Final = "simulator"

# Known: developer.tesla.com, third-party tokens.
ACCESS_TOKEN_LIFETIME: Final = 28_800
REFRESH_TOKEN_LIFETIME: Final = 90 * 86_400
REFRESH_TOKEN_GRACE: Final = 86_400

REGIONAL_AUDIENCES: Final = (
    "https://fleet-api.prd.na.vn.cloud.tesla.com",
    "https://fleet-api.prd.eu.vn.cloud.tesla.com",
    "https://auth.tesla.com/oauth2/v3/userinfo",
)


@cache
def signing_key() -> rsa.RSAPrivateKey:
    """Return the key of all simulators of this process: making one takes longer than most tests."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class InvalidTokenError(Exception):
    """The bearer token is none of ours, or not good any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What a bearer token allows."""

    subject: str
    client_id: str
    scopes: frozenset[str]

    @property
    def partner(self) -> bool:
        """Whether it is the application's own token (client credentials)."""
        return self.subject == self.client_id


@dataclass(slots=True, kw_only=True)
class Grant:
    """One consent with its chain of refresh tokens, of which two may be alive.

    Known: a refresh token is usable once, and the one used last may be used again for 24 hours, so that an
    answer that got lost can be asked for again. Assumed: the token that the lost answer carried then stops
    working.
    """

    subject: str
    client_id: str
    scopes: frozenset[str]
    current: str
    issued_at: float
    used: str | None = None
    used_at: float = 0.0


@dataclass(slots=True)
class Tokens:
    """Issues and checks tokens."""

    accounts: Accounts
    expires_in: int = ACCESS_TOKEN_LIFETIME
    grants: list[Grant] = field(default_factory=list)
    invalid_before: dict[str | None, float] = field(default_factory=dict)

    def access_token(
        self, subject: str, client_id: str, scopes: frozenset[str], *, expires_in: int | None = None
    ) -> str:
        """Return a signed access token with the claims of Tesla's (known: Home Assistant, community)."""
        now = time.time()
        claims: dict[str, Any] = {
            "iss": ISSUER,
            "azp": client_id,
            "sub": subject,
            "aud": list(REGIONAL_AUDIENCES),
            "scp": sorted(scopes),
            "amr": ["pwd", "mfa", "otp"],
            "exp": int(now) + (self.expires_in if expires_in is None else expires_in),
            "iat": now,
            "auth_time": int(now),
        }
        if (user := self.accounts.users.get(subject)) is not None:
            claims |= {"ou_code": user.region, "locale": user.locale}
        return jwt.encode(claims, signing_key(), algorithm="RS256", headers={"kid": KEY_ID})

    def check(self, token: str) -> Access:
        """Return what the token allows.

        Raises:
            InvalidTokenError: With the text of the 401 answer (reported: python-tesla-fleet-api).
        """
        try:
            claims = jwt.decode(
                token,
                signing_key().public_key(),
                algorithms=["RS256"],
                # A token of the same fraction of a second is not "not yet valid".
                options={"verify_aud": False, "verify_iat": False},
            )
        except jwt.ExpiredSignatureError:
            raise InvalidTokenError("token expired (401)") from None
        except jwt.InvalidTokenError:
            raise InvalidTokenError("invalid bearer token") from None
        limits = (self.invalid_before.get(None, 0.0), self.invalid_before.get(claims["azp"], 0.0))
        if claims["iat"] < max(limits):
            raise InvalidTokenError("token expired (401)")
        return Access(subject=claims["sub"], client_id=claims["azp"], scopes=frozenset(claims["scp"]))

    def expire_access_tokens(self, client_id: str | None = None) -> None:
        """Let all access tokens issued so far expire now, those of one application or everybody's."""
        self.invalid_before[client_id] = time.time()

    def new_grant(self, subject: str, client_id: str, scopes: frozenset[str]) -> Grant:
        """Start a chain of refresh tokens."""
        grant = Grant(
            subject=subject,
            client_id=client_id,
            scopes=scopes,
            current=self._refresh_token(subject),
            issued_at=time.time(),
        )
        self.grants.append(grant)
        return grant

    def use_refresh_token(self, token: str, client_id: str) -> Grant | None:
        """Use up a refresh token and return its grant with a new one; None if it is not good."""
        now = time.time()
        for grant in self.grants:
            if grant.client_id != client_id:
                continue
            again = token == grant.used and now - grant.used_at <= REFRESH_TOKEN_GRACE
            if token == grant.current and now - grant.issued_at <= REFRESH_TOKEN_LIFETIME:
                grant.used, grant.used_at = token, now
            elif not again:
                continue
            grant.current, grant.issued_at = self._refresh_token(grant.subject), now
            return grant
        return None

    def revoke(self, *, subject: str | None = None, client_id: str | None = None) -> None:
        """Take back grants, as the owner does in the Tesla account, or by a new password."""
        self.grants = [
            grant
            for grant in self.grants
            if subject not in (None, grant.subject) or client_id not in (None, grant.client_id)
        ]
        for key in [
            key for key in self.accounts.granted if subject in (None, key[0]) and client_id in (None, key[1])
        ]:
            del self.accounts.granted[key]
        self.expire_access_tokens(client_id)

    def _refresh_token(self, subject: str) -> str:
        user = self.accounts.users.get(subject)
        return f"{user.region if user else 'EU'}_{secrets.token_hex(32)}"
