"""A shop's particulars, new or changed."""

from functools import partial

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.shops import ShopRow
from shopdesk.rules.regions import REGIONS
from shopdesk.services.drafts import ShopDraft
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.settings.shop_fields import ShopFields, shop_of
from shopdesk.ui.workbench import Workbench


class ShopDialog(FormDialog):
    """Adds a shop to those there are; `like` gives its country and return address."""

    def __init__(self, bench: Workbench, parent: QWidget, like: ShopRow | None = None) -> None:
        super().__init__(parent, _("Add a shop"))
        self._take(bench)
        if like is None:
            self.fields.fill(shop_of(REGIONS["XX"]))
        else:
            self.fields.fill(_draft_of(like))
            self.fields.name.set_value("")
        self.form.settle()

    def save(self) -> None:
        """Add the shop."""
        draft = self.fields.draft()
        self._bench.operations.write(
            N_("Shop added"), partial(_add, draft=draft), self.saved, self.refused
        )

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        super().saved(value, change)
        offer_undo(self._bench, change, _("Shop added: {name}").format(name=self._name))

    def _take(self, bench: Workbench) -> None:
        self._bench = bench
        self.fields = ShopFields(self.form, self.form)
        self.fields.name.setFocus()

    @property
    def _name(self) -> str:
        return self.fields.draft().name


class ChangeShopDialog(ShopDialog):
    """Changes a shop as it was read; refused if somebody else changed it meanwhile."""

    def __init__(self, bench: Workbench, parent: QWidget, shop: ShopRow) -> None:
        FormDialog.__init__(self, parent, _("Change shop"))
        self._take(bench)
        self._shop = shop
        self.fields.fill(_draft_of(shop))
        self.form.settle()

    def save(self) -> None:
        """Change the shop."""
        change = partial(
            _change, shop_id=self._shop.id, draft=self.fields.draft(), version=self._shop.version
        )
        self._bench.operations.write(N_("Shop changed"), change, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        FormDialog.saved(self, value, change)
        offer_undo(self._bench, change, _("Shop changed: {name}").format(name=self._name))


def _draft_of(shop: ShopRow) -> ShopDraft:
    return ShopDraft(**{name: getattr(shop, name) for name in ShopDraft.__dataclass_fields__})


def _add(session: Session, draft: ShopDraft) -> int:
    return services.shops.add_shop(session, draft)


def _change(session: Session, shop_id: int, draft: ShopDraft, version: int) -> None:
    services.shops.change_shop(session, shop_id, draft, version)
