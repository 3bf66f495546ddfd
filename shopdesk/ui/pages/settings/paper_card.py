"""On what each document is printed on this computer, and the sheets of labels to choose from."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.rules.label_sheets import LabelSheet
from shopdesk.settings import PaperChoice
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.cards import Card, separator
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.sign import Sign
from shopdesk.ui.pages.settings.printed_things import PRINTED, Printed, summary
from shopdesk.ui.workbench import Workbench


class PaperCard(Card):
    """A row for each document; each preview and each print of it starts with what stands here."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Paper and printers"), _("On this computer"))
        self._bench = bench
        self._own: Sequence[LabelSheet] = ()
        self._lines = {printed.code: plain_label("", "muted", wrap=True) for printed in PRINTED}
        for printed in PRINTED:
            self.body.addWidget(self._row(printed))
            self.body.addWidget(separator())
        sheets = icon_button(_("La&bel sheets…"), "tag", self.open_sheets)
        self.body.addWidget(sheets, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_sheets(())

    def show_sheets(self, own: Sequence[LabelSheet]) -> None:
        """Show what is chosen; `own` are the sheets of labels that the shop has."""
        self._own = own
        now = self._bench.desk.settings.now
        for printed in PRINTED:
            said = summary(printed, now.paper_choice(printed.code), own)
            self._lines[printed.code].setText(said)

    def line(self, code: str) -> str:
        """Return what is said of a document."""
        return self._lines[code].text()

    def change(self, printed: Printed) -> None:
        """Ask how a document is printed."""
        from shopdesk.ui.pages.settings.document_dialog import DocumentDialog

        dialog = DocumentDialog(self._bench, self.window(), printed, self._own)
        dialog.done_saving.connect(partial(self._changed, printed))
        dialog.open()

    def open_sheets(self) -> None:
        """Show the sheets of labels."""
        from shopdesk.ui.pages.settings.label_sheets_dialog import LabelSheetsDialog

        LabelSheetsDialog(self._bench, self.window()).open()

    def _changed(self, printed: Printed, before: Mapping[str, PaperChoice]) -> None:
        self.show_sheets(self._own)
        sentence = _("{document}: {how}").format(
            document=_(printed.name), how=self.line(printed.code)
        )
        self._bench.messages.undo(sentence, partial(self._take_back, before))

    def _take_back(self, before: Mapping[str, PaperChoice]) -> None:
        self._bench.desk.settings.change(papers=before)
        self.show_sheets(self._own)

    def _row(self, printed: Printed) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label(_(printed.name), "strong", wrap=True))
        words.addWidget(self._lines[printed.code])
        change = _button(_("Change…"), partial(self.change, printed))
        change.setAccessibleName(_("Change {what}").format(what=_(printed.name)))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Sign(printed.icon), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(change, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder


def _button(text: str, do: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda _on=False: do())
    return button
