"""Amounts of several currencies side by side; they are never added up."""

from collections.abc import Mapping

from shopdesk.formats import Formats
from shopdesk.i18n import current_language


def amounts_text(minor_by_currency: Mapping[str, int]) -> str:
    """Return each currency's amount, the currencies in alphabetical order; empty for none."""
    formats = Formats(current_language())
    return " + ".join(
        formats.money(minor, currency) for currency, minor in sorted(minor_by_currency.items())
    )
