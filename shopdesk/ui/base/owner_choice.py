"""Whose work a list shows: everyone's, mine, nobody's, or that of one of the others.

    choice = OwnerChoice(bench.desk)
    choice.changed.connect(page.read_again)
    find_return_ids(reader, ..., owner=choice.owner)

What is chosen on one list holds on all of them, and is remembered.
"""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import _
from shopdesk.queries.people import PersonRow, load_person_rows
from shopdesk.rules.owners import EVERYONE, NOBODY
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.desk import Desk

MINE, NOBODYS = "mine", "nobody"
_WIDE_LETTERS = 6


class OwnerChoice(ChoiceField):
    """One of several; the others by their ids, so that a new name changes nothing."""

    picked = Signal()
    """The person wants to see somebody else's work."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self._desk = desk
        self._people: Sequence[PersonRow] = ()
        self._offered: list[tuple[str, str]] = []
        self.setMinimumContentsLength(_WIDE_LETTERS)
        self.setAccessibleName(_("Owner"))
        self.setToolTip(_("Whose work is listed"))
        self.follow()
        self.changed.connect(self._pick)

    @property
    def owner(self) -> int:
        """The owner as queries want it; mine is everyone's while nobody is known to sit here."""
        key = self.value()
        if key == NOBODYS:
            return NOBODY
        if key == MINE:
            me = self._desk.person
            return next((one.id for one in self._people if one.name == me), EVERYONE)
        return int(key or EVERYONE)

    def follow(self) -> None:
        """Take over who is there now, and what was chosen on another list."""
        with self._desk.reading() as reader:
            self._people = load_person_rows(reader)
        choices = self._choices()
        with QSignalBlocker(self):
            if choices != self._offered:
                self._offered = choices
                self.set_choices(choices)
            self.set_value(self._desk.settings.now.whose)

    def drop(self) -> None:
        """Show everyone's, as a record is looked for that is somebody else's."""
        with QSignalBlocker(self):
            self.set_value("")
        self._keep()

    def _choices(self) -> list[tuple[str, str]]:
        me = self._desk.person
        others = [(str(one.id), one.name) for one in self._people if one.name != me]
        return [
            ("", _("Everyone’s")),
            (MINE, _("Mine")),
            (NOBODYS, _("Nobody’s")),
            *others,
        ]

    def _pick(self) -> None:
        self._keep()
        self.picked.emit()

    def _keep(self) -> None:
        """Remember the choice; one that cannot be kept still holds until the window is closed."""
        with suppress(ShopDeskError):
            self._desk.settings.change(whose=self.value())
