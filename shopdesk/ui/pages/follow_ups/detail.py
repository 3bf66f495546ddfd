"""One follow-up at the right of the list: what to do, whom to call, what was said before."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.queries.follow_ups import (
    FollowUpRow,
    load_case_follow_ups,
    load_customer_follow_ups,
)
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.platforms import PLATFORMS
from shopdesk.rules.sentences import task_name
from shopdesk.ui.actions import action_button
from shopdesk.ui.base.contact_facts import ContactFacts
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.more_button import MoreButton
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.base.section import Section
from shopdesk.ui.desk import Reader
from shopdesk.ui.follow_ups.line import DoneLine, OpenLine
from shopdesk.ui.follow_ups.saying import Said, said_of
from shopdesk.ui.follow_ups.words import buyer_of, channel_name
from shopdesk.ui.pages.follow_ups.actions import FollowUpActions
from shopdesk.ui.workbench import Workbench


class FollowUpDetailView(ScrollColumn):
    """The buyer, the phone and the case lead on; what was done before stands below."""

    def __init__(self, bench: Workbench, actions: FollowUpActions) -> None:
        super().__init__()
        self._bench = bench
        self._actions = actions
        self.title = plain_label("", "heading", wrap=True)
        self.log_button = action_button(actions.log, "primary")
        self.snooze_button = action_button(actions.snooze)
        actions.anchor = self.snooze_button
        self.more_button = MoreButton(actions.menu)
        self.due = Notice("", "accent")
        self.facts = Facts(bench.messages.toast)
        self.note = plain_label("", wrap=True)
        self.others = Section(_("Also planned"))
        self.history = Section(_("Before"))
        self._arrange()
        self.setFocusProxy(self.log_button)

    def show_row(self, row: FollowUpRow | None) -> None:
        """Show one of the list."""
        self._actions.show(row)
        self.viewport().setVisible(row is not None)
        if row is None:
            return
        now = datetime.now(UTC)
        said: Said = said_of(row, now, Formats(current_language(), row.zone))
        self.title.setText(task_name(row.kind))
        self.due.set_text(said.text, said.tone)
        self.facts.set_facts(list(self._facts(row)), row.id)
        self.note.setText(row.note)
        self.note.setVisible(bool(row.note))
        self._show_others(row)

    def _facts(self, row: FollowUpRow) -> Iterator[Fact]:
        go = self._bench.guide.go
        buyer = row.customer_id
        yield Fact(
            _("Buyer"),
            buyer_of(row),
            follow=None if buyer is None else partial(go, "customers", buyer),
        )
        yield ContactFacts.of_shop(self._bench.desk, row.shop_id).phone(row.buyer_phone)
        platform = PLATFORMS.get(row.platform, PLATFORMS["other"])
        yield Fact(_(platform.handle), row.buyer_handle, copy=True)
        if row.case_id is not None:
            kind = KINDS[row.case_kind]
            yield Fact(_(kind.name), row.case_number, follow=partial(go, kind.page, row.case_id))
            yield Fact(_("Status"), _(kind.states[row.case_state].name))
        yield Fact(_("Channel"), channel_name(row.channel))
        yield Fact(_("Owner"), row.owner)
        yield Fact(_("Shop"), row.shop_name)
        made_by = _("a rule") if row.rule else row.created_by
        yield Fact(_("Planned by"), made_by)

    def _show_others(self, row: FollowUpRow) -> None:
        with self._bench.desk.reading() as reader:
            others = [other for other in _beside(reader, row) if other.id != row.id]
        self.others.show_widgets(
            [OpenLine(other, self._actions.doing) for other in others if other.done_at is None]
        )
        self.history.show_widgets([DoneLine(other) for other in others if other.done_at])

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.log_button, 1)
        buttons.addWidget(self.snooze_button)
        buttons.addWidget(self.more_button)
        self.body.addWidget(self.title)
        self.body.addLayout(buttons)
        parts: tuple[QWidget, ...] = (self.due, self.note, self.facts, self.others, self.history)
        for part in parts:
            self.body.addWidget(part)


def _beside(reader: Reader, row: FollowUpRow) -> list[FollowUpRow]:
    """Return what else there is about the same case, or the same buyer where there is none."""
    if row.case_id is not None:
        return load_case_follow_ups(reader, row.case_id)
    if row.customer_id is not None:
        return load_customer_follow_ups(reader, row.customer_id)
    return []
