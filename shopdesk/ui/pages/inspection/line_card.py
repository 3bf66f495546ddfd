"""A line of the return at the bench: how many are expected, what to look for, what came."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.queries.inspection import ExpectedLine
from shopdesk.rules.inspecting import WRONG_GOODS, Counted
from shopdesk.ui.base.badge import Badge
from shopdesk.ui.base.labels import plain_label, wrapped_label
from shopdesk.ui.pages.inspection.goods_card import GoodsCard, Start
from shopdesk.ui.pages.inspection.line_photos import LinePhotos
from shopdesk.ui.theme import Tone


class LineCard(GoodsCard):
    """Tells beside its name how the count stands."""

    def __init__(self, line: ExpectedLine, rule: str, photos: LinePhotos, start: Start) -> None:
        name = " · ".join(part for part in (line.title, line.variant) if part)
        super().__init__(name, start)
        self.line = line
        self.badge = Badge("", "muted")
        row = QHBoxLayout()
        row.addWidget(wrapped_label(name, "strong"), 1)
        row.addWidget(self.badge)
        self.head.addLayout(row)
        hint = " · ".join(part for part in (line.sku, _(rule) if rule else "") if part)
        if hint:
            self.head.addWidget(plain_label(hint, "small", wrap=True))
        self.photos = photos
        self.body.addWidget(photos)

    def stops(self) -> list[QWidget]:
        """End with the photos."""
        return [*super().stops(), self.photos.button]

    @property
    def counted(self) -> Counted:
        """What came of the line; other goods in its place are not it."""
        own = sum(item.quantity for item in self.drafts() if item.condition != WRONG_GOODS)
        return Counted(self.line.quantity, own)

    def take_rest(self, condition: str) -> None:
        """Count all that is missing, in one condition."""
        missing = self.counted.short
        if missing:
            empty = [row for row in self.rows if not row.units]
            row = empty[0] if empty else self.add_row(self._start.blank)
            row.decide(missing, condition)

    def follow(self) -> None:
        """Show how the count stands, and tell each row what is missing."""
        super().follow()
        for row in self.rows:
            row.missing = self.counted.short
        text, tone = _standing(self.counted, counted_any=self.units > 0)
        self.badge.set_state(text, tone)


def _standing(counted: Counted, *, counted_any: bool) -> tuple[str, Tone]:
    if not counted_any:
        return _("{n} expected").format(n=counted.expected), "muted"
    if counted.surplus:
        return _("{n} too many").format(n=counted.surplus), "late"
    words = _("{here} of {expected} here").format(here=counted.received, expected=counted.expected)
    return words, "wait" if counted.short else "good"
