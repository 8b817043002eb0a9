"""Everything that can go wrong between this project and the Fleet API, in one tree.

Messages name the kind of failure and the HTTP status, never an answer's body, a token, a VIN or a site id.
`key` is stable: an outer ring translates by it.
"""

from typing import ClassVar


class FleetApiError(Exception):
    """The base of every error of this room."""

    key: ClassVar[str] = "fleet_api_error"
    words: ClassVar[str] = "The Fleet API failed"

    def __init__(self, *, status: int | None = None) -> None:
        """Args: status: the HTTP status of the answer, None without an answer."""
        self.status = status
        super().__init__(self.words if status is None else f"{self.words} (HTTP {status})")


class ConnectionFailed(FleetApiError):
    """No connection: the request has certainly not been sent."""

    key = "connection_failed"
    words = "Tesla cannot be reached"


class OutcomeUnknown(FleetApiError):
    """The request may have arrived, but no usable answer came back: a write may have taken effect."""

    key = "outcome_unknown"
    words = "Tesla's answer was lost"


class InvalidResponse(FleetApiError):
    """An answer came that is not what Tesla documents: no JSON, another shape, or too large."""

    key = "invalid_response"
    words = "Tesla's answer cannot be read"


class UnexpectedStatus(FleetApiError):
    """An HTTP status below 500 that has no class of its own."""

    key = "unexpected_status"
    words = "Tesla answered unexpectedly"


class InvalidRequest(FleetApiError):
    """400, 406, 422: Tesla does not take the request as it is."""

    key = "invalid_request"
    words = "Tesla refuses the request"


class PartnerAccountRequired(FleetApiError):
    """A user token where a partner token is needed, or an application younger than an hour (reported)."""

    key = "partner_account_required"
    words = "Tesla does not know the application as a partner yet"


class InvalidClient(FleetApiError):
    """The client id and client secret of the application do not belong together."""

    key = "invalid_client"
    words = "Tesla does not know this client id and client secret"


class InvalidToken(FleetApiError):
    """401: the token is expired, revoked or unknown; the user has to sign in again."""

    key = "invalid_token"
    words = "Tesla does not accept the token"


class MalformedToken(InvalidToken):
    """The access token cannot be read."""

    key = "malformed_token"
    words = "The access token cannot be read"


class MobileAccessDisabled(FleetApiError):
    """The owner switched off mobile access in the car."""

    key = "mobile_access_disabled"
    words = "Mobile access is switched off in the car"


class PaymentRequired(FleetApiError):
    """402: the developer account has to be paid."""

    key = "payment_required"
    words = "Tesla demands payment"


class Forbidden(FleetApiError):
    """403 for a reason that Tesla does not name."""

    key = "forbidden"
    words = "Tesla forbids the request"


class MissingScopes(FleetApiError):
    """403: the user has not granted what the request needs."""

    key = "missing_scopes"
    words = "Scopes are missing"

    def __init__(self, scopes: tuple[str, ...] = (), *, status: int | None = None) -> None:
        """Args: scopes: their names, empty if Tesla does not tell; status: the HTTP status."""
        super().__init__(status=status)
        self.scopes = scopes


class AccountLimitExceeded(FleetApiError):
    """403: the month's spending limit is used up; lasts until it is raised or the month turns (reported)."""

    key = "account_limit_exceeded"
    words = "The spending limit of the developer account is used up"


class CommandProtocolRequired(FleetApiError):
    """403: the car takes signed commands only."""

    key = "command_protocol_required"
    words = "The car takes signed commands only"


class CommandProtocolUnsupported(FleetApiError):
    """422: the car takes unsigned commands only."""

    key = "command_protocol_unsupported"
    words = "The car cannot check signed commands"


class UnsupportedVehicle(FleetApiError):
    """403: the car cannot do this."""

    key = "unsupported_vehicle"
    words = "The car does not support the request"


class NotFound(FleetApiError):
    """404: the car or the energy site is gone from the account."""

    key = "not_found"
    words = "Tesla does not know the vehicle or energy site"


class VehicleInService(FleetApiError):
    """405: the car is in service."""

    key = "vehicle_in_service"
    words = "The car is in service"


class VehicleAsleep(FleetApiError):
    """408: the car is asleep or offline; nothing has been done."""

    key = "vehicle_asleep"
    words = "The car is asleep or offline"


class TooManyWakes(FleetApiError):
    """Not Tesla's word but ours: the car was woken often enough today, and nothing has been sent."""

    key = "too_many_wakes"
    words = "The car was woken often enough today"


class NotRegistered(FleetApiError):
    """412: the application is not registered in this region."""

    key = "not_registered"
    words = "The application is not registered in this region"


class WrongRegion(FleetApiError):
    """421: the account lives in another region."""

    key = "wrong_region"
    words = "The account belongs to another region"

    def __init__(self, claimed_base_url: str | None = None, *, status: int | None = None) -> None:
        """Args: claimed_base_url: what the answer names, not yet believed; status: the HTTP status."""
        super().__init__(status=status)
        self.claimed_base_url = claimed_base_url


class AccountLocked(FleetApiError):
    """423: Tesla locked the account."""

    key = "account_locked"
    words = "The account is locked"


class PublicKeyUnreadable(FleetApiError):
    """424: Tesla could not fetch the application's public key from its domain."""

    key = "public_key_unreadable"
    words = "Tesla cannot fetch the public key"


class RateLimited(FleetApiError):
    """429: too many requests."""

    key = "rate_limited"
    words = "Too many requests"

    def __init__(self, retry_after: float | None = None, *, status: int | None = None) -> None:
        """Args: retry_after: seconds to wait, None if Tesla does not tell; status: the HTTP status."""
        super().__init__(status=status)
        self.retry_after = retry_after


class LegalRestriction(FleetApiError):
    """451: not available for legal reasons."""

    key = "legal_restriction"
    words = "Tesla refuses for legal reasons"


class ServerError(FleetApiError):
    """5xx: Tesla failed (not billed); a write may have taken effect."""

    key = "server_error"
    words = "Tesla's servers failed"


class EnergySiteUnavailable(ServerError):
    """Tesla lists the energy site but cannot tell anything of it (known, Home Assistant skips such sites)."""

    key = "energy_site_unavailable"
    words = "Tesla cannot reach the energy site"


class DeviceError(ServerError):
    """540: the car or gateway answered something that Tesla did not expect."""

    key = "device_error"
    words = "The device gave an unexpected answer"
