"""A form about the money of a case."""

from shopdesk.queries.settling import CaseMoney, load_case_money
from shopdesk.ui.desk import Reader
from shopdesk.ui.dialogs.case_dialog import CaseDialog


class MoneyDialog(CaseDialog[CaseMoney]):
    """Filled from refunds, costs and shares."""

    def read(self, reader: Reader) -> CaseMoney | None:
        """Read the money of the case anew."""
        return load_case_money(reader, self.seen.id)
