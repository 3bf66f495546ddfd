"""The line over the month's summary: which month, which shop, and what to do with it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.queries.shops import ShopRow
from shopdesk.ui.actions import Actions, action_button
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.base.flow import FlowLayout
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.pages.reports.months import MonthChooser
from shopdesk.ui.pages.reports.outputs import print_button

ALL_SHOPS = "all"
_SHOP_WIDTH_PX = 180
_TITLE_PX = 32
_GAP_PX = 12


class ReportHead(QWidget):
    """Tells by `changed` that another month or shop is wanted."""

    changed = Signal()

    def __init__(self, today: date, actions: Actions) -> None:
        super().__init__()
        self.months = MonthChooser(today)
        self._shops: dict[str, ShopRow] = {}
        self._shop = ChoiceField()
        self._shop.setAccessibleName(_("Shop"))
        self._shop.setMinimumWidth(_SHOP_WIDTH_PX)
        self._shop.hide()
        self._arrange(actions)
        self.setFocusProxy(self.months)
        self.months.chosen.connect(lambda _month: self.changed.emit())
        self._shop.changed.connect(self.changed)

    def set_shops(self, shops: Sequence[ShopRow]) -> None:
        """Offer the shops, and all of them together, where there are several."""
        self._shops = {str(shop.id): shop for shop in shops}
        named = [(key, shop.name) for key, shop in self._shops.items()]
        self._shop.blockSignals(True)
        self._shop.set_choices([(ALL_SHOPS, _("All shops")), *named])
        self._shop.blockSignals(False)
        self._shop.setVisible(len(shops) > 1)

    @property
    def shop(self) -> ShopRow | None:
        """The chosen shop; the first where all are wanted, None before there is any."""
        first = next(iter(self._shops.values()), None)
        return self._shops.get(self._shop.value(), first)

    @property
    def all_shops(self) -> bool:
        """Whether the figures of all shops are wanted."""
        return self._shop.value() == ALL_SHOPS

    def _arrange(self, actions: Actions) -> None:
        title = plain_label(_("Reports"), "title")
        title.setFixedHeight(_TITLE_PX)
        title.setContentsMargins(0, 0, _GAP_PX, 0)
        left = FlowLayout()
        for widget in (title, self.months, self._shop):
            left.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(left, 1)
        buttons = (action_button(actions["open"]), action_button(actions["save"]))
        for button in (*buttons, print_button(actions)):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
