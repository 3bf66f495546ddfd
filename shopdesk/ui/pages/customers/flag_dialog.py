"""Marking a buyer, with a word why."""

from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.customer_detail import CustomerDetail
from shopdesk.rules.customers import FLAGS
from shopdesk.ui.base.fields import ChoiceField, LineField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

_LENGTH = 500
MARKED = N_("{name} marked: {flag}")
UNMARKED = N_("Mark taken from {name}: {flag}")


class FlagDialog(FormDialog):
    """The first mark that the buyer does not have yet stands there."""

    def __init__(self, bench: Workbench, found: CustomerDetail, parent: QWidget) -> None:
        super().__init__(parent, _("Mark {name}").format(name=found.name), _("&Mark"))
        self._bench, self._found = bench, found
        choices = [(flag.code, f"{_(flag.name)} · {_(flag.hint)}") for flag in FLAGS.values()]
        self.flag = self.form.add("flag", N_("&Mark"), ChoiceField(choices))
        self.reason = self.form.add("reason", N_("&Why"), LineField(_LENGTH))
        there = {mark.flag for mark in found.flags}
        self.flag.set_value(next((code for code in FLAGS if code not in there), ""))
        self.form.settle()

    def save(self) -> None:
        """Mark the buyer."""
        flag, reason = self.flag.value(), self.reason.value()
        customer_id = self._found.id

        def work(session: Session) -> None:
            services.customers.set_flag(session, customer_id, flag, reason)

        values = _words(self._found, flag)
        self._bench.operations.write(MARKED, work, self.saved, self.refused, values)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        super().saved(value, change)
        offer_undo(self._bench, change, change.words)


def take_flag(bench: Workbench, found: CustomerDetail, flag: str) -> None:
    """Take a mark away, with Undo."""

    def work(session: Session) -> None:
        services.customers.unset_flag(session, found.id, flag)

    bench.operations.write(UNMARKED, work, partial(_taken, bench), values=_words(found, flag))


def _taken(bench: Workbench, _value: object, change: Change) -> None:
    offer_undo(bench, change, change.words)


def _words(found: CustomerDetail, flag: str) -> dict[str, str]:
    return {"name": found.name, "flag": _(FLAGS[flag].name)}
