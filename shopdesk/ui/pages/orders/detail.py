"""One order at the right of the list: who, when, how much, what went where, what came back."""

from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk import services
from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.queries.linked import CaseLink
from shopdesk.queries.order_detail import OrderDetail, load_order_detail
from shopdesk.queries.orders import OrderRow
from shopdesk.ui.actions import Action, Actions, action_button
from shopdesk.ui.base.case_links import case_link
from shopdesk.ui.base.contact_facts import ContactFacts
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.base.section import Section
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.own_note import OwnNote
from shopdesk.ui.dialogs.own_note_section import OwnNoteSection
from shopdesk.ui.pages.orders.facts import (
    contact_facts,
    left_words,
    line_words,
    money_facts,
    order_facts,
    parcel_facts,
)
from shopdesk.ui.pages.orders.head import OrderHead
from shopdesk.ui.tracking import TrackingSection
from shopdesk.ui.workbench import Workbench

LABEL_PX = 96
"""One width for the labels of all parts, so that their values stand in line."""


class OrderDetailView(ScrollColumn):
    """Reads the order anew each time it is shown."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._found: OrderDetail | None = None
        self.actions_of_detail = Actions(self)
        new_return = self.actions_of_detail.add(
            "new_return",
            Action(N_("&Return of this order"), "rotate-ccw"),
            self.start_return,
            self.why_no_return,
        )
        self.return_button = action_button(new_return, "primary")
        send_again = self.actions_of_detail.add(
            "send_again",
            Action(N_("&Send goods again"), "truck"),
            self.start_reshipment,
            self._why_none,
        )
        self.send_button = action_button(send_again)
        complain = self.actions_of_detail.add(
            "complain",
            Action(N_("&Complaint about it"), "message-square-warning"),
            self.start_complaint,
            self._why_none,
        )
        self.complaint_button = action_button(complain)
        self.head = OrderHead(bench)
        self.facts = self._facts()
        self.goods = Section(_("Items"))
        self.cases = Section(_("Returns"))
        self.parcels = Section(_("Parcels"))
        self.tracking = TrackingSection(bench)
        self.money = Section(_("Money"))
        self.contact = Section(_("Delivered to"))
        self.buyer_note = Section(_("The buyer's words"))
        self.note = OwnNoteSection(bench)
        for widget in self._in_order():
            self.body.addWidget(widget)
        self._contact_facts = self._facts()
        self.contact.show_widgets([self._contact_facts])
        self.setFocusProxy(self.return_button)

    def show_row(self, row: OrderRow | None) -> None:
        """Show the order of a row of the list."""
        self._found = None if row is None else self._read(row.id)
        self.actions_of_detail.refresh()
        self.viewport().setVisible(self._found is not None)
        if self._found is not None:
            self._show(self._found)

    def start_return(self) -> None:
        """Go to the form for a new return with this order in it."""
        if self._found is not None:
            self._bench.guide.go("new_return", self._found.id)

    def start_reshipment(self) -> None:
        """Go to the form for a new reshipment with this order in it."""
        if self._found is not None:
            self._bench.guide.go("new_reshipment", self._found.id)

    def start_complaint(self) -> None:
        """Go to the form for a new complaint with this order in it."""
        if self._found is not None:
            self._bench.guide.go("new_complaint", self._found.id)

    def why_no_return(self) -> str:
        """Return why no return can be logged for this order, as a sentence; empty if it can."""
        if self._found is None:
            return self._why_none()
        if self._found.lines and not any(line.left > 0 for line in self._found.lines):
            return _("Everything of this order is in a return already.")
        return ""

    def _why_none(self) -> str:
        return "" if self._found is not None else _("Select an order first.")

    def _in_order(self) -> tuple[QWidget, ...]:
        return (
            self.head,
            self.return_button,
            self.send_button,
            self.complaint_button,
            self.facts,
            self.goods,
            self.cases,
            self.parcels,
            self.tracking,
            self.money,
            self.contact,
            self.buyer_note,
            self.note,
        )

    def _read(self, order_id: int) -> OrderDetail | None:
        with self._bench.desk.reading() as reader:
            return load_order_detail(reader, order_id)

    def _show(self, found: OrderDetail) -> None:
        formats = Formats(current_language(), ZoneInfo(found.timezone))
        self.head.show_order(found)
        self.facts.set_facts(list(order_facts(found, formats)))
        self.goods.show_widgets([self._line(line_words(li), left_words(li)) for li in found.lines])
        self.cases.show_widgets([self._case(case, formats) for case in found.cases])
        self.parcels.show_widgets([self._facts(*parcel_facts(p)) for p in found.parcels])
        self.tracking.show_parcels(found.number, found.parcels, formats)
        self.money.show_widgets([self._facts(*money_facts(found, formats))])
        contacts = ContactFacts.of_shop(self._bench.desk, found.shop_id)
        self._contact_facts.set_facts(list(contact_facts(found, contacts)), found.id)
        self.contact.setVisible(self._contact_facts.has_any)
        said = _("“{text}”").format(text=found.buyer_note)
        self.buyer_note.show_widgets([plain_label(said, wrap=True)] if found.buyer_note else [])
        self.note.show_note(self._own_note(found))

    def _own_note(self, found: OrderDetail) -> OwnNote:
        def write(session: Session, text: str) -> None:
            services.orders.set_seller_note(session, found.id, text, found.version)

        return OwnNote(found.number, "seller_note", found.seller_note, write)

    def _case(self, case: CaseLink, formats: Formats) -> QWidget:
        return case_link(case, formats, partial(self._bench.guide.go, "returns", case.id))

    @staticmethod
    def _line(goods: str, left: str) -> QWidget:
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(plain_label(goods, wrap=True))
        rows.addWidget(plain_label(left, "muted"))
        return holder

    def _facts(self, *facts: Fact) -> Facts:
        made = Facts(self._bench.messages.toast, LABEL_PX)
        made.set_facts(facts)
        return made
