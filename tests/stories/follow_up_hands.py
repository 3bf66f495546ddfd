"""What hands do at the desk with follow-ups: one after the other logged, with a score."""

from PySide6.QtCore import Qt

from shopdesk.queries.follow_ups import FollowUpRow
from shopdesk.rules.follow_ups import WITH_BUYER
from shopdesk.ui.dialogs.log_call import LogCallDialog
from tests.stories.conftest import Seat
from tests.stories.hands import ENTER

_OPEN = "follow_up WHERE done_at IS NULL"


def log_all(seat: Seat) -> None:
    """Log all that is planned: the buyer answers and gives five, anything else is done."""
    while seat.count(_OPEN):
        log_first(seat)


def is_open(seat: Seat, row: FollowUpRow | None) -> bool:
    """Tell whether what the page shows is still to be done, by the file and not by the page."""
    return row is not None and seat.count(f"{_OPEN} AND id = {row.id}") == 1


def log_first(seat: Seat) -> None:
    """Log what is due first."""
    before = seat.count(_OPEN)
    seat.no_dialog()
    seat.window.go("follow_ups")
    page = seat.page("follow_ups")
    seat.until(lambda: is_open(seat, page.follow_actions.row))
    seat.until(page.table.hasFocus)
    row = page.follow_actions.row
    seat.press(ENTER)
    dialog = seat.dialog(LogCallDialog)
    seat.until(dialog.isActiveWindow)
    seat.write("1")
    if row.kind in WITH_BUYER:
        seat.press(Qt.Key.Key_Tab)
        seat.write("5")
    seat.press(ENTER)
    seat.until(lambda: seat.count(_OPEN) == before - 1)
    seat.no_dialog()
