"""The first view: what can be imported, and the file dialog."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.ui.actions import Action, Actions
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.empty import Empty

FILE_ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xls")


class ChooseView(QWidget):
    """A place to drop files on, with a button for those who would rather choose them."""

    def __init__(self, choose: Callable[[], None]) -> None:
        super().__init__()
        self.actions_of_view = Actions(self, within=True)
        made = self.actions_of_view.add("choose", Action(N_("&Choose files…"), "folder"), choose)
        made.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        sentence = _(
            "Drop order exports of Taobao, Tmall or Shopify here: CSV or Excel, one file or"
            " several that belong together. You see what they say before anything is written."
        )
        card = Card()
        card.body.addWidget(Empty("upload", sentence, (made,)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)


def ask_for_files(parent: QWidget, folder: str, chosen: Callable[[list[Path]], None]) -> None:
    """Open the file dialog; `chosen` is told the files, or nothing if it is cancelled."""
    dialog = QFileDialog(parent, _("Import orders"), folder, _file_filter())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _file_filter() -> str:
    patterns = " ".join(f"*{ending}" for ending in FILE_ENDINGS)
    return ";;".join(
        (_("Order exports ({patterns})").format(patterns=patterns), _("All files (*)"))
    )
