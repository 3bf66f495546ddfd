"""A shop's particulars, new or changed.

add_shop(bench, window, like=shops[0]).open()
change_shop(bench, window, shop).open()
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.shops import ShopRow
from shopdesk.rules.regions import REGIONS
from shopdesk.services.drafts import ShopDraft
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.settings.answer_fields import AnswerFields
from shopdesk.ui.pages.settings.shop_fields import ShopFields, shop_of
from shopdesk.ui.workbench import Workbench

_WIDTH_PX = 560


@dataclass(frozen=True, slots=True)
class Deed:
    """What Save does; `label` and `said` are marked for translation."""

    label: str
    said: str
    work: Callable[[Session, ShopDraft], object]
    is_new: bool = False


class ShopDialog(FormDialog):
    """Shows a draft, and does one deed with what became of it."""

    def __init__(
        self, bench: Workbench, parent: QWidget, title: str, draft: ShopDraft, deed: Deed
    ) -> None:
        super().__init__(parent, title)
        self.setMinimumWidth(_WIDTH_PX)
        self._bench = bench
        self._deed = deed
        self.fields = ShopFields(self.form, self.form, is_new=deed.is_new)
        self.answers = AnswerFields(self.form)
        self.fields.fill(draft)
        self.answers.fill(draft)
        self.fields.name.setFocus()
        self.form.settle()

    def save(self) -> None:
        """Write the shop."""
        draft, work = self.answers.into(self.fields.draft()), self._deed.work
        self._bench.operations.write(
            self._deed.label, lambda session: work(session, draft), self.saved, self.refused
        )

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        super().saved(value, change)
        sentence = _(self._deed.said).format(name=self.fields.draft().name)
        offer_undo(self._bench, change, sentence)


def add_shop(bench: Workbench, parent: QWidget, like: ShopRow | None = None) -> ShopDialog:
    """Return a dialog for a further shop, in the country of `like` and with its address."""
    draft = shop_of(REGIONS["XX"]) if like is None else replace(_draft_of(like), name="")
    deed = Deed(N_("Shop added"), N_("Shop added: {name}"), _add, is_new=True)
    return ShopDialog(bench, parent, _("Add a shop"), draft, deed)


def change_shop(bench: Workbench, parent: QWidget, shop: ShopRow) -> ShopDialog:
    """Return a dialog for a shop as it was read; refused if somebody changed it meanwhile."""

    def work(session: Session, draft: ShopDraft) -> None:
        services.shops.change_shop(session, shop.id, draft, shop.version)

    deed = Deed(N_("Shop changed"), N_("Shop changed: {name}"), work)
    return ShopDialog(bench, parent, _("Change shop"), _draft_of(shop), deed)


def _add(session: Session, draft: ShopDraft) -> int:
    return services.shops.add_shop(session, draft)


def _draft_of(shop: ShopRow) -> ShopDraft:
    wanted = ShopDraft.__dataclass_fields__
    return ShopDraft(**{name: value for name, value in asdict(shop).items() if name in wanted})
