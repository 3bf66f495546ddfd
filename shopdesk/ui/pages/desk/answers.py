"""What the desk says to a scan: a tone, a sound, two sentences, and what can be done next."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language, ngettext
from shopdesk.queries.desk import CaseMatch, Scanned
from shopdesk.queries.finder import OrderHit
from shopdesk.queries.shelf import ShelfRow
from shopdesk.rules.receiving import refusal
from shopdesk.ui.base.goods import goods_text
from shopdesk.ui.base.moments import when_phrase, when_text
from shopdesk.ui.theme import Tone

Sound = Literal["", "ok", "again", "unknown", "wrong"]

CHOICES = {
    "receive": N_("Receive"),
    "receive_all": N_("Receive all"),
    "another": N_("Another parcel of it"),
    "inspect": N_("Inspect"),
    "open_case": N_("Open return"),
    "open_order": N_("Open order"),
    "refused": N_("Log refused parcel"),
    "log": N_("Log a return"),
    "keep": N_("Keep without a return"),
    "match": N_("Match to a return…"),
}
"""What can be done after a scan; the words of the buttons."""

LEAVING = frozenset({"open_case", "open_order"})
"""They lead away from the desk, so Enter, with which scans end too, never takes them."""

ICONS: dict[Tone, str] = {
    "good": "circle-check",
    "wait": "clock",
    "accent": "list",
    "new": "package",
    "late": "triangle-alert",
    "muted": "scan-barcode",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; `choices` are keys of CHOICES.

    `received` are the ids of the returns that were taken in by it.
    """

    tone: Tone
    headline: str
    sentence: str = ""
    sound: Sound = ""
    choices: tuple[str, ...] = ()
    scanned: Scanned | None = None
    received: tuple[int, ...] = ()
    parcel: ShelfRow | None = None
    """A parcel that was put on the shelf, or is there already."""

    @property
    def by_enter(self) -> str:
        """The choice that Enter takes; none where Enter takes one of several matches."""
        matches = self.scanned is not None and self.scanned.count > 1 and not self.received
        first = self.choices[0] if self.choices else ""
        return "" if first in LEAVING or (matches and first == "keep") else first

    @property
    def is_settled(self) -> bool:
        """Whether nothing need be done about it; what can be is offered quietly."""
        return self.tone in ("good", "wait") or self.parcel is not None

    @property
    def timezone(self) -> str:
        """Of the shop that it is about; empty where none is known."""
        if self.parcel is not None:
            return self.parcel.timezone
        about: tuple[CaseMatch | OrderHit, ...] = ()
        if self.scanned is not None:
            about = (*self.scanned.cases, *self.scanned.orders)
        return about[0].timezone if about else ""

    @property
    def case_id(self) -> int | None:
        """The one return that it is about."""
        if len(self.received) == 1:
            return self.received[0]
        cases = self.scanned.cases if self.scanned is not None and not self.received else ()
        return cases[0].id if len(cases) == 1 else None


def ready() -> Answer:
    """Say that the desk waits for a scan."""
    return Answer("muted", _("Ready"), _("Scan the slip or the label. No mouse is needed."))


def failed(code: str) -> Answer:
    """Say that a scan was not answered, and has to be repeated."""
    return Answer("late", code, _("This could not be looked up. Scan it again."), "wrong")


def unread() -> Answer:
    """Say that there was nothing in a scan."""
    return Answer("late", _("No code"), _("The scanner sent no code. Scan it again."), "wrong")


def received(scanned: Scanned, cases: tuple[CaseMatch, ...]) -> Answer:
    """Say which returns were taken in."""
    if len(cases) == 1:
        return _received_one(scanned, cases[0])
    head = ngettext("{n} return received", "{n} returns received", len(cases))
    names = _(", ").join(case.number for case in cases)
    ids = tuple(case.id for case in cases)
    if any(map(_unasked, cases)):
        names = _("{names}. Not all of them were agreed to.").format(names=names)
        return Answer("wait", head.format(n=len(cases)), names, "again", (), scanned, ids)
    return Answer("good", head.format(n=len(cases)), names, "ok", (), scanned, ids)


def logged_refused(scanned: Scanned, order: OrderHit, case_id: int, number: str) -> Answer:
    """Say that the return of a refused parcel was logged and taken in."""
    head = _("{number} · {buyer}").format(number=number, buyer=order.buyer)
    sentence = _("Refused parcel of order {order}: logged and received.")
    text = sentence.format(order=order.number)
    return Answer("good", head, text, "ok", ("inspect", "open_case"), scanned, (case_id,))


def matched(scanned: Scanned, parcel: str) -> Answer:
    """Say whose the parcel is that was kept under a number of its own."""
    case = scanned.cases[0]
    sentence = _("{parcel} is its parcel. {goods}").format(parcel=parcel, goods=goods_of(case))
    choices = ("inspect", "open_case")
    return Answer("good", case_head(case), sentence, "ok", choices, scanned, (case.id,))


def taken_back(answer: Answer) -> Answer:
    """Say of an answer that what it tells of was undone."""
    return Answer("muted", answer.headline, _("Undone. Scan it again if it is here."))


def kept(scanned: Scanned | None, row: ShelfRow) -> Answer:
    """Say under which number a parcel is kept."""
    sentence = _("Write this number on the box. Photos and a note help to find its return.")
    return Answer("new", row.number, sentence, "ok", ("match",), scanned, parcel=row)


def answer_of(scanned: Scanned) -> Answer:
    """Return what is said to a scan that receives nothing by itself."""
    if not scanned.code.text:
        return unread()
    if not scanned.count:
        return _nothing(scanned)
    if scanned.count > 1:
        return _several(scanned)
    if scanned.cases:
        return _not_received(scanned, scanned.cases[0])
    return _on_shelf(scanned) if scanned.shelf else _order(scanned)


def case_head(case: CaseMatch) -> str:
    """Return a return in a word: its number and buyer."""
    if not case.buyer:
        return case.number
    return _("{number} · {buyer}").format(number=case.number, buyer=case.buyer)


def goods_of(case: CaseMatch) -> str:
    """Return what is in the parcel, shortly."""
    goods = goods_text(case.title, case.variant, case.units)
    if case.other_lines < 1:
        return goods
    more = ngettext("{goods} and {n} more line", "{goods} and {n} more lines", case.other_lines)
    return more.format(goods=goods_text(case.title, case.variant, 1), n=case.other_lines)


def when(moment: datetime, timezone: str) -> str:
    """Return a moment of today or before, in a shop's time."""
    return when_text(moment, datetime.now(UTC), _formats(timezone))


def _formats(timezone: str) -> Formats:
    return Formats(current_language(), ZoneInfo(timezone))


def _received_one(scanned: Scanned, case: CaseMatch) -> Answer:
    """Say it in amber where the goods were not to come."""
    choices, ids, head = ("inspect", "open_case"), (case.id,), case_head(case)
    unasked = _unasked(case)
    if not unasked:
        return Answer("good", head, goods_of(case), "ok", choices, scanned, ids)
    sentence = _("{why} {goods}").format(why=unasked, goods=goods_of(case))
    return Answer("wait", head, sentence, "again", choices, scanned, ids)


def _unasked(case: CaseMatch) -> str:
    """Return why the goods of a return were not to come; empty where they were."""
    if case.state == "declined" and case.decided_at is not None:
        formats = _formats(case.timezone)
        day = formats.day(case.decided_at.astimezone(formats.timezone).date())
        return _("This return was declined on {day}. It is here all the same.").format(day=day)
    return _("Nobody agreed to it yet.") if case.state == "asked" else ""


def _nothing(scanned: Scanned) -> Answer:
    sentence = _(
        "Nothing fits this code. Scan another one of the parcel, or press Enter to keep it."
    )
    return Answer("new", scanned.code.text, sentence, "unknown", ("keep",), scanned)


def _several(scanned: Scanned) -> Answer:
    waiting = scanned.receivable
    together = scanned.by == "waybill" and len(waiting) > 1
    if together:
        head = ngettext("{n} return in this box", "{n} returns in this box", len(waiting))
        sentence = _("They have this waybill together. Enter receives all of them.")
        choices: tuple[str, ...] = ("receive_all", "keep")
    else:
        head = ngettext("{n} record fits", "{n} records fit", scanned.count)
        sentence = _("Choose with the arrows, Enter takes it; or scan another code of the parcel.")
        choices = ("keep",)
    count = len(waiting) if together else scanned.count
    return Answer("accent", head.format(n=count), sentence, "unknown", choices, scanned)


def _not_received(scanned: Scanned, case: CaseMatch) -> Answer:
    code = case.verdict.code
    now, formats = datetime.now(UTC), _formats(case.timezone)
    came = when_phrase(case.came_at, now, formats) if case.came_at else ""
    sentence = refusal(code, case.number, came)
    if code == "came":
        choices = ("inspect", "another", "open_case")
        return Answer("wait", case_head(case), sentence, "again", choices, scanned)
    return Answer("late", case_head(case), sentence, "wrong", ("open_case", "keep"), scanned)


def _on_shelf(scanned: Scanned) -> Answer:
    row = scanned.shelf[0]
    sentence = _("This parcel is kept without a return. {note}").format(note=row.note).strip()
    return Answer("wait", row.number, sentence, "again", ("match",), scanned, parcel=row)


def _order(scanned: Scanned) -> Answer:
    order = scanned.orders[0]
    head = _("Order {number} · {buyer}").format(number=order.number, buyer=order.buyer)
    if scanned.by == "sent_waybill":
        sentence = _("It went out with this waybill and comes back. Enter logs the refused parcel.")
        choices = ("refused", "log", "keep", "open_order")
    else:
        sentence = _("No return of this order is open. Log one, or log it as refused.")
        choices = ("log", "refused", "keep", "open_order")
    return Answer("new", head, sentence, "unknown", choices, scanned)
