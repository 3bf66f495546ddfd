"""What waits is listed, ticked, sorted and taken out with the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from shopdesk.desk import Desk
from shopdesk.queries.printing import load_print_jobs
from shopdesk.services.reshipments import write_wait_note
from shopdesk.ui.pages.printing.leaving import BY_ITSELF, DROP, MARK
from shopdesk.ui.pages.printing.queue_actions import PRINT, PRINT_ALL
from tests.stories.test_printing import reshipment
from tests.ui.printing.conftest import OpenQueue, wish

Agreed = Callable[..., list[int]]


def test_what_waits_is_ticked_and_space_leaves_it_out(
    agreed: Agreed, open_queue: OpenQueue
) -> None:
    agreed("A1", "A2", "A3")
    queue = open_queue()
    queue.has(return_slip=3)
    assert queue.action(PRINT_ALL).text() == "Print all (3)"
    queue.press(Qt.Key.Key_Down)
    queue.press(Qt.Key.Key_Space)
    assert queue.action(PRINT).text() == "Print (2)"
    assert "2/3" in queue.page.queue.groups.cards["return_slip"].accessibleName()
    queue.keys(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    queue.press(Qt.Key.Key_Space)
    assert queue.action(PRINT).text() == "Print (3)"
    queue.press(Qt.Key.Key_Space)
    assert queue.action(PRINT).toolTip() == "Tick what is to be printed."


def test_what_was_left_out_stays_so_when_more_comes(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk
) -> None:
    agreed("A1", "A2")
    queue = open_queue()
    queue.has(return_slip=2)
    left_out = queue.page.queue.table.chosen
    queue.press(Qt.Key.Key_Space)
    wish(desk, "inspection_sheet", *agreed("A3"))
    queue.has(return_slip=3, inspection_sheet=1)
    assert left_out not in queue.page.state.ticked("return_slip")
    assert len(queue.page.state.ticked("return_slip")) == 2


def test_a_parcel_that_cannot_be_packed_yet_is_left_out_until_it_is_ticked(
    open_queue: OpenQueue, desk: Desk
) -> None:
    held = reshipment(desk, "B1", "Ann")
    desk.write("Held", lambda session: write_wait_note(session, held, "out of stock"))
    reshipment(desk, "B2", "Bob")
    queue = open_queue()
    queue.until(lambda: len(queue.page.state.lot_ids("packing_slip")) == 2)
    state, table = queue.page.state, queue.page.queue.table
    assert held not in state.ticked("packing_slip")
    model = table.model()
    cells = [model.index(n, model.columnCount() - 1).data() for n in range(2)]
    assert "Waits: out of stock" in cells
    table.choose(held)
    queue.press(Qt.Key.Key_Space)
    assert held in state.ticked("packing_slip")
    queue.press(Qt.Key.Key_Space)
    assert held not in state.ticked("packing_slip")


def test_arrows_lead_from_one_document_to_the_next_and_into_its_rows(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk
) -> None:
    wish(desk, "inspection_sheet", *agreed("A1", "A2"))
    queue = open_queue()
    queue.has(return_slip=2, inspection_sheet=2)
    queue.press(Qt.Key.Key_Left)
    cards = queue.page.queue.groups.cards
    queue.until(lambda: queue.seat.window.focusWidget() is cards["return_slip"])
    queue.press(Qt.Key.Key_Down, cards["return_slip"])
    queue.until(
        lambda: [row.document for row in queue.page.state.queue.rows] == ["inspection_sheet"] * 2
    )
    queue.press(Qt.Key.Key_Right, cards["inspection_sheet"])
    assert queue.seat.window.focusWidget() is queue.page.queue.table


def test_the_order_is_remembered_for_the_document(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk
) -> None:
    agreed("A1", "A2", "A3")
    queue = open_queue()
    queue.has(return_slip=3)
    desk.write("Renumbered", _renumber)
    queue.page.queue.head.order.set_value("number")
    queue.until(lambda: queue.numbers == sorted(queue.numbers))
    assert desk.settings.now.paper_choice("return_slip").order == "number"
    assert list(queue.page.state.ticked("return_slip")) == [
        row.case_id for row in queue.page.state.queue.rows
    ]


def _renumber(session: object) -> None:
    from shopdesk.models import Case

    cases = session.query(Case).order_by(Case.id)  # type: ignore[attr-defined]
    for case, number in zip(cases, ("R-2611-0900", "R-2611-0800", "R-2611-0700"), strict=True):
        case.number = number


def test_only_what_was_put_there_by_hand_can_be_taken_out(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk
) -> None:
    wish(desk, "inspection_sheet", *agreed("A1"))
    queue = open_queue()
    queue.has(return_slip=1, inspection_sheet=1)
    assert not queue.action(DROP).isEnabled()
    assert "put here by hand" in queue.action(DROP).toolTip()
    queue.page.queue.groups.cards["inspection_sheet"].click()
    queue.until(queue.action(DROP).isEnabled)
    queue.press(Qt.Key.Key_Delete)
    queue.has(return_slip=1)
    queue.seat.take_back()
    queue.has(return_slip=1, inspection_sheet=1)


def test_what_was_printed_elsewhere_is_marked_and_taken_back(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk
) -> None:
    cases = agreed("A1", "A2", "A3")
    queue = open_queue()
    queue.has(return_slip=3)
    queue.press(Qt.Key.Key_Space)
    left_out = queue.page.queue.table.chosen
    queue.action(MARK).trigger()
    queue.has(return_slip=1)
    assert list(queue.page.state.lot_ids("return_slip")) == [left_out]
    with desk.reading() as reader:
        (job,) = load_print_jobs(reader)
    assert (job.way, job.count, job.printer) == ("hand", 2, "")
    queue.seat.take_back()
    queue.has(return_slip=len(cases))


def test_a_document_that_a_shop_does_not_use_stays_out_of_the_queue_and_the_rail(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk
) -> None:
    wish(desk, "inspection_sheet", *agreed("A1", "A2"))
    queue = open_queue()
    queue.has(return_slip=2, inspection_sheet=2)
    queue.action(BY_ITSELF).trigger()
    queue.has(inspection_sheet=2)
    assert not queue.action(BY_ITSELF).isEnabled()
    rail = queue.seat.window.rail
    queue.until(lambda: "2" in rail._entries["printing"].accessibleName())
    wish(desk, "return_slip", *agreed("A3"))
    queue.has(return_slip=1, inspection_sheet=2)


def test_without_any_printer_both_buttons_say_why(agreed: Agreed, open_queue: OpenQueue) -> None:
    agreed("A1")
    queue = open_queue()
    queue.has(return_slip=1)
    queue.until(lambda: not queue.action(PRINT_ALL).isEnabled())
    assert queue.action(PRINT_ALL).toolTip() == queue.action(PRINT).toolTip()


def test_the_rail_counts_what_waits(agreed: Agreed, open_queue: OpenQueue, desk: Desk) -> None:
    wish(desk, "inspection_sheet", *agreed("A1", "A2"))
    queue = open_queue()
    rail = queue.seat.window.rail
    queue.until(lambda: "4" in rail._entries["printing"].accessibleName())


def test_an_empty_queue_says_what_belongs_there(open_queue: OpenQueue) -> None:
    queue = open_queue()
    queue.until(queue.page.empty.isVisible)
    assert "Nothing waits to be printed" in queue.page.empty.accessibleName()
    assert queue.action(PRINT_ALL).toolTip() == "Nothing waits to be printed."
