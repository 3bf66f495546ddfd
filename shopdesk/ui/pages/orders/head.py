"""The top of an order's detail: its number, where it stands, and who bought."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.queries.order_detail import OrderDetail
from shopdesk.rules.order_statuses import order_status
from shopdesk.ui.base.badge import Badge
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.copy_label import CopyLabel
from shopdesk.ui.base.labels import link_button, plain_label
from shopdesk.ui.base.order_badges import status_tone
from shopdesk.ui.workbench import Workbench

_HEADING_PX = 14


class OrderHead(QWidget):
    """A click on the number copies it; the buyer leads to the customer's page."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._title = QHBoxLayout()
        self._title.setSpacing(8)
        self._buyer = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._title)
        layout.addLayout(self._buyer)

    def show_order(self, found: OrderDetail) -> None:
        """Show which order this is."""
        clear(self._title)
        clear(self._buyer)
        number = CopyLabel(found.number, self._bench.messages.toast)
        number.setFont(_heading_font(number.font()))
        badge = Badge(_(order_status(found.status).name), status_tone(found.status))
        self._title.addWidget(number, 1)
        self._title.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        self._buyer.addWidget(self._buyer_of(found))
        self._buyer.addStretch(1)

    def _buyer_of(self, found: OrderDetail) -> QWidget:
        name = found.buyer or found.handle or _("Unknown buyer")
        customer_id = found.customer_id
        if customer_id is None:
            return plain_label(name, wrap=True)
        return link_button(name, lambda: self._bench.guide.go("customers", customer_id))


def _heading_font(font: QFont) -> QFont:
    large = QFont(font)
    large.setPixelSize(_HEADING_PX)
    large.setBold(True)
    return large
