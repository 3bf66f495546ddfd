"""What this program is, and under which licences it comes."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from shopdesk import __version__
from shopdesk.i18n import _
from shopdesk.paths import resource
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.workbench import Workbench

_NOTICES = ("LICENSE", "NOTICES.md")
_WIDTH_PX, _HEIGHT_PX = 760, 560
_MARGIN_PX = 20


class AboutCard(Card):
    """What a report of a mistake needs is copied from here."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("About"))
        facts = Facts(said=bench.messages.toast)
        under = f"Python {platform.python_version()} · Qt {qVersion()}"
        facts.set_facts(
            [
                Fact("ShopDesk", __version__, copy=True),
                Fact(_("Runs on"), under, copy=True),
                Fact(_("Log"), str(bench.desk.folder.log), copy=True),
            ]
        )
        licences = QPushButton(_("Lic&ences…"))
        licences.clicked.connect(lambda _on=False: NoticesDialog(self.window()).open())
        self.body.addWidget(facts)
        self.body.addWidget(licences, 0, Qt.AlignmentFlag.AlignLeft)


class NoticesDialog(QDialog):
    """The licence of ShopDesk and of all that comes with it, as plain text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Licences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        text = QPlainTextEdit(notices())
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(_("Licences"))
        close = QPushButton(_("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        layout.setSpacing(16)
        layout.addWidget(plain_label(_("Licences"), "title"))
        layout.addWidget(text, 1)
        layout.addLayout(foot)


def notices() -> str:
    """Return the texts that ship at the top of the program's folder."""
    top = resource("").parent
    return "\n\n".join((top / name).read_text(encoding="utf-8") for name in _NOTICES)
