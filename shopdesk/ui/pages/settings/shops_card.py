"""The shops, each with what its returns depend on."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.queries.shops import ShopRow
from shopdesk.rules.platforms import PLATFORMS
from shopdesk.rules.regions import REGIONS
from shopdesk.rules.source_words import policy_name
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.cards import Card, separator
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.focus import keeping_focus
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.pages.settings.policy_dialog import PolicyDialog
from shopdesk.ui.pages.settings.shop_dialog import add_shop, change_shop
from shopdesk.ui.workbench import Workbench


class ShopsCard(Card):
    """Lists the shops; each can be changed, and others added."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Shops"))
        self._bench = bench
        self._shops: Sequence[ShopRow] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._add = icon_button(_("Add a &shop…"), "plus", self.add_shop)
        self.setFocusProxy(self._add)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_shops(self, shops: Sequence[ShopRow]) -> None:
        """Show the shops that there are; nothing moves where they are the same."""
        if shops == self._shops:
            return
        self._shops = shops
        with keeping_focus(self, self._add):
            clear(self._rows)
            for shop in shops:
                self._rows.addWidget(self._row(shop))
                self._rows.addWidget(separator())

    def add_shop(self) -> None:
        """Ask for a further shop."""
        like = self._shops[0] if self._shops else None
        add_shop(self._bench, self.window(), like).open()

    def change_shop(self, shop: ShopRow) -> None:
        """Show a shop's particulars to be changed."""
        change_shop(self._bench, self.window(), shop).open()

    def change_policy(self, shop: ShopRow) -> None:
        """Show a shop's return policy to be changed."""
        PolicyDialog(self._bench, self.window(), shop).open()

    def change_paper(self, shop: ShopRow) -> None:
        """Show what a shop wants on its papers, to be changed."""
        from shopdesk.ui.pages.settings.shop_paper_dialog import open_shop_paper

        open_shop_paper(self._bench, self.window(), shop)

    def _row(self, shop: ShopRow) -> QWidget:
        holder = QWidget()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(plain_label(shop.name, "strong", wrap=True))
        words.addWidget(plain_label(_about(shop), "muted", wrap=True))
        words.addWidget(plain_label(_back_to(shop), "muted", wrap=True))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for text, spoken, change in self._changes():
            button = _button(_(text), partial(change, shop))
            button.setAccessibleName(_(spoken).format(shop=shop.name))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _changes(self) -> tuple[tuple[str, str, Callable[[ShopRow], None]], ...]:
        """Return what can be changed of a shop: a button's words, and those that are spoken."""
        return (
            (N_("Paper…"), N_("Paper of {shop}"), self.change_paper),
            (N_("Return policy…"), N_("Return policy of {shop}"), self.change_policy),
            (N_("Change…"), N_("Change {shop}"), self.change_shop),
        )


def _button(text: str, do: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda _on=False: do())
    return button


def _about(shop: ShopRow) -> str:
    named = (
        _(PLATFORMS[shop.platform].name),
        _(REGIONS[shop.region].name),
        shop.currency,
        shop.timezone.replace("_", " "),
        policy_name(shop.rules),
    )
    return " · ".join(named)


def _back_to(shop: ShopRow) -> str:
    """Return where parcels come back to, on one line."""
    given = (shop.return_name, shop.return_phone, " ".join(shop.return_address.split()))
    return " · ".join(filter(None, given)) or _("No return address yet: slips need one.")
