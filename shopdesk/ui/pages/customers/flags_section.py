"""The marks on a buyer in the detail: who set them, why, and the way to take them off."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _
from shopdesk.queries.customer_detail import CustomerDetail, FlagRow
from shopdesk.rules.customers import FLAGS
from shopdesk.ui.base.flag_badges import flag_badge, flag_name
from shopdesk.ui.base.labels import link_button, plain_label
from shopdesk.ui.base.section import Section
from shopdesk.ui.pages.customers.flag_dialog import FlagDialog, take_flag
from shopdesk.ui.workbench import Workbench


class FlagsSection(Section):
    """Always there, so that a first mark can be set."""

    def __init__(self, bench: Workbench) -> None:
        self.mark_button = QPushButton(_("&Mark…"))
        self.mark_button.setProperty("kind", "link")
        self.mark_button.setAccessibleName(_("Mark the buyer"))
        super().__init__(_("Marks"), self.mark_button)
        self._bench = bench
        self._found: CustomerDetail | None = None
        self.mark_button.clicked.connect(lambda _checked=False: self.mark())

    def show_customer(self, found: CustomerDetail, formats: Formats) -> None:
        """Show the marks on a buyer."""
        self._found = found
        lines = [self._line(flag, formats) for flag in found.flags if flag.flag in FLAGS]
        self.show_widgets(lines or [plain_label(_("None"), "muted")])

    def mark(self) -> None:
        """Open the form."""
        if self._found is not None:
            FlagDialog(self._bench, self._found, self.window()).open()

    def _line(self, flag: FlagRow, formats: Formats) -> QWidget:
        line = QWidget()
        first = QHBoxLayout()
        first.addWidget(flag_badge(flag.flag, flag.reason, flag.set_by))
        first.addStretch(1)
        off = link_button(_("Take off"), partial(self._take, flag.flag))
        off.setAccessibleName(_("Take off the mark {flag}").format(flag=flag_name(flag.flag)))
        first.addWidget(off)
        day = formats.day(flag.set_at.astimezone(formats.timezone).date())
        who = _("{person}, {day}").format(person=flag.set_by, day=day)
        about = _("{reason} · {who}").format(reason=flag.reason, who=who) if flag.reason else who
        rows = QVBoxLayout(line)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addLayout(first)
        rows.addWidget(plain_label(about, "muted", wrap=True))
        return line

    def _take(self, flag: str) -> None:
        if self._found is not None:
            take_flag(self._bench, self._found, flag)
