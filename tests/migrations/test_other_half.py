"""Revision 0003: a case knows its buyer and what it was opened for; ready words keep theirs."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from shopdesk.storage.connection import connect
from shopdesk.storage.migrations import HISTORY
from shopdesk.storage.migrations.run import run_missing
from tests.migrations.loading import contents, insert

BUYER = {
    "buyer_name": "张伟",
    "buyer_phone": "138 0000",
    "buyer_handle": "tb_z",
    "order_number": "T-1",
}
NOBODY = dict.fromkeys(BUYER, "")
RETURN, WAY_OUT, LOOSE = 1, 2, 3

Tables = dict[str, list[dict[str, object]]]


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[Tables]:
    with closing(connect(tmp_path / "shop.db")) as connection:
        run_missing(connection, target=HISTORY.named("0002"))
        insert(connection, "shop", {"id": 1})
        for case_id, kind in ((RETURN, "return"), (WAY_OUT, "reshipment"), (LOOSE, "return")):
            case = {"id": case_id, "kind": kind, "shop_id": 1, "number": f"N-{case_id}"}
            insert(connection, "cases", case)
        insert(connection, "return_case", {"id": RETURN, "advice": "{}"} | BUYER)
        insert(connection, "return_case", {"id": LOOSE, "advice": "{}"})
        insert(connection, "reshipment", {"id": WAY_OUT, "origin_id": RETURN, "recipient": "王五"})
        insert(connection, "reshipment_line", {"case_id": WAY_OUT, "title": "Lid", "quantity": 1})
        for language in ("en", "zh_CN"):
            words = {"shop_id": 1, "code": "agree", "language": language, "text": language}
            insert(connection, "ready_text", words)
        run_missing(connection, target=HISTORY.named("0003"))
        yield contents(connection)


def test_a_case_knows_its_buyer(upgraded: Tables) -> None:
    said = {row["id"]: {name: row[name] for name in BUYER} for row in upgraded["cases"]}
    assert said == {RETURN: BUYER, WAY_OUT: BUYER, LOOSE: NOBODY}


def test_a_case_knows_what_it_was_opened_for(upgraded: Tables) -> None:
    origins = {row["id"]: row["origin_id"] for row in upgraded["cases"]}
    assert origins == {RETURN: None, WAY_OUT: RETURN, LOOSE: None}


def test_what_goes_out_keeps_its_lines_and_recipient(
    upgraded: Tables,
) -> None:
    (way_out,), (line,) = upgraded["reshipment"], upgraded["reshipment_line"]
    assert (way_out["recipient"], way_out["zone"], way_out["confirmed_at"]) == ("王五", "", None)
    assert (line["case_id"], line["title"]) == (WAY_OUT, "Lid")


def test_own_words_stay_for_every_reason(upgraded: Tables) -> None:
    kept = {(row["language"], row["reason"], row["text"]) for row in upgraded["ready_text"]}
    assert kept == {("en", "", "en"), ("zh_CN", "", "zh_CN")}
