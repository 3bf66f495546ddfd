"""What a person does with an answer, beyond the scan itself."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import N_
from shopdesk.queries.desk import CaseMatch, Scanned, load_case_number
from shopdesk.queries.finder import OrderHit
from shopdesk.queries.shelf import ShelfRow, load_shelf_parcel
from shopdesk.services.drafts import OwnerlessDraft, ReceiptDraft
from shopdesk.ui.desk import Reader, Session
from shopdesk.ui.pages.desk.answers import Answer, failed, kept, logged_refused
from shopdesk.ui.pages.desk.matches import Match
from shopdesk.ui.pages.desk.scans import Scans
from shopdesk.ui.workbench import Workbench


class Choosing(QObject):
    """Does a choice of `answers.CHOICES`; what is written waits for its turn among the scans."""

    inspect_wanted = Signal(int)
    matched = Signal(object)
    """A Matched: a kept parcel has found its return."""

    def __init__(self, bench: Workbench, scans: Scans, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._scans = scans
        self._page = page
        self._doing: dict[str, Callable[[Answer, Match | None], None]] = {
            "receive": self._receive,
            "receive_all": self._receive_all,
            "another": self._another,
            "inspect": self._inspect,
            "open_case": self._open_case,
            "open_order": self._open_order,
            "refused": self._refused,
            "log": self._log,
            "keep": self._keep,
            "match": self._match,
        }

    def take(self, choice: str, answer: Answer, match: Match | None = None) -> None:
        """Do one choice for an answer, or for one of its matches."""
        self._doing[choice](answer, match)

    def _receive(self, answer: Answer, match: Match | None) -> None:
        if answer.scanned is not None and isinstance(match, CaseMatch):
            self._scans.receive(answer.scanned, (match,), another=match.awaits)

    def _receive_all(self, answer: Answer, _match: Match | None) -> None:
        if answer.scanned is not None:
            self._scans.receive(answer.scanned, answer.scanned.receivable)

    def _another(self, answer: Answer, _match: Match | None) -> None:
        if answer.scanned is not None:
            self._scans.receive(answer.scanned, answer.scanned.cases[:1], another=True)

    def _inspect(self, answer: Answer, _match: Match | None) -> None:
        if answer.case_id is not None:
            self.inspect_wanted.emit(answer.case_id)

    def _open_case(self, answer: Answer, match: Match | None) -> None:
        case_id = match.id if isinstance(match, CaseMatch) else answer.case_id
        if case_id is not None:
            self._bench.guide.go("returns", case_id)

    def _open_order(self, answer: Answer, match: Match | None) -> None:
        order = _order_of(answer, match)
        if order is not None:
            self._bench.guide.go("orders", order.id)

    def _log(self, answer: Answer, match: Match | None) -> None:
        order = _order_of(answer, match)
        if order is not None:
            self._bench.guide.go("new_return", order.id)

    def _refused(self, answer: Answer, match: Match | None) -> None:
        order, scanned = _order_of(answer, match), answer.scanned
        if order is None or scanned is None:
            return
        draft = ReceiptDraft(scanned.code.text, scanned.waybill)

        def work(session: Session) -> int:
            return int(services.receiving.receive_refused(session, order.id, draft))

        def told(reader: Reader, case_id: int) -> Answer:
            return logged_refused(scanned, order, case_id, load_case_number(reader, case_id))

        self._scans.write(N_("Refused parcel logged."), work, told, scanned.code.text)

    def _keep(self, answer: Answer, _match: Match | None) -> None:
        scanned = answer.scanned
        if scanned is None:
            return
        draft = OwnerlessDraft(_waybill_to_keep(scanned))

        def work(session: Session) -> int:
            return int(services.ownerless.keep_parcel(session, draft))

        def told(reader: Reader, parcel_id: int) -> Answer:
            row = load_shelf_parcel(reader, parcel_id)
            return kept(scanned, row) if row is not None else failed(scanned.code.text)

        self._scans.write(N_("Parcel kept."), work, told, scanned.code.text)

    def _match(self, answer: Answer, match: Match | None) -> None:
        from shopdesk.ui.dialogs.parcel_matching import MatchDialog

        row = match if isinstance(match, ShelfRow) else answer.parcel
        if row is not None:
            MatchDialog(self._bench, row, self.matched.emit, self._page.window()).open()


def _order_of(answer: Answer, match: Match | None) -> OrderHit | None:
    if isinstance(match, OrderHit):
        return match
    orders = answer.scanned.orders if answer.scanned is not None else ()
    return orders[0] if len(orders) == 1 else None


def _waybill_to_keep(scanned: Scanned) -> str:
    """Return the waybill of a parcel that is kept: a number of ours or a phone's is none."""
    code = scanned.code
    return "" if code.number or code.shelf_number or scanned.by == "phone" else code.as_waybill
