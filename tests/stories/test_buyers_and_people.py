"""Two rows of one buyer are merged and parted again; work changes hands, and "mine" follows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from shopdesk.desk import Desk
from shopdesk.models import Shop
from shopdesk.services.customers import set_customer_note, set_flag
from shopdesk.services.shops import add_person
from shopdesk.ui.base.badge import Badge
from shopdesk.ui.base.copy_label import CopyLabel
from shopdesk.ui.dialogs.hand_over import HandOverDialog
from shopdesk.ui.pages.customers.merge_dialog import MergeDialog
from shopdesk.ui.pages.customers.pick_dialog import PickOtherDialog
from tests.making import make_order, make_return
from tests.stories.conftest import Seat, Sit
from tests.stories.hands import ENTER, act

CONTROL = Qt.KeyboardModifier.ControlModifier


def open_customer(seat: Seat, customer_id: int) -> None:
    seat.no_dialog()
    seat.window.go("customers", customer_id)
    table = seat.page("customers").table
    seat.until(lambda: table.chosen == customer_id)


def seen_button(seat: Seat, text: str) -> QPushButton:
    page = seat.page("customers")

    def shown() -> list[QPushButton]:
        buttons = page.detail.findChildren(QPushButton)
        return [one for one in buttons if one.text() == text and one.isVisible()]

    seat.until(shown)
    return shown()[0]


def mask_contacts(desk: Desk) -> None:
    desk.write("Shop changed", lambda s: setattr(s.get(Shop, 1), "masks_contacts", True))


def test_doubles_are_merged_and_one_undo_parts_them(sit: Sit, desk: Desk) -> None:
    first = make_order(desk, "A1")
    make_return(desk, first)
    make_order(desk, "A2")
    seat = sit()
    open_customer(seat, 1)
    assert "Same phone: 138 0000 7720" in seat.words(seat.page("customers").detail)
    QTest.keyClick(seen_button(seat, "Merge…"), Qt.Key.Key_Space)
    dialog = seat.dialog(MergeDialog)
    QTest.keyClick(dialog.kept, ENTER, CONTROL)
    model = seat.page("customers").model
    seat.until(lambda: list(model.ids) == [1])
    seat.until(lambda: "tb_A2" in _copied(seat))
    seat.window.go("customers", 2)  # an old link leads to the one that was kept
    seat.until(lambda: seat.page("customers").table.chosen == 1)
    seat.take_back()
    seat.until(lambda: sorted(model.ids) == [1, 2])
    seat.until(lambda: "tb_A2" not in _copied(seat))


def test_a_buyer_whom_nothing_gives_away_is_found_and_merged(sit: Sit, desk: Desk) -> None:
    make_order(desk, "A1")
    make_order(desk, "A2", buyer="Hannah Cole", phone="13900001111")
    desk.write("Note", lambda s: set_customer_note(s, 2, "也用爱人的号下单", 1))
    seat = sit()
    open_customer(seat, 1)
    QTest.keyClick(seen_button(seat, "Merge with another buyer…"), Qt.Key.Key_Space)
    picking = seat.dialog(PickOtherDialog)
    seat.press(ENTER)
    seat.until(lambda: picking.form.sentence_at("typed"))
    picking.typed.set_value("爱人")
    seat.until(lambda: picking.other.value() == "2")
    seat.press(ENTER)
    dialog = seat.dialog(MergeDialog)
    QTest.keyClick(dialog.kept, ENTER, CONTROL)
    model = seat.page("customers").model
    seat.until(lambda: list(model.ids) == [1])


def _copied(seat: Seat) -> str:
    """Return what can be copied from the detail of a buyer."""
    labels = seat.page("customers").detail.findChildren(CopyLabel)
    return "\n".join(label.accessibleName() for label in labels if label.isVisible())


def test_contacts_are_hidden_until_asked_for(sit: Sit, desk: Desk) -> None:
    make_order(desk, "A1")
    mask_contacts(desk)
    seat = sit()
    open_customer(seat, 1)
    seat.until(lambda: "138****7720" in _copied(seat))
    phone = next(
        label
        for label in seat.page("customers").detail.findChildren(CopyLabel)
        if "138****" in label.accessibleName()
    )
    QTest.keyClick(phone, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "138 0000 7720"
    assert "7720" in seat.window.shell.toast.sentence
    assert "138 0000" not in seat.window.shell.toast.sentence
    QTest.keyClick(seen_button(seat, "Show in full"), Qt.Key.Key_Space)
    seat.until(lambda: "138 0000 7720" in _copied(seat))


def test_work_changes_hands_and_mine_follows_who_sits_there(sit: Sit, desk: Desk) -> None:
    desk.write("Person added", lambda s: add_person(s, "Wang Min"))
    mine = make_return(desk, make_order(desk, "A1"))
    given = make_return(desk, make_order(desk, "A2"))
    seat = sit()
    seat.open_return(given)
    act(seat, given, "hand_over")
    dialog = seat.dialog(HandOverDialog)
    assert dialog.person.currentText() == "Wang Min"
    dialog.note.setFocus()
    QTest.keyClicks(dialog.note, "speaks German")
    QTest.keyClick(dialog.note, ENTER, CONTROL)
    seat.no_dialog()
    seat.until(lambda: "speaks German" in str(seat.record(given).timeline[0].text))
    page = seat.page("returns")
    choose(seat, "mine")
    seat.until(lambda: list(page.model.ids) == [mine])
    seat.until(lambda: "Open 1" in _chips(seat))
    sit_down(seat, "Wang Min")
    seat.until(lambda: list(page.model.ids) == [given])
    seat.window.go("returns", mine)  # somebody else's is shown all the same
    seat.until(lambda: page.table.chosen == mine)
    assert page.owners.value() == ""
    assert desk.person == "Wang Min"


def test_nobody_has_what_is_handed_to_nobody(sit: Sit, desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk, "A1"))
    seat = sit()
    seat.open_return(case_id)
    choose(seat, "nobody")
    page = seat.page("returns")
    seat.until(lambda: not page.model.ids)
    choose(seat, "")
    seat.open_return(case_id)
    act(seat, case_id, "hand_over")
    dialog = seat.dialog(HandOverDialog)
    assert dialog.person.currentText() == "Nobody"
    QTest.keyClick(dialog.person, ENTER, CONTROL)
    seat.no_dialog()
    choose(seat, "nobody")
    seat.until(lambda: list(page.model.ids) == [case_id])
    seat.take_back()
    seat.until(lambda: not page.model.ids)


def test_a_mark_stands_beside_the_name_on_the_case(sit: Sit, desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk, "A1"))
    desk.write("Marked", lambda s: set_flag(s, 1, "careful", "empty parcel"))
    seat = sit()
    seat.open_return(case_id)
    head = seat.page("returns").detail
    badges = [one for one in head.findChildren(Badge) if one.accessibleName() == "Careful"]
    assert "empty parcel" in badges[0].toolTip()


def choose(seat: Seat, whose: str) -> None:
    """Choose whose returns are listed."""
    owners = seat.page("returns").owners
    owners.setCurrentIndex(owners.findData(whose))


def sit_down(seat: Seat, name: str) -> None:
    """Choose a person in the menu at the rail's foot."""
    menu = seat.window.rail.person.menu()
    next(one for one in menu.actions() if one.text() == name).trigger()
    menu.deleteLater()
    seat.until(lambda: seat.window.rail.person.text() == name)


def _chips(seat: Seat) -> str:
    chips = seat.page("returns").frame.chips
    return " ".join(one.text() for one in chips.findChildren(QPushButton))
