"""What the access token tells, however odd it is."""

import base64
from datetime import UTC, datetime
import json
from typing import Any

from hypothesis import given, strategies as st
import pytest

from custom_components.tesla_home_energy.fleet_api import (
    InvalidToken,
    MalformedToken,
    TokenClaims,
    read_token,
)

from .samples import sample

SUBJECT = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"


def token(claims: object) -> str:
    """A JSON web token with a signature that nobody checks."""
    parts = [json.dumps({"alg": "RS256", "typ": "JWT"}), json.dumps(claims), "signature"]
    return ".".join(base64.urlsafe_b64encode(part.encode()).decode().rstrip("=") for part in parts)


def test_claims_of_a_whole_token() -> None:
    claims = read_token(token(sample("jwt_claims_full")))

    assert claims == TokenClaims(
        subject=SUBJECT,
        scopes=frozenset(sample("jwt_claims_full")["scp"]),
        region="eu",
        expires_at=datetime.fromtimestamp(1750273500, UTC),
    )
    assert len(claims.scopes) == 9
    assert SUBJECT not in repr(claims)


def test_token_as_the_token_host_sends_it() -> None:
    claims = read_token(sample("token_response")["access_token"])

    assert claims.subject
    assert "vehicle_device_data" in claims.scopes


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("jwt_claims_energy_only", "vehicle_device_data"),
        ("jwt_claims_no_location", "vehicle_location"),
        ("jwt_claims_read_only", "vehicle_cmds"),
    ],
)
def test_scopes_that_were_not_granted(name: str, missing: str) -> None:
    assert missing not in read_token(token(sample(name))).scopes


@pytest.mark.parametrize(
    ("claims", "scopes", "region", "expires"),
    [
        ({"sub": "a"}, frozenset(), None, None),
        ({"sub": "a", "scp": None, "ou_code": None, "exp": None}, frozenset(), None, None),
        ({"sub": "a", "scp": "x vehicle_cmds"}, frozenset({"x", "vehicle_cmds"}), None, None),
        ({"sub": "a", "scp": ["new_scope", 1, None, []]}, frozenset({"new_scope"}), None, None),
        ({"sub": "a", "scp": {"x": 1}, "ou_code": 7, "exp": "soon"}, frozenset(), None, None),
        ({"sub": "a", "exp": 10**30, "ou_code": "ME"}, frozenset(), "me", None),
        ({"sub": "a", "exp": True}, frozenset(), None, None),
        ({"sub": "a", "iat": "never", "nbf": 10**12, "aud": 7, "exp": 1}, frozenset(), None, 1),
    ],
)
def test_odd_claims(claims: Any, scopes: frozenset[str], region: str | None, expires: int | None) -> None:
    assert read_token(token(claims)) == TokenClaims(
        subject="a",
        scopes=scopes,
        region=region,
        expires_at=None if expires is None else datetime.fromtimestamp(expires, UTC),
    )


@pytest.mark.parametrize(
    "odd",
    [
        "",
        "secret-token",
        "a.b.c",
        "ä.ö.ü",
        token([]),
        token("text"),
        token(None),
        token({}),
        token({"sub": None}),
        token({"sub": ""}),
        token({"sub": 7}),
    ],
)
def test_odd_tokens(odd: str) -> None:
    with pytest.raises(MalformedToken) as caught:
        read_token(odd)

    assert isinstance(caught.value, InvalidToken)
    assert str(caught.value) == "The access token cannot be read"
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


@given(st.text() | st.builds(token, st.recursive(st.none() | st.text(), st.lists)))
def test_no_token_raises_anything_else(odd: str) -> None:
    with pytest.raises(MalformedToken):
        read_token(odd)
