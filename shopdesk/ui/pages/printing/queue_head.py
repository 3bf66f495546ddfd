"""What is chosen for the document whose rows are shown: its order, paper and printer."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.printers import PrinterRow
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.printing import ORDERS
from shopdesk.ui.base.choice_field import ChoiceField
from shopdesk.ui.base.labels import ElidedLabel, link_button
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.pages.printing.places import NO_PRINTER, Place
from shopdesk.ui.papers.choices import printers

_ORDER_PX, _PRINTER_PX = 180, 200
_FEW = 100


class QueueHead(QWidget):
    """Tells of another order or printer, by code and by the system's name."""

    order_chosen = Signal(str)
    printer_chosen = Signal(str)
    paper_wanted = Signal()
    sharing_wanted = Signal()
    """The printer is to be that of all slips and labels."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidedLabel("", "heading")
        self.paper = link_button("", self.paper_wanted.emit)
        self.order = ChoiceField([(code, _(name)) for code, name in ORDERS.items()])
        self.printer = ChoiceField(search_from=_FEW)
        self.share = link_button(
            _("Use this printer for all slips and labels"), self.sharing_wanted.emit
        )
        self.share.hide()
        self.notice = Notice("", "late")
        self.notice.hide()
        self.order.setMinimumWidth(_ORDER_PX)
        self.printer.setMinimumWidth(_PRINTER_PX)
        self.order.setAccessibleName(_("Order of printing"))
        self.printer.setAccessibleName(_("Printer"))
        self.order.changed.connect(lambda: self.order_chosen.emit(self.order.value()))
        self.printer.changed.connect(lambda: self.printer_chosen.emit(self.printer.value()))
        self._arrange()

    def show_choice(
        self, document: str, count: int, order: str, place: Place, lacks: str = ""
    ) -> None:
        """Show what is chosen for a document, and what it lacks or is wrong with its printer."""
        self.title.setText(DOCUMENTS[document].counted(count))
        self.paper.setText(place.paper)
        self.paper.setAccessibleName(_("Paper: {paper}").format(paper=place.paper))
        with QSignalBlocker(self.order):
            self.order.set_value(order)
        self.notice.set_text(lacks or place.sentence, place.tone)
        self.notice.setVisible(bool(lacks) or place.has_trouble)

    def show_printers(
        self, rows: Sequence[PrinterRow], chosen: str, *, is_label: bool, can_share: bool
    ) -> None:
        """Offer the printers, the likely ones for labels or for sheets first.

        One that was chosen and is gone stays among them.
        """
        offered = printers(rows, chosen, is_label=is_label, none=NO_PRINTER)
        with QSignalBlocker(self.printer):
            self.printer.set_choices(offered)
            self.printer.set_value(chosen)
        self.share.setVisible(can_share)

    def _arrange(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addLayout(names, 1)
        fields.addWidget(self.order)
        fields.addWidget(self.printer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(fields)
        layout.addWidget(self.share, 0, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.notice)
