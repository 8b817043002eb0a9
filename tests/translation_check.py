"""Every text that Home Assistant would look up while a test runs must be there, with its placeholders.

Home Assistant's own fixture for this is not part of its test package for custom integrations.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
import json
from pathlib import Path
from typing import Any
from unittest.mock import patch

from homeassistant.components.repairs import RepairsFlow
from homeassistant.config_entries import OptionsFlow
from homeassistant.core import ServiceRegistry
from homeassistant.data_entry_flow import FlowManager, FlowResultType
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.issue_registry import IssueRegistry

DOMAIN = "tesla_home_energy"
_SHARED = {"reauth_successful", "reconfigure_successful"}
"""Home Assistant 2026.10 has the texts for these itself."""
_FILE = Path(__file__).parents[1] / "custom_components" / DOMAIN / "translations" / "en.json"


class _Texts:
    """The English texts, and what was looked for in vain."""

    def __init__(self) -> None:
        self._texts: dict[str, Any] = json.loads(_FILE.read_text())
        self.missing: list[str] = []

    def require(self, path: str, placeholders: Mapping[str, object] | None = None) -> None:
        """Note what is missing of a text."""
        text: Any = self._texts
        for part in path.split("."):
            text = text.get(part) if isinstance(text, dict) else None
        if not isinstance(text, str):
            self.missing.append(path)
            return
        try:
            text.format(**(placeholders or {}))
        except KeyError as error:
            self.missing.append(f"{path} (placeholder {error})")

    def require_step(self, flow: str, result: Mapping[str, Any]) -> None:
        """Check what a step of a flow shows; `flow` is where its texts are."""
        placeholders = result.get("description_placeholders")
        if result["type"] is FlowResultType.FORM:
            step = f"{flow}.step.{result['step_id']}"
            self.require(f"{step}.title", placeholders)
            if not result.get("data_schema"):
                self.require(f"{step}.description", placeholders)
            for field in getattr(result.get("data_schema"), "schema", {}):
                self.require(f"{step}.data.{field}")
                self.require(f"{step}.data_description.{field}", placeholders)
            for error in (result.get("errors") or {}).values():
                self.require(f"{flow}.error.{error}", placeholders)
        elif result["type"] is FlowResultType.MENU:
            step = f"{flow}.step.{result['step_id']}"
            self.require(f"{step}.title", placeholders)
            self.require(f"{step}.description", placeholders)
            for option in result["menu_options"]:
                self.require(f"{step}.menu_options.{option}", placeholders)
        elif result["type"] is FlowResultType.ABORT:
            own = result.get("translation_domain") in {None, DOMAIN}
            if own and result["reason"] not in _SHARED:
                self.require(f"{flow}.abort.{result['reason']}", placeholders)

    def require_error(self, error: HomeAssistantError) -> None:
        """Check what a failed action says."""
        if error.translation_domain == DOMAIN:
            self.require(f"exceptions.{error.translation_key}.message", error.translation_placeholders)


def _place(flow: Any) -> str:
    """Where the texts of a flow are; an issue's id is its translation key and what tells the cars apart."""
    if isinstance(flow, RepairsFlow):
        return f"issues.{flow.issue_id.rpartition('_')[0]}.fix_flow"
    return "options" if isinstance(flow, OptionsFlow) else "config"


def _is_ours(flow: Any, result: Mapping[str, Any]) -> bool:
    """Whether a step belongs to this integration; an options flow names its entry instead."""
    if isinstance(flow, OptionsFlow):
        return flow.config_entry.domain == DOMAIN
    return result.get("handler") == DOMAIN


@contextmanager
def translations_checked() -> Iterator[None]:
    """Fail at the end if a text was missing."""
    texts = _Texts()
    handle_step = FlowManager._async_handle_step
    call = ServiceRegistry.async_call
    create_issue = IssueRegistry.async_get_or_create

    async def checked_step(self: Any, *args: Any, **kwargs: Any) -> Any:
        result = await handle_step(self, *args, **kwargs)
        if _is_ours(args[0], result):
            texts.require_step(_place(args[0]), result)
        return result

    async def checked_call(self: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return await call(self, *args, **kwargs)
        except HomeAssistantError as error:
            texts.require_error(error)
            raise

    def checked_issue(self: Any, domain: str, issue_id: str, **kwargs: Any) -> Any:
        if domain == DOMAIN:
            placeholders = kwargs.get("translation_placeholders")
            texts.require(f"issues.{kwargs['translation_key']}.title", placeholders)
            if not kwargs.get("is_fixable"):
                texts.require(f"issues.{kwargs['translation_key']}.description", placeholders)
        return create_issue(self, domain, issue_id, **kwargs)

    with (
        patch.object(FlowManager, "_async_handle_step", checked_step),
        patch.object(ServiceRegistry, "async_call", checked_call),
        patch.object(IssueRegistry, "async_get_or_create", checked_issue),
    ):
        yield
    assert not texts.missing, f"missing in translations/en.json: {texts.missing}"
