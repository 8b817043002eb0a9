"""The options of an account: what a month may cost."""

from typing import Any, Final

import voluptuous as vol

from homeassistant.config_entries import ConfigFlowResult, OptionsFlowWithReload
from homeassistant.helpers.selector import (
    BooleanSelector,
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
)

from .const import CONF_BUDGET, CONF_BUDGET_SHARING, CONF_ENERGY_BILLED
from .fleet_api import Budget, Sharing

_DEFAULT: Final = Budget()

OPTIONS: Final = vol.Schema(
    {
        vol.Required(CONF_BUDGET, default=_DEFAULT.dollars): NumberSelector(
            NumberSelectorConfig(
                min=0.5, max=1000, step=0.5, mode=NumberSelectorMode.BOX, unit_of_measurement="USD"
            )
        ),
        vol.Required(CONF_BUDGET_SHARING, default=_DEFAULT.sharing): SelectSelector(
            SelectSelectorConfig(
                options=list(Sharing), mode=SelectSelectorMode.LIST, translation_key=CONF_BUDGET_SHARING
            )
        ),
        vol.Required(CONF_ENERGY_BILLED, default=_DEFAULT.energy_billed): BooleanSelector(),
    }
)


class TeslaHomeEnergyOptionsFlow(OptionsFlowWithReload):
    """One page; what else the options hold stays."""

    async def async_step_init(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask what a month may cost."""
        options = self.config_entry.options
        if user_input is not None:
            return self.async_create_entry(data={**options, **user_input})
        schema = self.add_suggested_values_to_schema(OPTIONS, options)
        return self.async_show_form(step_id="init", data_schema=schema)
