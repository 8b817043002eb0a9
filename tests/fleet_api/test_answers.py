"""Status, headers and body become one error, and no error tells a secret."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
import json
import re
from typing import Any

from hypothesis import given, strategies as st
from multidict import CIMultiDict
import pytest

from custom_components.tesla_home_energy.fleet_api import errors
from custom_components.tesla_home_energy.fleet_api.answers import error_of, response_of, retry_after
from custom_components.tesla_home_energy.fleet_api.errors import FleetApiError

from .samples import MODEL_Y, sample

EXPECTED: dict[str, type[FleetApiError]] = {
    "token_expired_empty_body": errors.InvalidToken,
    "token_expired_text": errors.InvalidToken,
    "invalid_bearer_token": errors.InvalidToken,
    "mobile_access_disabled": errors.MobileAccessDisabled,
    "missing_scopes": errors.MissingScopes,
    "missing_scopes_named": errors.MissingScopes,
    "command_protocol_required": errors.CommandProtocolRequired,
    "unsupported_vehicle": errors.UnsupportedVehicle,
    "billing_limit_exceeded": errors.AccountLimitExceeded,
    "forbidden_owner_api": errors.Forbidden,
    "not_found": errors.NotFound,
    "vehicle_in_service": errors.VehicleInService,
    "not_json": errors.InvalidRequest,
    "vehicle_asleep": errors.VehicleAsleep,
    "vehicle_offline_signed": errors.VehicleAsleep,
    "not_registered_in_region": errors.NotRegistered,
    "wrong_region": errors.WrongRegion,
    "wrong_region_evil_host": errors.WrongRegion,
    "invalid_resource": errors.InvalidRequest,
    "account_locked": errors.AccountLocked,
    "public_key_unreadable": errors.PublicKeyUnreadable,
    "rate_limited": errors.RateLimited,
    "rate_limited_no_headers": errors.RateLimited,
    "legal": errors.LegalRestriction,
    "upstream_internal_error": errors.EnergySiteUnavailable,
    "html_502": errors.ServerError,
    "service_unavailable": errors.ServerError,
    "device_unexpected": errors.DeviceError,
    "calendar_kind_not_supported": errors.InvalidRequest,
    "telemetry_needs_proxy": errors.InvalidRequest,
    "proxy_key_not_paired": errors.ServerError,
    "proxy_asleep": errors.VehicleAsleep,
    "proxy_invalid_command": errors.InvalidRequest,
    "proxy_id_instead_of_vin": errors.NotFound,
    "oauth_login_required": errors.InvalidToken,
    "oauth_invalid_auth_code": errors.InvalidRequest,
    "oauth_unauthorized_client": errors.InvalidClient,
    "oauth_invalid_redirect": errors.InvalidRequest,
    "oauth_invalid_scope": errors.InvalidRequest,
    "partner_expected": errors.PartnerAccountRequired,
}

CASES: list[dict[str, Any]] = sample("errors")


def error(status: int, text: str = "", headers: dict[str, str] | None = None) -> FleetApiError:
    """The error of an answer with Tesla's envelope around a text."""
    body = json.dumps({"response": None, "error": text, "error_description": ""})
    return error_of(status, CIMultiDict(headers or {}), body.encode())


def error_of_case(case: dict[str, Any]) -> FleetApiError:
    """The error of one case of `errors.json`."""
    body = case["body_text"] if "body_text" in case else json.dumps(case["body"]) if case["body"] else ""
    return error_of(case["status"], CIMultiDict(case["headers"]), body.encode())


def all_kinds(kind: type[FleetApiError] = FleetApiError) -> list[type[FleetApiError]]:
    """An error class and all below it."""
    return [kind, *(below for child in kind.__subclasses__() for below in all_kinds(child))]


def test_every_case_is_expected() -> None:
    assert {case["name"] for case in CASES} == set(EXPECTED)
    assert len(CASES) == 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_class_and_status_of_each_known_answer(case: dict[str, Any]) -> None:
    found = error_of_case(case)

    assert type(found) is EXPECTED[case["name"]]
    assert found.status == case["status"]
    assert str(found) == f"{found.words} (HTTP {case['status']})"


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Unauthorized missing scopes", ()),
        ("Unauthorized missing scopes vehicle_location", ("vehicle_location",)),
        ("unauthorized missing scopes: nothing", ()),
        ("Unauthorized missing scopes energy_cmds, vehicle_cmds", ("energy_cmds", "vehicle_cmds")),
        (f"Unauthorized missing scopes {MODEL_Y}", ()),
    ],
)
def test_names_of_missing_scopes(text: str, scopes: tuple[str, ...]) -> None:
    found = error(403, text)

    assert isinstance(found, errors.MissingScopes)
    assert found.scopes == scopes


@pytest.mark.parametrize(
    ("text", "headers", "claimed"),
    [
        ("user out of region, use base URL: https://a.tesla.com, see x", {}, "https://a.tesla.com"),
        ("user out of region, use base URL: http://127.0.0.1:80", {}, "http://127.0.0.1:80"),
        ("user out of region", {"Alt-Svc": "h2=https://b.tesla.com"}, "https://b.tesla.com"),
        ("user out of region", {"alt-svc": 'h2="https://b.tesla.com"; ma=1'}, "https://b.tesla.com"),
        ("user out of region", {}, None),
    ],
)
def test_base_url_that_a_wrong_region_claims(text: str, headers: dict[str, str], claimed: str | None) -> None:
    found = error(421, text, headers)

    assert isinstance(found, errors.WrongRegion)
    assert found.claimed_base_url == claimed


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "37"}, 37),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after": "-3"}, 0),
        ({"ratelimit-reset": "12"}, 12),
        ({"retry-after": "9", "ratelimit-reset": "12"}, 9),
        ({"retry-after": "soon", "ratelimit-reset": "12"}, 12),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0),
        ({}, None),
    ],
)
def test_seconds_to_wait(headers: dict[str, str], seconds: float | None) -> None:
    found = error(429, "", headers)

    assert isinstance(found, errors.RateLimited)
    assert found.retry_after == seconds


@pytest.mark.parametrize("without_offset", [False, True])
def test_date_to_wait_for(without_offset: bool) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=90))
    seconds = retry_after({"Retry-After": date.replace("+0000", "-0000") if without_offset else date})

    assert seconds == pytest.approx(90, abs=5)


@given(st.text())
def test_any_text_may_stand_where_the_seconds_do(text: str) -> None:
    seconds = retry_after({"Retry-After": text})

    assert seconds is None or seconds >= 0


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (302, errors.UnexpectedStatus),
        (405, errors.UnexpectedStatus),
        (418, errors.UnexpectedStatus),
        (499, errors.UnexpectedStatus),
        (500, errors.ServerError),
        (504, errors.ServerError),
        (599, errors.ServerError),
        (408, errors.OutcomeUnknown),
        (402, errors.PaymentRequired),
    ],
)
def test_statuses_without_a_telling_text(status: int, kind: type[FleetApiError]) -> None:
    assert type(error(status)) is kind


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<html></html>", errors.InvalidResponse),
        (b"", errors.InvalidResponse),
        (b"[]", errors.InvalidResponse),
        (b'"text"', errors.InvalidResponse),
        (b"{}", errors.InvalidResponse),
        (b"\xff\xfe\xfd", errors.InvalidResponse),
        (b"[" * 100_000, errors.InvalidResponse),
        (b'{"response": ' + b"9" * 5000 + b"}", errors.InvalidResponse),
        (b'{"response": null, "error": "something"}', errors.InvalidResponse),
        (b'{"response": null, "error": "upstream internal error"}', errors.EnergySiteUnavailable),
        (b'{"error": {"not": "a text"}}', errors.InvalidResponse),
    ],
)
def test_success_that_is_none(body: bytes, kind: type[FleetApiError]) -> None:
    with pytest.raises(FleetApiError) as caught:
        response_of(200, {}, body)

    assert type(caught.value) is kind


@pytest.mark.parametrize("value", [None, True, 5, "text", [1], {"a": 1}])
def test_success(value: object) -> None:
    body = json.dumps({"response": value, "error": ""}).encode()

    assert response_of(200, {}, body) == value
    assert response_of(201, {}, body) == value


def test_an_error_status_wins_over_a_response() -> None:
    with pytest.raises(errors.InvalidRequest):
        response_of(400, {}, b'{"response": {"result": false, "reason": "missing percent param"}}')


@given(
    st.integers(100, 999),
    st.binary(),
    st.dictionaries(st.sampled_from(["Retry-After", "Alt-Svc"]), st.text()),
)
def test_no_answer_raises_anything_else(status: int, body: bytes, headers: dict[str, str]) -> None:
    assert isinstance(error_of(status, headers, body), FleetApiError)


def test_keys_are_stable_words_of_their_own() -> None:
    kinds = all_kinds()
    keys = [kind.key for kind in kinds]

    assert len(set(keys)) == len(kinds)
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", key) for key in keys)
    assert len({kind.words for kind in kinds}) == len(kinds)


def test_messages_hold_no_words_of_the_answer() -> None:
    secret = f"{MODEL_Y} 2345678901234567 eyJhbGciOiJSUzI1NiJ9.e30.c2ln 52.50123"
    for status in (200, 302, 400, 401, 403, 404, 408, 412, 421, 422, 429, 500, 540):
        for words in ("", "Unauthorized missing scopes ", "vehicle is offline ", "use base URL: https://x, "):
            found = error(status, words + secret)
            told = f"{found} {found!r}"
            assert not any(part in told for part in secret.split())
