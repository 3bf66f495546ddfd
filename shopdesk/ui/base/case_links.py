"""A line that leads to a case: number, when and why, state."""

from collections.abc import Callable

from shopdesk.formats import Formats
from shopdesk.i18n import _
from shopdesk.queries.guards import PastCase
from shopdesk.queries.linked import CaseLink
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.reshipments import REASONS as RESHIP_REASONS
from shopdesk.rules.sentences import reason_name
from shopdesk.rules.situations import SITUATIONS
from shopdesk.ui.base.link_rows import LinkRow, LinkWords
from shopdesk.ui.base.tones import TONES


def case_link(case: CaseLink, formats: Formats, follow: Callable[[], None]) -> LinkRow:
    """Return the line of one case."""
    state = KINDS[case.kind].states[case.state]
    reason = why_text(case)
    day = formats.day(case.opened_at.astimezone(formats.timezone).date())
    about = _("{day} · {reason}").format(day=day, reason=reason) if reason else day
    return LinkRow(LinkWords(case.number, about, _(state.name), TONES[state.tone]), follow)


def why_text(case: CaseLink | PastCase) -> str:
    """Return why a case was opened, in the words of its kind."""
    if case.kind == "reshipment":
        return _(RESHIP_REASONS.get(case.reason, case.reason))
    if case.kind == "complaint":
        found = SITUATIONS.get(case.reason)
        return _(found.name) if found else case.reason
    return reason_name(case.reason, case.reason_text)
