"""The person at this computer: name, language and theme."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.i18n import LANGUAGES, N_, _, current_language
from shopdesk.settings import Settings
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.base.form import Form
from shopdesk.ui.base.labels import link_button
from shopdesk.ui.people.person_dialog import PersonDialog
from shopdesk.ui.people.sitting import sit_down
from shopdesk.ui.workbench import Workbench

_THEMES = {"system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark")}


class PersonCard(Card):
    """Everything here holds from the moment it is chosen."""

    language_wanted = Signal(str)
    theme_wanted = Signal(str)

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("You"))
        self._bench = bench
        form = Form()
        self.person = form.add("person", N_("Your na&me"), ChoiceField())
        form.add_row(_at_the_right(link_button(_("Somebody else…"), self.add_person)))
        self.language = form.add("language", N_("&Language"), ChoiceField(list(LANGUAGES.items())))
        self.theme = form.add("theme", N_("&Theme"), ChoiceField(_themes()))
        self.language.set_value(current_language())
        self.theme.set_value(self._now.theme or "system")
        self.body.addWidget(form)
        self.person.changed.connect(lambda: sit_down(bench, self.person.value()))
        # Queued: another language builds this card anew, and it must have finished speaking.
        queued = Qt.ConnectionType.QueuedConnection
        self.language.changed.connect(self._want_language, queued)
        self.theme.changed.connect(self._want_theme, queued)

    def show_people(self, people: Sequence[str]) -> None:
        """Offer the people at the desk, the one who sits there now chosen."""
        now = self._now.person or next(iter(people), "")
        names = list(dict.fromkeys([*people, now] if now else people))
        with QSignalBlocker(self.person):
            self.person.set_choices([(name, name) for name in names])
            self.person.set_value(now)

    def add_person(self) -> None:
        """Ask for the name of somebody who is not in the list."""
        PersonDialog(self._bench, self.window()).open()

    @property
    def _now(self) -> Settings:
        return self._bench.desk.settings.now

    def _want_language(self) -> None:
        self.language_wanted.emit(self.language.value())

    def _want_theme(self) -> None:
        self.theme_wanted.emit(self.theme.value())


def _at_the_right(widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 4)
    row.addStretch(1)
    row.addWidget(widget)
    return holder


def _themes() -> list[tuple[str, str]]:
    return [(key, _(words)) for key, words in _THEMES.items()]
