"""The answers of `partner_accounts` and `partner_accounts/public_key`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerAccount:
    """The application as registered in one region."""

    public_key: str
    """Hexadecimal of the uncompressed point: ``04`` and 128 digits."""
    domain: str | None = None
    """Only in the answer to a registration."""
