"""Today and search by a look at every row: slow, plain, and told nothing by the indexes."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from shopdesk.queries import today
from shopdesk.queries.everything import search_everything
from shopdesk.queries.open_work import count_open_work
from shopdesk.queries.print_queue import find_waiting_ids
from shopdesk.queries.today import DayAsked, find_tasks, load_day_list, shop_zone
from shopdesk.queries.today_tiles import count_day
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.events import TYPED_EVENTS
from shopdesk.rules.folding import fold
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.owners import EVERYONE, NOBODY
from shopdesk.rules.today.tiles import LATE, OURS, PAPERS, STALLED, TILES
from shopdesk.storage.reader import Reader

Row = dict[str, Any]


def rows_of(reader: Reader, table: str, *names: str) -> list[Row]:
    found = reader.rows(f"SELECT {', '.join(names)} FROM {table}")
    return [dict(zip(names, row, strict=True)) for row in found]


def is_whose(row: Row, owner: int) -> bool:
    return owner == EVERYONE or row["owner_id"] == (None if owner == NOBODY else owner)


def recounted(reader: Reader, asked: DayAsked) -> list[Row]:
    """All tasks by a look at every row, in the order of the list."""
    names = ("id", "kind", "owner_id", "due_at", "due_clock", "closed_at")
    cases = [
        row
        for row in rows_of(reader, "cases", *names)
        if row["closed_at"] is None
        and row["due_at"] is not None
        and (row["due_at"] < asked.now_s or row["due_clock"] in OURS)
    ]
    ups = [
        {**row, "kind": "follow_up", "due_clock": ""}
        for row in _of_follow_ups(reader)
        if row["done_at"] is None and (row["snoozed_until"] or 0) <= asked.now_s
    ]
    found = [row for row in (*cases, *ups) if is_whose(row, asked.owner)]
    return sorted(found, key=lambda row: (row["due_at"], row["kind"], row["id"]))


def _of_follow_ups(reader: Reader) -> list[Row]:
    return rows_of(reader, "follow_up", "id", "owner_id", "due_at", "done_at", "snoozed_until")


def behind(tile: str, rows: list[Row], asked: DayAsked) -> list[Row]:
    late = [row for row in rows if row["due_at"] < asked.now_s]
    if tile == LATE:
        return late
    if tile == STALLED:
        return [row for row in late if row["due_clock"] == "move"]
    if tile == "follow_ups":
        return [
            row for row in rows if row["kind"] == "follow_up" and row["due_at"] <= asked.day_end_s
        ]
    return [row for row in rows if row["due_clock"] in TILES[tile].clocks]


def assert_as_recounted(reader: Reader, asked: DayAsked) -> None:
    rows = recounted(reader, asked)
    assert [place[1:] for place in find_tasks(reader, asked)] == [
        (row["kind"], row["id"]) for row in rows
    ]
    figures = count_day(reader, asked)
    assert figures.tasks == len(rows)
    assert figures.today == sum(row["due_at"] <= asked.day_end_s for row in rows)
    for tile in TILES:
        if tile == PAPERS:
            assert figures.counts[tile] == sum(figures.papers.values()) == _papers(reader, asked)
        else:
            expected = behind(tile, rows, asked)
            assert figures.counts[tile] == len(expected), tile
            found = [place[1:] for place in find_tasks(reader, asked, tile)]
            assert found == [(row["kind"], row["id"]) for row in expected], tile
    assert len(load_day_list(reader, asked)) == min(len(rows), today.MOST_TASKS)


def _papers(reader: Reader, asked: DayAsked) -> int:
    cases = rows_of(reader, "cases", "id", "owner_id", "shop_id")
    whose = {row["id"] for row in cases if is_whose(row, asked.owner)}
    return sum(
        len(whose.intersection(find_waiting_ids(reader, document, awaited=asked.awaited)))
        for document in DOCUMENTS
    )


def assert_rail(reader: Reader, now: datetime) -> None:
    asked = DayAsked(now, shop_zone(reader))
    rows = recounted(reader, asked)
    rail = count_open_work(reader, now)
    assert rail["today"].count == sum(row["due_at"] <= asked.day_end_s for row in rows)
    assert rail["today"].late == any(row["due_at"] < asked.now_s for row in rows)
    for code, kind in KINDS.items():
        still_open = "SELECT count(*) FROM cases WHERE kind = ? AND closed_at IS NULL"
        assert rail[kind.page].count == reader.value(still_open, (code,))


def assert_found_as_recounted(reader: Reader, typed: Iterable[str]) -> None:
    """Assert that the search finds the cases in whose texts the words stand, and no others."""
    texts = texts_of_cases(reader)
    for words in typed:
        answer = search_everything(reader, words, limit=len(texts) + 1)
        found = [
            thing.id for group in answer.groups if group.code == "cases" for thing in group.things
        ]
        expected = {case_id for case_id, text in texts.items() if _has(text, fold(words))}
        assert sorted(found) == sorted(expected), words


def texts_of_cases(reader: Reader) -> dict[int, str]:
    """Return all that is to be found of each case, folded."""
    texts: dict[int, list[str]] = {}
    customers, orders = _texts_of_customers(reader), _numbers_of_orders(reader)
    names = ("id", "number", "note", "order_number", "buyer_name", "buyer_handle")
    for row in rows_of(reader, "cases", *names, "buyer_phone", "customer_id", "order_id"):
        phone = _digits(row["buyer_phone"])
        own = [*(row[name] for name in names[1:]), phone, orders.get(row["order_id"], "")]
        texts[row["id"]] = [*own, *customers.get(row["customer_id"], ())]
    for case_id, text in _said_beside(reader):
        if case_id in texts:
            texts[case_id].append(text)
    return {case_id: fold(" ".join(filter(None, said))) for case_id, said in texts.items()}


def _texts_of_customers(reader: Reader) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for row in rows_of(reader, "customer", "id", "name"):
        found[row["id"]].append(row["name"])
    for row in rows_of(reader, "customer_handle", "customer_id", "handle"):
        found[row["customer_id"]].append(row["handle"])
    for row in rows_of(reader, "customer_contact", "customer_id", "kind", "value"):
        is_phone = row["kind"] == "phone"
        found[row["customer_id"]].append(_digits(row["value"]) if is_phone else row["value"])
    return found


def _numbers_of_orders(reader: Reader) -> dict[int, str]:
    return {row["id"]: row["number"] for row in rows_of(reader, "orders", "id", "number")}


def _said_beside(reader: Reader) -> Iterable[tuple[int, str]]:
    """Yield what stands in other rows than the case's own."""
    for table, owner, *names in (
        ("return_line", "case_id", "sku", "title", "variant"),
        ("reshipment_line", "case_id", "sku", "title", "variant"),
        ("parcel", "case_id", "waybill", "waybill_folded"),
        ("return_case", "id", "wanted"),
        ("complaint", "id", "wanted", "platform_number"),
        ("reshipment", "id", "recipient", "address", "postcode", "wait_note"),
    ):
        for row in rows_of(reader, table, owner, *names):
            yield row[owner], " ".join(row[name] for name in names)
    for row in rows_of(reader, "reshipment", "id", "phone"):
        yield row["id"], _digits(row["phone"])
    for row in rows_of(reader, "timeline_entry", "case_id", "event", "text"):
        if row["event"] in TYPED_EVENTS:
            yield row["case_id"], row["text"]


def _digits(phone: str) -> str:
    return re.sub(r"[ ().-]", "", phone)


def _has(text: str, words: str) -> bool:
    return all(_has_word(text, word) for word in words.split())


def _has_word(text: str, word: str) -> bool:
    """Tell whether a text has a word; one or two letters, or up to three digits, begin a run."""
    if re.fullmatch(r"[a-z]{1,2}", word):
        return re.search(rf"(?<![a-z]){word}", text) is not None
    if re.fullmatch(r"[0-9]{1,3}", word):
        return re.search(rf"(?<![0-9]){word}", text) is not None
    return word in text
