"""Revision 0002: what the first revision kept in columns arrives in tables of its own."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from shopdesk.storage.connection import Connection, connect
from shopdesk.storage.migrations import HISTORY
from shopdesk.storage.migrations.run import run_missing
from tests.migrations.loading import contents, insert

OPENED_S, DECIDED_S, SENT_S, ARRIVED_S, SETTLED_S = 1_000, 2_000, 3_000, 4_000, 5_000
DUE_S = 9_000

# Case id: what its own row says, and the return's.
CASES: dict[int, tuple[dict[str, Any], dict[str, Any]]] = {
    1: ({"state": "asked", "due_at": DUE_S, "due_clock": "decide"}, {}),
    2: ({"state": "agreed", "due_at": DUE_S, "due_clock": "send"}, {"decided_at": DECIDED_S}),
    3: ({"state": "on_its_way", "due_at": DUE_S, "due_clock": "arrive"}, {"sent_at": SENT_S}),
    4: ({"state": "arrived", "due_at": DUE_S, "due_clock": "refund"}, {"arrived_at": ARRIVED_S}),
    5: (
        {
            "state": "settled",
            "settled_at": SETTLED_S,
            "due_at": DUE_S,
            "due_clock": "tell",
            "refund_goods_minor": 100,
            "refund_freight_minor": 12,
        },
        {"refund_method": "wallet", "refund_reference": "T-1"},
    ),
    6: ({"state": "closed", "refund_goods_minor": 50}, {"policy": "EU"}),
    7: ({"state": "closed", "refund_goods_minor": 7}, {"policy": "house rules"}),
    8: ({"state": "declined", "shop_id": 2, "due_at": DUE_S, "due_clock": "tell"}, {}),
}
"""Odd ones: 6 has money without a moment, 7 has no line and a policy of no known name."""

# (case, value): three that share unevenly, two that were worth nothing.
LINES = ((5, 1), (5, 1), (5, 1), (6, 0), (6, 0))


@pytest.fixture
def upgraded(tmp_path: Path) -> Iterator[dict[str, list[dict[str, Any]]]]:
    with closing(connect(tmp_path / "shop.db")) as connection:
        run_missing(connection, target=HISTORY.named("0001"))
        _fill(connection)
        run_missing(connection, target=HISTORY.named("0002"))
        yield contents(connection)


def _fill(connection: Connection) -> None:
    for shop_id, policy in ((1, "CN"), (2, "UK")):
        insert(connection, "shop", {"id": shop_id, "policy": policy, "created_at": 500})
    for case_id, (case, found) in CASES.items():
        own = {"id": case_id, "number": f"R-{case_id}", "shop_id": 1, "kind": "return"}
        insert(connection, "cases", own | {"opened_at": OPENED_S, "currency": "CNY"} | case)
        policy = "UK" if case.get("shop_id") else "CN"
        insert(connection, "return_case", {"id": case_id, "policy": policy} | found)
    for position, (case_id, value) in enumerate(LINES):
        line = {"case_id": case_id, "position": position, "value_minor": value, "quantity": 1}
        insert(connection, "return_line", line)


def test_a_shop_gets_each_policy_it_used_and_its_own_is_the_newest(
    upgraded: dict[str, list[dict[str, Any]]],
) -> None:
    of_shops: dict[int, list[str]] = {1: [], 2: []}
    for version in upgraded["policy"]:
        of_shops[version["shop_id"]].append(version["preset"])
    assert of_shops == {1: ["EU", "house rules", "CN"], 2: ["UK"]}
    assert all(version["made_at"] == 500 for version in upgraded["policy"])
    days = {v["preset"]: json.loads(v["rules"])["fault_window_days"] for v in upgraded["policy"]}
    assert days == {"EU": 730, "house rules": 90, "CN": 7, "UK": 30}


def test_a_return_keeps_the_policy_that_judged_it(
    upgraded: dict[str, list[dict[str, Any]]],
) -> None:
    versions = {version["id"]: version for version in upgraded["policy"]}
    used = {row["id"]: versions[row["policy_id"]]["preset"] for row in upgraded["return_case"]}
    assert used == dict.fromkeys(range(1, 6), "CN") | {6: "EU", 7: "house rules", 8: "UK"}


def test_every_due_time_becomes_the_clock_that_runs(
    upgraded: dict[str, list[dict[str, Any]]],
) -> None:
    clocks = {clock.pop("case_id"): clock for clock in upgraded["clock"]}
    started = {case_id: clock["started_at"] for case_id, clock in clocks.items()}
    assert started == {
        1: OPENED_S,
        2: DECIDED_S,
        3: SENT_S,
        4: ARRIVED_S,
        5: SETTLED_S,
        8: OPENED_S,
    }
    for case in upgraded["cases"]:
        clock = clocks.get(case["id"])
        found = (clock["due_at"], clock["code"]) if clock else (None, "")
        assert (case["due_at"], case["due_clock"]) == found
        assert not clock or (clock["ended_at"], clock["outcome"]) == (None, "")


def test_money_that_went_back_becomes_a_refund_and_a_cost(
    upgraded: dict[str, list[dict[str, Any]]],
) -> None:
    found = {
        refund["case_id"]: (
            refund["at"],
            refund["goods_minor"],
            refund["freight_minor"],
            refund["method"],
            refund["reference"],
        )
        for refund in upgraded["refund"]
    }
    assert found == {
        5: (SETTLED_S, 100, 12, "wallet", "T-1"),
        6: (OPENED_S, 50, 0, "", ""),
        7: (OPENED_S, 7, 0, "", ""),
    }
    costs = {case["id"]: case["cost_minor"] for case in upgraded["cases"] if case["cost_minor"]}
    assert costs == {5: 112, 6: 50, 7: 7}


def test_the_lines_share_what_went_back(upgraded: dict[str, list[dict[str, Any]]]) -> None:
    assert [line["refund_minor"] for line in upgraded["return_line"]] == [34, 33, 33, 25, 25]
