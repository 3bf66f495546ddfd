"""Sending goods again that did not get there: what, and where to this time."""

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import _
from shopdesk.queries.reshipments import ReshipmentRow, newest_following
from shopdesk.rules.reshipments import STEPS
from shopdesk.services.drafts import GoodsOutDraft
from shopdesk.ui.desk import Session
from shopdesk.ui.dialogs.goods_out import GoodsOutDialog
from shopdesk.ui.workbench import Workbench


class SendAgainDialog(GoodsOutDialog):
    """Begins with the same goods to the same place; the first reshipment is dealt with then."""

    said = STEPS["reship"].done

    def __init__(self, bench: Workbench, row: ReshipmentRow, parent: QWidget) -> None:
        super().__init__(bench, row, parent, (_("Send again"), _("&Open reshipment")))

    def told(self) -> str:
        """Name the reshipment that was opened."""
        with self.bench.desk.reading() as reader:
            number = newest_following(reader, self.seen.id)
        return _("Sent again as {number}.").format(number=number)

    def use(self, session: Session, draft: GoodsOutDraft) -> None:
        """Open the next reshipment."""
        case_id, version = self.seen.id, self.seen.version
        services.reshipments.take_reshipment_step(session, case_id, "reship", draft, version)
