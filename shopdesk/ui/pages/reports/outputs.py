"""The ways of a report out of the window, told in the window itself.

out = Outputs(bench, page, "month_summary")
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from shopdesk.i18n import _
from shopdesk.ui.actions import Actions, ButtonKind, action_button
from shopdesk.ui.papers.run import PrintRun
from shopdesk.ui.papers.ways_out import WaysOut
from shopdesk.ui.theme import Tone
from shopdesk.ui.workbench import Workbench


class Outputs(WaysOut):
    """`document` is the name under which its printer is remembered."""

    def __init__(self, bench: Workbench, page: QWidget, document: str) -> None:
        super().__init__(bench, page, document)
        self.told.connect(self._tell)
        self.printing.connect(self._follow)

    def why_nothing(self) -> str:
        """Say that the month is empty."""
        return _("There is nothing in this month. Choose another one.")

    def _tell(self, sentence: str, tone: Tone) -> None:
        if tone == "late":
            self._bench.messages.refuse(sentence)
        else:
            self._bench.messages.toast(sentence)

    def _follow(self, run: PrintRun) -> None:
        run.waiting.connect(run.tell_wait)


def print_button(actions: Actions, kind: ButtonKind = "plain") -> QPushButton:
    """Return the button that prints; under the mouse's right button is the system's dialog."""
    button = action_button(actions["print"], kind)
    button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    button.addAction(actions["print_with"])
    return button
