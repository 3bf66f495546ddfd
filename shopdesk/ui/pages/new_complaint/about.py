"""The line that says which case a new complaint is about, with the way there."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.queries.case_detail import CaseDetail
from shopdesk.rules.kinds import KINDS
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import link_button
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.workbench import Workbench


class AboutNotice(QWidget):
    """Takes no room where the complaint is about no case."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.notice = Notice("", "accent")
        links = QWidget()
        self._links = QHBoxLayout(links)
        self._links.setContentsMargins(0, 0, 0, 0)
        self.notice.add(links)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.notice)
        self.hide()

    def show_case(self, found: CaseDetail) -> None:
        """Say which case it is about."""
        kind = KINDS[found.kind]
        words = _("About {kind}: order and buyer are taken from there.")
        self.notice.set_text(words.format(kind=_(kind.name)), "accent")
        clear(self._links)
        follow = partial(self._bench.guide.go, kind.page, found.id)
        self._links.addWidget(link_button(found.number, follow))
        self.show()
