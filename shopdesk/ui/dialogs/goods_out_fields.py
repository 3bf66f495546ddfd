"""What goes out to whom, as a part of a form; it stands there only where something goes out.

goods_out = GoodsOutFields(bench, form, "CNY", priced=True)
goods_out.propose(lines, recipient)
draft = goods_out.draft()                # None while it is not shown
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.reshipments import Recipient
from shopdesk.rules.pasting import Finding
from shopdesk.services.drafts import GoodsOutDraft, GoodsOutLine
from shopdesk.ui.base.fields import LineField
from shopdesk.ui.base.form import Form
from shopdesk.ui.base.labels import link_button, plain_label, wrapped_label
from shopdesk.ui.dialogs.goods_out_list import GoodsOutList, keyed
from shopdesk.ui.dialogs.merging import merged
from shopdesk.ui.pasting.offer import PasteOffer
from shopdesk.ui.pasting.targets import PasteTarget, into
from shopdesk.ui.workbench import Workbench

_MAX_LENGTH = 500

GoodsOut = tuple[Sequence[GoodsOutLine], Recipient]
"""Goods, and where they go."""

ADDRESS = {
    "recipient": N_("Recipient"),
    "phone": N_("Phone"),
    "postcode": N_("Postcode"),
    "country": N_("Country"),
    "address": N_("Address"),
}
_FINDINGS = {
    "recipient": "name",
    "phone": "phone",
    "postcode": "postcode",
    "country": "country",
    "address": "address",
}
"""The kinds of pasted finding that the fields of an address take."""
_PLACES = {
    "recipient": (0, 0, 1),
    "phone": (0, 1, 1),
    "postcode": (0, 2, 1),
    "country": (0, 3, 1),
    "address": (1, 0, 4),
}
"""Where each field of the address stands: row, column, columns taken."""


class GoodsOutFields(QObject):
    """The goods as lines, the address as one line of words until somebody changes it."""

    def __init__(self, bench: Workbench, form: Form, currency: str, *, priced: bool) -> None:
        super().__init__(form)
        self._form = form
        self.list = GoodsOutList(currency, priced=priced)
        self.address = {name: LineField(_MAX_LENGTH, _(ADDRESS[name])) for name in ADDRESS}
        self._summary = wrapped_label("", "muted")
        self.change = link_button(_("Change address"), self._open_address)
        self._fields = QWidget()
        self._holder = QWidget()
        self.paste = PasteOffer(bench, lambda _pasted: list(self._targets()))
        self._arrange(form)
        self._take_pasted(form)
        self._holder.hide()

    def propose(self, lines: Sequence[GoodsOutLine], to: Recipient) -> None:
        """Show goods and where they would go."""
        self.list.set_value(lines)
        for name, field in self.address.items():
            field.set_value(getattr(to, name))
        self._holder.show()
        self._summarise()
        if not to.address:
            self._show_address()

    def take_over(self, seen: GoodsOut, now: GoodsOut) -> None:
        """Show what somebody else wrote wherever nothing else was typed."""
        self.list.set_keyed(merged(keyed(seen[0]), keyed(now[0]), self.list.keyed()))
        typed = {name: field.value() for name, field in self.address.items()}
        address = merged(asdict(seen[1]), asdict(now[1]), typed)
        for name, field in self.address.items():
            if field.value() != address[name]:
                field.set_value(address[name])
        self._summarise()
        if not self._fields.isHidden():
            self._show_address()

    def draft(self) -> GoodsOutDraft | None:
        """Return what goes out; None where it is not asked."""
        if self._holder.isHidden():
            return None
        address = {name: field.value() for name, field in self.address.items()}
        return GoodsOutDraft(self.list.value(), **address)

    def _arrange(self, form: Form) -> None:
        error = plain_label("", "error", wrap=True)
        error.hide()
        layout = QVBoxLayout(self._holder)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(6)
        for widget in (
            plain_label(_("Goes out"), "heading"),
            self.list,
            error,
            self._summary,
            self._links(),
            self.paste,
            self._fields,
        ):
            layout.addWidget(widget)
        form.add_row(self._holder)
        self.list.setAccessibleName(_("Goes out"))
        form.watch("lines", self.list, error)
        self._arrange_address(form)

    def _links(self) -> QWidget:
        links = QWidget()
        row = QHBoxLayout(links)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.change)
        row.addWidget(self.paste.button())
        row.addStretch(1)
        return links

    def _take_pasted(self, form: Form) -> None:
        self.paste.listen(form)
        self.paste.resized.connect(form.changed)

    def _targets(self) -> Iterator[PasteTarget]:
        """Yield the address, which comes up before something is filled in."""
        for target in address_targets(self.address):
            yield replace(target, put=partial(self._fill, target))

    def _fill(self, target: PasteTarget, finding: Finding) -> None:
        self._show_address()
        target.put(finding)

    def _arrange_address(self, form: Form) -> None:
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for name, field in self.address.items():
            row, column, span = _PLACES[name]
            error = plain_label("", "error", wrap=True)
            error.hide()
            field.setAccessibleName(_(ADDRESS[name]))
            field.setToolTip(_(ADDRESS[name]))
            grid.addWidget(field, 2 * row, column, 1, span)
            grid.addWidget(error, 2 * row + 1, column, 1, span)
            form.watch(name, field, error)
        self._fields.hide()

    def _summarise(self) -> None:
        parts = (field.value() for field in self.address.values())
        words = " · ".join(part for part in parts if part)
        self._summary.setText(_("To {recipient}").format(recipient=words) if words else "")
        self._summary.setVisible(bool(words))

    def _show_address(self) -> None:
        self._fields.show()
        self.change.hide()
        self._summary.hide()

    def _open_address(self) -> None:
        self._show_address()
        self.address["recipient"].setFocus()
        self._form.changed.emit()


def address_targets(fields: Mapping[str, LineField]) -> Iterator[PasteTarget]:
    """Yield the fields of an address, by their names in ADDRESS, as takers of what was pasted."""
    for name, field in fields.items():
        yield into(_FINDINGS[name], field, _(ADDRESS[name]))
