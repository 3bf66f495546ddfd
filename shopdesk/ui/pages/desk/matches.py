"""Several records that fit one code: arrows choose, Enter takes the chosen one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.queries.desk import CaseMatch, Scanned
from shopdesk.queries.finder import OrderHit
from shopdesk.queries.shelf import ShelfRow
from shopdesk.rules.states import STATES
from shopdesk.ui.base.badge import Badge
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import ElidedLabel
from shopdesk.ui.base.scroll import ScrollColumn, bring_into_view
from shopdesk.ui.base.tones import TONES
from shopdesk.ui.pages.desk.answers import CHOICES, LEAVING, case_head, goods_of, when
from shopdesk.ui.theme import CONTROL_RADIUS_PX, Tone, colour, current_theme

Match = CaseMatch | OrderHit | ShelfRow


@dataclass(frozen=True, slots=True)
class MatchWords:
    """What a row says, and the first thing that can be done with it: a key of CHOICES."""

    name: str
    about: str
    state: str
    tone: Tone
    choice: str


class MatchList(ScrollColumn):
    """Rows of what fits; none is chosen at first where all of them can be taken together."""

    taken = Signal(str, object)
    """A key of CHOICES, and the match that it is wanted for."""

    def __init__(self) -> None:
        super().__init__(padding_px=0)
        self._rows: list[_MatchRow] = []
        self._at = -1
        self.body.setSpacing(6)
        self.setAccessibleName(_("What fits this code"))
        self.hide()

    @property
    def is_chosen(self) -> bool:
        """Whether Enter is a row's."""
        return self._at >= 0

    def show_matches(self, scanned: Scanned | None) -> None:
        """Show what fits, if it is more than one."""
        clear(self.body)
        self._rows = []
        found = list(_matches(scanned)) if scanned is not None and scanned.count > 1 else []
        for match in found:
            row = _MatchRow(words_of(match), self._taker(match))
            self._rows.append(row)
            self.body.addWidget(row)
        together = scanned is not None and scanned.by == "waybill" and len(scanned.receivable) > 1
        self._choose(-1 if together else _first_to_take(found))
        self.setVisible(bool(found))

    def step(self, by: int) -> None:
        """Choose a row further down or up."""
        if self._rows:
            self._choose(min(len(self._rows) - 1, max(0, self._at + by)))

    def take(self) -> None:
        """Do what the chosen row's button does."""
        if self.is_chosen:
            self._rows[self._at].button.click()

    def _choose(self, at: int) -> None:
        self._at = at
        for n, row in enumerate(self._rows):
            row.mark(chosen=n == at)
        if self.is_chosen:
            bring_into_view(self._rows[at])

    def _taker(self, match: Match) -> Callable[[], None]:
        return lambda: self.taken.emit(words_of(match).choice, match)


class _MatchRow(QFrame):
    """One record: its name and state, a word about it, and a button."""

    def __init__(self, words: MatchWords, take: Callable[[], None]) -> None:
        super().__init__()
        self._is_chosen = False
        self._take = take
        self.button = QPushButton(_(CHOICES[words.choice]))
        self.button.setAccessibleName(f"{self.button.text()} {words.name}")
        self.button.clicked.connect(lambda _on=False: take())
        texts = QVBoxLayout()
        texts.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ElidedLabel(words.name, "strong"), 1)
        head.addWidget(Badge(words.state, words.tone))
        texts.addLayout(head)
        texts.addWidget(ElidedLabel(words.about, "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(self.button)

    def mark(self, *, chosen: bool) -> None:
        """Show whether Enter would take it."""
        self._is_chosen = chosen
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take it."""
        event.accept()
        self._take()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground; the chosen row has a ring as well as a colour."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(theme.accent if self._is_chosen else theme.line))
        painter.setBrush(theme.soft("accent") if self._is_chosen else colour(theme.surface))
        ring = self.rect().adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(ring, CONTROL_RADIUS_PX, CONTROL_RADIUS_PX)


def words_of(match: Match) -> MatchWords:
    """Return a match in words."""
    if isinstance(match, CaseMatch):
        state = STATES[match.state]
        choice = "receive" if match.verdict.receives else "open_case"
        about = " · ".join(part for part in (match.order_number, goods_of(match)) if part)
        return MatchWords(case_head(match), about, _(state.name), TONES[state.tone], choice)
    if isinstance(match, OrderHit):
        formats = Formats(current_language(), ZoneInfo(match.timezone))
        day = formats.day(match.ordered_at.astimezone(formats.timezone).date())
        name = _("Order {number} · {buyer}").format(number=match.number, buyer=match.buyer)
        return MatchWords(name, f"{day} · {match.items}", _("No return"), "muted", "log")
    came = when(match.came_at, match.timezone)
    about = " · ".join(part for part in (match.waybill, match.note, came) if part)
    return MatchWords(match.number, about, _("Kept"), "new", "match")


def _first_to_take(found: list[Match]) -> int:
    """Return the place of the first match that Enter can take without leaving the desk, or -1."""
    stays = (n for n, match in enumerate(found) if words_of(match).choice not in LEAVING)
    return next(stays, -1)


def _matches(scanned: Scanned) -> Iterator[Match]:
    yield from scanned.cases
    yield from scanned.shelf
    yield from scanned.orders
