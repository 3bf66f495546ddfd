"""A line that leads to a case: number, when and why, state."""

from collections.abc import Callable

from shopdesk.formats import Formats
from shopdesk.i18n import _
from shopdesk.queries.linked import CaseLink
from shopdesk.rules.sentences import reason_name
from shopdesk.rules.states import STATES
from shopdesk.ui.base.link_rows import LinkRow, LinkWords
from shopdesk.ui.base.tones import TONES


def case_link(case: CaseLink, formats: Formats, follow: Callable[[], None]) -> LinkRow:
    """Return the line of one case."""
    state = STATES[case.state]
    reason = reason_name(case.reason, case.reason_text)
    day = formats.day(case.opened_at.astimezone(formats.timezone).date())
    about = _("{day} · {reason}").format(day=day, reason=reason) if reason else day
    return LinkRow(LinkWords(case.number, about, _(state.name), TONES[state.tone]), follow)
