"""The search texts of cases, orders and buyers stay what a fresh count of the rows gives."""

import random
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from shopdesk.desk import Desk
from shopdesk.models import (
    Case,
    Complaint,
    Customer,
    CustomerAddress,
    Parcel,
    Reshipment,
    ReshipmentLine,
)
from shopdesk.paths import DataFolder
from shopdesk.queries.sought import matching_ids, sought
from shopdesk.queries.texts import find_stale_texts
from shopdesk.rules.folding import fold
from shopdesk.services.timeline import note_event
from shopdesk.storage.connection import connect
from shopdesk.storage.grams import pieces
from shopdesk.storage.reader import Reader
from shopdesk.storage.searched import SEARCHED
from shopdesk.storage.upgrade import upgrade
from tests.conftest import NOW
from tests.making import add_order, make_order, make_return
from tests.migrations.loading import load

WORDS = ("针织开衫", "林小雨", "lid", "hose", "cracked", "张伟", "7720", "broken", "上海")
Step = Callable[[Session, random.Random], object]


RowT = TypeVar("RowT", Case, Customer)


def _some(session: Session, kind: type[RowT], rng: random.Random) -> RowT:
    return session.get_one(kind, rng.choice(session.scalars(select(kind.id)).all()))


def _sell(session: Session, rng: random.Random) -> object:
    return add_order(session, f"T{rng.randrange(10**9)}", buyer=rng.choice(WORDS))


def _rename(session: Session, rng: random.Random) -> None:
    _some(session, Customer, rng).name = rng.choice(WORDS)


def _merge(session: Session, rng: random.Random) -> None:
    gone = _some(session, Customer, rng)
    gone.merged_into_id = None if gone.merged_into_id else 1


def _move_house(session: Session, rng: random.Random) -> None:
    address = f"{rng.choice(WORDS)} {rng.randrange(99)}"
    owner = _some(session, Customer, rng)
    session.add(CustomerAddress(customer_id=owner.id, recipient="", address=address))


def _say(session: Session, rng: random.Random) -> None:
    case = _some(session, Case, rng)
    note_event(session, case, rng.choice(("note", "copied", "cancel")), text=rng.choice(WORDS))


def _send(session: Session, rng: random.Random) -> None:
    case = _some(session, Case, rng)
    waybill = f"SF {rng.randrange(10**12)}"
    folded = waybill.replace(" ", "")
    session.add(Parcel(case_id=case.id, direction="out", waybill=waybill, waybill_folded=folded))


def _lose(session: Session, rng: random.Random) -> None:
    parcels = session.scalars(select(Parcel)).all()
    if parcels:
        session.delete(rng.choice(parcels))


def _reship(session: Session, rng: random.Random) -> None:
    case = _new_case(session, rng, "reshipment")
    line = ReshipmentLine(position=0, title=rng.choice(WORDS), quantity=1)
    session.add(Reshipment(case=case, reason="lost", recipient=rng.choice(WORDS), lines=[line]))


def _complain(session: Session, rng: random.Random) -> None:
    case = _new_case(session, rng, "complaint")
    session.add(
        Complaint(case=case, category="product", situation="damaged", wanted=rng.choice(WORDS))
    )


def _new_case(session: Session, rng: random.Random, kind: str) -> Case:
    number = f"{kind[0].upper()}-{rng.randrange(10**9)}"
    case = Case(kind=kind, number=number, shop_id=1, state="asked", currency="CNY")
    case.opened_at = NOW
    return case


STEPS: tuple[Step, ...] = (
    *(_sell, _rename, _merge, _move_house, _say, _send, _lose, _reship, _complain),
)


def recounted(reader: Reader) -> dict[str, dict[int, str]]:
    """Return every text as the rows give it now, with nothing kept from before."""
    found: dict[str, dict[int, str]] = {}
    for kind in SEARCHED:
        ids = [row[0] for row in reader.rows(f"SELECT id FROM {kind.table}")]
        rows = reader.rows(kind.text_sql, {"ids": str(ids)})
        found[kind.name] = {row[0]: fold(row[1]) for row in rows}
    return found


def scanned(texts: dict[int, str], word: str) -> list[int]:
    """Return what a plain look through all texts finds, the newest first."""
    sought_pieces = set(pieces(word)) if len(word) < 3 else set()
    starts = {piece for piece in sought_pieces if piece == f"^{word}"}
    return sorted(
        (i for i, text in texts.items() if word in text and starts <= set(pieces(text))),
        reverse=True,
    )


@pytest.mark.parametrize("seed", range(3))
def test_random_steps_and_undos_leave_search_as_a_recount(desk: Desk, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - a test that can be repeated
    make_return(desk, make_order(desk))
    changes: list[int] = []
    for _n in range(60):
        if changes and rng.random() < 0.2:
            desk.undo(changes.pop())
            continue
        step = rng.choice(STEPS)
        done = desk.write("Step", lambda session, step=step: step(session, rng))  # type: ignore[misc]
        changes += [done.change_id] if done.change_id else []
    with desk.reading() as reader:
        texts = recounted(reader)
        for name, found in texts.items():
            kept: dict[int, str] = dict(reader.rows(f"SELECT id, doc FROM {name}_doc"))
            assert kept == found
            for word in (*WORDS, "li", "林", "开衫", "sf", "小雨"):
                asked = sought(word)
                assert asked
                assert matching_ids(reader, name, asked, 999) == scanned(found, word), word
        assert list(find_stale_texts(reader)) == []


@pytest.fixture
def old_shop(tmp_path: Path) -> Iterator[Reader]:
    """A file of revision 0002, brought up to date."""
    folder = DataFolder(tmp_path / "old")
    folder.root.mkdir()
    load("0002", folder.database)
    upgrade(folder)
    with closing(Reader(folder.database)) as reader:
        yield reader


def test_buyers_and_goods_of_an_old_file_are_found_after_its_upgrade(old_shop: Reader) -> None:
    assert list(find_stale_texts(old_shop)) == []
    for name, typed in (
        ("customer", "customer.name O'Brien"),
        ("customer", "customer_address.address 张三"),
        ("case", "reshipment.recipient O'Brien"),
        ("case", "reshipment_line.title 上海"),
    ):
        asked = sought(typed)
        assert asked
        assert matching_ids(old_shop, name, asked, 9), typed


def test_a_text_that_a_stranger_changed_is_told(desk: Desk) -> None:
    order_id = make_order(desk)
    with closing(connect(desk.folder.database)) as connection:
        connection.execute("UPDATE orders SET recipient = 'Somebody else'")
        connection.execute("DELETE FROM customer_fts WHERE rowid = 1")
    with desk.reading() as reader:
        found = [(stale.kind, stale.id) for stale in find_stale_texts(reader)]
    assert found == [("order", order_id), ("customer", 1)]
