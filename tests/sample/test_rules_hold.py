"""Every row of a generated shop keeps the rules of the trade, checked by plain code."""

import json
from collections import Counter, defaultdict
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from shopdesk.rules.clocks import Timing, due_at, reminded_until
from shopdesk.rules.couriers import folded_waybill
from shopdesk.rules.events import EVENTS
from shopdesk.rules.holidays import public_holidays, with_own_days
from shopdesk.rules.platforms import PLATFORMS
from shopdesk.rules.presets import kept_policy
from shopdesk.rules.remedies import FREIGHT_PAYERS, REFUND_METHODS, REMEDIES
from shopdesk.rules.states import STATES, STEPS, waiting
from tests.sample.conftest import NOW, Record, Tables

END_S = datetime(NOW.year, NOW.month, NOW.day, tzinfo=UTC).timestamp()
EVENT_STEPS = {
    "agree_overridden": "agree",
    "inspect_found": "inspect",
    "inspect_empty": "inspect",
    "settle_goods": "settle",
    "settle_collected": "settle",
}


@pytest.fixture(scope="package")
def returns(tables: Tables) -> list[Record]:
    """Each case with its return, its shop and its order, if it has one."""
    shops, orders = tables.by_id("shop"), tables.by_id("orders")
    kinds = tables.by_id("return_case")
    return [
        {
            **kinds[case["id"]],
            **case,
            "shop": shops[case["shop_id"]],
            "order": orders.get(case["order_id"]),
        }
        for case in tables["cases"]
        if case["kind"] == "return"
    ]


def _came_back_by_itself(tables: Tables, case: Record) -> bool:
    reasons = tables.by_id("reason")
    return bool(reasons[case["reason_id"]]["code"] == "refused_undeliverable")


def _grouped(rows: list[Record], key: str) -> dict[int, list[Record]]:
    found = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found


def test_numbers_follow_each_other_in_every_shop_month(
    tables: Tables, returns: list[Record]
) -> None:
    last: Counter[str] = Counter()
    for case in sorted(returns, key=lambda case: (case["opened_at"], case["id"])):
        opened = datetime.fromtimestamp(case["opened_at"], ZoneInfo(case["shop"]["timezone"]))
        series = f"R-{opened:%y%m}"
        last[series] += 1
        assert case["number"] == f"{series}-{last[series]:04d}"
    counted = {row["series"]: row["last"] for row in tables["number_counter"]}
    assert {name: n for name, n in counted.items() if name.startswith("R-")} == last


def test_newer_cases_have_higher_ids(returns: list[Record]) -> None:
    opened = [case["opened_at"] for case in sorted(returns, key=lambda case: case["id"])]
    assert opened == sorted(opened)


def test_closed_exactly_while_not_open(returns: list[Record]) -> None:
    for case in returns:
        assert (case["closed_at"] is None) == STATES[case["state"]].is_open


def _timing(tables: Tables, case: Record, started_s: int) -> Timing:
    version = tables.by_id("policy")[case["policy_id"]]
    rules = kept_policy(version["preset"], version["name"], json.loads(version["rules"]))
    zone = ZoneInfo(case["shop"]["timezone"])
    own = {
        date.fromisoformat(row["day"]): bool(row["closed"])
        for row in tables["holiday"]
        if row["shop_id"] == case["shop_id"]
    }
    year = _moment(started_s).astimezone(zone).year
    return Timing(rules, zone, with_own_days(public_holidays(rules.calendar, year), own))


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def test_due_is_the_one_clock_that_runs(tables: Tables, returns: list[Record]) -> None:
    clocks = _grouped(tables["clock"], "case_id")
    for case in returns:
        wait = waiting(case["state"], REMEDIES[case["remedy"]])
        running = [clock for clock in clocks[case["id"]] if clock["ended_at"] is None]
        assert [clock["code"] for clock in running] == ([wait.clock] if wait else [])
        found = (running[0]["due_at"], running[0]["code"]) if running else (None, "")
        assert (case["due_at"], case["due_clock"]) == found


def test_clocks_follow_each_other_as_the_policy_times_them(
    tables: Tables, returns: list[Record]
) -> None:
    clocks = _grouped(tables["clock"], "case_id")
    for case in returns:
        free_s = case["opened_at"]
        for clock in sorted(clocks[case["id"]], key=lambda clock: clock["id"]):
            assert clock["started_at"] == free_s
            timing = _timing(tables, case, free_s)
            due = {
                "policy": due_at(clock["code"], timing, _moment(free_s)),
                "reminder": reminded_until(clock["code"], timing, _moment(free_s)),
            }[clock["source"]]
            assert clock["due_at"] == due.timestamp()
            free_s = clock["ended_at"]
            if free_s is not None:
                assert (clock["outcome"] == "missed") == (free_s > clock["due_at"])
                assert clock["outcome"] in {"met", "missed", "dropped"}


def test_send_by_is_the_last_day_at_the_shop(tables: Tables, returns: list[Record]) -> None:
    for case in returns:
        agreed = case["decided_at"] and (case["inspected_at"] or not case["decline_reason"])
        assert (case["send_by"] is not None) == bool(agreed and case["goods_back"])
        if case["send_by"]:
            timing = _timing(tables, case, case["decided_at"])
            due = due_at("send", timing, _moment(case["decided_at"]))
            zone = ZoneInfo(case["shop"]["timezone"])
            assert date.fromisoformat(case["send_by"]) == due.astimezone(zone).date()


def test_a_policy_judges_what_was_opened_while_it_was_in_force(
    tables: Tables, returns: list[Record]
) -> None:
    versions = _grouped(tables["policy"], "shop_id")
    for case in returns:
        known = [v for v in versions[case["shop_id"]] if v["made_at"] <= case["opened_at"]]
        assert case["policy_id"] == max(version["id"] for version in known)


def test_times_follow_each_other_and_end_before_the_end(
    tables: Tables, returns: list[Record]
) -> None:
    order_of = (
        "opened_at",
        "decided_at",
        "sent_at",
        "arrived_at",
        "inspected_at",
        "settled_at",
        "closed_at",
    )
    for case in returns:
        times = [case[name] for name in order_of if case[name] is not None]
        assert times == sorted(times)
        assert times[-1] < END_S
        if case["order"]:
            order = case["order"]
            delivered = order["delivered_at"] or case["opened_at"]
            assert (order["delivered_at"] is None) == _came_back_by_itself(tables, case)
            assert order["ordered_at"] <= order["paid_at"] < delivered <= case["opened_at"]


def test_timeline_tells_the_steps_that_led_to_the_state(
    tables: Tables, returns: list[Record]
) -> None:
    people = {row["name"] for row in tables["person"]}
    entries = _grouped(tables["timeline_entry"], "case_id")
    for case in returns:
        state = None
        for entry in sorted(entries[case["id"]], key=lambda entry: entry["id"]):
            assert entry["event"] in EVENTS
            assert entry["person"] in people
            code = EVENT_STEPS.get(entry["event"], entry["event"])
            if code == "ask":
                state = "asked"
                assert entry["at"] == case["opened_at"]
            elif code in STEPS:
                step = STEPS["settle_kept" if state == "agreed" and code == "settle" else code]
                assert state in step.sources
                assert step.goods_back in (None, bool(case["goods_back"]))
                assert entry["at"] == case[step.stamps] if step.stamps else True
                state = step.target or state
        assert state == case["state"]


def test_refunds_stay_within_what_was_paid(tables: Tables, returns: list[Record]) -> None:
    refunded: Counter[int] = Counter()
    for case in returns:
        money = case["refund_goods_minor"] + case["refund_freight_minor"]
        assert min(case["refund_goods_minor"], case["refund_freight_minor"]) >= 0
        assert not money or case["settled_at"] is not None
        assert case["currency"] == case["shop"]["currency"]
        refunded[case["order_id"]] += money
    for order in tables["orders"]:
        assert order["refunded_minor"] == refunded[order["id"]] <= order["paid_minor"]


def test_amount_is_the_refund_or_before_it_the_goods(tables: Tables, returns: list[Record]) -> None:
    lines = _grouped(tables["return_line"], "case_id")
    for case in returns:
        money = case["refund_goods_minor"] + case["refund_freight_minor"]
        value = sum(line["value_minor"] for line in lines[case["id"]])
        assert case["amount_minor"] == (value if case["settled_at"] is None else money)


def test_never_more_comes_back_than_was_bought(tables: Tables, returns: list[Record]) -> None:
    bought, cases = tables.by_id("order_line"), {case["id"]: case for case in returns}
    back: Counter[int] = Counter()
    for line in tables["return_line"]:
        assert line["quantity"] >= 1
        case = cases[line["case_id"]]
        assert (line["order_line_id"] is None) == (case["order_id"] is None)
        if line["order_line_id"] is None:
            continue
        source = bought[line["order_line_id"]]
        back[source["id"]] += line["quantity"]
        assert back[source["id"]] <= source["quantity"]
        assert source["order_id"] == case["order_id"]
        for name in ("product_id", "sku", "title", "variant"):
            assert line[name] == source[name]
        paid = source["paid_minor"] * line["quantity"] // source["quantity"]
        assert line["value_minor"] == paid


def test_money_of_an_order_adds_up(tables: Tables) -> None:
    lines = _grouped(tables["order_line"], "order_id")
    for order in tables["orders"]:
        goods = sum(line["price_minor"] * line["quantity"] for line in lines[order["id"]])
        paid = sum(line["paid_minor"] for line in lines[order["id"]])
        assert order["goods_minor"] == goods
        assert order["total_minor"] == (
            goods - order["discount_minor"] + order["freight_minor"] + order["tax_minor"]
        )
        assert paid == order["total_minor"] - order["freight_minor"]
        assert order["paid_minor"] == (order["total_minor"] if order["paid_at"] else 0)


def test_codes_are_known(tables: Tables, returns: list[Record]) -> None:
    assert {shop["platform"] for shop in tables["shop"]} <= PLATFORMS.keys()
    assert {case["remedy"] for case in returns} <= REMEDIES.keys()
    assert {case["freight_payer"] for case in returns} <= FREIGHT_PAYERS.keys()
    assert {refund["method"] for refund in tables["refund"]} <= REFUND_METHODS.keys()
    for case in returns:
        assert case["goods_back"] == REMEDIES[case["remedy"]].goods_back


def test_parcels_are_there_when_something_was_sent(tables: Tables, returns: list[Record]) -> None:
    back = _grouped([p for p in tables["parcel"] if p["direction"] == "back"], "case_id")
    out = _grouped([p for p in tables["parcel"] if p["order_id"]], "order_id")
    for case in returns:
        refused = _came_back_by_itself(tables, case)
        assert len(back[case["id"]]) == (case["sent_at"] is not None or refused)
        for parcel in back[case["id"]]:
            assert (parcel["sent_at"], parcel["delivered_at"]) == (
                case["sent_at"],
                case["arrived_at"],
            )
            if refused:
                assert parcel["waybill"] == out[case["order_id"]][0]["waybill"]
    for order in tables["orders"]:
        assert len(out[order["id"]]) == (order["status"] not in {"unpaid", "paid", "cancelled"})
    for parcel in tables["parcel"]:
        assert parcel["waybill_folded"] == folded_waybill(parcel["waybill"])
