"""What a waybill says of itself while it is typed: whose it may be, where it stands already."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.i18n import _, ngettext
from shopdesk.queries.couriers import Twin
from shopdesk.ui.base.chips import Chip, ChipRow
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.notice import Notice

_MOST_KEYS = 9


class WaybillHints(QWidget):
    """A word about the number, couriers that fit it as chips, and a notice; each only if needed."""

    chosen = Signal(str)
    """The code of a courier, by its chip or by Alt and its number."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._word = plain_label("", "small", wrap=True)
        self.chips = ChipRow((), _("Couriers that fit the number"), preset=False)
        self.notice = Notice("", "wait")
        self._codes: tuple[str, ...] = ()
        self.chips.chosen.connect(self.chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(6)
        for widget in (self._word, self.chips, self.notice):
            layout.addWidget(widget)
            widget.hide()
        for n in range(1, _MOST_KEYS + 1):
            key = QShortcut(QKeySequence(f"Alt+{n}"), window)
            key.activated.connect(lambda nth=n - 1: self._pick(nth))

    @property
    def word(self) -> str:
        """What is said about the number."""
        return self._word.text()

    def say(self, word: str) -> None:
        """Say something about the number, or nothing."""
        self._word.setText(word)
        self._word.setVisible(bool(word))

    def suggest(self, couriers: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer couriers as (code, name), the likeliest first; none hides the row."""
        codes = tuple(code for code, _name in couriers)
        if codes != self._codes:
            self._codes = codes
            self.chips.set_chips(
                [Chip(code, f"{n} {name}") for n, (code, name) in enumerate(couriers, 1)]
            )
        if chosen in codes:
            self.chips.choose(chosen)
        self.chips.setVisible(bool(codes))

    def show_twins(self, twins: Sequence[Twin]) -> None:
        """Say on which other open returns the number stands; that is no mistake by itself."""
        names = _(", ").join(
            _("{number} ({buyer})").format(number=twin.number, buyer=twin.buyer or "—")
            for twin in twins
        )
        self.notice.setVisible(bool(twins))
        self.notice.set_text(
            ngettext(
                "This waybill stands on {names} already. That is right if both came in one box.",
                "This waybill stands on {names} already. That is right if all came in one box.",
                len(twins),
            ).format(names=names),
            "wait",
        )

    def _pick(self, nth: int) -> None:
        if nth < len(self._codes):
            self.chips.choose(self._codes[nth])
            self.chosen.emit(self._codes[nth])
