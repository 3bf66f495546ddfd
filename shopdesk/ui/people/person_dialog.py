"""Somebody else at the desk."""

from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.ui.base.fields import LineField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.people.sitting import sit_down
from shopdesk.ui.workbench import Workbench

_NAME_LENGTH = 200


class PersonDialog(FormDialog):
    """Adds a person, who then sits at the desk."""

    def __init__(self, bench: Workbench, parent: QWidget) -> None:
        super().__init__(parent, _("Somebody else"))
        self._bench = bench
        self._name = self.form.add("person", N_("Person's &name"), LineField(_NAME_LENGTH))
        self._name.setFocus()

    def save(self) -> None:
        """Add the person."""
        add = partial(_add, name=self._name.value())
        self._bench.operations.write(N_("Person added"), add, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Let the person's name stand under all that is done from here on."""
        sit_down(self._bench, self._name.value())
        super().saved(value, change)


def _add(session: Session, name: str) -> int:
    return services.shops.add_person(session, name)
