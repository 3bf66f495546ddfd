"""An exported return says all that is known of its case."""

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from shopdesk.desk import Desk
from shopdesk.exporting.files import export_to
from shopdesk.exporting.kinds import EXPORTS
from shopdesk.exporting.returns import CONDITIONS_BY_HARM
from shopdesk.rules.evidence import EvidencePlace
from shopdesk.rules.inspecting import CONDITIONS
from shopdesk.sample import build_sample
from shopdesk.sample.pictures import PICTURES
from shopdesk.services.drafts import (
    InspectionDraft,
    ReceivedDraft,
    ReturnLineDraft,
    SettlementDraft,
)
from shopdesk.services.evidence import attach
from shopdesk.services.steps import take_step
from shopdesk.storage.attachments import store_bytes
from shopdesk.storage.reader import Reader
from tests.making import make_order, make_return

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

Record = dict[str, Any]


def exported(path: Path) -> list[Record]:
    target = path.with_name("returns.json")
    with closing(Reader(path)) as reader:
        export_to(reader, EXPORTS["returns"], target)
    found: list[Record] = json.loads(target.read_text(encoding="utf-8"))
    return found


@pytest.fixture
def settled(desk: Desk) -> Record:
    """Two units came back, one of them broken, and something that nobody expected."""
    order_id = make_order(desk, quantity=2, paid_minor=20_001)
    lines = (ReturnLineDraft(quantity=2, order_line_id=order_id),)
    case_id = make_return(desk, order_id, agree=True, lines=lines, reason="defective")
    stored = store_bytes(desk.folder, PICTURES[0].data, "crushed.png")
    place = EvidencePlace(case_id=case_id, line_id=1)
    found = InspectionDraft(
        (
            ReceivedDraft(1, 1, "intact", "stock"),
            ReceivedDraft(1, 1, "damaged", "write_off", note="torn"),
            ReceivedDraft(1, None, "wrong_goods", "write_off", "A charger"),
        )
    )
    money = SettlementDraft(20_001, 800, "wallet", "T-1", "", 1_000, "No box.")
    desk.write("Evidence", lambda session: attach(session, [stored], place))
    desk.write("Here", lambda session: take_step(session, case_id, "receive_early"))
    desk.write("Looked", lambda session: take_step(session, case_id, "inspect", found))
    desk.write("Paid", lambda session: take_step(session, case_id, "settle", money))
    desk.database.checkpoint()
    (record,) = exported(desk.folder.database)
    return record


def test_a_line_says_what_came_and_what_it_was_worth(settled: Record) -> None:
    (line,) = settled["lines"]
    assert (line["reason"], line["quantity"], line["received"]) == ("defective", 2, 2)
    assert (line["condition"], line["disposition"]) == ("damaged", "write_off")
    assert [(item["condition"], item["note"]) for item in line["items"]] == [
        ("intact", ""),
        ("damaged", "torn"),
    ]
    assert (line["value_minor"], line["refund_minor"]) == (20_001, 19_001)
    assert [item["title"] for item in settled["unexpected"]] == ["A charger"]


def test_the_money_is_told_as_it_moved_and_as_it_is_borne(settled: Record) -> None:
    (refund,) = settled["refunds"]
    assert (refund["goods_minor"], refund["freight_minor"]) == (19_001, 800)
    assert (refund["deduction_minor"], refund["deduction_reason"]) == (1_000, "No box.")
    assert (refund["method"], refund["reference"]) == ("wallet", "T-1")
    assert [(cost["kind"], cost["amount_minor"]) for cost in settled["costs"]] == [
        ("written_off", 10_000)
    ]
    assert settled["cost_minor"] == 19_001 + 800 + 10_000
    (share,) = settled["liability"]
    assert (share["party"], share["percent"]) == ("supplier", 100)
    assert (share["amount_minor"], share["confirmed_at"]) == (settled["cost_minor"], None)


def test_clocks_and_evidence_are_told(settled: Record) -> None:
    assert [(clock["code"], clock["outcome"]) for clock in settled["clocks"]] == [
        ("decide", "met"),
        ("send", "met"),
        ("inspect", "met"),
        ("refund", "met"),
        ("tell", ""),
    ]
    assert settled["clocks"][-1]["due_at"] == settled["due_at"]
    (photo,) = settled["evidence"]
    assert (photo["name"], photo["kind"], photo["line"]) == ("crushed.png", "png", 1)
    assert photo["sha256"] == PICTURES[0].stored.sha256
    assert (photo["size"], photo["trouble"]) == (PICTURES[0].stored.size, "")


def test_the_worst_condition_is_one_that_there_is() -> None:
    assert set(CONDITIONS_BY_HARM) == CONDITIONS.keys()


def test_lists_of_a_whole_shop_add_up(tmp_path: Path) -> None:
    build_sample(tmp_path / "shop.db", now=NOW, cases=150)
    returns = exported(tmp_path / "shop.db")
    assert len(returns) == 150
    for record in returns:
        goods = sum(refund["goods_minor"] for refund in record["refunds"])
        assert record["refund_goods_minor"] == goods
        assert sum(line["refund_minor"] for line in record["lines"]) == goods
        assert sum(share["percent"] for share in record["liability"]) == 100
        amounts = [share["amount_minor"] for share in record["liability"]]
        assert sum(amounts) == record["cost_minor"]
        running = [clock["due_at"] for clock in record["clocks"] if clock["ended_at"] is None]
        assert record["due_at"] == min(running, default=None)
        assert all(item["line"] is None or item["line"] >= 1 for item in record["evidence"])
    assert any(record["reshipments"] for record in returns)
    assert all(out["lines"] for record in returns for out in record["reshipments"])
