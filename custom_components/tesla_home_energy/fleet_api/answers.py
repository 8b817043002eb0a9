"""What Tesla's HTTP answers mean: the one place that turns a status and a body into a value or an error."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
import json
import math
import re
from typing import Any, Final

from . import errors
from .errors import FleetApiError

# Texts before statuses: Tesla's texts vary in their tail and come with more than one status. Lower case.
_TEXTS: Final[tuple[tuple[str, type[FleetApiError]], ...]] = (
    ("exceeded_limit", errors.AccountLimitExceeded),
    ("vehicle command protocol required", errors.CommandProtocolRequired),
    ("not support the tesla vehicle command protocol", errors.CommandProtocolUnsupported),
    ("unsupported vehicle", errors.UnsupportedVehicle),
    ("vehicle is offline", errors.VehicleAsleep),
    ("in service", errors.VehicleInService),
    ("mobile_access_disabled", errors.MobileAccessDisabled),
    ("upstream internal error", errors.EnergySiteUnavailable),
    ("expected partner account", errors.PartnerAccountRequired),
    ("unauthorized_client", errors.InvalidClient),
    ("invalid_client", errors.InvalidClient),  # the standard's word for it (RFC 6749)
)

_STATUSES: Final[dict[int, type[FleetApiError]]] = {
    400: errors.InvalidRequest,
    401: errors.InvalidToken,
    402: errors.PaymentRequired,
    403: errors.Forbidden,
    404: errors.NotFound,
    406: errors.InvalidRequest,
    # 408 without "vehicle is offline": a time-out on the way, the car may have got it.
    408: errors.OutcomeUnknown,
    412: errors.NotRegistered,
    422: errors.InvalidRequest,
    423: errors.AccountLocked,
    424: errors.PublicKeyUnreadable,
    451: errors.LegalRestriction,
    540: errors.DeviceError,
}

_MISSING_SCOPES: Final = re.compile(r"(?i:unauthorized missing scopes)([a-z_ ,]*)")
_BASE_URL: Final = re.compile(r"use base url: (https?://[^\s,]+)", re.IGNORECASE)
_ALTERNATIVE_SERVICE: Final = re.compile(r"h2=\"?(https://[^\s,;\"]+)", re.IGNORECASE)


def parse_object(body: bytes) -> dict[str, Any] | None:
    """The JSON object in a body; None if there is none."""
    try:
        value = json.loads(body)
    except ValueError, RecursionError:
        return None
    return value if isinstance(value, dict) else None


def response_of(status: int, headers: Mapping[str, str], body: bytes) -> Any:
    """The member `response` of an answer of the Fleet API.

    Raises:
        FleetApiError: The answer is an error, or none of Tesla's (`InvalidResponse`).
    """
    answer = parse_object(body)
    if not _is_success(status):
        raise error_of(status, headers, body)
    if answer is None or "response" not in answer or answer.get("error"):
        raise error_of(status, headers, body)
    return answer["response"]


def error_of(status: int, headers: Mapping[str, str], body: bytes) -> FleetApiError:
    """The error that an HTTP status, its headers and its body mean (Tesla's table of errors, reports)."""
    answer = parse_object(body) or {}
    text = " ".join(
        part for name in ("error", "error_description") if isinstance(part := answer.get(name), str)
    )
    if scopes := _MISSING_SCOPES.search(text):
        return errors.MissingScopes(tuple(scopes[1].replace(",", " ").split()), status=status)
    for words, kind in _TEXTS:
        if words in text.lower():
            return kind(status=status)
    if status == HTTPStatus.MISDIRECTED_REQUEST:
        return errors.WrongRegion(_claimed_base_url(headers, text), status=status)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return errors.RateLimited(retry_after(headers), status=status)
    return _kind(status)(status=status)


def _kind(status: int) -> Callable[..., FleetApiError]:
    if _is_success(status):
        return errors.InvalidResponse
    by_class = errors.ServerError if status >= HTTPStatus.INTERNAL_SERVER_ERROR else errors.UnexpectedStatus
    return _STATUSES.get(status, by_class)


def _is_success(status: int) -> bool:
    return HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES


def _claimed_base_url(headers: Mapping[str, str], text: str) -> str | None:
    found = _BASE_URL.search(text) or _ALTERNATIVE_SERVICE.search(headers.get("Alt-Svc", ""))
    return found[1] if found else None


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait: `Retry-After` (number or HTTP date), else `RateLimit-Reset`; None without both."""
    for name in ("Retry-After", "RateLimit-Reset"):
        seconds = _seconds(headers.get(name, ""))
        if seconds is not None:
            return seconds
    return None


def _seconds(value: str) -> float | None:
    try:
        seconds = float(value)
    except ValueError:
        try:
            date = parsedate_to_datetime(value)
        except ValueError:
            return None
        seconds = (date.replace(tzinfo=date.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    return max(seconds, 0.0) if math.isfinite(seconds) else None
