"""What is planned and was done about a case or a buyer, in its detail.

section = FollowUpsSection(bench)
section.show_case(case_id)                     # or show_customer(customer_id)
"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from shopdesk.i18n import _
from shopdesk.queries.follow_targets import (
    FollowTarget,
    load_case_target,
    load_customer_target,
)
from shopdesk.queries.follow_ups import (
    FollowUpRow,
    load_case_follow_ups,
    load_customer_follow_ups,
)
from shopdesk.ui.base.labels import link_button, plain_label
from shopdesk.ui.base.section import Section
from shopdesk.ui.desk import Reader
from shopdesk.ui.follow_ups.doing import FollowUpDoing
from shopdesk.ui.follow_ups.line import DoneLine, OpenLine
from shopdesk.ui.workbench import Workbench

MOST_DONE = 3


class FollowUpsSection(Section):
    """Always there, so that a first one can be planned; the newest three that are done follow."""

    def __init__(self, bench: Workbench) -> None:
        self.plan_button = link_button(_("Plan…"), self._plan)
        self.plan_button.setAccessibleName(_("Plan a follow-up"))
        super().__init__(_("Follow-ups"), self.plan_button)
        self._bench = bench
        self._doing = FollowUpDoing(bench, self)
        self._target: FollowTarget | None = None

    def show_case(self, case_id: int) -> None:
        """Read and show those of a case."""
        self._show(load_case_target, load_case_follow_ups, case_id)

    def show_customer(self, customer_id: int) -> None:
        """Read and show those of a buyer, whatever case they are about."""
        self._show(load_customer_target, load_customer_follow_ups, customer_id)

    def _show(
        self,
        target_of: Callable[[Reader, int], FollowTarget | None],
        rows_of: Callable[[Reader, int], Sequence[FollowUpRow]],
        record_id: int,
    ) -> None:
        with self._bench.desk.reading() as reader:
            self._target = target_of(reader, record_id)
            rows = rows_of(reader, record_id)
        open_ones: list[QWidget] = [OpenLine(row, self._doing) for row in rows if not row.done_at]
        done = [DoneLine(row) for row in rows if row.done_at][:MOST_DONE]
        self.show_widgets([*open_ones, *done] or [plain_label(_("None"), "muted")])

    def _plan(self) -> None:
        self._doing.plan(self._target)
