"""The follow-ups page: what is to be done by when, one with its buyer, what came of others."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import ClassVar

from PySide6.QtWidgets import QMenu, QWidget

from shopdesk.i18n import N_, ngettext
from shopdesk.queries.follow_ups import (
    FollowUpRow,
    count_follow_up_chips,
    find_follow_up_ids,
    load_days,
    load_follow_up_rows,
)
from shopdesk.rules.follow_ups import CHIPS
from shopdesk.ui.base.acting_page import ActingPage
from shopdesk.ui.base.chips import Chip
from shopdesk.ui.base.columns import Wanted
from shopdesk.ui.base.table_page import EmptyWords
from shopdesk.ui.desk import Reader
from shopdesk.ui.dialogs.hand_over import hand_over_follow_ups
from shopdesk.ui.pages.cases.handing_many import HandingPanel
from shopdesk.ui.pages.follow_ups.actions import FollowUpActions
from shopdesk.ui.pages.follow_ups.columns import COLUMNS
from shopdesk.ui.pages.follow_ups.detail import FollowUpDetailView

_ENDED = frozenset({"done", "all"})


class FollowUpsPage(ActingPage[FollowUpRow]):
    """Enter on the list logs the call; the menu is under the right button, too."""

    title = N_("Follow-ups")
    new_words = N_("New follow-up")
    columns = COLUMNS
    chips = tuple(Chip(chip.code, chip.name) for chip in CHIPS)
    sort = "due"
    descending = False
    shown_from_px: ClassVar = {"channel": 1_120, "owner": 1_120}
    owned = True
    empty = EmptyWords(
        "phone",
        N_("Nothing is planned. Plan a call, or let a rule in the settings plan it."),
        N_("Nothing is to be done here."),
        ("new_return",),
    )

    def find_ids(self, reader: Reader, wanted: Wanted) -> Iterable[int]:
        """Find those of the chosen chip; what is late stands first."""
        days = load_days(reader, datetime.now(UTC))
        return find_follow_up_ids(
            reader, wanted.chip, days, late_first=not wanted.descending, owner=wanted.owner
        )

    def load_rows(self, reader: Reader, ids: Sequence[int]) -> Sequence[FollowUpRow]:
        """Load the rows in view."""
        return load_follow_up_rows(reader, ids)

    def count_chips(self, reader: Reader) -> Mapping[str, int]:
        """Count what is open."""
        return count_follow_up_chips(
            reader, load_days(reader, datetime.now(UTC)), self.wanted.owner
        )

    def foot_line(self, reader: Reader) -> str:
        """Say how much is open and how much of it is late."""
        counts = self.count_chips(reader)
        said = [
            ngettext("{n} open", "{n} open", counts["open"]).format(n=counts["open"]),
            ngettext("{n} overdue", "{n} overdue", counts["overdue"]).format(n=counts["overdue"]),
        ]
        return " · ".join(said)

    def make_detail(self) -> QWidget:
        """Make the right-hand side and what can be done there."""
        self.follow_actions = FollowUpActions(self.bench, self)
        return FollowUpDetailView(self.bench, self.follow_actions)

    def row_opened(self, record_id: int) -> None:
        """Log what came of it."""
        if self.table.choose(record_id):
            self.follow_actions.log.trigger()

    def start_new(self) -> None:
        """Open the form of a new one."""
        self.follow_actions.doing.plan()

    def show_chip(self, key: str) -> None:
        """Show another part; what came of it is a column only where something came."""
        super().show_chip(key)
        self.show_columns()

    def hidden_columns(self) -> Collection[str]:
        """Leave out what came of it where nothing came, else the note where the list is narrow."""
        hidden = super().hidden_columns()
        if self.wanted.chip not in _ENDED:
            return {*hidden, "outcome"}
        return {*hidden, "note"} if hidden else hidden

    def make_many(self) -> HandingPanel:
        """Make what stands there while several are selected."""
        return HandingPanel(self.bench, self, hand_over_follow_ups)

    def menu_of_chosen(self) -> QMenu:
        """Return what can be done with the chosen one."""
        return self.follow_actions.menu(self.table, whole=True)

    def act_on_none(self) -> None:
        """Let nothing be logged for one while several are selected."""
        self.follow_actions.show(None)

    def tick(self) -> None:
        """Read anew: what is late stands first."""
        self.read_again()
