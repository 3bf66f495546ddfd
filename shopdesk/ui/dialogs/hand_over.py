"""Handing work over to somebody, with a word about it.

hand_over_cases(bench, window, [case_id], "R-2611-0042").open()
hand_over_all(bench, window).open()
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _, ngettext
from shopdesk.queries.people import (
    PersonRow,
    find_person_id,
    load_owner_name,
    load_person_rows,
)
from shopdesk.ui.base.fields import ChoiceField, NoteField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

_NOTE_LENGTH = 10_000
_NOBODY = "0"
HANDED_OVER = N_("Handed over to {person}.")
GIVEN_UP = N_("Handed over to nobody.")


@dataclass(frozen=True, slots=True)
class Handing:
    """What is handed over; `write` gets the session, the person's id or None, and the note.

    `from_name` has it now, empty where that is nobody or several.
    """

    title: str
    from_name: str
    write: Callable[[Session, int | None, str], object]
    asks_note: bool = True


class HandOverDialog(FormDialog):
    """To whom, and why; who sits at the desk takes over what is another's."""

    def __init__(self, bench: Workbench, handing: Handing, parent: QWidget) -> None:
        super().__init__(parent, handing.title, _("&Hand over"))
        self._bench = bench
        self._handing = handing
        with bench.desk.reading() as reader:
            people = [one for one in load_person_rows(reader) if one.name != handing.from_name]
        self.person = self.form.add("person_id", N_("&To"), ChoiceField(_choices(people)))
        self.person.set_value(_first_choice(people, bench.desk.person))
        self.note = self.form.add("note", N_("&Note"), NoteField(_NOTE_LENGTH))
        self.form.show_field("note", shown=handing.asks_note)
        self.form.settle()

    def save(self) -> None:
        """Hand over."""
        write, note = self._handing.write, self.note.value()
        person_id = int(self.person.value()) or None
        self._bench.operations.write(
            self._said,
            lambda session: write(session, person_id, note),
            self.saved,
            self.refused,
            {"person": self.person.currentText()},
        )

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        said = _(self._said).format(person=self.person.currentText())
        super().saved(value, change)
        if change.id is None:
            self._bench.messages.toast(_("There was no open work to hand over."))
        else:
            offer_undo(self._bench, change, said)

    @property
    def _said(self) -> str:
        return GIVEN_UP if self.person.value() == _NOBODY else HANDED_OVER


def hand_over_cases(
    bench: Workbench, parent: QWidget, case_ids: Sequence[int], number: str = ""
) -> HandOverDialog:
    """Return the form for cases of any kind; one alone is called by its number."""
    words = ngettext("Hand over {n} case", "Hand over {n} cases", len(case_ids))
    title = f"{_('Hand over')} · {number}" if number else words.format(n=len(case_ids))

    def write(session: Session, person_id: int | None, note: str) -> object:
        return services.people.assign(session, case_ids, person_id, note)

    return HandOverDialog(bench, Handing(title, _owner_of(bench, case_ids), write), parent)


def hand_over_follow_ups(
    bench: Workbench, parent: QWidget, follow_up_ids: Sequence[int]
) -> HandOverDialog:
    """Return the form for follow-ups alone; their cases stay in the hands they are in."""
    count = len(follow_up_ids)
    words = ngettext("Hand over {n} follow-up", "Hand over {n} follow-ups", count)

    def write(session: Session, person_id: int | None, _note: str) -> object:
        return services.people.assign_follow_ups(session, follow_up_ids, person_id)

    return HandOverDialog(bench, Handing(words.format(n=count), "", write, asks_note=False), parent)


def hand_over_all(bench: Workbench, parent: QWidget) -> HandOverDialog:
    """Return the form for all open work of the person at the desk."""
    me = bench.desk.person
    with bench.desk.reading() as reader:
        my_id = find_person_id(reader, me)

    def write(session: Session, person_id: int | None, note: str) -> object:
        return services.people.hand_over(session, my_id or 0, person_id, note)

    title = _("Hand over all open work of {person}").format(person=me)
    return HandOverDialog(bench, Handing(title, me, write), parent)


def _owner_of(bench: Workbench, case_ids: Sequence[int]) -> str:
    """Return who has a single case; several may be several people's."""
    if len(case_ids) != 1:
        return ""
    with bench.desk.reading() as reader:
        return load_owner_name(reader, case_ids[0])


def _choices(people: Sequence[PersonRow]) -> list[tuple[str, str]]:
    return [*((str(one.id), one.name) for one in people), (_NOBODY, _("Nobody"))]


def _first_choice(people: Sequence[PersonRow], me: str) -> str:
    """Return who sits here, else the first of the others."""
    ids = {one.name: str(one.id) for one in people}
    return ids.get(me) or next(iter(ids.values()), _NOBODY)
