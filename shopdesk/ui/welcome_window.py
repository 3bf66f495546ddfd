"""The window of the first start: the welcome card alone, without a rail."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopdesk.i18n import N_
from shopdesk.ui.desk import Desk
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.pages.welcome.page import WelcomePage
from shopdesk.ui.shell import PageEntry
from shopdesk.ui.workbench import Workbench


class WelcomeWindow(MainWindow):
    """Stands until the shop is set up or the sample shop is asked for."""

    done = Signal()
    sample_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, (PageEntry("welcome", N_("Welcome"), "store", self._make_page),))
        self.rail.hide()
        self.go("welcome")

    def _make_page(self, bench: Workbench) -> QWidget:
        page = WelcomePage(bench)
        page.done.connect(self.done)
        page.sample_wanted.connect(self.sample_wanted)
        return page
