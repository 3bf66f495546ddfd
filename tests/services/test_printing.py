"""Papers that are out: marked, told of, taken back as a whole; wishes; what is refused."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError
from shopdesk.formats import Formats
from shopdesk.queries.print_queue import find_waiting_ids, load_queue
from shopdesk.queries.printing import find_job_case_ids, load_print_jobs
from shopdesk.queries.return_detail import load_return_detail
from shopdesk.queries.waiting_papers import count_waiting
from shopdesk.rules.event_sentences import event_text
from shopdesk.services.complaint_drafts import MergeDraft
from shopdesk.services.goods_out import change_goods_out
from shopdesk.services.printing import drop_wishes, mark_printed, print_later
from shopdesk.services.reshipments import take_reshipment_step
from shopdesk.services.returns import log_return
from tests.complaining import complain, step
from tests.making import make_order, make_return, return_of
from tests.services.printed import mark, printed, wish
from tests.services.reshipping import GOODS, brought, of_order
from tests.services.snapshots import everything


def agreed(desk: Desk, count: int = 1) -> list[int]:
    order_id = make_order(desk, quantity=count)
    return [make_return(desk, order_id, agree=True) for _n in range(count)]


def waiting(desk: Desk, document: str) -> list[int]:
    with desk.reading() as reader:
        return find_waiting_ids(reader, document)


def test_what_is_printed_waits_no_more_and_undo_lets_it_wait_again(desk: Desk) -> None:
    cases = agreed(desk, 3)
    wish(desk, "return_slip", cases[:1])
    before = everything(desk)
    change = mark(desk, "return_slip", *cases[:2], pages=4)
    assert waiting(desk, "return_slip") == cases[2:]
    with desk.reading() as reader:
        (job,) = load_print_jobs(reader)
        numbers = [load_return_detail(reader, case_id).number for case_id in cases]  # type: ignore[union-attr]
        assert find_job_case_ids(reader, job.id) == cases[:2]
    assert (job.count, job.pages, job.first_number, job.last_number) == (2, 4, *numbers[:2])
    assert (job.person, job.printer, job.way) == ("小李", "Zebra", "printer")
    desk.undo(change)
    assert everything(desk) == before
    assert waiting(desk, "return_slip") == cases


@pytest.mark.parametrize(
    ("way", "printer", "sentence"),
    [
        ("printer", "Zebra ZD421", "Return slip: printed on Zebra ZD421"),
        ("file", "", "Return slip: saved as PDF"),
        ("viewer", "", "Return slip: opened as PDF"),
    ],
)
def test_the_timeline_says_how_it_came_out(
    desk: Desk, way: str, printer: str, sentence: str
) -> None:
    (case_id,) = agreed(desk)
    mark(desk, "return_slip", case_id, case_id, way=way, printer=printer)
    with desk.reading() as reader:
        detail = load_return_detail(reader, case_id)
    assert detail is not None
    assert detail.slip_printed_at is not None
    told = [entry for entry in detail.timeline if entry.event == "printed"]
    assert [event_text(e.event, e.text, e.values, Formats("en")) for e in told] == [sentence]


def test_a_label_does_not_stand_for_the_slip(desk: Desk) -> None:
    case_id = of_order(desk)
    mark(desk, "address_label", case_id)
    with desk.reading() as reader:
        assert count_waiting(reader) == {"packing_slip": 1}
    mark(desk, "packing_slip", case_id)
    with desk.reading() as reader:
        assert count_waiting(reader) == {}


def test_slip_and_label_wait_again_after_a_change(desk: Desk) -> None:
    case_id = of_order(desk)
    changes = {
        "packing_slip": replace(GOODS, lines=(replace(GOODS.lines[0], quantity=3),)),
        "address_label": replace(GOODS, address="浙江省杭州市西湖区文三路 2 号"),
    }
    awaited = {"packing_slip": {"packing_slip"}, "address_label": {"packing_slip", "address_label"}}
    for document, goods in changes.items():
        for code in changes:
            mark(desk, code, case_id)
        later = datetime.now(UTC) + timedelta(minutes=1)
        with desk.database.write("Changed", by="小李", at=later) as unit:
            change_goods_out(unit.session, case_id, goods)
        with desk.reading() as reader:
            assert count_waiting(reader).keys() == awaited[document]


def test_wishes_are_kept_once_and_dropped(desk: Desk) -> None:
    case_id = of_order(desk)
    assert wish(desk, "packing_list", [case_id, case_id]) is not None
    assert wish(desk, "packing_list", [case_id]) is None
    with desk.reading() as reader:
        (row,) = load_queue(reader, "packing_list")
    assert row.is_wish
    assert (row.goods, row.buyer_name) == ("云柔针织开衫 · 米白 M", "林小雨")
    before = everything(desk)
    dropped = desk.write("x", lambda session: drop_wishes(session, "packing_list", [case_id]))
    assert waiting(desk, "packing_list") == []
    assert dropped.change_id is not None
    desk.undo(dropped.change_id)
    assert everything(desk) == before


def test_what_waits_by_itself_is_no_wish(desk: Desk) -> None:
    case_id = of_order(desk)
    wish(desk, "packing_slip", [case_id])
    with desk.reading() as reader:
        assert [row.is_wish for row in load_queue(reader, "packing_slip")] == [False]


def test_closed_cases_leave_the_queue(desk: Desk) -> None:
    case_id = of_order(desk)
    wish(desk, "evidence_pack", [case_id])
    brought(desk, case_id, "cancel")
    with desk.reading() as reader:
        assert count_waiting(reader) == {}
    with pytest.raises(DomainError, match="is closed"):
        wish(desk, "evidence_pack", [case_id])


def test_what_cannot_be_printed_is_refused_and_marks_nothing(desk: Desk) -> None:
    case_id, out = agreed(desk)[0], of_order(desk)
    before = everything(desk)
    for draft in (
        printed("return_slip", case_id, out),
        printed("return_slip"),
        printed("bill", case_id),
        printed("return_slip", case_id, way="pigeon"),
    ):
        with (
            pytest.raises((DomainError, FieldError)),
            desk.database.write("x", by="小李") as unit,
        ):
            mark_printed(unit.session, draft)
    with pytest.raises(DomainError):
        desk.write("x", lambda session: print_later(session, "packing_slip", [case_id]))
    assert everything(desk) == before


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=st.lists(st.integers(0, 4), min_size=1, max_size=9))
def test_what_went_while_the_paper_came_out_is_left_out(desk: Desk, places: list[int]) -> None:
    order_id = make_order(desk, number=uuid4().hex, quantity=3)
    cases = [make_return(desk, order_id, agree=True) for _n in range(3)]
    out = [[*cases, 9_998, 9_999][place] for place in places]
    there = [case_id for case_id in out if case_id in cases]
    before = everything(desk)
    draft = printed("return_slip", *out)
    marked = desk.write("Printed", lambda session: mark_printed(session, draft))
    assert marked.value == len(set(there))
    assert (marked.change_id is None) == (not there)
    if marked.change_id is not None:
        with desk.reading() as reader:
            assert find_job_case_ids(reader, load_print_jobs(reader)[0].id) == there
        assert not set(there) & set(waiting(desk, "return_slip"))
        desk.undo(marked.change_id)
    assert everything(desk) == before


def test_the_first_of_two_prints_in_one_second_is_not_undone_under_the_second(desk: Desk) -> None:
    (case_id,) = agreed(desk)
    changes: list[int] = []
    for _n in range(2):
        with desk.database.write(
            "Printed", by="小李", at=datetime(2026, 11, 23, 8, tzinfo=UTC)
        ) as unit:
            mark_printed(unit.session, printed("return_slip", case_id))
        assert unit.change_id is not None
        changes.append(unit.change_id)
    with pytest.raises(DomainError, match="Undo that first"):
        desk.undo(changes[0])
    for change in reversed(changes):
        assert waiting(desk, "return_slip") == []
        desk.undo(change)
    assert waiting(desk, "return_slip") == [case_id]


def test_logging_a_case_is_not_undone_under_its_paper(desk: Desk) -> None:
    order_id = make_order(desk)
    with desk.database.write("Return logged", by="小李") as unit:
        case_id = log_return(unit.session, return_of(order_id), agree=True)
    assert unit.change_id is not None
    mark(desk, "return_label", case_id)
    with pytest.raises(DomainError, match="Undo that first"):
        desk.undo(unit.change_id)


def test_a_step_after_printing_does_not_keep_it_from_being_undone(desk: Desk) -> None:
    case_id = of_order(desk)
    change = mark(desk, "packing_slip", case_id)
    desk.write("x", lambda session: take_reshipment_step(session, case_id, "pack"))
    desk.undo(change)
    assert waiting(desk, "packing_slip") == [case_id]


def test_papers_stay_with_a_complaint_that_is_merged(desk: Desk) -> None:
    first, second = (complain(desk) for _n in range(2))
    mark(desk, "evidence_pack", second)
    wish(desk, "evidence_pack", [first, second])
    before = everything(desk)
    change = step(desk, second, "merge", MergeDraft(first))
    assert waiting(desk, "evidence_pack") == [first]
    with desk.reading() as reader:
        assert find_job_case_ids(reader, load_print_jobs(reader)[0].id) == [second]
    desk.undo(change)
    assert everything(desk) == before
    assert waiting(desk, "evidence_pack") == [first, second]
