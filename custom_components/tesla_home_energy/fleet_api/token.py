"""What an access token tells of its owner. It is read, not checked: checking is Tesla's part."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import jwt

from .errors import MalformedToken
from .models.record import read_text, read_time


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenClaims:
    """Claims of an access token (known: JWT, RS256; `scp` is the only place that tells the scopes)."""

    subject: str = field(repr=False)
    """The user, or the application if it is a partner token."""
    scopes: frozenset[str]
    """The granted scopes; unknown ones included."""
    region: str | None
    """``na``, ``eu``, ``cn``, …: a first guess, an answer 421 knows better."""
    expires_at: datetime | None


def read_token(access_token: str) -> TokenClaims:
    """The claims of an access token.

    Raises:
        MalformedToken: It is no JSON web token, or has no subject.
    """
    try:
        claims: dict[str, Any] = jwt.decode(access_token, options={"verify_signature": False})
    except jwt.InvalidTokenError, ValueError, RecursionError:
        raise MalformedToken from None
    subject = read_text(claims.get("sub"))
    if not subject:
        raise MalformedToken
    return TokenClaims(
        subject=subject,
        scopes=_scopes(claims.get("scp")),
        region=(read_text(claims.get("ou_code")) or "").lower() or None,
        expires_at=read_time(claims.get("exp")),
    )


def _scopes(value: Any) -> frozenset[str]:
    items = value.split() if isinstance(value, str) else value
    return (
        frozenset(item for item in items if isinstance(item, str)) if isinstance(items, list) else frozenset()
    )
