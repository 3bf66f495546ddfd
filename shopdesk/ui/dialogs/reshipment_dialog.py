"""A form about goods that go out."""

from collections.abc import Iterable

from shopdesk.queries.reshipments import ReshipmentRow, load_reshipment
from shopdesk.ui.desk import Reader
from shopdesk.ui.dialogs.case_dialog import CaseDialog
from shopdesk.ui.dialogs.goods_out_news import news_of


class ReshipmentDialog(CaseDialog[ReshipmentRow]):
    """Filled from a reshipment; says what somebody else changed of it."""

    def read(self, reader: Reader) -> ReshipmentRow | None:
        """Read anew what goes out."""
        return load_reshipment(reader, self.seen.id)

    def take_over(self, before: ReshipmentRow, now: ReshipmentRow) -> Iterable[str]:
        """Say what is new; a form that shows the goods shows them anew as well."""
        return news_of(before, now)
