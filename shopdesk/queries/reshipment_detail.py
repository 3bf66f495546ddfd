"""One reshipment with all that its page shows."""

from dataclasses import dataclass
from datetime import datetime

from shopdesk.queries.case_detail import CaseDetail, load_case_detail
from shopdesk.queries.reshipments import ReshipmentRow, load_reshipment
from shopdesk.rules.reshipments import Moving
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class ReshipmentDetail:
    """What it shares with other cases, and what it sends to whom."""

    case: CaseDetail
    goods: ReshipmentRow

    def moving(self, now: datetime) -> Moving:
        """Return what decides what is next."""
        return self.goods.moving(now)


def load_reshipment_detail(reader: Reader, case_id: int) -> ReshipmentDetail | None:
    """Return a reshipment; None if it is gone."""
    case, goods = load_case_detail(reader, case_id), load_reshipment(reader, case_id)
    return ReshipmentDetail(case, goods) if case and goods else None
