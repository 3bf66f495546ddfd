"""One buyer at the right of the list: marks, contacts, cases, orders, likely doubles, the note."""

from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.queries.customer_detail import CustomerDetail, load_customer_detail
from shopdesk.queries.customers import CustomerRow
from shopdesk.queries.doubles import Double, find_doubles
from shopdesk.queries.linked import OrderLink
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.order_statuses import order_status
from shopdesk.ui.base.case_links import case_link
from shopdesk.ui.base.days import day_text
from shopdesk.ui.base.facts import Facts
from shopdesk.ui.base.labels import link_button, plain_label
from shopdesk.ui.base.link_rows import LinkRow, LinkWords
from shopdesk.ui.base.order_badges import status_tone
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.base.section import Section
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.own_note import OwnNote
from shopdesk.ui.dialogs.own_note_section import OwnNoteSection
from shopdesk.ui.follow_ups.section import FollowUpsSection
from shopdesk.ui.pages.customers.doubles_section import DoublesSection
from shopdesk.ui.pages.customers.facts import contact_facts, identity_facts, summary_facts
from shopdesk.ui.pages.customers.flags_section import FlagsSection
from shopdesk.ui.pages.customers.pick_dialog import PickOtherDialog
from shopdesk.ui.workbench import Workbench

LABEL_PX = 96


class CustomerDetailView(ScrollColumn):
    """Reads the buyer anew each time they are shown."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.name = plain_label("", "heading", wrap=True)
        self.summary = Facts(bench.messages.toast, LABEL_PX)
        self.doubles = DoublesSection(bench)
        self.flags = FlagsSection(bench)
        self.follow_ups = FollowUpsSection(bench)
        self.cases = Section(_("Cases"))
        self.orders = Section(_("Orders"))
        self.identities = Section(_("Known as"))
        self._identity_facts = Facts(bench.messages.toast, LABEL_PX)
        self.contacts = Section(_("Contact"))
        self._contact_facts = Facts(bench.messages.toast, LABEL_PX)
        self.note = OwnNoteSection(bench)
        self.merge = link_button(_("Merge with another buyer…"), self._merge)
        self._found: CustomerDetail | None = None
        parts: tuple[QWidget, ...] = (
            self.name,
            self.summary,
            self.doubles,
            self.flags,
            self.follow_ups,
            self.note,
            self.cases,
            self.orders,
            self.identities,
            self.contacts,
            self.merge,
        )
        for part in parts:
            self.body.addWidget(part)
        self.identities.show_widgets([self._identity_facts])
        self.contacts.show_widgets([self._contact_facts])
        self.setFocusProxy(self.note.edit_button)

    def show_row(self, row: CustomerRow | None) -> None:
        """Show the buyer of a row of the list."""
        found = None if row is None else self._read(row.id)
        self.viewport().setVisible(found is not None)
        if row is not None and found is not None:
            customer, doubles = found
            self.doubles.show_doubles(customer, doubles)
            self._show(customer, Formats(current_language(), ZoneInfo(row.timezone)))

    def _read(self, customer_id: int) -> tuple[CustomerDetail, tuple[Double, ...]] | None:
        with self._bench.desk.reading() as reader:
            found = load_customer_detail(reader, customer_id)
            return None if found is None else (found, find_doubles(reader, customer_id))

    def _show(self, found: CustomerDetail, formats: Formats) -> None:
        self._found = found
        go = self._bench.guide.go
        self.name.setText(found.name or _("Unknown buyer"))
        self.summary.set_facts(list(summary_facts(found)))
        self.flags.show_customer(found, formats)
        self.follow_ups.show_customer(found.id)
        self.cases.show_widgets(
            [
                case_link(case, formats, partial(go, KINDS[case.kind].page, case.id))
                for case in found.newest_cases
            ]
        )
        self.orders.show_widgets(
            [_order_link(order, partial(go, "orders", order.id)) for order in found.newest_orders]
        )
        self._show_names(found)
        self.note.show_note(_own_note(found))

    def _merge(self) -> None:
        """Ask who else this is; those who are alike are proposed above."""
        if self._found is not None:
            PickOtherDialog(self._bench, self._found, self.window()).open()

    def _show_names(self, found: CustomerDetail) -> None:
        self._identity_facts.set_facts(list(identity_facts(found)))
        self.identities.setVisible(self._identity_facts.has_any)
        self._contact_facts.set_facts(list(contact_facts(found)), found.id)
        self.contacts.setVisible(self._contact_facts.has_any)


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
