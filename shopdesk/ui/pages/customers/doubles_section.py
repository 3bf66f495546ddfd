"""Who is likely the same buyer, why, and the way to make one of the two."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.queries.customer_detail import CustomerDetail
from shopdesk.queries.doubles import Double
from shopdesk.rules.customers import TWIN_SIGNS
from shopdesk.rules.masking import masked_address, masked_phone
from shopdesk.ui.base.elided_link import ElidedLink
from shopdesk.ui.base.labels import link_button, wrapped_label
from shopdesk.ui.base.section import Section
from shopdesk.ui.pages.customers.merge_dialog import MergeDialog
from shopdesk.ui.workbench import Workbench

_MASKS = {"phone": masked_phone, "address": masked_address}


class DoublesSection(Section):
    """Not shown where nobody is like the buyer."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Likely the same buyer"))
        self._bench = bench

    def show_doubles(self, found: CustomerDetail, doubles: Sequence[Double]) -> None:
        """Show those who are like a buyer, the likeliest first."""
        self.show_widgets([self._line(found, other) for other in doubles])

    def _line(self, found: CustomerDetail, other: Double) -> QWidget:
        line = QWidget()
        first = QHBoxLayout()
        first.setContentsMargins(-3, 0, 0, 0)
        name = " · ".join(filter(None, (other.name, other.handle)))
        open_other = partial(self._bench.guide.go, "customers", other.id)
        first.addWidget(ElidedLink(name or _("Unknown buyer"), open_other))
        first.addStretch(1)
        merge = link_button(_("Merge…"), partial(self._merge, found, other))
        merge.setAccessibleName(_("Merge with {name}…").format(name=other.name))
        first.addWidget(merge)
        rows = QVBoxLayout(line)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(first)
        rows.addWidget(wrapped_label(signs_text(other, masks=found.masks), "muted"))
        return line

    def _merge(self, found: CustomerDetail, other: Double) -> None:
        MergeDialog(self._bench, found, other, self.window()).open()


def signs_text(other: Double, *, masks: bool) -> str:
    """Return what a likely double shares, the surest first."""
    return "\n".join(_sign_text(sign, value, masks=masks) for sign, value in other.signs)


def _sign_text(sign: str, value: str, *, masks: bool) -> str:
    mask = _MASKS.get(sign)
    shown = mask(value) if masks and mask is not None else value
    return _(TWIN_SIGNS[sign]).format(value=shown)
