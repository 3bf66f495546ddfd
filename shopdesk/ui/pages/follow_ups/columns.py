"""What the list of follow-ups shows of each."""

from datetime import UTC, datetime

from shopdesk.i18n import N_
from shopdesk.queries.follow_ups import FollowUpRow
from shopdesk.rules.sentences import DueText, task_name
from shopdesk.ui.base.columns import Column
from shopdesk.ui.follow_ups.words import (
    TONES,
    buyer_of,
    channel_name,
    due_words,
    outcome_tone,
    outcome_words,
)


def _due(row: FollowUpRow) -> DueText:
    return due_words(row, datetime.now(UTC))


COLUMNS: tuple[Column[FollowUpRow], ...] = (
    Column(
        "due",
        N_("When"),
        172,
        lambda row: _due(row).text,
        lambda row: TONES[_due(row).tone],
        sort="due",
    ),
    Column("kind", N_("What"), 182, lambda row: task_name(row.kind)),
    Column("buyer", N_("Buyer"), 104, buyer_of),
    Column("about", N_("About"), 100, lambda row: row.case_number),
    Column("channel", N_("Channel"), 96, lambda row: channel_name(row.channel)),
    Column("owner", N_("Owner"), 76, lambda row: row.owner),
    Column("note", N_("Note"), 80, lambda row: " ".join(row.note.split()), stretch=True),
    Column("outcome", N_("Outcome"), 150, outcome_words, outcome_tone, badge=True),
)
