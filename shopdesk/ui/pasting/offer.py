"""A card that shows what was pasted into a form, taken apart, and fills in what is agreed to.

    paste = PasteOffer(bench, lambda _pasted: (into("name", name), into("phone", phone)))
    column.insertWidget(0, paste)
    paste.listen(form)                     # once its fields are there
    layout.addWidget(paste.button())

It comes up when several lines are pasted anywhere on the form, or when its button is pressed.
What is typed already stays unless it is ticked. Ctrl+Z on the card puts all back.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import _, ngettext
from shopdesk.queries.pasting import Pasted, read_pasted
from shopdesk.rules.pasting import Finding
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import link_button, wrapped_label
from shopdesk.ui.evidence.strip import EvidenceStrip
from shopdesk.ui.pasting.rows import PasteRow
from shopdesk.ui.pasting.targets import PasteTarget
from shopdesk.ui.workbench import Workbench

Targets = Callable[[Pasted], Sequence[PasteTarget]]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_QUERY = "paste"


class PasteOffer(Card):
    """Away until there is something to offer."""

    resized = Signal()
    """It takes more or less room than before."""

    def __init__(self, bench: Workbench, targets: Targets) -> None:
        super().__init__(_("What you pasted"))
        self._bench = bench
        self._targets = targets
        self._undo: list[Callable[[], None]] = []
        self.rows: list[PasteRow] = []
        self._sentence = wrapped_label("", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.fill_button = QPushButton(_("&Fill in"))
        self.undo_button = QPushButton(_("&Undo"))
        self._away = QPushButton(_("Put away"))
        self._furnish()
        self.hide()

    @property
    def sentence(self) -> str:
        """What the card says over its rows."""
        return self._sentence.text()

    def button(self) -> QPushButton:
        """Return a button that offers what is in the clipboard."""
        return link_button(_("Paste…"), self.paste)

    def listen(self, form: QWidget, strip: EvidenceStrip | None = None) -> None:
        """Take Ctrl+V within a form; its evidence strip, if any, goes on taking pictures."""
        if strip is not None:
            strip.take_words = self.offer
        else:
            shortcut = QShortcut(QKeySequence.StandardKey.Paste, form, self.paste)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for line in form.findChildren(QLineEdit):
            line.installEventFilter(self)

    def paste(self) -> None:
        """Offer what is in the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.offer(text)
        else:
            self._bench.messages.toast(_("There is no text to paste. Copy it first."))

    def offer(self, text: str) -> None:
        """Take a text apart and show what it holds."""
        self._bench.operations.query(_QUERY, partial(read_pasted, text=text), self._show)

    def fill(self) -> None:
        """Fill in what is ticked, and say how to take it back."""
        agreed = [row for row in self.rows if row.is_agreed]
        self._undo = [row.target.keep() for row in agreed if row.target is not None]
        for row in agreed:
            row.fill()
        self._end(
            ngettext("{n} field filled in.", "{n} fields filled in.", len(agreed)).format(
                n=len(agreed)
            )
        )
        self.undo_button.setVisible(bool(agreed))
        (self.undo_button if agreed else self._away).setFocus()

    def take_back(self) -> None:
        """Put every field back as it was before it was filled in."""
        undo, self._undo = self._undo, []
        for put_back in reversed(undo):
            put_back()
        self._end(_("The fields are as they were."))
        self._away.setFocus()

    def put_away(self) -> None:
        """Take no room any more."""
        self.hide()
        self.resized.emit()

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+Z before the window does, while there is something to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_undo(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fill in with Enter, put away with Escape, take back with Ctrl+Z."""
        if self._is_undo(event):
            self.take_back()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in _ENTER and self.fill_button.isVisible():
            self.fill()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take several lines that a one-line field would run together."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.matches(QKeySequence.StandardKey.Paste) and self._offer_several()
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            return isinstance(watched, QLineEdit) and self._open_menu(watched, event.globalPos())
        return False

    def _offer_several(self) -> bool:
        text = QGuiApplication.clipboard().text()
        if _is_several(text):
            self.offer(text)
        return _is_several(text)

    def _open_menu(self, line: QLineEdit, at: QPoint) -> bool:
        """Open a field's own menu, in which pasting offers several lines that are copied."""
        if not _is_several(QGuiApplication.clipboard().text()):
            return False
        menu = line.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entry = menu.findChild(QAction, "edit-paste")
        if entry is not None:
            entry.triggered.disconnect()
            entry.triggered.connect(lambda _on=False: self.paste())
        menu.popup(at)
        return True

    def _furnish(self) -> None:
        self.fill_button.setProperty("kind", "primary")
        self._away.setProperty("kind", "quiet")
        self.fill_button.clicked.connect(self.fill)
        self.undo_button.clicked.connect(self.take_back)
        self._away.clicked.connect(self.put_away)
        buttons = QHBoxLayout()
        for button in (self.fill_button, self.undo_button, self._away):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addWidget(self._sentence)
        self.body.addLayout(self._list)
        self.body.addLayout(buttons)

    def _show(self, pasted: Pasted) -> None:
        self._undo = []
        clear(self._list)
        by_kind = {target.kind: target for target in self._targets(pasted)}
        taken: set[str] = set()
        self.rows = []
        for finding in pasted.findings:
            target = by_kind.get(finding.kind)
            fits = target is not None and target.takes(finding)
            first = finding.kind not in taken
            self._add(PasteRow(finding, target if fits else None, first=first))
            taken |= {finding.kind} if finding.sure else set()
        self._begin(_said(pasted.findings, by_kind))

    def _add(self, row: PasteRow) -> None:
        self.rows.append(row)
        self._list.addWidget(row)
        row.agreed.connect(partial(self._only, row))

    def _only(self, chosen: PasteRow) -> None:
        """Let a field take one finding: a tick takes away that of another."""
        for row in self.rows:
            if row is not chosen and row.target is not None and row.target is chosen.target:
                row.refuse()

    def _begin(self, sentence: str) -> None:
        fits = any(row.target is not None for row in self.rows)
        self._sentence.setText(sentence)
        self.fill_button.setVisible(fits)
        self.undo_button.hide()
        self.show()
        self.resized.emit()
        (self.fill_button if fits else self._away).setFocus()

    def _end(self, sentence: str) -> None:
        clear(self._list)
        self.rows = []
        self._sentence.setText(sentence)
        self.fill_button.hide()
        self.undo_button.hide()
        self.resized.emit()

    def _is_undo(self, event: QEvent) -> bool:
        return (
            bool(self._undo)
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        )


def _is_several(text: str) -> bool:
    return "\t" in text or len(text.strip().splitlines()) > 1


def _said(findings: Sequence[Finding], targets: dict[str, PasteTarget]) -> str:
    if not findings:
        return _("Nothing in it is known to this form. Type what you need.")
    if not any(finding.kind in targets for finding in findings):
        return _("This form has no place for what is in it.")
    return _("Tick what is right; what is typed already stays unless you tick it.")
