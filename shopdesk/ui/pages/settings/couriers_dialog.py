"""The shop's couriers: how each is called, and where its parcels are looked up."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.couriers import CourierRow, load_all_couriers
from shopdesk.rules.couriers import COURIERS
from shopdesk.rules.sentences import courier_name
from shopdesk.services.drafts import CourierDraft
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.fields import CheckField, LineField
from shopdesk.ui.base.labels import link_button, plain_label, plain_tooltip
from shopdesk.ui.base.list_dialog import Entry, ListDialog
from shopdesk.ui.base.web import open_tracking
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

_NAME_LENGTH = 200
_ADDRESS_LENGTH = 500
_EXAMPLE = "SF1234567890123"
CHANGED = N_("Courier changed.")
ADDED = N_("Courier added.")


class CouriersDialog(ListDialog):
    """A courier is put away, never deleted: its old parcels still name it."""

    def __init__(self, bench: Workbench, parent: QWidget) -> None:
        super().__init__(parent, _("Couriers"))
        self._bench = bench
        self._couriers: dict[str, CourierRow] = {}
        self.name = self.form.add("name", N_("&Name"), LineField(_NAME_LENGTH))
        self.address = self.form.add(
            "tracking_url",
            N_("&Tracking page"),
            LineField(_ADDRESS_LENGTH, "https://…/{n}"),
            _("{mark} stands for the waybill.").format(mark="{n}"),
        )
        self._pages = QHBoxLayout()
        self._pages.setSpacing(8)
        self.in_use = self.form.add("in_use", "", CheckField(_("Offered for new &parcels")))
        self.below.addLayout(self._pages)
        attempt = icon_button(_("T&ry it in the browser"), "external-link", self._try)
        self.below.addWidget(attempt, 0, Qt.AlignmentFlag.AlignLeft)
        self.buttons.addWidget(icon_button(_("&Add a courier"), "plus", lambda: self.leave("")))
        self._read()

    def show_entry(self, key: str) -> None:
        """Show a courier, or the empty form of a new one."""
        row = self._couriers.get(key)
        self.name.set_value("" if row is None else courier_name(row.code, row.name))
        self.address.set_value("" if row is None else row.tracking_url)
        self.in_use.set_value(row is None or not row.archived)
        self.in_use.setEnabled(row is not None)
        self._show_pages(_known_pages(key))
        self.form.settle()
        if row is None:
            self.name.setFocus()

    def save(self) -> None:
        """Write the courier."""
        row = self._couriers.get(self.chosen)
        draft = CourierDraft(
            self.name.value(), self.address.value(), archived=not self.in_use.value()
        )

        def work(session: Session) -> str:
            if row is None:
                code: str = services.couriers.add_courier(session, draft)
                return code
            services.couriers.change_courier(session, row.code, draft, row.version)
            return row.code

        label = ADDED if row is None else CHANGED
        self._bench.operations.write(label, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Stay open at the courier, and offer to take it back."""
        super().saved(value, change)
        self.chosen = str(value)
        self._read()
        if change.id is not None:
            offer_undo(self._bench, change, _(change.label), self._read)

    def _read(self) -> None:
        self._bench.operations.query((id(self), "couriers"), load_all_couriers, self._show)

    def _show(self, couriers: list[CourierRow]) -> None:
        self._couriers = {row.code: row for row in couriers}
        self.set_entries([_entry(row) for row in sorted(couriers, key=lambda row: row.archived)])

    def _show_pages(self, pages: Sequence[str]) -> None:
        """Offer the pages that are known for a courier, for one click to take."""
        clear(self._pages)
        if not pages:
            return
        self._pages.addWidget(plain_label(_("Known pages:"), "muted"))
        for page in pages:
            button = link_button(page.split("/")[2], partial(self.address.set_value, page))
            button.setToolTip(plain_tooltip(page))
            self._pages.addWidget(button)
        self._pages.addStretch(1)

    def _try(self) -> None:
        open_tracking(self.address.value(), _EXAMPLE)


def _known_pages(code: str) -> tuple[str, ...]:
    preset = COURIERS.get(code)
    return (preset.tracking_url, *preset.other_urls) if preset else ()


def _entry(row: CourierRow) -> Entry:
    name = courier_name(row.code, row.name)
    words = _("{name} (not offered)").format(name=name) if row.archived else name
    return Entry(row.code, words, faint=row.archived)
