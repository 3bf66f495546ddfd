"""The top of a case's detail: its number and buyer, its order, and how to reach the buyer."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.queries.buyer_marks import BuyerMarks, load_buyer_marks
from shopdesk.rules.platforms import PLATFORMS
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.contact_facts import ContactFacts
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.flag_badges import flag_badge
from shopdesk.ui.base.labels import link_button, plain_label, plain_tooltip
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench

_GAP_PX = 4
_NAME_MAX_PX = 170


class CaseHead(QWidget):
    """The buyer opens the customer's page, the order its own; a click on the rest copies it."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._title = QHBoxLayout()
        self._title.setSpacing(_GAP_PX)
        self._marks = QHBoxLayout()
        self._marks.setSpacing(_GAP_PX)
        self.contact = Facts(bench.messages.toast)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._title)
        layout.addLayout(self._marks)
        layout.addWidget(self.contact)

    def show_case(self, found: ShownCase) -> None:
        """Show whose case this is."""
        with self._bench.desk.reading() as reader:
            marks = load_buyer_marks(reader, found.id)
        clear(self._title)
        number = plain_label(_("{number} ·").format(number=found.number), "heading")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._title.addWidget(number)
        self._title.addWidget(self._buyer(found), 1, Qt.AlignmentFlag.AlignLeft)
        self._show_marks(marks)
        self.contact.set_facts(list(self._contact_facts(found, marks)), found.id)

    def _show_marks(self, marks: BuyerMarks) -> None:
        clear(self._marks)
        for mark in marks.marks:
            self._marks.addWidget(flag_badge(mark.flag, mark.reason, mark.set_by))
        self._marks.addStretch(1)

    def _buyer(self, found: ShownCase) -> QWidget:
        name = found.buyer_name or found.buyer_handle or _("Unknown buyer")
        if found.customer_id is None:
            return plain_label(name, "heading", wrap=True)
        button = link_button(name, self._to("customers", found.customer_id))
        button.setProperty("role", "heading")
        button.setMaximumWidth(_NAME_MAX_PX)
        button.setToolTip(plain_tooltip(_("Open {name}").format(name=name)))
        return button

    def _contact_facts(self, found: ShownCase, marks: BuyerMarks) -> Iterator[Fact]:
        follow = None if found.order_id is None else self._to("orders", found.order_id)
        yield Fact(_("Order"), found.order_number, copy=follow is None, follow=follow)
        platform = PLATFORMS.get(found.platform, PLATFORMS["other"])
        yield Fact(_(platform.handle), found.buyer_handle, copy=True)
        yield ContactFacts(marks.masks).phone(found.buyer_phone)
        yield Fact(_("Owner"), marks.owner or _("Nobody"))

    def _to(self, page: str, record_id: int) -> Callable[[], None]:
        return lambda: self._bench.guide.go(page, record_id)
