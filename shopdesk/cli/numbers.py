"""Whole numbers as arguments, refused in words of our own."""

from argparse import ArgumentTypeError
from collections.abc import Callable

from shopdesk.i18n import _


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Return a type for argparse that takes whole numbers from `least` to `most`."""

    def parsed(text: str) -> int:
        if not (text.isascii() and text.isdigit()) or not least <= int(text) <= most:
            raise ArgumentTypeError(
                _("“{text}” is no whole number from {least} to {most}").format(
                    text=text, least=least, most=most
                )
            )
        return int(text)

    return parsed
