"""Users, the applications they allow things to, and what they allowed."""

from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from .scopes import SCOPES

DEFAULT_SUBJECT: Final = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"


def is_loopback(host: str | None) -> bool:
    """Return whether a host name or address is this machine."""
    if host is None:
        return False
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(slots=True, kw_only=True)
class Application:
    """An app registered on Tesla's developer site."""

    client_id: str
    client_secret: str | None
    name: str = "Demo Home"
    redirect_uris: set[str] = field(default_factory=set)
    loopback_redirects: bool = True
    scopes: frozenset[str] = frozenset(SCOPES)
    allowed_origins: set[str] = field(default_factory=set)

    def may_redirect_to(self, uri: str) -> bool:
        """Return whether the URI is exactly a registered one, or on this machine where any such will do."""
        if uri in self.redirect_uris:
            return True
        parts = urlsplit(uri)
        return self.loopback_redirects and parts.scheme in ("http", "https") and is_loopback(parts.hostname)


@dataclass(slots=True, kw_only=True)
class User:
    """An owner."""

    subject: str = DEFAULT_SUBJECT
    email: str = "owner@example.org"
    full_name: str = "Erika Muster"
    region: str = "EU"
    locale: str = "de-DE"


@dataclass(slots=True)
class Accounts:
    """Everything that Tesla's sign-in knows of people and applications."""

    applications: dict[str, Application] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    signed_in: str = DEFAULT_SUBJECT
    granted: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def add_application(self, application: Application) -> None:
        """Register an application, or replace it."""
        self.applications[application.client_id] = application

    def add_user(self, user: User) -> None:
        """Add an owner, or replace one."""
        self.users[user.subject] = user

    @property
    def user(self) -> User:
        """The user whom the sign-in recognises by itself."""
        return self.users[self.signed_in]


def default_accounts() -> Accounts:
    """Return the demo's user and application."""
    accounts = Accounts()
    accounts.add_user(User())
    accounts.add_application(
        Application(
            client_id="demo-client",
            client_secret="demo-secret",
            redirect_uris={
                "https://my.home-assistant.io/redirect/oauth",
                "https://example.com/auth/external/callback",
            },
        )
    )
    return accounts
