"""The line that says which case a new complaint is about, with the way there."""

from functools import partial

from shopdesk.i18n import _
from shopdesk.queries.case_detail import CaseDetail
from shopdesk.rules.kinds import KINDS
from shopdesk.ui.base.link_notice import LinkNotice, Way
from shopdesk.ui.workbench import Workbench


class AboutNotice(LinkNotice):
    """Takes no room where the complaint is about no case."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__("accent")
        self._bench = bench

    def show_case(self, found: CaseDetail) -> None:
        """Say which case it is about."""
        kind = KINDS[found.kind]
        words = _("About {kind}: order and buyer are taken from there.")
        follow = partial(self._bench.guide.go, kind.page, found.id)
        self.say(words.format(kind=_(kind.name)), [Way(found.number, follow)])
