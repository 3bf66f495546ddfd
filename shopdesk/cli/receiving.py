"""`shopdesk receive`: what a scan at the desk does, for a scanner without a window."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from shopdesk.cli.command import Command, opened
from shopdesk.cli.streams import answer, complain, say
from shopdesk.desk import Desk
from shopdesk.errors import DomainError
from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.paths import DataFolder
from shopdesk.queries.desk import CaseMatch, Scanned, find_scanned
from shopdesk.queries.shelf import ShelfRow, load_shelf_parcel
from shopdesk.rules.receiving import refusal
from shopdesk.rules.states import STATES
from shopdesk.services.drafts import OwnerlessDraft, ReceiptDraft


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a scan; `done` is False where a person has to decide."""

    result: str
    sentence: str
    done: bool = True


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "code", help=_("a return's number, a waybill, an order number, the end of a phone number")
    )
    parser.add_argument("--note", default="", help=_("what is seen on the parcel"))
    parser.add_argument(
        "--keep", action="store_true", help=_("keep a parcel that belongs to no return yet")
    )
    parser.add_argument(
        "--refused", action="store_true", help=_("log the return of a refused parcel")
    )
    parser.add_argument("--json", action="store_true", help=_("answer as JSON"))


def _run(folder: DataFolder, words: Namespace) -> int:
    words.note = _readable(words.note)
    with opened(folder) as desk:
        with desk.reading() as reader:
            found = find_scanned(reader, _readable(words.code))
        outcome = _outcome(desk, words, found)
    _tell(found, outcome, as_json=words.json)
    return 0 if outcome.done else 1


def _readable(argument: str) -> str:
    """Return an argument in signs that can be written: a terminal may hand over broken ones."""
    return argument.encode(errors="replace").decode()


def _outcome(desk: Desk, words: Namespace, found: Scanned) -> Outcome:
    if not found.code.text:
        raise DomainError(_("There is no code in this. Scan it again."))
    if not found.count:
        return _nothing(desk, words, found)
    if found.count > 1:
        sentence = _("Several records fit this code. Name one of them by its number.")
        return Outcome("several", sentence, done=False)
    if found.cases:
        return _case(desk, words, found, found.cases[0])
    if found.shelf:
        return Outcome("kept", _kept(found.shelf[0]))
    return _order(desk, words, found)


def _case(desk: Desk, words: Namespace, found: Scanned, case: CaseMatch) -> Outcome:
    verdict = case.verdict
    if not verdict.receives:
        return Outcome(verdict.code, _refusal(case), done=verdict.code == "came")
    from shopdesk.services.receiving import receive_parcel

    draft = ReceiptDraft(found.code.text, found.waybill)
    _write(desk, words, lambda session: receive_parcel(session, case.id, draft).id)
    return Outcome("received", _("{number}: parcel arrived.").format(number=case.number))


def _order(desk: Desk, words: Namespace, found: Scanned) -> Outcome:
    order = found.orders[0]
    if not words.refused:
        sentence = _("Order {number} has no open return. With --refused one is logged.")
        return Outcome("order", sentence.format(number=order.number), done=False)
    from shopdesk.services.receiving import receive_refused

    draft = ReceiptDraft(found.code.text, found.waybill)
    _write(desk, words, lambda session: receive_refused(session, order.id, draft))
    sentence = _("Order {number}: refused parcel logged as a return.")
    return Outcome("refused", sentence.format(number=order.number))


def _nothing(desk: Desk, words: Namespace, found: Scanned) -> Outcome:
    if not words.keep:
        sentence = _("Nothing fits this code. With --keep the parcel gets a number of its own.")
        return Outcome("nothing", sentence, done=False)
    from shopdesk.services.ownerless import keep_parcel

    draft = OwnerlessDraft(found.waybill, words.note)
    parcel_id = desk.write(N_("Parcel kept."), lambda session: keep_parcel(session, draft)).value
    with desk.reading() as reader:
        kept = load_shelf_parcel(reader, parcel_id)
    return Outcome("kept", _kept(kept) if kept else "")


def _write(desk: Desk, words: Namespace, receive: Callable[[Any], int]) -> None:
    """Receive, and put the note on the return's timeline in the same write."""
    from shopdesk.services.returns import add_note

    def work(session: Any) -> None:  # noqa: ANN401 - an ORM session, passed through
        case_id = receive(session)
        if words.note.strip():
            add_note(session, case_id, words.note)

    desk.write(N_("Parcel arrived."), work)


def _refusal(case: CaseMatch) -> str:
    formats = Formats(current_language(), ZoneInfo(case.timezone))
    came = formats.date_time(case.came_at) if case.came_at else ""
    return refusal(case.verdict.code, case.number, came)


def _kept(row: ShelfRow) -> str:
    return _("It is kept as {number}. Write this on the box.").format(number=row.number)


def _tell(found: Scanned, outcome: Outcome, *, as_json: bool) -> None:
    if as_json:
        answer(json.dumps(_as_json(found, outcome), ensure_ascii=False, indent=1))
        return
    for line in _lines(found) if outcome.result == "several" else ():
        say(line)
    (say if outcome.done else complain)(outcome.sentence)


def _lines(found: Scanned) -> Iterator[str]:
    for case in found.cases:
        yield f"{case.number}  {_(STATES[case.state].name)}  {case.buyer}  {case.title}"
    for order in found.orders:
        yield _("Order {number}").format(number=order.number) + f"  {order.buyer}  {order.items}"
    for row in found.shelf:
        yield f"{row.number}  {row.waybill}  {row.note}"


def _as_json(found: Scanned, outcome: Outcome) -> dict[str, Any]:
    return {
        "code": found.code.text,
        "found_by": found.by,
        "result": outcome.result,
        "sentence": outcome.sentence,
        "returns": [{"number": case.number, "state": case.state} for case in found.cases],
        "orders": [order.number for order in found.orders],
        "parcels": [row.number for row in found.shelf],
    }


COMMAND = Command("receive", N_("take in a parcel by its code"), _arguments, _run)
