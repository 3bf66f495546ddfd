"""The card that says where the goods go: taken along from the order, changed as one likes."""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QGridLayout

from shopdesk.i18n import _
from shopdesk.queries.reshipments import Recipient
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.fields import LineField
from shopdesk.ui.base.labelled import Labelled, Place
from shopdesk.ui.dialogs.goods_out_fields import ADDRESS, address_targets
from shopdesk.ui.pasting.targets import PasteTarget

_LENGTH = 500
_PLACES = {
    "recipient": (0, 0, 2),
    "phone": (0, 2, 2),
    "address": (1, 0, 4),
    "postcode": (2, 0, 2),
    "country": (2, 2, 2),
}
"""Where each field stands: row, column, columns taken."""
_TOGETHER = (("recipient",), ("phone",), ("address", "postcode", "country"))
"""What an order fills in together: a place typed by hand gets no postcode of another."""
_NOWHERE = Recipient("", "", "", "", "")


class AddressCard(Card):
    """What a person typed stays when an order is chosen, unless it was typed over an order's."""

    def __init__(self) -> None:
        super().__init__(_("Where to"))
        self._from_order: set[tuple[str, ...]] = set()
        self._fields = {name: LineField(_LENGTH) for name in _PLACES}
        self._labelled = {
            name: Labelled(ADDRESS[name], field) for name, field in self._fields.items()
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for name, (row, column, span) in _PLACES.items():
            grid.addWidget(self._labelled[name], row, column, 1, span)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)

    def show_recipient(self, to: Recipient) -> None:
        """Show where an order went."""
        for names in _TOGETHER:
            is_typed = any(self._fields[name].value() for name in names)
            if names in self._from_order or not is_typed:
                self._fill(to, names)
                self._from_order.add(names)

    def forget_recipient(self) -> None:
        """Take away what came from an order; what was typed without one stays."""
        for names in self._from_order:
            self._fill(_NOWHERE, names)
        self._from_order.clear()

    def paste_targets(self) -> Iterator[PasteTarget]:
        """Yield the fields as takers of what was pasted."""
        return address_targets(self._fields)

    def _fill(self, to: Recipient, names: Iterable[str]) -> None:
        for name in names:
            self._fields[name].set_value(getattr(to, name))

    def texts(self) -> dict[str, str]:
        """Return what stands there, by the names of the draft's attributes."""
        return {name: field.value() for name, field in self._fields.items()}

    def places(self) -> list[Place]:
        """Return where refusals are shown."""
        return [labelled.place(name) for name, labelled in self._labelled.items()]
