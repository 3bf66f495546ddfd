"""`shopdesk printers`: the printers of this computer, and what is the matter with them."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from shopdesk.cli.command import Command
from shopdesk.cli.streams import say
from shopdesk.i18n import N_, _
from shopdesk.paths import DataFolder

if TYPE_CHECKING:
    from shopdesk.printers import PrinterRow


def _arguments(_parser: ArgumentParser) -> None:
    """Take no arguments."""


def _run(_folder: DataFolder, _words: Namespace) -> int:
    from shopdesk.printers import find_printers

    rows = find_printers()
    for row in rows:
        say(" · ".join(_facts(row)))
    if not rows:
        say(_("This computer has no printer. Papers can be saved as PDF."))
    return 0


def _facts(row: "PrinterRow") -> Iterator[str]:
    yield row.name
    if row.title != row.name:
        yield row.title
    yield _("{dpi} dpi").format(dpi=row.dpi)
    if row.is_label:
        yield _("prints labels")
    if row.is_default:
        yield _("the default")
    if row.trouble:
        yield row.trouble


COMMAND = Command("printers", N_("list the printers of this computer"), _arguments, _run)
