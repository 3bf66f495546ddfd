"""`shopdesk summary`: a month on paper."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import UTC, date, datetime
from pathlib import Path

from shopdesk.cli.command import Command, opened, paper_of
from shopdesk.cli.streams import say
from shopdesk.i18n import N_, _, current_language
from shopdesk.paths import DataFolder
from shopdesk.printing.files import write_whole
from shopdesk.printing.sizes import report_paper
from shopdesk.queries.shops import find_shop, load_shops


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

    target = paper_of(folder, words)
    with opened(folder) as desk, desk.reading() as reader:
        shop = find_shop(reader, words.shop) if words.shop else None
        first = shop or next(iter(load_shops(reader)), None)
        chosen = desk.settings.now.paper_choice("month_summary").paper
        size = report_paper(chosen, first.region if first else "")
        shop_id = shop.id if shop else None
        summary = load_month_summary(reader, words.month, shop_id, datetime.now(UTC))
    write_whole(target, render_month_summary(summary, current_language(), size))
    say(str(target))
    return 0


COMMAND = Command("summary", N_("make a month's summary as PDF"), _summary_arguments, _summary)
