"""Whole numbers as arguments, refused in words of our own."""

from argparse import ArgumentTypeError
from collections.abc import Callable

from shopdesk.i18n import _

_LONGEST = 20


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Return a type for argparse that takes whole numbers from `least` to `most`."""

    def parsed(text: str) -> int:
        digits = text.lstrip("0") or "0"
        short = len(digits) <= len(str(most))
        if not (text.isascii() and text.isdigit() and short and least <= int(digits) <= most):
            raise ArgumentTypeError(
                _("“{text}” is no whole number from {least} to {most}").format(
                    text=_shown(text), least=least, most=most
                )
            )
        return int(digits)

    return parsed


def _shown(text: str) -> str:
    """Return what was typed, or its beginning where it is longer than any number asked for."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
