"""The form on Tesla's consent page, as a browser would send it."""

from collections.abc import Collection
from html.parser import HTMLParser
from typing import override


class ConsentForm(HTMLParser):
    """The form with its boxes as the page shows them.

    Attributes:
        action: Where to send it.
        fields: What to send, to allow it.
        boxes: The scopes that the page offers.
    """

    def __init__(self, page: str, *, untick: Collection[str] = ()) -> None:
        """Read the page's HTML; `untick` names scopes whose boxes the person clears."""
        super().__init__()
        self.action = ""
        self.fields: list[tuple[str, str]] = []
        self.boxes: list[str] = []
        self._untick = untick
        self.feed(page)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        name, value = values.get("name", ""), values.get("value", "")
        if tag == "form":
            self.action = values["action"]
        elif tag == "button" and values.get("id") == "allow":
            self.fields.append((name, value))
        elif tag == "input" and values.get("type") == "checkbox":
            self.boxes.append(value)
            if "checked" in values and value not in self._untick:
                self.fields.append((name, value))
        elif tag == "input":
            self.fields.append((name, value))
