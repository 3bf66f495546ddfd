"""Which return a kept parcel belongs to, asked from the parcel's side and from the return's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.errors import FieldError
from shopdesk.i18n import N_, _
from shopdesk.queries.desk import CaseMatch, find_awaiting, find_scanned
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.queries.shelf import ShelfRow, load_shelf
from shopdesk.rules.states import STATES
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.fields import ChoiceField, LineField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.base.labels import wrapped_label
from shopdesk.ui.desk import Change, Reader, Session
from shopdesk.ui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Matched:
    """A kept parcel, by its number, that is a return's now; `sentence` says so."""

    case_id: int
    parcel: str
    sentence: str
    change: Change


Done = Callable[[Matched], None]
"""Hears of it once it is written."""

MATCHED = N_("Parcel matched.")
_CODE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class _Found:
    """The returns that a parcel can go to, and the order that was found instead."""

    cases: Sequence[CaseMatch]
    order_id: int | None = None


class MatchDialog(FormDialog):
    """Offers the returns that await a parcel; a code chooses one, Enter matches."""

    def __init__(self, bench: Workbench, row: ShelfRow, done: Done, parent: QWidget) -> None:
        title = _("Match {number} to a return").format(number=row.number)
        super().__init__(parent, title, _("&Match"))
        self._bench = bench
        self._row = row
        self._done = done
        self._sought = ""
        self._save_when_found = False
        self._order_id: int | None = None
        if row.note:
            self.form.add_row(wrapped_label(_("“{text}”").format(text=row.note), "muted"))
        hint = _("Return number, order number, waybill, end of the phone number")
        self.code = self.form.add("code", N_("&Find by"), LineField(_CODE_LENGTH), hint)
        self.case = self.form.add("case_id", N_("&Return"), ChoiceField())
        self.log_button = icon_button(_("&Log a return for it"), "plus", self._log)
        self.log_button.hide()
        self.form.add_row(self.log_button)
        self.form.settle()
        self.code.changed.connect(self._seek)
        self._seek()

    def save(self) -> None:
        """Give the parcel to the chosen return; a code that is still looked up is waited for."""
        if self._sought != self.code.value():
            self._save_when_found = True
            return
        if not self.case.value():
            self.refused(self._why_none())
            return
        parcel_id, case_id = self._row.id, int(self.case.value())

        def work(session: Session) -> None:
            services.ownerless.match_parcel(session, parcel_id, case_id)

        self._bench.operations.write(MATCHED, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and say what belongs together now."""
        words = _("{parcel} belongs to {case}.")
        sentence = words.format(parcel=self._row.number, case=self.case.currentText())
        matched = Matched(int(self.case.value()), self._row.number, sentence, change)
        super().saved(value, change)
        self._done(matched)

    def _why_none(self) -> FieldError:
        if not self.code.value():
            return FieldError("case_id", _("Choose the return, or find it by a number."))
        return FieldError("code", _("No open return fits this. Try another number."))

    def _log(self) -> None:
        """Go on to a new return, of the order that was found."""
        self.done(0)
        self._bench.guide.go("new_return", self._order_id)

    def _seek(self) -> None:
        typed = self.code.value()
        self._bench.operations.query(
            (id(self), "find"), lambda reader: _find(reader, typed), partial(self._offer, typed)
        )

    def _offer(self, typed: str, found: _Found) -> None:
        """Choose only what fits a code; all that wait for a parcel are no more than offered."""
        self._sought = typed
        self._order_id = found.order_id
        choices = [(str(case.id), case_words(case)) for case in found.cases]
        self.case.set_choices([("", _("Choose a return")), *choices])
        if typed and choices and not self.case.value():
            self.case.set_value(choices[0][0])
        self.log_button.setVisible(bool(typed) and not choices)
        if self._save_when_found:
            self._save_when_found = False
            self.save()


class TakeParcelDialog(FormDialog):
    """The same from the return's side: which of the kept parcels is its."""

    def __init__(self, bench: Workbench, found: ReturnDetail, done: Done, parent: QWidget) -> None:
        title = _("Parcel of {number}").format(number=found.number)
        super().__init__(parent, title, _("&Take parcel"))
        self._bench = bench
        self._found = found
        self._done = done
        self.parcel = self.form.add("parcel_id", N_("&Parcel"), ChoiceField())
        self.form.settle()
        bench.operations.query((id(self), "shelf"), load_shelf, self._offer)

    def save(self) -> None:
        """Take the chosen parcel for the return."""
        if not self.parcel.value():
            self.refused(FieldError("parcel_id", self._why_none))
            return
        parcel_id, case_id = int(self.parcel.value()), self._found.id

        def work(session: Session) -> None:
            services.ownerless.match_parcel(session, parcel_id, case_id)

        self._bench.operations.write(MATCHED, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and say what belongs together now."""
        words = _("{parcel} belongs to {case}.")
        parcel = self.parcel.currentText()
        sentence = words.format(parcel=parcel, case=self._found.number)
        super().saved(value, change)
        self._done(Matched(self._found.id, parcel, sentence, change))

    @property
    def _why_none(self) -> str:
        if self.parcel.count():
            return _("Choose the parcel that is here.")
        return _("No parcel is kept without a return. Scan it at the desk first.")

    def _offer(self, rows: list[ShelfRow]) -> None:
        """Choose the only one; which of several it is, a person has to say."""
        choices = [(str(row.id), shelf_words(row)) for row in rows]
        several = [("", _("Choose a parcel"))] if len(rows) > 1 else []
        self.parcel.set_choices([*several, *choices])
        self.form.settle()


def case_words(case: CaseMatch) -> str:
    """Return a return in one line of a choice."""
    parts = (case.number, case.buyer, _(STATES[case.state].name), case.title)
    return " · ".join(part for part in parts if part)


def shelf_words(row: ShelfRow) -> str:
    """Return a kept parcel in one line of a choice."""
    note = row.note.partition("\n")[0]
    return " · ".join(part for part in (row.number, row.waybill, note) if part)


def _find(reader: Reader, typed: str) -> _Found:
    """Find the returns that fit a code, or all that wait."""
    if not typed:
        return _Found(find_awaiting(reader))
    found = find_scanned(reader, typed)
    takers = [case for case in found.cases if case.verdict.receives or case.verdict.code == "came"]
    orders = found.orders
    return _Found(takers, orders[0].id if len(orders) == 1 else None)
