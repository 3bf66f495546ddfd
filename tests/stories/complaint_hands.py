"""What hands do at the desk with one complaint: logged, answered, put right, told, claimed."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from shopdesk.queries.complaint_detail import ComplaintDetail
from shopdesk.ui.claims.claim_dialog import ClaimDialog
from shopdesk.ui.claims.step_dialog import ClaimStepDialog
from shopdesk.ui.dialogs.complaints.act import ActDialog
from shopdesk.ui.dialogs.complaints.choice import ChoiceDialog
from tests.complaining import record
from tests.stories.conftest import Seat
from tests.stories.hands import ENTER, press_button, sees_button

Fill = Callable[[ActDialog], None]
"""What is typed into the form of doing what was chosen."""


def as_proposed(_dialog: ActDialog) -> None:
    """Leave the form as it is proposed."""


def begin(seat: Seat, number: str) -> Any:
    """Begin a complaint about an order; returns the form, the keys are at its groups then."""
    seat.window.go("complaints")
    seat.press(Qt.Key.Key_N, control=True)
    sheet = seat.page("new_complaint").sheet
    seat.until(sheet.order_card.finder.box.hasFocus)
    seat.write(number)
    seat.press(ENTER)
    seat.until(lambda: sheet.order is not None)
    return sheet


def describe(seat: Seat, sheet: Any, situation: str, words: str) -> None:
    """Say what it is about, and write down what the buyer wrote."""
    sheet.situation.situation.set_value(situation)
    focus(sheet.story.note)
    seat.write(words)
    seat.until(lambda: sheet.helps.solutions.suggestions.chosen is not None)


def log(seat: Seat, number: str, situation: str, words: str, solution: str) -> int:
    """Log a complaint with all that the best solution offers; returns the case's id."""
    sheet = begin(seat, number)
    describe(seat, sheet, situation, words)
    offer = sheet.helps.solutions.suggestions
    seat.until(lambda: offer.chosen.code == solution)
    QTest.keyClick(offer.offer_button, Qt.Key.Key_Space)
    before = seat.count("complaint")
    seat.press(ENTER, control=True)
    seat.until(lambda: seat.count("complaint") == before + 1)
    doing = seat.page("complaints").sheet.doing
    seat.until(lambda: doing.found is not None and not seat.page("new_complaint").is_touched)
    return int(doing.found.id)


def open_complaint(seat: Seat, case_id: int) -> Any:
    """Show a complaint with the keys on its next step."""
    seat.no_dialog()
    seat.window.go("complaints", case_id)
    sheet = seat.page("complaints").sheet
    seat.until(lambda: sheet.doing.found is not None and sheet.doing.found.id == case_id)
    seat.until(sheet.options.next_button.hasFocus)
    return sheet


def in_state(seat: Seat, case_id: int, state: str) -> ComplaintDetail:
    """Wait until a complaint is in a state, in the file and on the screen."""
    seat.until(lambda: record(seat.desk, case_id).case.state == state)
    seat.no_dialog()
    found = record(seat.desk, case_id)
    doing = seat.page("complaints").sheet.doing
    seat.until(lambda: doing.found is not None and doing.found.version == found.case.version)
    seat.until(QApplication.focusWidget)
    return found


def find_cause(seat: Seat, case_id: int, nth: Qt.Key = Qt.Key.Key_1) -> None:
    """Note the cause that stands at a place among those to check."""
    sheet = open_complaint(seat, case_id)
    focus(sheet.cause.chips)
    seat.press(nth)
    seat.until(lambda: record(seat.desk, case_id).cause)


def tell(seat: Seat, case_id: int) -> None:
    """Copy the ready words that fit best."""
    sheet = open_complaint(seat, case_id)
    seat.until(sheet.side.solutions.words.copy_button.isVisible)
    told = _events(seat, case_id).count("copied")
    seat.press(Qt.Key.Key_C, control=True, shift=True)
    seat.until(lambda: _events(seat, case_id).count("copied") == told + 1)


def offer(seat: Seat, case_id: int) -> None:
    """Put to the buyer what is thought of."""
    sheet = open_complaint(seat, case_id)
    focus(sheet.options.next_button)
    seat.press(ENTER)
    in_state(seat, case_id, "offered")


def choose(seat: Seat, nth: str) -> None:
    """Note by its number which option the buyer chose."""
    seat.press(ENTER)
    dialog = seat.dialog(ChoiceDialog)
    seat.write(nth)
    seat.until(dialog.option.value)
    seat.press(ENTER)
    seat.no_dialog()


def choose_option(seat: Seat, case_id: int, code: str) -> None:
    """Note which option of the library the buyer chose."""
    open_complaint(seat, case_id)
    codes = [option.option for option in record(seat.desk, case_id).options_now]
    choose(seat, str(codes.index(code) + 1))
    in_state(seat, case_id, "chosen")


def act(seat: Seat, fill: Fill = as_proposed) -> None:
    """Do what was chosen; `fill` types what its form still lacks."""
    seat.press(ENTER)
    dialog = seat.dialog(ActDialog)
    fill(dialog)
    dialog.note.setFocus()
    seat.press(ENTER, control=True)
    seat.no_dialog()


def tick_first(dialog: ActDialog) -> None:
    """Say that it is about the order's first line."""
    rows: Any = dialog.goods
    row = rows.field.lines.rows[0]
    if not row.is_ticked:
        row.take(1)


def pay(amount_minor: int) -> Fill:
    """Return what types an amount in minor units."""

    def fill(dialog: ActDialog) -> None:
        assert dialog.amount is not None
        dialog.amount.set_value(amount_minor)

    return fill


def do_chosen(seat: Seat, case_id: int, fill: Fill) -> None:
    """Do what the buyer chose."""
    open_complaint(seat, case_id)
    act(seat, fill)
    in_state(seat, case_id, "done")


def close(seat: Seat, case_id: int) -> None:
    """The buyer was told."""
    open_complaint(seat, case_id)
    seat.press(ENTER)
    in_state(seat, case_id, "closed")


def claim(seat: Seat, case_id: int) -> None:
    """Claim from the courier what was lost with the order's parcel, until it pays."""
    sheet = open_complaint(seat, case_id)
    press_button(sheet.claims, "Claim from the courier…")
    _save(seat, seat.dialog(ClaimDialog).goods)
    for words, state in (("Claimed…", "claimed"), ("Courier paid…", "paid")):
        seat.until(partial(sees_button, sheet.claims, words))
        press_button(sheet.claims, words)
        _save(seat, seat.dialog(ClaimStepDialog).amount)
        seat.until(partial(seat.count, f"courier_claim WHERE state = '{state}'"))


def opened(seat: Seat, case_id: int) -> int:
    """Return the case that the chosen option opened."""
    option = record(seat.desk, case_id).chosen
    assert option is not None
    assert option.opened_id is not None
    return option.opened_id


def focus(widget: QWidget) -> None:
    """Bring the keys to a widget."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)


def _save(seat: Seat, field: QWidget) -> None:
    """Save a form with the keys in one of its fields."""
    seat.until(field.window().isActiveWindow)
    QTest.keyClick(field, ENTER)
    seat.no_dialog()


def _events(seat: Seat, case_id: int) -> list[str]:
    return [entry.event for entry in record(seat.desk, case_id).case.timeline]
