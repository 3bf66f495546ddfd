"""`shopdesk slip`, `packing-slip` and `address-label`: what goes into and onto parcels."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from shopdesk.cli.case_numbers import case_ids, number_of
from shopdesk.cli.command import Command, opened, paper_of
from shopdesk.cli.streams import say
from shopdesk.i18n import N_, _
from shopdesk.paths import DataFolder
from shopdesk.printing.address_label import render_address_labels
from shopdesk.printing.files import write_whole
from shopdesk.printing.packing_slip import render_packing_slips
from shopdesk.printing.return_slip import render_return_slips
from shopdesk.printing.sizes import SLIP_SIZES, PaperSize
from shopdesk.printing.words import SLIP_LANGUAGES
from shopdesk.queries.slips import load_packing_slip, load_return_slip
from shopdesk.storage.reader import Reader

T = TypeVar("T")
Read = Callable[[Reader, int], T]
Render = Callable[[Sequence[T], PaperSize, str], bytes]


def _arguments(example: str, parser: ArgumentParser) -> None:
    help_text = _("such as {number}").format(number=example)
    parser.add_argument("numbers", nargs="+", type=number_of, metavar="NUMBER", help=help_text)
    parser.add_argument("--size", choices=SLIP_SIZES, help=_("the paper"))
    parser.add_argument("--language", choices=SLIP_LANGUAGES, help=_("the words on it"))
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


def _print(
    kind: str, read: Read[T], render: Render[T], folder: DataFolder, words: Namespace
) -> int:
    """Write the slips of some cases of one kind into one PDF."""
    target = paper_of(folder, words)
    with opened(folder) as desk:
        chosen = desk.settings.now
        with desk.reading() as reader:
            slips = [read(reader, row_id) for row_id in case_ids(reader, words.numbers, kind)]
    size = SLIP_SIZES[words.size or chosen.slip_size]
    write_whole(target, render(slips, size, words.language or chosen.slip_language))
    say(str(target))
    return 0


SLIP = Command(
    "slip",
    N_("make return slips as PDF"),
    partial(_arguments, "R-2611-0001"),
    partial(_print, "return", load_return_slip, render_return_slips),
)
PACKING_SLIP = Command(
    "packing-slip",
    N_("make packing slips as PDF"),
    partial(_arguments, "S-2611-0001"),
    partial(_print, "reshipment", load_packing_slip, render_packing_slips),
)
ADDRESS_LABEL = Command(
    "address-label",
    N_("make address labels of reshipments as PDF"),
    partial(_arguments, "S-2611-0001"),
    partial(_print, "reshipment", load_packing_slip, render_address_labels),
)
