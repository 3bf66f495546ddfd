"""`shopdesk today`: what is to be done now, as lines, as JSON, or as the day sheet's PDF."""

import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Collection
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from shopdesk.cli.command import Command, opened, paper_of
from shopdesk.cli.streams import answer, say
from shopdesk.errors import DomainError
from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language, ngettext
from shopdesk.paths import DataFolder
from shopdesk.printing.files import write_whole
from shopdesk.printing.sizes import report_size
from shopdesk.queries.day_sheet import SheetAsked, load_day_sheet
from shopdesk.queries.people import load_person_rows
from shopdesk.queries.shops import find_shop, load_shops
from shopdesk.queries.today import MOST_TASKS, DayAsked, find_tasks, shop_zone
from shopdesk.queries.today_rows import load_tasks
from shopdesk.queries.today_tiles import DayFigures, count_day
from shopdesk.rules.owners import EVERYONE
from shopdesk.rules.today.due import short_due
from shopdesk.rules.today.sentences import task_sentence
from shopdesk.rules.today.tasks import Task
from shopdesk.rules.today.tiles import TILES
from shopdesk.storage.reader import Reader

_YEARS = range(2000, 3000)
"""The years of which a sheet is made: no shop's data lie outside of them."""


def _day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(
            _("“{text}” is no day; write it like 2026-11-22").format(text=text)
        ) from error
    if found.year not in _YEARS:
        first, last = _YEARS[0], _YEARS[-1]
        raise ArgumentTypeError(
            _("choose a day from {first} to {last}").format(first=first, last=last)
        )
    return found


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("answer as JSON"))
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help=_("make the day sheet as PDF")
    )
    parser.add_argument("--mine", metavar="NAME", help=_("only the work of one person"))
    parser.add_argument("--shop", help=_("name of one shop; all of them if left out"))
    parser.add_argument(
        "--date", type=_day, metavar="DAY", help=_("the day of the sheet; today if left out")
    )


def _run(folder: DataFolder, words: Namespace) -> int:
    if words.date and not words.output:
        raise DomainError(_("Another day is told on paper only. Name a file with -o."))
    target = paper_of(folder, words) if words.output else None
    with opened(folder, only_reads=True) as desk, desk.reading() as reader:
        if target is not None:
            write_whole(target, _paper(reader, words))
        if words.json or target is None:
            _tell(reader, words, desk.settings.now.waiting_documents())
        else:
            say(str(target))
    return 0


def _paper(reader: Reader, words: Namespace) -> bytes:
    from shopdesk.printing.day_sheet import render_day_sheet

    shop = find_shop(reader, words.shop) if words.shop else next(iter(load_shops(reader)), None)
    asked = SheetAsked(
        datetime.now(UTC),
        words.date,
        shop.id if shop and words.shop else None,
        _owner(reader, words.mine),
        words.mine or "",
    )
    return render_day_sheet(load_day_sheet(reader, asked), report_size(shop.region if shop else ""))


def _tell(reader: Reader, words: Namespace, awaited: Collection[str]) -> None:
    shop_id = find_shop(reader, words.shop).id if words.shop else None
    owner = _owner(reader, words.mine)
    asked = DayAsked(datetime.now(UTC), shop_zone(reader), owner, shop_id, awaited)
    with reader.snapshot():
        figures = count_day(reader, asked)
        tasks = load_tasks(reader, list(islice(find_tasks(reader, asked), MOST_TASKS)))
    if words.json:
        answer(json.dumps(_as_json(figures, tasks, asked), ensure_ascii=False, indent=1))
        return
    counts = (f"{_(tile.title)} {figures.counts[code]}" for code, tile in TILES.items())
    say(" · ".join(counts))
    for task in tasks:
        say(_line(task, asked))
    if figures.tasks > len(tasks):
        more = figures.tasks - len(tasks)
        say(ngettext("and {n} more", "and {n} more", more).format(n=more))


def _owner(reader: Reader, name: str | None) -> int:
    if not name:
        return EVERYONE
    people = {person.name.casefold(): person for person in load_person_rows(reader)}
    if name.strip().casefold() not in people:
        raise DomainError(
            _("Nobody here is called “{name}”. There are: {names}.").format(
                name=name, names=_(", ").join(one.name for one in people.values()) or "—"
            )
        )
    return people[name.strip().casefold()].id


def _line(task: Task, asked: DayAsked) -> str:
    formats = Formats(current_language(), asked.zone)
    due = short_due(task.due_at, asked.now, asked.zone).text
    who = " · ".join(filter(None, (task.number or _("Follow-up"), task.buyer)))
    sentence = task_sentence(task, asked.now, formats)
    step = _(task.next_step(asked.now).name)
    return f"{due}\t{who}\t{sentence}\t{step}"


def _as_json(figures: DayFigures, tasks: list[Task], asked: DayAsked) -> dict[str, Any]:
    formats = Formats(current_language(), asked.zone)
    return {
        "now": asked.now.isoformat(timespec="seconds"),
        "counts": dict(figures.counts),
        "tasks": figures.tasks,
        "due_today": figures.today,
        "to_refund_minor": dict(figures.to_refund),
        "next": [
            {
                "kind": task.kind,
                "id": task.id,
                "number": task.number,
                "buyer": task.buyer,
                "state": task.state,
                "due_at": task.due_at.isoformat() if task.due_at else None,
                "about": task_sentence(task, asked.now, formats),
                "step": task.next_step(asked.now).code,
                "owner": task.owner,
            }
            for task in tasks
        ],
    }


COMMAND = Command("today", N_("tell what is to be done now"), _arguments, _run)
