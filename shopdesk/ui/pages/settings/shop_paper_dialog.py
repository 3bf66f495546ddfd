"""What a shop wants on its papers: its logo, lines under its name, words at the foot.

open_shop_paper(bench, window, shop)           # read first, then shown
"""

from base64 import b64decode
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.label_sheets import ShopPaperRow, load_shop_paper
from shopdesk.queries.paper import SlipPaper
from shopdesk.queries.shops import ShopRow
from shopdesk.services.paper_drafts import ShopPaperDraft
from shopdesk.ui.base.fields import NoteField
from shopdesk.ui.base.labelled import Labelled
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.split_dialog import SplitDialog
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.settings.shop_paper_preview import ShopPaperPreview
from shopdesk.ui.papers.logo_field import LogoField
from shopdesk.ui.workbench import Workbench

CHANGED = N_("Paper of the shop changed.")
_MOST_LETTERS = 300
_TOP, _FOOT = 0.0, 1.0
"""Where on a slip they are."""
FieldT = TypeVar("FieldT", LogoField, NoteField)


class ShopPaperDialog(SplitDialog):
    """A slip beside the fields shows what they make of it."""

    def __init__(
        self, bench: Workbench, parent: QWidget, shop: ShopRow, paper: ShopPaperRow
    ) -> None:
        self.preview = ShopPaperPreview(bench, shop)
        super().__init__(parent, _("Paper of {shop}").format(shop=shop.name), self.preview)
        self._bench, self._shop, self._version = bench, shop, paper.version
        self.logo = self._add("logo", N_("Lo&go"), LogoField(bench), paper.logo)
        self.lines = self._add("lines", N_("Lines &under the name"), _note(), paper.lines)
        self.foot = self._add("foot", N_("Words at the &foot"), _note(), paper.foot)
        hint = _("A web address, opening hours, a greeting: short words print best.")
        self.form.add_row(plain_label(hint, "small", wrap=True))
        self.form.settle()
        self.logo.refused.connect(self.form.refuse)
        for field in (self.logo, self.lines):
            field.changed.connect(partial(self._preview, _TOP))
        self.foot.changed.connect(partial(self._preview, _FOOT))
        self._preview(_TOP)

    def save(self) -> None:
        """Write the shop's paper."""
        shop_id, version = self._shop.id, self._version
        draft = ShopPaperDraft(self.logo.value(), self.lines.value(), self.foot.value())

        def work(session: Session) -> None:
            services.shop_papers.save_shop_paper(session, shop_id, draft, version)

        self._bench.operations.write(CHANGED, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer to take it back."""
        super().saved(value, change)
        offer_undo(self._bench, change, _(CHANGED))

    def _add(self, name: str, label: str, field: FieldT, value: str) -> FieldT:
        labelled = Labelled(label, field)
        self.form.add_row(labelled)
        self.form.watch(name, field, labelled.refusal)
        field.set_value(value)
        return field

    def _preview(self, at: float) -> None:
        png = b64decode(self.logo.value())
        self.preview.show_paper(SlipPaper(png, self.lines.value(), self.foot.value()), at)


def open_shop_paper(bench: Workbench, parent: QWidget, shop: ShopRow) -> None:
    """Show what a shop wants on its papers as it stands now, to be changed."""

    def show(paper: ShopPaperRow) -> None:
        ShopPaperDialog(bench, parent, shop, paper).open()

    read = partial(load_shop_paper, shop_id=shop.id)
    bench.operations.query(("shop paper", shop.id), read, show)


def _note() -> NoteField:
    return NoteField(_MOST_LETTERS)
