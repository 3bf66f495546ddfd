"""A return slip with what a shop wants on its papers, drawn anew while it is typed.

preview = ShopPaperPreview(bench, shop)
preview.show_paper(SlipPaper(png, lines, foot), at=1.0)
"""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import _, current_language
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.queries.paper import ReturnSlip, SlipPaper
from shopdesk.queries.shops import ShopRow
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.pdf_view import PdfView
from shopdesk.ui.pages.settings.shop_paper_sample import sample_slip
from shopdesk.ui.workbench import Workbench

_SETTLE_MS = 250
_MAX_ZOOM = 1.0


class ShopPaperPreview(QWidget):
    """Begins with the paper that return slips are printed on here; others are tried by choice."""

    shown = Signal()
    """What was asked for last is on the screen."""

    def __init__(self, bench: Workbench, shop: ShopRow) -> None:
        super().__init__()
        self._bench, self._shop = bench, shop
        self._choice = bench.desk.settings.now.paper_choice("return_slip")
        self._paper, self._at = SlipPaper(), 0.0
        sizes = [(code, _(size.name)) for code, size in PAPER_SIZES.items()]
        self.paper_size = ChoiceField(sizes, search_from=len(sizes) + 1)
        self.paper_size.set_value(self._choice.paper)
        self.paper_size.setAccessibleName(_("Paper of the preview"))
        self.view = PdfView(_("Preview of a return slip"), _MAX_ZOOM)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settled.timeout.connect(self._draw)
        self.paper_size.changed.connect(self._settled.start)
        self._arrange()

    def show_paper(self, paper: SlipPaper, at: float) -> None:
        """Show another paper of the shop, once nothing more is typed for a moment.

        `at` is what of the slip is brought into view, from 0, its top, to 1, its foot.
        """
        self._paper, self._at = paper, at
        self._settled.start()

    def _draw(self) -> None:
        slip = sample_slip(self._shop, self._paper)
        job = partial(
            _drawn, slip, self.paper_size.value(), self._choice.language, current_language()
        )
        self._bench.operations.work((id(self), "slip"), job, self._show)

    def _show(self, content: bytes) -> None:
        self.view.show_pdf(content, at=self._at)
        self.shown.emit()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(plain_label(_("Looks like this on"), "muted"))
        head.addWidget(self.paper_size, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)


def _drawn(slip: ReturnSlip, size_code: str, language: str, shop_language: str) -> bytes:
    from shopdesk.printing.drawing import PaperWish, draw

    wish = PaperWish(PAPER_SIZES[size_code], language, shop_language)
    return draw("return_slip", [slip], wish).content
