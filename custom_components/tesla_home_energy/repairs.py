"""Repairing what only a person can: pairing the virtual key with a car, allowing more at Tesla."""

from typing import Any, Final

from homeassistant.components.repairs import ConfirmRepairFlow, RepairsFlow, RepairsFlowResult
from homeassistant.config_entries import ConfigEntryState
from homeassistant.const import CONF_DOMAIN
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir

from .coordinator import TeslaHomeEnergyConfigEntry
from .pairing import pairing_schema, pairing_url

_ERRORS: Final = {False: "still_unpaired", None: "pairing_unknown"}


class PairingRepairFlow(RepairsFlow):
    """Show where to pair the key, and ask Tesla again until the car holds it."""

    def __init__(self, entry_id: str, vin: str) -> None:
        """Stand for one car of one account."""
        self._entry_id = entry_id
        self._vin = vin

    async def async_step_init(self, user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Begin with the page."""
        return await self.async_step_pair()

    async def async_step_pair(self, user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Show the page; when it is sent, check, and show it again while the car does not hold the key."""
        entry: TeslaHomeEnergyConfigEntry | None = self.hass.config_entries.async_get_entry(self._entry_id)
        if entry is None or entry.state is not ConfigEntryState.LOADED:
            return self.async_abort(reason="not_loaded")
        errors = {}
        if user_input is not None:
            pairing = await entry.runtime_data.pairing.async_check(self._vin)
            if pairing is None or pairing.settled:
                return self.async_create_entry(data={})
            answered = entry.runtime_data.pairing.last_update_success
            errors["base"] = _ERRORS[pairing.paired] if answered else "check_failed"
        name = entry.runtime_data.vehicle_names[self._vin]
        domain = entry.data.get(CONF_DOMAIN)
        if not domain:
            return self.async_show_form(
                step_id="domain_unknown", description_placeholders={"name": name}, errors=errors
            )
        url = pairing_url(domain, self._vin)
        return self.async_show_form(
            step_id="pair",
            data_schema=pairing_schema(url),
            description_placeholders={"name": name, "url": url},
            errors=errors,
        )

    async_step_domain_unknown = async_step_pair


class SignInAgainRepairFlow(RepairsFlow):
    """Ask the person to sign in again, for what Tesla does not allow."""

    def __init__(self, entry_id: str) -> None:
        """Stand for one account."""
        self._entry_id = entry_id

    async def async_step_init(self, user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Begin with the question."""
        return await self.async_step_confirm()

    async def async_step_confirm(self, user_input: dict[str, Any] | None = None) -> RepairsFlowResult:
        """Start the sign-in; the issue goes when its features are there."""
        entry = self.hass.config_entries.async_get_entry(self._entry_id)
        if entry is None:
            return self.async_abort(reason="not_loaded")
        if user_input is None:
            issue = ir.async_get(self.hass).async_get_issue(self.handler, self.issue_id)
            placeholders = issue.translation_placeholders if issue else None
            return self.async_show_form(step_id="confirm", description_placeholders=placeholders)
        entry.async_start_reauth(self.hass)
        return self.async_create_entry(data={})


async def async_create_fix_flow(
    _hass: HomeAssistant, _issue_id: str, data: dict[str, str | int | float | None] | None
) -> RepairsFlow:
    """Return the flow of an issue: of a car, of an account, or of one that was removed."""
    about = data or {}
    if "vin" in about:
        return PairingRepairFlow(str(about["entry_id"]), str(about["vin"]))
    if "entry_id" in about:
        return SignInAgainRepairFlow(str(about["entry_id"]))
    return ConfirmRepairFlow()
