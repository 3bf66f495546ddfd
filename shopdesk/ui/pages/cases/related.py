"""The cases that belong together: what one was opened for, and what was opened for it."""

from functools import partial
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.queries.linked import load_related_cases
from shopdesk.rules.kinds import KINDS
from shopdesk.ui.base.case_links import case_link
from shopdesk.ui.base.section import Section
from shopdesk.ui.pages.cases.shown import ShownCase
from shopdesk.ui.workbench import Workbench


class RelatedSection(Section):
    """Each line leads to its case; nothing is shown of one that stands alone."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Belongs to it"))
        self._bench = bench

    def show_case(self, found: ShownCase) -> None:
        """Read what belongs to a case and show it."""
        with self._bench.desk.reading() as reader:
            cases = load_related_cases(reader, found.id)
        formats = Formats(current_language(), ZoneInfo(found.timezone))
        go = self._bench.guide.go
        self.show_widgets(
            [
                case_link(case, formats, partial(go, KINDS[case.kind].page, case.id))
                for case in cases
            ]
        )
