"""The list of returns in every order: the same ids as a plain sort gives, and no sort of all."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from shopdesk.queries.case_sorts import SORTS, Asked
from shopdesk.queries.returns import CHIP_STATES, count_return_chips, find_return_ids
from shopdesk.rules.owners import NOBODY
from shopdesk.rules.states import STATES
from shopdesk.sample import build_sample
from shopdesk.storage.connection import connect
from shopdesk.storage.reader import Reader
from tests.conftest import NOW

Row = dict[str, Any]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A shop of 300 returns, some of them of nobody that is known."""
    path: Path = tmp_path_factory.mktemp("sorts") / "shop.db"
    build_sample(path, now=NOW, cases=300)
    writer = connect(path)
    writer.execute("UPDATE cases SET customer_id = NULL WHERE id % 40 = 0")
    writer.execute("UPDATE cases SET owner_id = iif(id % 3 = 0, NULL, 1)")
    writer.close()
    reading = Reader(path)
    yield reading
    reading.close()


def all_rows(reader: Reader) -> list[Row]:
    names = ("id", "state", "opened_at", "due_at", "amount_minor", "customer_id", "name", "shop_id")
    found = reader.rows(
        "SELECT cases.id, state, opened_at, due_at, amount_minor, customer_id, name, shop_id"
        " FROM cases LEFT JOIN customer ON customer.id = cases.customer_id"
        " WHERE cases.kind = 'return'"
    )
    return [dict(zip(names, row, strict=True)) for row in found]


def directed(rows: list[Row], key: Callable[[Row], Any], *, down: bool) -> list[Row]:
    return sorted(rows, key=key, reverse=down)


def newest(rows: list[Row]) -> list[Row]:
    return directed(rows, lambda row: (row["opened_at"], row["id"]), down=True)


def expected(rows: list[Row], column: str, *, down: bool) -> list[Row]:
    match column:
        case "opened":
            return directed(rows, lambda row: (row["opened_at"], row["id"]), down=down)
        case "amount":
            return directed(rows, lambda row: (row["amount_minor"], row["id"]), down=down)
        case "state":
            way = list(reversed(STATES)) if down else list(STATES)
            return directed(newest(rows), lambda row: way.index(row["state"]), down=False)
        case "due":
            due = [row for row in rows if row["due_at"] is not None]
            rest = [row for row in rows if row["due_at"] is None]
            return [*directed(due, lambda r: (r["due_at"], r["id"]), down=down), *newest(rest)]
        case _:
            known = [row for row in rows if row["customer_id"]]
            known.sort(key=lambda row: (row["customer_id"], row["id"]))
            known.sort(key=lambda row: str(row["name"]), reverse=down)
            return [*known, *newest([row for row in rows if not row["customer_id"]])]


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("column", SORTS)
@pytest.mark.parametrize("chip", ["all", "open", "closed", "agreed"])
def test_every_order_is_that_of_a_plain_sort(
    reader: Reader,
    chip: str,
    column: str,
    down: bool,  # noqa: FBT001
) -> None:
    rows = [row for row in all_rows(reader) if row["state"] in CHIP_STATES[chip]]
    found = list(find_return_ids(reader, chip, (column, down)))
    assert found == [row["id"] for row in expected(rows, column, down=down)]
    assert list(find_return_ids(reader, chip, (column, down), limit=7)) == found[:7]


def test_one_shop_is_listed_alone(reader: Reader) -> None:
    found = set(find_return_ids(reader, "all", ("buyer", False), shop_id=2))
    assert found == {row["id"] for row in all_rows(reader) if row["shop_id"] == 2}


@pytest.mark.parametrize("column", SORTS)
@pytest.mark.parametrize("owner", [NOBODY, 1])
def test_one_persons_are_those_of_all_without_the_others(
    reader: Reader, column: str, owner: int
) -> None:
    owners: dict[int, int] = dict(reader.rows("SELECT id, coalesce(owner_id, -1) FROM cases"))
    everyones = find_return_ids(reader, "open", (column, True))
    found = list(find_return_ids(reader, "open", (column, True), owner=owner))
    assert found == [case_id for case_id in everyones if owners[case_id] == owner]
    assert count_return_chips(reader, owner=owner)["open"] == len(found)


def test_one_persons_by_deadline_come_along_their_index(reader: Reader) -> None:
    asked = Asked(CHIP_STATES["open"], None, descending=False, owner=1)
    sql, values = next(SORTS["due"](asked))
    plan = [row[3] for row in reader.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert "ix_cases_owner_open" in plan[0]
    assert len(plan) == 1


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("column", SORTS)
@pytest.mark.parametrize("chip", ["all", "closed"])
def test_a_long_list_is_never_sorted_as_a_whole(
    reader: Reader,
    chip: str,
    column: str,
    down: bool,  # noqa: FBT001
) -> None:
    for sql, values in SORTS[column](Asked(CHIP_STATES[chip], None, down)):
        plan = [row[3] for row in reader.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
        assert not [step for step in plan if step.startswith("USE TEMP B-TREE FOR ORDER")], sql
