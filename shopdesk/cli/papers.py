"""`shopdesk slip` and `shopdesk summary`: the papers that the window prints."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import UTC, date, datetime
from pathlib import Path

from shopdesk.cli.command import Command, opened, output_of
from shopdesk.cli.streams import say
from shopdesk.errors import DomainError
from shopdesk.i18n import N_, _, current_language
from shopdesk.paths import DataFolder
from shopdesk.printing.files import write_whole
from shopdesk.printing.return_slip import render_return_slips
from shopdesk.printing.sizes import SLIP_SIZES
from shopdesk.printing.words import SLIP_LANGUAGES
from shopdesk.queries.return_detail import find_return_id
from shopdesk.queries.shops import find_shop
from shopdesk.queries.slips import load_return_slip
from shopdesk.storage.reader import Reader


def _slip_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "numbers", nargs="+", type=_number, metavar="NUMBER", help=_("such as R-2611-0001")
    )
    parser.add_argument("--size", choices=SLIP_SIZES, help=_("the paper"))
    parser.add_argument("--language", choices=SLIP_LANGUAGES, help=_("the words on it"))
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


def _number(text: str) -> str:
    """Return a number that can be looked for: bytes that are no text come in as half letters."""
    return text.encode(errors="replace").decode()


def _slip(folder: DataFolder, words: Namespace) -> int:
    target = output_of(folder, words)
    with opened(folder) as desk:
        chosen = desk.settings.now
        with desk.reading() as reader:
            slips = [load_return_slip(reader, i) for i in _ids(reader, words.numbers)]
    size = SLIP_SIZES[words.size or chosen.slip_size]
    write_whole(target, render_return_slips(slips, size, words.language or chosen.slip_language))
    say(str(target))
    return 0


def _ids(reader: Reader, numbers: list[str]) -> list[int]:
    found = {number: find_return_id(reader, number) for number in numbers}
    missing = [number for number, row_id in found.items() if row_id is None]
    if missing:
        raise DomainError(
            _("There is no return {numbers}. Check the number.").format(numbers=", ".join(missing))
        )
    return [row_id for row_id in found.values() if row_id is not None]


def _month(text: str) -> date:
    if not re.fullmatch(r"(19[7-9]|2\d\d)\d-(0[1-9]|1[0-2])", text):
        raise ArgumentTypeError(_("“{text}” is no month; write it like 2026-10").format(text=text))
    return date.fromisoformat(f"{text}-01")


def _summary_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("month", type=_month, metavar="YYYY-MM")
    parser.add_argument("--shop", help=_("name of one shop; all of them if left out"))
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


def _summary(folder: DataFolder, words: Namespace) -> int:
    from shopdesk.printing.period_summary import render_month_summary
    from shopdesk.queries.summaries import load_month_summary

    target = output_of(folder, words)
    with opened(folder) as desk, desk.reading() as reader:
        shop_id = find_shop(reader, words.shop).id if words.shop else None
        summary = load_month_summary(reader, words.month, shop_id, datetime.now(UTC))
    write_whole(target, render_month_summary(summary, current_language()))
    say(str(target))
    return 0


SLIP = Command("slip", N_("make return slips as PDF"), _slip_arguments, _slip)
SUMMARY = Command("summary", N_("make a month's summary as PDF"), _summary_arguments, _summary)
