"""Settings: all choices at one look, and the safety of the data beside them."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.queries.label_sheets import load_label_sheets
from shopdesk.queries.shops import ShopRow, load_people, load_shops
from shopdesk.rules.label_sheets import LabelSheet
from shopdesk.ui.base.cards import column
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.desk import Change, Reader
from shopdesk.ui.pages.settings.about_card import AboutCard
from shopdesk.ui.pages.settings.backups_card import BackupsCard
from shopdesk.ui.pages.settings.data_card import DataCard
from shopdesk.ui.pages.settings.follow_ups_card import FollowUpsCard
from shopdesk.ui.pages.settings.holidays_card import HolidaysCard
from shopdesk.ui.pages.settings.paper_card import PaperCard
from shopdesk.ui.pages.settings.person_card import PersonCard
from shopdesk.ui.pages.settings.shops_card import ShopsCard
from shopdesk.ui.pages.settings.transit_card import TransitCard
from shopdesk.ui.pages.settings.words_cards import CouriersCard, ReadyWordsCard
from shopdesk.ui.workbench import Workbench

_SIDE_PX = 372
_WIDE_FROM_PX = 900
_SCROLL_BAR_PX = 12
_GAP_PX = 14
_Found = tuple[list[ShopRow], list[str], list[LabelSheet]]


class SettingsPage(QWidget):
    """What needs the whole window to follow is asked for by a signal."""

    language_wanted = Signal(str)
    """A key of LANGUAGES."""
    theme_wanted = Signal(str)
    """`system`, `light` or `dark`."""
    restore_wanted = Signal(Path)
    """The person saw what would be lost, and wants this file in the shop's place."""
    backed_up = Signal()
    """A backup was made by hand."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.shops = ShopsCard(bench)
        self.holidays = HolidaysCard(bench)
        self.backups = BackupsCard(bench)
        self.ready_words = ReadyWordsCard(bench)
        self.couriers = CouriersCard(bench)
        self.transit = TransitCard(bench)
        self.follow_ups = FollowUpsCard(bench)
        self.person = PersonCard(bench)
        self.paper = PaperCard(bench)
        self.data = DataCard(bench)
        self.about = AboutCard(bench)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        words = (self.ready_words, self.couriers, self.transit)
        side = (self.person, self.follow_ups, *words, self.data, self.about)
        self._side = column(*side, spacing_px=_GAP_PX)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.shops)

    def showEvent(self, event: QShowEvent) -> None:
        """Read all of it whenever the page comes into view: backups are made meanwhile."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        self._bench.operations.query("settings", _load, self._show)
        self.backups.read()
        self.data.show_sizes()

    def _show(self, found: _Found) -> None:
        shops, people, label_sheets = found
        self.shops.show_shops(shops)
        self.holidays.show_shops(shops)
        self.person.show_people(people)
        self.paper.show_sheets(label_sheets)

    def _follow(self, _change: Change) -> None:
        if self.isVisible():
            self._read()

    def _connect(self) -> None:
        self.person.language_wanted.connect(self.language_wanted)
        self.person.theme_wanted.connect(self.theme_wanted)
        self.backups.restore_wanted.connect(self.restore_wanted)
        self.backups.backed_up.connect(self.backed_up)
        self.backups.backed_up.connect(self.data.show_sizes)
        self._bench.operations.changed.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the side under the rest where there is no room beside it."""
        super().resizeEvent(event)
        is_wide = self.width() >= _WIDE_FROM_PX
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        self._side.setFixedWidth(_SIDE_PX if is_wide else self.width() - _SCROLL_BAR_PX)

    def _arrange(self) -> None:
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(_GAP_PX)
        main = column(self.shops, self.paper, self.holidays, self.backups, spacing_px=_GAP_PX)
        self._columns.addWidget(main, 1)
        self._columns.addWidget(self._side)
        scroll = ScrollColumn(padding_px=0)
        scroll.body.addLayout(self._columns)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(plain_label(_("Settings"), "title"))
        layout.addWidget(scroll, 1)


def _load(reader: Reader) -> _Found:
    return load_shops(reader), load_people(reader), load_label_sheets(reader)
