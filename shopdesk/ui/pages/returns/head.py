"""The top of a return's detail: its number and buyer, its order, and how to reach the buyer."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.rules.platforms import PLATFORMS
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.copy_label import CopyLabel
from shopdesk.ui.base.flow import FlowLayout
from shopdesk.ui.base.labels import link_button, plain_label
from shopdesk.ui.workbench import Workbench

_GAP_PX = 6


class ReturnHead(QWidget):
    """The buyer opens the customer's page, the order its own; a click on the rest copies it."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._title = FlowLayout(spacing_px=_GAP_PX)
        self._contact = FlowLayout(spacing_px=_GAP_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._title)
        layout.addLayout(self._contact)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_return(self, found: ReturnDetail) -> None:
        """Show whose return this is."""
        clear(self._title)
        clear(self._contact)
        self._title.addWidget(plain_label(_("{number} ·").format(number=found.number), "heading"))
        self._title.addWidget(self._buyer(found))
        if found.order_number:
            self._contact.addWidget(_pair(_("Order"), self._order(found)))
        if found.buyer_handle:
            platform = PLATFORMS.get(found.platform, PLATFORMS["other"])
            self._contact.addWidget(_pair(_(platform.handle), self._copied(found.buyer_handle)))
        if found.buyer_phone:
            self._contact.addWidget(_pair(_("Phone"), self._copied(found.buyer_phone)))

    def _buyer(self, found: ReturnDetail) -> QWidget:
        name = found.buyer_name or found.buyer_handle or _("Unknown buyer")
        if found.customer_id is None:
            return plain_label(name, "heading")
        button = link_button(name, self._to("customers", found.customer_id))
        button.setProperty("role", "heading")
        return button

    def _order(self, found: ReturnDetail) -> QWidget:
        if found.order_id is None:
            return self._copied(found.order_number)
        return link_button(found.order_number, self._to("orders", found.order_id))

    def _to(self, page: str, record_id: int) -> Callable[[], None]:
        return lambda: self._bench.guide.go(page, record_id)

    def _copied(self, value: str) -> CopyLabel:
        return CopyLabel(value, self._bench.messages.toast)


def _pair(label: str, value: QWidget) -> QWidget:
    """Return a value behind its muted label, kept on one line."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(plain_label(label, "muted"))
    row.addWidget(value)
    return holder
