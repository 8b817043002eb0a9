"""Tesla's Fleet API: endpoints, tokens, scopes, requests, typed answers, errors.

This room speaks HTTP and nothing of Home Assistant. `FleetApi` asks and tells; `VehicleCommands` is the door
for commands to one car, signed or not; `errors` holds everything that can go wrong.
"""

from .budget import Budget, Sharing
from .client import FleetApi
from .connection import AccessToken, RequestRecord
from .endpoints import REGIONS, Endpoints
from .errors import (
    AccountLimitExceeded,
    AccountLocked,
    CommandProtocolRequired,
    CommandProtocolUnsupported,
    ConnectionFailed,
    DeviceError,
    EnergySiteUnavailable,
    FleetApiError,
    Forbidden,
    InvalidClient,
    InvalidRequest,
    InvalidResponse,
    InvalidToken,
    LegalRestriction,
    MalformedToken,
    MissingScopes,
    MobileAccessDisabled,
    NotFound,
    NotRegistered,
    OutcomeUnknown,
    PartnerAccountRequired,
    PaymentRequired,
    PublicKeyUnreadable,
    RateLimited,
    ServerError,
    TooManyWakes,
    UnexpectedStatus,
    UnsupportedVehicle,
    VehicleAsleep,
    VehicleInService,
    WrongRegion,
)
from .models.calendar_history import BackupEvent, BackupHistory, CalendarHistory, EnergyBucket
from .models.charge_state import ChargeState
from .models.climate_state import ClimateState
from .models.drive_state import DriveState
from .models.energy_site_components import Components, Device
from .models.fleet_status import FleetStatus, VehicleStatus
from .models.live_status import LiveStatus, WallConnector
from .models.partner_account import PartnerAccount
from .models.products import EnergySite, Products
from .models.site_info import SiteInfo, UserSettings
from .models.vehicle import GranularAccess, Vehicle
from .models.vehicle_config import VehicleConfig
from .models.vehicle_data import VehicleData
from .models.vehicle_state import SoftwareUpdate, VehicleState
from .partner_token import partner_token
from .routes import Category
from .scopes import FEATURES, Feature, Scope, allowed, vehicle_data_endpoints
from .token import TokenClaims, read_token
from .usage import UsageLedger, UsageRow
from .vehicle_commands import VehicleCommands

__all__ = [
    "FEATURES",
    "REGIONS",
    "AccessToken",
    "AccountLimitExceeded",
    "AccountLocked",
    "BackupEvent",
    "BackupHistory",
    "Budget",
    "CalendarHistory",
    "Category",
    "ChargeState",
    "ClimateState",
    "CommandProtocolRequired",
    "CommandProtocolUnsupported",
    "Components",
    "ConnectionFailed",
    "Device",
    "DeviceError",
    "DriveState",
    "Endpoints",
    "EnergyBucket",
    "EnergySite",
    "EnergySiteUnavailable",
    "Feature",
    "FleetApi",
    "FleetApiError",
    "FleetStatus",
    "Forbidden",
    "GranularAccess",
    "InvalidClient",
    "InvalidRequest",
    "InvalidResponse",
    "InvalidToken",
    "LegalRestriction",
    "LiveStatus",
    "MalformedToken",
    "MissingScopes",
    "MobileAccessDisabled",
    "NotFound",
    "NotRegistered",
    "OutcomeUnknown",
    "PartnerAccount",
    "PartnerAccountRequired",
    "PaymentRequired",
    "Products",
    "PublicKeyUnreadable",
    "RateLimited",
    "RequestRecord",
    "Scope",
    "ServerError",
    "Sharing",
    "SiteInfo",
    "SoftwareUpdate",
    "TokenClaims",
    "TooManyWakes",
    "UnexpectedStatus",
    "UnsupportedVehicle",
    "UsageLedger",
    "UsageRow",
    "UserSettings",
    "Vehicle",
    "VehicleAsleep",
    "VehicleCommands",
    "VehicleConfig",
    "VehicleData",
    "VehicleInService",
    "VehicleState",
    "VehicleStatus",
    "WallConnector",
    "WrongRegion",
    "allowed",
    "partner_token",
    "read_token",
    "vehicle_data_endpoints",
]
