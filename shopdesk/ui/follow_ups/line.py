"""One follow-up in a detail: what and when, how and who, and what can be done with it."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import _
from shopdesk.queries.follow_ups import FollowUpRow
from shopdesk.rules.sentences import task_name
from shopdesk.ui.base.badge import Badge
from shopdesk.ui.base.labels import ElidedLabel, link_button, plain_label, wrapped_label
from shopdesk.ui.follow_ups.doing import FollowUpDoing
from shopdesk.ui.follow_ups.words import (
    TONES,
    about_line,
    due_words,
    outcome_tone,
    outcome_words,
)

_GAP_PX = 12


class OpenLine(QWidget):
    """Something to be done, with its two buttons."""

    def __init__(self, row: FollowUpRow, doing: FollowUpDoing) -> None:
        super().__init__()
        due = due_words(row, datetime.now(UTC))
        name = task_name(row.kind)
        self.log_button = _link(_("Log…"), _("Log: {task}").format(task=name), doing.log, row)
        change = _link(_("Change…"), _("Change: {task}").format(task=name), doing.change, row)
        first = QHBoxLayout()
        first.addWidget(ElidedLabel(name, "strong"), 1)
        first.addWidget(Badge(due.text, TONES[due.tone]))
        buttons = QHBoxLayout()
        buttons.setSpacing(_GAP_PX)
        buttons.addWidget(self.log_button)
        buttons.addWidget(change)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 4)
        rows.setSpacing(2)
        rows.addLayout(first)
        if about_line(row):
            rows.addWidget(ElidedLabel(about_line(row), "muted"))
        rows.addLayout(buttons)


class DoneLine(QWidget):
    """What came of one, when, and what was said."""

    def __init__(self, row: FollowUpRow) -> None:
        super().__init__()
        when = due_words(row, datetime.now(UTC)).text
        first = QHBoxLayout()
        first.addWidget(ElidedLabel(task_name(row.kind)), 1)
        first.addWidget(Badge(outcome_words(row), outcome_tone(row)))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 4)
        rows.setSpacing(2)
        rows.addLayout(first)
        rows.addWidget(plain_label(" · ".join(p for p in (when, row.done_by) if p), "muted"))
        said = " · ".join(part for part in (row.outcome_note, row.score_note) if part)
        if said:
            rows.addWidget(wrapped_label(said))


def _link(
    words: str, name: str, do: Callable[[FollowUpRow], None], row: FollowUpRow
) -> QPushButton:
    button = link_button(words, lambda: do(row))
    button.setAccessibleName(name)
    return button
