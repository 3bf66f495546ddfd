"""What shows one line: a button that says how many photos there are, and opens them under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.i18n import _, ngettext
from shopdesk.rules.evidence import EvidencePlace
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.evidence.strip import EvidenceStrip
from shopdesk.ui.workbench import Workbench


class LinePhotos(QWidget):
    """Reads the photos only once somebody wants to see them or to add one."""

    def __init__(self, bench: Workbench, place: EvidencePlace, photos: int) -> None:
        super().__init__()
        self._bench = bench
        self._place = place
        self.strip: EvidenceStrip | None = None
        self.button = icon_button("", "image", self.toggle)
        self.button.setProperty("kind", "quiet")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._count(photos)

    def toggle(self) -> None:
        """Open the photos, or fold them away."""
        if self.strip is None:
            self.strip = EvidenceStrip(self._bench)
            self._column.addWidget(self.strip)
            self.strip.changed.connect(self._recount)
            self.strip.show_place(self._place)
        else:
            self.strip.setVisible(self.strip.isHidden())

    def _recount(self) -> None:
        if self.strip is not None:
            self._count(len(self.strip.rows))

    def _count(self, photos: int) -> None:
        words = ngettext("{n} photo", "{n} photos", photos).format(n=photos)
        self.button.setText(words if photos else _("Add photos"))
        self.button.setAccessibleName(self.button.text())
