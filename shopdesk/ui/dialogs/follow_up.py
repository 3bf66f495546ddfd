"""Something to be done by a time: planned, or changed while it is open.

FollowUpDialog(bench, window, Planned(target=...)).open()
FollowUpDialog(bench, window, Planned(row=row)).open()
"""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.follow_targets import FollowTarget, load_shop_times
from shopdesk.queries.follow_ups import FollowUpRow
from shopdesk.queries.people import find_person_id, load_person_rows
from shopdesk.queries.shops import load_shops
from shopdesk.rules.channels import CHANNELS
from shopdesk.rules.follow_times import ShopTimes
from shopdesk.rules.follow_ups import KINDS
from shopdesk.services.case_drafts import FollowUpDraft
from shopdesk.ui.base.fields import ChoiceField, NoteField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Reader, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.follow_ups.about_field import AboutField
from shopdesk.ui.follow_ups.time_field import TimeField
from shopdesk.ui.follow_ups.words import buyer_of
from shopdesk.ui.workbench import Workbench

_NOTE_LENGTH = 10_000
PLANNED = N_("Follow-up planned.")
CHANGED = N_("Follow-up changed.")


@dataclass(frozen=True, slots=True)
class Planned:
    """What the form is about: an open follow-up, or whom a new one is about.

    With neither the form asks for it.
    """

    row: FollowUpRow | None = None
    target: FollowTarget | None = None


@dataclass(frozen=True, slots=True)
class _Opened:
    """What the form is filled from."""

    times: ShopTimes
    people: tuple[tuple[str, str], ...]
    me: int | None


class FollowUpDialog(FormDialog):
    """The time is proposed in working hours; a time that passed meanwhile stays until changed."""

    def __init__(self, bench: Workbench, parent: QWidget, planned: Planned) -> None:
        super().__init__(parent, _title(planned))
        self._bench = bench
        self._planned = planned
        with bench.desk.reading() as reader:
            opened = _opened(reader, planned, bench.desk.person)
        self._add_fields(opened)
        self._fill_in(opened)
        self.form.settle()

    def save(self) -> None:
        """Write it."""
        draft = self._draft()
        row = self._planned.row

        def work(session: Session) -> int:
            if row is not None:
                services.follow_ups.change_follow_up(session, row.id, draft, row.version)
                return row.id
            made: int = services.follow_ups.add_follow_up(session, draft)
            return made

        label = PLANNED if row is None else CHANGED
        self._bench.operations.write(label, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        super().saved(value, change)
        if change.id is not None:
            offer_undo(self._bench, change, change.words)

    def _draft(self) -> FollowUpDraft:
        target = self._planned.target if self.about is None else self.about.target()
        owner = self.owner.value()
        return FollowUpDraft(
            kind=self.kind.value(),
            due_at=self.due_at.value(),
            case_id=target.case_id if target else None,
            customer_id=target.customer_id if target else None,
            shop_id=target.shop_id if target else None,
            channel=self.channel.value(),
            note=self.note.value(),
            owner_id=int(owner) if owner else None,
        )

    def _add_fields(self, opened: _Opened) -> None:
        add = self.form.add
        self.about: AboutField | None = None
        if self._planned.row is None and self._planned.target is None:
            self.about = add("about", N_("&About"), AboutField(self._bench))
        self.kind = add("kind", N_("Wha&t"), ChoiceField(_named(KINDS)))
        self.due_at = add("due_at", N_("Wh&en"), TimeField(opened.times))
        self.channel = add("channel", N_("C&hannel"), ChoiceField([("", "—"), *_named(CHANNELS)]))
        people = [("", _("Nobody yet")), *opened.people]
        self.owner = add("owner_id", N_("Wh&o"), ChoiceField(people))
        self.note = add("note", N_("&Note"), NoteField(_NOTE_LENGTH))

    def _fill_in(self, opened: _Opened) -> None:
        row = self._planned.row
        if row is None:
            self.due_at.choose("tomorrow")
            self.owner.set_value(str(opened.me or ""))
            return
        self.kind.set_value(row.kind)
        self.due_at.set_value(row.due_at)
        self.channel.set_value(row.channel)
        self.owner.set_value(str(row.owner_id or ""))
        self.note.set_value(row.note)


def _opened(reader: Reader, planned: Planned, person: str) -> _Opened:
    known = planned.row or planned.target
    shop_id = known.shop_id if known else load_shops(reader)[0].id
    people = tuple((str(one.id), one.name) for one in load_person_rows(reader))
    return _Opened(load_shop_times(reader, shop_id), people, find_person_id(reader, person))


def _title(planned: Planned) -> str:
    row, target = planned.row, planned.target
    title = _("New follow-up") if row is None else _("Change follow-up")
    about = ""
    if row is not None:
        about = row.case_number or buyer_of(row)
    elif target is not None:
        about = target.number or target.buyer
    return f"{title} · {about}" if about else title


def _named(names: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, _(name)) for code, name in names.items()]
