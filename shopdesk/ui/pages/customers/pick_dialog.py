"""Whom a buyer is one with: sought by whatever is known, for those that nothing gives away."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk.errors import FieldError
from shopdesk.i18n import N_, _
from shopdesk.queries.customer_detail import CustomerDetail
from shopdesk.queries.doubles import Double, find_others
from shopdesk.ui.base.fields import ChoiceField, LineField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.pages.customers.merge_dialog import MergeDialog
from shopdesk.ui.workbench import Workbench

_LENGTH = 200


class PickOtherDialog(FormDialog):
    """Leads on to the form that merges the two; nothing is written here."""

    def __init__(self, bench: Workbench, found: CustomerDetail, parent: QWidget) -> None:
        super().__init__(parent, _("Merge with another buyer"), _("&Go on…"))
        self._bench, self._found, self._parent = bench, found, parent
        self._others: dict[str, Double] = {}
        self.typed = self.form.add(
            "typed", N_("&Find"), LineField(_LENGTH, _("Name, handle, phone, order…"))
        )
        self.other = self.form.add("other", N_("&Buyer"), ChoiceField())
        self.form.settle()
        self.typed.changed.connect(self._look)

    def save(self) -> None:
        """Go on with whom is chosen."""
        other = self._others.get(self.other.value())
        if other is None:
            self.refused(FieldError("typed", _("Nobody else is found by this.")))
            return
        self.accept()
        MergeDialog(self._bench, self._found, other, self._parent).open()

    def _look(self) -> None:
        find = partial(find_others, customer_id=self._found.id, text=self.typed.value())
        self._bench.operations.query((id(self), "others"), find, self._show)

    def _show(self, others: Sequence[Double]) -> None:
        self._others = {str(other.id): other for other in others}
        self.other.set_choices([(key, _said(other)) for key, other in self._others.items()])


def _said(other: Double) -> str:
    return " · ".join(filter(None, (other.name, other.handle))) or _("Unknown buyer")
