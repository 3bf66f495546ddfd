"""Who sends goods back, where there is no order to tell: name, handle, phone, number, shop."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from shopdesk.i18n import N_
from shopdesk.queries.shops import ShopRow
from shopdesk.ui.base.fields import ChoiceField, LineField
from shopdesk.ui.base.labelled import Labelled, Place

_LENGTH = 500
_COLUMNS = 2
_FIELDS = (
    ("buyer_name", N_("Buyer's name")),
    ("buyer_handle", N_("Buyer's handle")),
    ("buyer_phone", N_("Phone")),
    ("order_number", N_("Order number, as the buyer gave it")),
)


class BuyerFields(QWidget):
    """Two columns of fields; the shop is asked for only where there are several."""

    shop_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shops: dict[str, ShopRow] = {}
        self._lines = {name: LineField(_LENGTH) for name, _label in _FIELDS}
        self._labelled = {name: Labelled(label, self._lines[name]) for name, label in _FIELDS}
        self._choice = ChoiceField()
        self._shop = Labelled(N_("Shop"), self._choice)
        self._choice.changed.connect(self.shop_changed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for n, widget in enumerate((*self._labelled.values(), self._shop)):
            grid.addWidget(widget, n // _COLUMNS, n % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.setFocusProxy(next(iter(self._lines.values())))

    def set_shops(self, shops: Sequence[ShopRow], remembered: str) -> None:
        """Offer the shops; the one of last time stands first."""
        self._shops = {str(shop.id): shop for shop in shops}
        self._choice.set_choices([(key, shop.name) for key, shop in self._shops.items()])
        known = next((key for key, shop in self._shops.items() if shop.name == remembered), "")
        self._choice.set_value(known)
        self._shop.setVisible(len(shops) > 1)
        self.shop_changed.emit()

    @property
    def shop(self) -> ShopRow | None:
        """The shop that is chosen; None while it is not known which there are."""
        return self._shops.get(self._choice.value())

    def texts(self) -> dict[str, str]:
        """Return what was typed, by the names of the draft's attributes."""
        return {name: field.value() for name, field in self._lines.items()}

    def fill(self, texts: Mapping[str, str]) -> None:
        """Put in what is known of the buyer."""
        for name, text in texts.items():
            self._lines[name].set_value(text)

    def places(self) -> list[Place]:
        """Return where refusals are shown."""
        return [labelled.place(name) for name, labelled in self._labelled.items()]
