"""The repair issues of cars and accounts. Their ids name no VIN, nor anything it could be guessed from."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry, ConfigEntryState
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.translation import async_get_translations

from .const import CONF_FEATURES, DOMAIN, KEY_FILE
from .fleet_api import Feature

NOT_PAIRED: Final = "not_paired"
"""The car does not know the virtual key, or has it switched off; the fix flow pairs it."""

MOBILE_ACCESS_DISABLED: Final = "mobile_access_disabled"
"""The owner has switched mobile access off in the car."""

BUDGET_PART_SPENT: Final = "budget_part_spent"
"""The car's equal part of the budget is used up: it is not read until the month turns."""

FEATURES_MISSING: Final = "features_missing"
"""Something that was chosen is not allowed at Tesla, or no more; its fix flow asks to sign in again."""

SHARED_PRODUCTS: Final = "shared_products"
"""Something that another account shows already is left out."""

ACCOUNT_REMOVED: Final = "account_removed"
"""What a person can still undo at Tesla."""


ACCOUNT_LIMIT: Final = "account_limit"
"""Tesla has switched the application off: the month's spending limit is used up."""

NOT_KEPT: Final = "not_kept"
"""Tesla accepted a change, and the car or site did not take it."""


class CarIssues:
    """The issues of one car, which last as long as its account is loaded."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry[Any], vin: str, name: str) -> None:
        """Stand for one car; there is no issue yet."""
        self._hass = hass
        self._entry = entry
        self._vin = vin
        self._name = name
        entry.async_on_unload(lambda: self.async_close(NOT_PAIRED, MOBILE_ACCESS_DISABLED, BUDGET_PART_SPENT))

    def _id(self, issue: str) -> str:
        return _device_issue_id(issue, self._entry, self._vin)

    @callback
    def async_raise(self, issue: str) -> None:
        """Raise an issue, unless the account was unloaded while a command was under way."""
        if self._entry.state not in {ConfigEntryState.SETUP_IN_PROGRESS, ConfigEntryState.LOADED}:
            return
        ir.async_create_issue(
            self._hass,
            DOMAIN,
            self._id(issue),
            data={"entry_id": self._entry.entry_id, "vin": self._vin},
            is_fixable=issue == NOT_PAIRED,
            severity=ir.IssueSeverity.WARNING,
            translation_key=issue,
            translation_placeholders={"name": self._name},
        )

    @callback
    def async_close(self, *issues: str) -> None:
        """Close issues that are settled; it is no error that there are none."""
        for issue in issues:
            ir.async_delete_issue(self._hass, DOMAIN, self._id(issue))


def _device_issue_id(issue: str, entry: ConfigEntry[Any], identifier: str) -> str:
    # The entry's random id keeps VINs from being tried out: issue ids stand in diagnostics files.
    return f"{issue}_{sha256(f'{entry.entry_id} {identifier}'.encode()).hexdigest()[:16]}"


@callback
def async_update_not_kept_issue(
    hass: HomeAssistant, entry: ConfigEntry[Any], identifier: str, key: str, name: str | None
) -> None:
    """Say that a car or site did not take a change; say no more when it did.

    Args:
        hass: Home Assistant.
        entry: The account.
        identifier: Of the car or site.
        key: Of the control.
        name: What its owner calls it; None if it took the change.
    """
    issue_id = _device_issue_id(f"{NOT_KEPT}_{key}", entry, identifier)
    if name is None:
        ir.async_delete_issue(hass, DOMAIN, issue_id)
        return
    ir.async_create_issue(
        hass,
        DOMAIN,
        issue_id,
        is_fixable=False,
        severity=ir.IssueSeverity.WARNING,
        translation_key=f"{NOT_KEPT}_{key}",
        translation_placeholders={"name": name},
    )


@callback
def async_raise_account_limit_issue(hass: HomeAssistant, entry: ConfigEntry[Any]) -> None:
    """Say that Tesla has switched the application off until the month turns or the limit is raised."""
    ir.async_create_issue(
        hass,
        DOMAIN,
        f"{ACCOUNT_LIMIT}_{entry.entry_id}",
        is_fixable=False,
        severity=ir.IssueSeverity.ERROR,
        translation_key=ACCOUNT_LIMIT,
        translation_placeholders={"account": entry.title},
    )


@callback
def async_close_account_limit_issue(hass: HomeAssistant, entry: ConfigEntry[Any]) -> None:
    """Say no more that Tesla has switched the application off."""
    ir.async_delete_issue(hass, DOMAIN, f"{ACCOUNT_LIMIT}_{entry.entry_id}")


async def async_feature_names(hass: HomeAssistant, features: Iterable[Feature]) -> str:
    """Return the features in the words of the flow that offers them, as a list."""
    texts = await async_get_translations(hass, hass.config.language, "selector", {DOMAIN})
    prefix = f"component.{DOMAIN}.selector.{CONF_FEATURES}.options"
    return "\n".join(f"- {texts.get(f'{prefix}.{feature}', feature)}" for feature in features)


async def async_update_features_issue(
    hass: HomeAssistant, entry: ConfigEntry[Any], lacking: Iterable[Feature]
) -> None:
    """Say which features are not allowed; say no more when all are."""
    issue_id = f"{FEATURES_MISSING}_{entry.entry_id}"
    if not (features := tuple(lacking)):
        ir.async_delete_issue(hass, DOMAIN, issue_id)
        return
    ir.async_create_issue(
        hass,
        DOMAIN,
        issue_id,
        data={"entry_id": entry.entry_id},
        is_fixable=True,
        severity=ir.IssueSeverity.WARNING,
        translation_key=FEATURES_MISSING,
        translation_placeholders={
            "account": entry.title,
            "features": await async_feature_names(hass, features),
        },
    )


@callback
def async_update_shared_issue(
    hass: HomeAssistant, entry: ConfigEntry[Any], shared: Mapping[str, str]
) -> None:
    """Say which cars and sites belong to which other account, by their names; say no more when none do."""
    issue_id = f"{SHARED_PRODUCTS}_{entry.entry_id}"
    if not shared:
        ir.async_delete_issue(hass, DOMAIN, issue_id)
        return
    ir.async_create_issue(
        hass,
        DOMAIN,
        issue_id,
        is_fixable=False,
        severity=ir.IssueSeverity.WARNING,
        translation_key=SHARED_PRODUCTS,
        translation_placeholders={
            "account": entry.title,
            "products": "\n".join(f"- {name}: {other}" for name, other in shared.items()),
        },
    )


@callback
def async_say_what_to_undo(hass: HomeAssistant, entry: ConfigEntry[Any]) -> None:
    """Say what is left of a removed account, and close what was said of it before."""
    for issue in (ACCOUNT_LIMIT, FEATURES_MISSING, SHARED_PRODUCTS):
        ir.async_delete_issue(hass, DOMAIN, f"{issue}_{entry.entry_id}")
    ir.async_create_issue(
        hass,
        DOMAIN,
        f"{ACCOUNT_REMOVED}_{entry.entry_id}",
        data={"removed": entry.entry_id},
        is_fixable=True,
        severity=ir.IssueSeverity.WARNING,
        translation_key=ACCOUNT_REMOVED,
        translation_placeholders={"account": entry.title, "file": KEY_FILE},
    )
