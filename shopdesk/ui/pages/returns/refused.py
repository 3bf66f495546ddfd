"""The returns that a step for many was not done to, each with its sentence; to copy, to show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton

from shopdesk.i18n import _, ngettext
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.labels import plain_label

_LINES_SHOWN = 4
_PADDING_PX = 16


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One return that stayed as it was."""

    case_id: int
    number: str
    sentence: str

    @property
    def line(self) -> str:
        """What is shown and copied."""
        return _("{number}: {sentence}").format(number=self.number, sentence=self.sentence)


class RefusedCard(Card):
    """Stays under the list until it is closed, or everything was done."""

    show_wanted = Signal(list)
    """The ids of the refused returns: they shall be selected."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[RefusedRow] = ()
        self._title = plain_label("", "heading")
        self.lines = QPlainTextEdit(readOnly=True)
        self.lines.setAccessibleName(_("Not done"))
        self.lines.setTabChangesFocus(True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        for text, do in (
            (_("Sho&w them"), self._show_them),
            (_("C&opy"), self._copy),
            (_("Close"), self.hide),
        ):
            head.addWidget(_button(text, do))
        self.body.addLayout(head)
        self.body.addWidget(self.lines)
        self.hide()

    def show_rows(self, rows: Sequence[RefusedRow]) -> None:
        """Show which returns stayed as they were; without any there is nothing to see."""
        self._rows = rows
        words = ngettext("{n} return was not done:", "{n} returns were not done:", len(rows))
        self._title.setText(words.format(n=len(rows)))
        self.lines.setPlainText("\n".join(row.line for row in rows))
        self.lines.setFixedHeight(self._height_of(min(len(rows), _LINES_SHOWN)))
        self.setVisible(bool(rows))

    def _height_of(self, lines: int) -> int:
        margins = self.lines.contentsMargins()
        spare = margins.top() + margins.bottom() + 2 * int(self.lines.document().documentMargin())
        return lines * self.lines.fontMetrics().lineSpacing() + spare + _PADDING_PX

    def _show_them(self) -> None:
        self.show_wanted.emit([row.case_id for row in self._rows])

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.lines.toPlainText())


def _button(text: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda _on=False: do())
    return button
