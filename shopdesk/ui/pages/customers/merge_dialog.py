"""Two rows of one buyer become one: which of them is kept, and what moves."""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _, ngettext
from shopdesk.queries.customer_detail import CustomerDetail
from shopdesk.queries.doubles import Double
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

MERGED = N_("{name} merged into {kept}")
_THIS, _OTHER = "this", "other"


class MergeDialog(FormDialog):
    """One who has more orders is proposed to be kept; nothing is lost either way."""

    def __init__(
        self, bench: Workbench, found: CustomerDetail, other: Double, parent: QWidget
    ) -> None:
        super().__init__(parent, _("Merge two buyers"), _("&Merge"))
        self._bench, self._found, self._other = bench, found, other
        choices = [
            (_THIS, _who(found.name, found.orders, found.cases)),
            (_OTHER, _who(other.name, other.orders, other.cases)),
        ]
        self.kept = self.form.add("kept", N_("&Keep"), ChoiceField(choices))
        self.kept.set_value(_OTHER if other.orders > found.orders else _THIS)
        self.form.add_row(plain_label(_what_moves(), "muted", wrap=True))
        self.form.settle()

    def save(self) -> None:
        """Merge, in the versions that were seen."""
        ids = (self._found.id, self._found.version), (self._other.id, self._other.version)
        (kept, kept_version), (gone, gone_version) = ids if self._keeps_this else ids[::-1]

        def work(session: Session) -> None:
            services.merging.merge_customers(session, kept, gone, kept_version, gone_version)

        self._bench.operations.write(MERGED, work, self.saved, self.refused, self._names)

    def saved(self, value: object, change: Change) -> None:
        """Close, lead to the kept one, and offer to take it back."""
        super().saved(value, change)
        kept_id = self._found.id if self._keeps_this else self._other.id
        self._bench.guide.go("customers", kept_id)
        offer_undo(self._bench, change, change.words)

    @property
    def _keeps_this(self) -> bool:
        return bool(self.kept.value() == _THIS)

    @property
    def _names(self) -> dict[str, str]:
        names = (self._found.name, self._other.name)
        kept, gone = names if self._keeps_this else names[::-1]
        return {"name": gone, "kept": kept}


def _what_moves() -> str:
    return _(
        "Names, contacts, addresses, orders, cases, follow-ups and marks move to the one that is "
        "kept; both notes are kept. Undo brings everything back."
    )


def _who(name: str, orders: int, cases: int) -> str:
    bought = ngettext("{n} order", "{n} orders", orders).format(n=orders)
    went = ngettext("{n} case", "{n} cases", cases).format(n=cases)
    return _("{name} · {orders} · {cases}").format(name=name, orders=bought, cases=went)
