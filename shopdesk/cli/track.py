"""`shopdesk track`: what a file of events or waybills is taken for; with --yes it is written."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from shopdesk.cli.command import Command, opened
from shopdesk.cli.streams import answer, complain, say
from shopdesk.desk import Desk
from shopdesk.errors import DomainError
from shopdesk.i18n import N_, _, ngettext
from shopdesk.importing.drafts import Problem
from shopdesk.importing.tracking import TrackingFile, read_tracking
from shopdesk.paths import DataFolder
from shopdesk.queries.sending import Judged, judge_pairs
from shopdesk.queries.shops import load_shops
from shopdesk.queries.tracking_file import VERDICTS, JudgedEvent, judge_events, new_by_parcel
from shopdesk.rules.sending import VERDICTS as PAIR_VERDICTS
from shopdesk.rules.sentences import courier_name
from shopdesk.rules.tracking import STATUSES
from shopdesk.services.drafts import DispatchDraft

_QUIET = frozenset({"new", "known", "sends"})
"""What needs no word of complaint."""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help=_(
            "a table with the columns waybill, time, place, text (a heading may name others,"
            " in any order); or lines with the number of a reshipment or order, its waybill"
            " and, if it is not clear, the courier"
        ),
    )
    parser.add_argument("--yes", action="store_true", help=_("write what the preview shows"))
    parser.add_argument("--json", action="store_true", help=_("answer as JSON"))


def _run(folder: DataFolder, words: Namespace) -> int:
    with opened(folder) as desk:
        found = _read(desk, words.file)
        with desk.reading() as reader:
            told = [(each.line, each.waybill, each.event) for each in found.events]
            events = judge_events(reader, told, datetime.now(UTC))
            pairs = judge_pairs(reader, found.pairs)
        sends = [each for each in pairs if each.verdict == "sends"]
        if words.yes:
            _write_events(desk, events)
            _send(desk, sends)
    written = words.yes and bool(new_by_parcel(events) or sends)
    _answer(events, pairs, found.problems, words, written=written)
    troubles = (*(each.verdict for each in events), *(each.verdict for each in pairs))
    return 1 if found.problems or any(code not in _QUIET for code in troubles) else 0


def _read(desk: Desk, path: Path) -> TrackingFile:
    with desk.reading() as reader:
        shops = load_shops(reader)
    if not shops:
        raise DomainError(_("There is no shop yet. Start ShopDesk once to set it up."))
    zone = ZoneInfo(shops[0].timezone)
    found = read_tracking(path, datetime.now(UTC).astimezone(zone).date(), zone)
    has_pairs = any(pair.number for pair in found.pairs)
    if not (found.events or has_pairs or found.problems):
        raise DomainError(_("The file holds neither tracking events nor numbers with waybills."))
    return found


def _write_events(desk: Desk, events: Sequence[JudgedEvent]) -> None:
    by_parcel = new_by_parcel(events)
    if by_parcel:
        from shopdesk.services.tracking import add_many

        desk.write(
            N_("{n} tracking events added."),
            lambda session: add_many(session, by_parcel, "imported"),
        )


def _send(desk: Desk, pairs: Sequence[Judged]) -> None:
    if pairs:
        from shopdesk.services.sending import Outgoing, send_many

        parcels = [
            Outgoing(
                each.case_id,
                each.version,
                each.reshipment,
                DispatchDraft(each.courier, each.pair.waybill),
            )
            for each in pairs
        ]
        desk.write(N_("{n} parcels sent."), lambda session: send_many(session, parcels))


def _answer(
    events: Sequence[JudgedEvent],
    pairs: Sequence[Judged],
    problems: Sequence[Problem],
    words: Namespace,
    *,
    written: bool,
) -> None:
    if words.json:
        told = _as_json(events, pairs, problems, written=written)
        answer(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for line in (*_counts(events), *_pair_counts(pairs)):
        say(line)
    for sentence in _complaints(events, pairs, problems):
        complain(sentence)
    say(_outcome(asked=words.yes, written=written))


def _outcome(*, asked: bool, written: bool) -> str:
    if not asked:
        return _("Nothing was written. Add --yes to write it.")
    return _("Written.") if written else _("Nothing was written: there is nothing new in it.")


def _counts(events: Sequence[JudgedEvent]) -> Iterator[str]:
    if events:
        new = sum(each.verdict == "new" for each in events)
        yield ngettext("{n} new event", "{n} new events", new).format(n=new)
        known = sum(each.verdict == "known" for each in events)
        if known:
            yield ngettext("{n} known already", "{n} known already", known).format(n=known)


def _pair_counts(pairs: Sequence[Judged]) -> Iterator[str]:
    for each in pairs:
        if each.verdict == "sends":
            courier = courier_name(each.courier, each.courier_name)
            yield f"{each.reshipment}  {each.pair.waybill}  {courier}"


def _complaints(
    events: Sequence[JudgedEvent], pairs: Sequence[Judged], problems: Sequence[Problem]
) -> Iterator[str]:
    for problem in problems:
        yield _at_line(problem.line or 0, problem.sentence)
    for event in events:
        if event.verdict not in _QUIET:
            yield _at_line(event.line, f"{event.waybill}: {_(VERDICTS[event.verdict])}")
    for pair in pairs:
        if pair.verdict not in _QUIET:
            named = pair.pair.number or pair.pair.text
            yield _at_line(pair.pair.line, f"{named}: {_(PAIR_VERDICTS[pair.verdict])}")


def _at_line(line: int, sentence: str) -> str:
    return _("line {line}: {sentence}").format(line=line, sentence=sentence)


def _as_json(
    events: Sequence[JudgedEvent],
    pairs: Sequence[Judged],
    problems: Sequence[Problem],
    *,
    written: bool,
) -> dict[str, Any]:
    return {
        "written": written,
        "events": [
            {
                "line": each.line,
                "waybill": each.waybill,
                "at": each.event.at.isoformat(),
                "place": each.event.place,
                "text": each.event.text,
                "status": each.event.status,
                "meaning": STATUSES[each.event.status].name,
                "of": list(each.numbers),
                "verdict": each.verdict,
            }
            for each in events
        ],
        "parcels": [
            {
                "line": each.pair.line,
                "number": each.pair.number,
                "reshipment": each.reshipment,
                "waybill": each.pair.waybill,
                "courier": each.courier,
                "verdict": each.verdict,
            }
            for each in pairs
        ],
        "problems": [{"line": problem.line, "sentence": problem.sentence} for problem in problems],
    }


COMMAND = Command(
    "track", N_("read tracking events or waybills, and write them with --yes"), _arguments, _run
)
