"""The card that says what the shop's policy advises, why, and who pays the way back."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.rules.advice import Advice, Point
from shopdesk.rules.event_sentences import point_text
from shopdesk.rules.remedies import FREIGHT_PAYERS
from shopdesk.rules.source_words import source_text
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.chips import Chip
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labelled import Labelled, Place
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.pages.new_case.choices import ChipField
from shopdesk.ui.pages.new_return.standing import Standing
from shopdesk.ui.theme import Tone

_NOTHING_YET = N_("Choose the order and why it comes back: the policy's advice stands here.")
_NO_REASON = N_("Choose why it comes back, to see whether to agree and who pays.")

VERDICTS: dict[str, tuple[Tone, str]] = {
    "agree": ("good", N_("Agree")),
    "decline": ("late", N_("Decline")),
    "ask": ("wait", N_("Ask first")),
}


class PolicyCard(Card):
    """Advice, never a wall: the payer can be changed, and the buttons stay."""

    def __init__(self) -> None:
        super().__init__(_("What the policy says"))
        payers = [Chip(code, name) for code, name in FREIGHT_PAYERS.items()]
        self.payer = ChipField(payers, N_("Who pays the way back"))
        self.payer.propose("buyer")
        self._payer = Labelled(N_("Who pays the way back"), self.payer)
        self._shown: Standing | None = None
        self._said = QWidget()
        self._points = QVBoxLayout(self._said)
        self._points.setContentsMargins(0, 0, 0, 0)
        self._points.setSpacing(8)
        self._source = plain_label("", "small", wrap=True)
        for widget in (self._said, self._payer, self._source):
            self.body.addWidget(widget)
        self._show_nothing()

    def show_standing(self, standing: Standing | None) -> None:
        """Show the advice as things stand; none while there is nothing to judge."""
        if standing == self._shown:
            return
        self._shown = standing
        if standing is None:
            self._show_nothing()
        else:
            self._show(standing)

    def place(self) -> Place:
        """Return where refusals are shown."""
        return self._payer.place("freight_payer")

    def _show_nothing(self) -> None:
        clear(self._points)
        self._payer.hide()
        self._source.hide()
        self._points.addWidget(plain_label(_(_NOTHING_YET), "muted", wrap=True))

    def _show(self, standing: Standing) -> None:
        advice = standing.advice
        self.payer.propose(advice.freight_payer)
        clear(self._points)
        for widget in _pieces(standing, advice):
            self._points.addWidget(widget)
        self._source.setText(source_text(standing.policy, standing.formats))
        self._source.show()
        self._payer.setVisible(standing.goods_back)


def _pieces(standing: Standing, advice: Advice) -> Iterator[QWidget]:
    """Yield the verdict with its reasons, then the other points as far as they matter now."""
    points = [point for point in advice.points if _matters(point, standing)]
    if standing.reason:
        tone, name = VERDICTS[advice.verdict]
        deciding = [point for point in points if point.tone == tone and not _is_freight(point)]
        said = [_said(point, standing) for point in deciding]
        yield Notice("\n".join([_(name), *said]), tone)
        points = [point for point in points if point not in deciding]
    else:
        yield plain_label(_(_NO_REASON), "muted", wrap=True)
    for point in points:
        yield _piece(point, _said(point, standing))


def _piece(point: Point, text: str) -> QWidget:
    return plain_label(text, wrap=True) if point.tone == "info" else Notice(text, point.tone)


def _matters(point: Point, standing: Standing) -> bool:
    """Leave out the way back where nothing travels, or where no reason says whose fault it is."""
    if point.code == "condition":
        return standing.goods_back
    return not _is_freight(point) or (standing.goods_back and bool(standing.reason))


def _is_freight(point: Point) -> bool:
    """Tell who pays apart from why: it follows from the fault and decides nothing."""
    return point.code.endswith("_pays")


def _said(point: Point, standing: Standing) -> str:
    return point_text(point.code, point.values, standing.formats)
