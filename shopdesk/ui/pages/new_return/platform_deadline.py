"""The platform's own deadline, behind a quiet link: most returns have none."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _
from shopdesk.ui.base.labels import link_button, plain_label
from shopdesk.ui.base.moment_field import MomentField

_LABEL = N_("Platform's deadline to decide")


class PlatformDeadline(QWidget):
    """A field whose value is a moment in UTC, or None while it is folded away."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.more = link_button(_("The platform set a deadline…"), self.unfold)
        self.moment = MomentField()
        self.moment.setAccessibleName(_(_LABEL))
        self.none = link_button(_("No deadline"), self.fold)
        self._open = QWidget()
        self._arrange()
        self._open.hide()
        self.moment.changed.connect(self.changed)

    def set_zone(self, timezone: str) -> None:
        """Read what is typed on the shop's clock."""
        self.moment.set_zone(timezone)

    def value(self) -> datetime | None:
        """Return the deadline; None where there is none."""
        return None if self._open.isHidden() else self.moment.value()

    def complaint(self) -> str:
        """Tell when the moment has passed."""
        return "" if self._open.isHidden() else self.moment.complaint()

    def unfold(self) -> None:
        """Show the field and go to it."""
        self._show(is_open=True)
        self.moment.setFocus(Qt.FocusReason.TabFocusReason)

    def fold(self) -> None:
        """Take the deadline away again."""
        self._show(is_open=False)
        self.more.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, *, is_open: bool) -> None:
        self._open.setVisible(is_open)
        self.more.setVisible(not is_open)
        self.setFocusProxy(self.moment if is_open else self.more)
        self.changed.emit()

    def _arrange(self) -> None:
        row = QHBoxLayout(self._open)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        label = plain_label(_(_LABEL), "muted")
        label.setBuddy(self.moment)
        for widget in (label, self.moment, self.none):
            row.addWidget(widget)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._open)
        self.setFocusProxy(self.more)
