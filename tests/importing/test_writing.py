"""An accepted import: what is written, what is left alone, and how all of it is taken back."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.desk import Desk, Written
from shopdesk.errors import DomainError
from shopdesk.importing.drafts import (
    ImportedBuyer,
    ImportedLine,
    ImportedOrder,
    ImportedParcel,
    ReadResult,
)
from shopdesk.importing.platforms import LAYOUTS
from shopdesk.importing.writing.accept import ImportCounts, accept_import
from shopdesk.importing.writing.plan import CHUNK, ImportPlan, plan_import
from shopdesk.paths import DataFolder
from shopdesk.queries.order_detail import OrderDetail, load_order_detail
from shopdesk.queries.orders import find_listed_order_ids
from shopdesk.queries.shops import ShopRow, load_shops
from shopdesk.rules.order_statuses import ORDER_STATUSES
from shopdesk.services.drafts import ReturnLineDraft
from shopdesk.services.merging import merge_customers
from shopdesk.services.setup import set_up
from shopdesk.storage.upgrade import create
from tests.conftest import SHOP
from tests.making import make_return

ORDERED = datetime(2026, 11, 1, 8, 30, tzinfo=UTC)
BUYER = ImportedBuyer(name="林小雨", handle="xiaoyu", phone="13800007720", address="文一西路 9 号")
MUG = ImportedLine(sku="MUG-1", title="Mug", quantity=2, price_minor=1500)
RECORD = ("change", "changed_row", "number_counter", "order_fts", "case_fts", "customer_fts")


def an_order(number: str = "A-1", **changes: object) -> ImportedOrder:
    order = ImportedOrder(
        number=number,
        place=2,
        platform="tmall",
        ordered_at=ORDERED,
        status="paid",
        total_minor=3000,
        paid_minor=3000,
        buyer=BUYER,
        lines=(MUG,),
    )
    return replace(order, **changes)  # type: ignore[arg-type]


def the_shop(desk: Desk) -> ShopRow:
    with desk.reading() as reader:
        return load_shops(reader)[0]


def accept(desk: Desk, *orders: ImportedOrder) -> Written[ImportCounts]:
    shop = the_shop(desk)
    return desk.write("Orders imported", lambda session: accept_import(session, shop, orders))


def plan(desk: Desk, *orders: ImportedOrder) -> ImportPlan:
    result = ReadResult("tmall", "", orders, (), "utf-8", len(orders))
    with desk.reading() as reader:
        return plan_import(reader, the_shop(desk), result)


def only_order(desk: Desk) -> OrderDetail:
    with desk.reading() as reader:
        (order_id,) = find_listed_order_ids(reader, "all")
        found = load_order_detail(reader, order_id)
    assert found is not None
    return found


def everything(desk: Desk, without: Sequence[str] = ("version",)) -> dict[str, list[object]]:
    """Return all rows of all tables but the record of changes."""
    with desk.reading() as reader:
        tables = [
            name
            for (name,) in reader.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("sqlite_", *RECORD))
        ]
        rows: dict[str, list[object]] = {}
        for table in tables:
            names = [row[1] for row in reader.rows(f"PRAGMA table_info({table})")]
            columns = ", ".join(f'"{name}"' for name in names if name not in without)
            rows[table] = list(reader.rows(f"SELECT {columns} FROM {table} ORDER BY 1"))
    return rows


def test_what_is_new_changed_and_the_same_is_told_before_and_written_so(desk: Desk) -> None:
    accept(desk, an_order("A-1"), an_order("A-2"))
    orders = (an_order("A-1"), an_order("A-2", status="sent"), an_order("A-3"))
    planned = plan(desk, *orders)
    assert (planned.new, planned.changed, planned.same) == (1, 1, 1)
    changed = next(order for order in planned.orders if order.kind == "changed")
    assert (changed.before, changed.after) == ({"status": "paid"}, {"status": "sent"})
    assert accept(desk, *orders).value == ImportCounts(new=1, changed=1, same=1)


def test_the_same_file_again_changes_nothing_and_records_nothing(desk: Desk) -> None:
    parcel = ImportedParcel(courier_name="顺丰速运", waybill="SF1234567890123")
    accept(desk, an_order(parcels=(parcel,)))
    before = everything(desk, without=())
    again = accept(desk, an_order(parcels=(parcel,)))
    assert again.value == ImportCounts(new=0, changed=0, same=1)
    assert again.change_id is None
    assert everything(desk, without=()) == before


def test_an_order_without_a_day_is_a_problem_and_not_an_order(desk: Desk) -> None:
    planned = plan(desk, an_order(ordered_at=None, place=7))
    assert (planned.new, planned.problems[0].line) == (0, 7)
    assert "A-1" in planned.problems[0].sentence
    assert accept(desk, an_order(ordered_at=None)).change_id is None


def test_details_without_a_day_bring_the_lines_of_a_known_order(desk: Desk) -> None:
    """The old details report has neither days nor ids of lines; it comes after the list."""
    joined = ImportedLine(title="马克杯，盘子", quantity=2, price_minor=1500)
    listed = an_order(lines=(joined,))
    parts = (ImportedLine(title="马克杯", quantity=1), ImportedLine(title="盘子", quantity=1))
    details = an_order(ordered_at=None, total_minor=None, paid_minor=None, lines=parts)
    accept(desk, listed)
    assert not plan(desk, details).problems
    assert accept(desk, details).value == ImportCounts(new=0, changed=1, same=0)
    found = only_order(desk)
    assert (found.ordered_at, found.total_minor) == (ORDERED, 3000)
    assert [line.title for line in found.lines] == ["马克杯", "盘子"]
    assert accept(desk, details).value.same == accept(desk, listed).value.same == 1


def test_masked_words_never_replace_good_ones(desk: Desk) -> None:
    accept(desk, an_order())
    masked = ImportedBuyer(
        name="林**",
        handle="x**u",
        phone="138****7720",
        address="***",
        masked=frozenset({"name", "handle", "phone", "address"}),
    )
    assert accept(desk, an_order(buyer=masked)).value.same == 1
    found = only_order(desk)
    assert (found.recipient, found.phone, found.handle) == ("林小雨", "13800007720", "xiaoyu")


def test_masked_words_stand_where_nothing_better_is_known(desk: Desk) -> None:
    masked = ImportedBuyer(name="林**", masked=frozenset({"name"}))
    accept(desk, an_order(buyer=masked))
    found = only_order(desk)
    assert (found.recipient, found.customer_id) == ("林**", None)
    accept(desk, an_order())
    assert only_order(desk).recipient == "林小雨"


def test_what_the_file_leaves_out_stays(desk: Desk) -> None:
    accept(desk, an_order(buyer_note="请尽快发货", freight_minor=500))
    silent = ImportedOrder("A-1", 2, ordered_at=ORDERED)
    assert accept(desk, silent).value.same == 1
    found = only_order(desk)
    assert (found.buyer_note, found.freight_minor, found.status) == ("请尽快发货", 500, "paid")
    assert len(found.lines) == 1


def test_a_line_of_no_pieces_is_none(desk: Desk) -> None:
    gone = replace(MUG, sku="CUP-2", title="Cup", quantity=0)
    accept(desk, an_order(lines=(gone, MUG)))
    assert [(line.sku, line.bought) for line in only_order(desk).lines] == [("MUG-1", 2)]
    assert accept(desk, an_order(lines=(gone, MUG))).change_id is None


def test_lines_that_a_return_points_to_stay(desk: Desk) -> None:
    accept(desk, an_order())
    order = only_order(desk)
    make_return(
        desk, order.id, lines=(ReturnLineDraft(quantity=1, order_line_id=order.lines[0].id),)
    )
    two = (MUG, ImportedLine(sku="LID-1", title="Lid"))
    assert accept(desk, an_order(lines=two, status="sent")).value.changed == 1
    found = only_order(desk)
    assert (found.status, [line.sku for line in found.lines]) == ("sent", ["MUG-1"])
    assert found.lines[0].left == 1


def test_details_take_the_place_of_joined_titles_and_a_list_does_not_bring_them_back(
    desk: Desk,
) -> None:
    joined = an_order(lines=(ImportedLine(title="Mug, Lid", quantity=3),))
    details = an_order(
        lines=(
            replace(MUG, platform_line_id="1"),
            ImportedLine(platform_line_id="2", sku="LID-1", title="Lid", price_minor=500),
        )
    )
    accept(desk, joined)
    assert accept(desk, details).value.changed == 1
    assert [line.title for line in only_order(desk).lines] == ["Mug", "Lid"]
    assert accept(desk, joined).value.same == 1
    assert [line.title for line in only_order(desk).lines] == ["Mug", "Lid"]


def test_a_parcel_comes_once_however_its_number_is_written(desk: Desk) -> None:
    accept(desk, an_order(parcels=(ImportedParcel("SF", "sf 123 456 789 0123"),)))
    again = an_order(parcels=(ImportedParcel("SF", "SF1234567890123"), ImportedParcel("YT", "YT9")))
    assert accept(desk, again).value.changed == 1
    assert [p.waybill for p in only_order(desk).parcels] == ["sf 123 456 789 0123", "YT9"]


@pytest.mark.parametrize(
    "same",
    [
        ImportedBuyer(name="小雨", handle="xiaoyu"),
        ImportedBuyer(name="小雨", email="LIN@example.org"),
        ImportedBuyer(name="小雨", phone="138 0000-7720"),
    ],
    ids=["handle", "email", "phone"],
)
def test_a_buyer_is_known_again_by(desk: Desk, same: ImportedBuyer) -> None:
    first = replace(BUYER, email="lin@example.org")
    accept(desk, an_order("A-1", buyer=first))
    accept(desk, an_order("A-2", buyer=same))
    with desk.reading() as reader:
        assert reader.rows("SELECT DISTINCT customer_id FROM orders") == [(1,)]
        assert reader.value("SELECT name FROM customer") == "林小雨"


def test_buyers_whom_nothing_ties_together_stay_two(desk: Desk) -> None:
    accept(desk, an_order("A-1", buyer=ImportedBuyer(name="王伟", phone="13900000001")))
    accept(desk, an_order("A-2", buyer=ImportedBuyer(name="王伟", phone="13900000002")))
    with desk.reading() as reader:
        assert reader.value("SELECT count(*) FROM customer") == 2


@pytest.mark.parametrize("other", [0, 1])
def test_a_merged_buyer_is_known_again_as_the_one_that_is_kept(desk: Desk, other: int) -> None:
    twins = (BUYER, ImportedBuyer(name="林小雨", handle="rain", phone="13900000001"))
    accept(desk, *(an_order(f"A-{n}", buyer=twin) for n, twin in enumerate(twins)))
    kept = 2 - other  # the ids are 1 and 2
    desk.write("Merged", lambda session: merge_customers(session, kept, other + 1))
    later = ImportedBuyer(name="x", handle=twins[other].handle, phone=twins[other].phone)
    accept(desk, an_order("A-3", buyer=later))
    with desk.reading() as reader:
        assert reader.rows("SELECT DISTINCT customer_id FROM orders") == [(kept,)]
        assert reader.value("SELECT count(*) FROM customer") == len(twins)


def test_an_order_is_found_by_what_a_later_file_tells_of_its_buyer(desk: Desk) -> None:
    accept(desk, an_order("A-1", buyer=ImportedBuyer(name="王伟", phone="13900000001")))
    later = ImportedBuyer(name="王伟", phone="13900000001", handle="wangwei88")
    accept(desk, an_order("A-2", buyer=later))
    with desk.reading() as reader:
        found = set(find_listed_order_ids(reader, "all", text="wangwei88"))
        assert len(found) == 2


def test_undo_brings_every_table_back(desk: Desk) -> None:
    accept(desk, an_order("A-1", lines=(ImportedLine(title="Mug, Lid", quantity=3),)))
    before = everything(desk)
    details = (replace(MUG, platform_line_id="1"), ImportedLine(platform_line_id="2", title="Lid"))
    parcel = ImportedParcel("SF", "SF1234567890123", sent_at=ORDERED + timedelta(days=1))
    changed = an_order("A-1", status="sent", lines=details, parcels=(parcel,))
    new = an_order("A-2", buyer=replace(BUYER, handle="other", phone="13911112222", email="a@b.c"))
    written = accept(desk, changed, new)
    after = everything(desk)
    assert written.change_id is not None
    undone = desk.undo(written.change_id)
    assert everything(desk) == before
    assert undone.change_id is not None
    desk.undo(undone.change_id)
    assert everything(desk) == after


def test_what_fails_in_the_middle_leaves_nothing(desk: Desk) -> None:
    before = everything(desk, without=())
    orders = [an_order(f"B-{n}") for n in range(CHUNK + 1)]
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        raise DomainError("Stopped.")

    shop = the_shop(desk)
    with pytest.raises(DomainError):
        desk.write("Import", lambda session: accept_import(session, shop, orders, stop))
    assert told == [(CHUNK, CHUNK + 1)]
    assert everything(desk, without=()) == before
    assert accept(desk, *orders).value.new == CHUNK + 1


def test_every_status_that_a_file_can_tell_has_a_name() -> None:
    told = {rule.code for layout in LAYOUTS for rule in layout.statuses}
    assert told <= ORDER_STATUSES.keys()


@pytest.fixture(scope="module")
def fresh_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a shop in which nothing has happened yet."""
    folder = DataFolder(tmp_path_factory.mktemp("fresh"))
    create(folder.database)
    desk = Desk(folder)
    desk.write("Set up", lambda session: set_up(session, SHOP, "小李"))
    desk.close()
    return folder.database


@st.composite
def order_sets(draw: st.DrawFn) -> list[ImportedOrder]:
    """A file of orders by few buyers, so that they meet again under other signs."""
    texts = st.sampled_from(["", "a", "b", "c"])
    phones = st.sampled_from(["", "13800000001", "13800000002", "12"])
    goods = st.lists(
        st.builds(
            ImportedLine,
            sku=texts,
            title=st.sampled_from(["Mug", "灯"]),
            quantity=st.integers(1, 3),
            total_minor=st.integers(0, 5000),
        ),
        max_size=3,
    )
    buyers = st.builds(
        ImportedBuyer,
        name=texts,
        handle=texts,
        email=texts,
        phone=phones,
        address=texts,
        masked=st.sets(st.sampled_from(["handle", "phone", "address"])).map(frozenset),
    )
    count = draw(st.integers(1, 8))
    return [
        an_order(
            f"C-{n}",
            buyer=draw(buyers),
            lines=tuple(draw(goods)),
            paid_minor=draw(st.integers(0, 9000)),
        )
        for n in range(count)
    ]


def split(orders: list[ImportedOrder], cuts: set[int]) -> Iterator[list[ImportedOrder]]:
    """Yield the orders in turn, cut before each of some places."""
    edges = [0, *sorted(cut for cut in cuts if 0 < cut < len(orders)), len(orders)]
    for start, end in pairwise(edges):
        yield orders[start:end]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(orders=order_sets(), cuts=st.sets(st.integers(1, 7)))
def test_in_parts_or_at_once_is_the_same(
    fresh_file: Path, tmp_path: Path, orders: list[ImportedOrder], cuts: set[int]
) -> None:
    at_once = imported(fresh_file, tmp_path / "one", [orders])
    in_parts = imported(fresh_file, tmp_path / "many", list(split(orders, cuts)))
    assert in_parts == at_once


def imported(fresh: Path, root: Path, parts: list[list[ImportedOrder]]) -> dict[str, list[object]]:
    """Return all tables after importing part by part into a copy of a fresh shop."""
    shutil.rmtree(root, ignore_errors=True)
    folder = DataFolder(root)
    root.mkdir()
    shutil.copy(fresh, folder.database)
    desk = Desk(folder)
    for part in parts:
        accept(desk, *part)
    found = everything(desk, without=("version", "created_at"))
    desk.close()
    return found
