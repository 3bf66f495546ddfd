"""The versions of a shop's policy: who made each, when, and how many returns it judged."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language, ngettext
from shopdesk.queries.policies import PolicyVersionRow
from shopdesk.rules.policy import Policy
from shopdesk.rules.source_words import policy_name
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.moments import when_text
from shopdesk.ui.base.section import Section


class PolicyVersions(Section):
    """The newest is in force; each other one can be put into the form again."""

    def __init__(self, timezone: str, use: Callable[[Policy], None]) -> None:
        super().__init__(_("Versions"))
        self._formats = Formats(current_language(), ZoneInfo(timezone))
        self._use = use
        self.hide()

    def show_versions(self, found: Sequence[PolicyVersionRow]) -> None:
        """Show the versions, the one in force first."""
        numbers = range(len(found), 0, -1)
        self.show_widgets([self._row(row, n) for row, n in zip(found, numbers, strict=True)])

    def _row(self, version: PolicyVersionRow, number: int) -> QWidget:
        holder = QWidget()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label(self._name(version, number), wrap=True))
        words.addWidget(plain_label(self._about(version), "small", wrap=True))
        show = QPushButton(_("Fill in"))
        show.setAccessibleName(_("Fill in version {number}").format(number=number))
        show.clicked.connect(lambda _on=False: self._use(version.rules))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(show)
        return holder

    def _name(self, version: PolicyVersionRow, number: int) -> str:
        return _("{number}: {name}").format(number=number, name=policy_name(version.rules))

    def _about(self, version: PolicyVersionRow) -> str:
        judged = ngettext("{n} return judged", "{n} returns judged", version.cases)
        return _("{when} · {person} · {judged}").format(
            when=when_text(version.made_at, datetime.now(UTC), self._formats),
            person=version.made_by or _("Nobody"),
            judged=judged.format(n=version.cases),
        )
