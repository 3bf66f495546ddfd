"""One buyer at the right of the list: names, contacts, orders, returns, the shop's own note."""

from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.queries.customers import CustomerDetail, CustomerRow, load_customer_detail
from shopdesk.queries.linked import OrderLink
from shopdesk.rules.order_statuses import order_status
from shopdesk.ui.base.case_links import case_link
from shopdesk.ui.base.days import day_text
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.link_rows import LinkRow, LinkWords
from shopdesk.ui.base.order_badges import status_tone
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.base.section import Section
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.own_note import OwnNote
from shopdesk.ui.dialogs.own_note_section import OwnNoteSection
from shopdesk.ui.pages.customers.facts import contact_facts, identity_facts, summary_facts
from shopdesk.ui.workbench import Workbench

LABEL_PX = 96


class CustomerDetailView(ScrollColumn):
    """Reads the buyer anew each time they are shown."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.name = plain_label("", "heading", wrap=True)
        self.summary = Facts(bench.messages.toast, LABEL_PX)
        self.cases = Section(_("Returns"))
        self.orders = Section(_("Orders"))
        self.identities = Section(_("Known as"))
        self.contacts = Section(_("Contact"))
        self.note = OwnNoteSection(bench)
        parts: tuple[QWidget, ...] = (
            self.name,
            self.summary,
            self.note,
            self.cases,
            self.orders,
            self.identities,
            self.contacts,
        )
        for part in parts:
            self.body.addWidget(part)
        self.setFocusProxy(self.note.edit_button)

    def show_row(self, row: CustomerRow | None) -> None:
        """Show the buyer of a row of the list."""
        found = None if row is None else self._read(row.id)
        self.viewport().setVisible(found is not None)
        if row is not None and found is not None:
            self._show(found, Formats(current_language(), ZoneInfo(row.timezone)))

    def _read(self, customer_id: int) -> CustomerDetail | None:
        with self._bench.desk.reading() as reader:
            return load_customer_detail(reader, customer_id)

    def _show(self, found: CustomerDetail, formats: Formats) -> None:
        go = self._bench.guide.go
        self.name.setText(found.name or _("Unknown buyer"))
        self.summary.set_facts(list(summary_facts(found)))
        self.cases.show_widgets(
            [
                case_link(case, formats, partial(go, "returns", case.id))
                for case in found.newest_cases
            ]
        )
        self.orders.show_widgets(
            [_order_link(order, partial(go, "orders", order.id)) for order in found.newest_orders]
        )
        self.identities.show_widgets(self._facts(list(identity_facts(found))))
        self.contacts.show_widgets(self._facts(list(contact_facts(found))))
        self.note.show_note(_own_note(found))

    def _facts(self, facts: list[Fact]) -> list[QWidget]:
        if not facts:
            return []
        made = Facts(self._bench.messages.toast, LABEL_PX)
        made.set_facts(facts)
        return [made]


def _own_note(found: CustomerDetail) -> OwnNote:
    def write(session: Session, text: str) -> None:
        services.customers.set_customer_note(session, found.id, text, found.version)

    return OwnNote(found.name, "note", found.note, write)


def _order_link(order: OrderLink, follow: partial[None]) -> LinkRow:
    day = day_text(order.ordered_at, order.timezone)
    amount = Formats(current_language()).money(order.total_minor, order.currency)
    about = _("{day} · {amount}").format(day=day, amount=amount)
    state = _(order_status(order.status).name)
    return LinkRow(LinkWords(order.number, about, state, status_tone(order.status)), follow)
