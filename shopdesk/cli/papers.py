"""`shopdesk summary` and `shopdesk evidence-pack`: the reports that the window prints."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import UTC, date, datetime
from pathlib import Path

from shopdesk.cli.case_numbers import case_ids, number_of
from shopdesk.cli.command import Command, opened, paper_of
from shopdesk.cli.streams import say
from shopdesk.i18n import LANGUAGES, N_, _, current_language, speak
from shopdesk.paths import DataFolder
from shopdesk.printing.files import write_whole
from shopdesk.printing.sizes import report_size
from shopdesk.queries.shops import ShopRow, find_shop
from shopdesk.rules.languages import buyers_language


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
        shop_id = find_shop(reader, words.shop).id if words.shop else None
        summary = load_month_summary(reader, words.month, shop_id, datetime.now(UTC))
    write_whole(target, render_month_summary(summary, current_language()))
    say(str(target))
    return 0


def _pack_arguments(parser: ArgumentParser) -> None:
    help_text = _("such as {number}").format(number="C-2611-0001")
    parser.add_argument("number", type=number_of, metavar="NUMBER", help=help_text)
    parser.add_argument("--language", choices=LANGUAGES, help=_("the words on it"))
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


def _pack(folder: DataFolder, words: Namespace) -> int:
    from shopdesk.printing.evidence_pack import render_evidence_pack
    from shopdesk.queries.evidence_pack import load_evidence_pack

    target = paper_of(folder, words)
    with opened(folder) as desk, desk.reading() as reader:
        (case_id,) = case_ids(reader, [words.number])
        pack = load_evidence_pack(reader, case_id, datetime.now(UTC))
    size, spoken = report_size(pack.shop.region), current_language()
    speak(_pack_language(pack.shop, words))
    paper = render_evidence_pack(pack, folder.attachments, size)
    speak(spoken)
    write_whole(target, paper)
    say(str(target))
    return 0


def _pack_language(shop: ShopRow, words: Namespace) -> str:
    """Return the language asked for, else that of the shop's buyers: so speaks the platform."""
    asked: str = words.language or getattr(words, "lang", "")
    return asked or buyers_language(shop.buyer_language, shop.region)


SUMMARY = Command("summary", N_("make a month's summary as PDF"), _summary_arguments, _summary)
EVIDENCE_PACK = Command(
    "evidence-pack", N_("make a case's evidence pack as PDF"), _pack_arguments, _pack
)
