"""A shop's policy in versions: kept, refused, and never changed under a case."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError, StaleError
from shopdesk.models import ReturnCase
from shopdesk.queries.policies import PolicyVersionRow, load_policy_versions
from shopdesk.queries.return_detail import ReturnDetail, load_return_detail
from shopdesk.queries.shops import load_shop
from shopdesk.rules.policy import Policy
from shopdesk.rules.presets import POLICIES
from shopdesk.services.drafts import OwnDayDraft
from shopdesk.services.holidays import add_own_day
from shopdesk.services.policies import save_policy, set_calendar
from shopdesk.services.returns import log_return
from shopdesk.services.shops import add_shop
from shopdesk.services.steps import start_waiting, take_step
from tests.conftest import SHOP
from tests.making import make_order, make_return, return_of


def versions(desk: Desk) -> list[PolicyVersionRow]:
    with desk.reading() as reader:
        return load_policy_versions(reader, 1)


def save(desk: Desk, rules: Policy, seen: int | None = None) -> int:
    seen_id = versions(desk)[0].id if seen is None else seen
    return desk.write("Policy", lambda session: save_policy(session, 1, rules, seen_id)).value


def detail(desk: Desk, case_id: int) -> ReturnDetail:
    with desk.reading() as reader:
        found = load_return_detail(reader, case_id)
    assert found is not None
    return found


def test_an_edit_is_a_version_more_and_the_shop_is_judged_by_it(desk: Desk) -> None:
    first = versions(desk)[0]
    own = replace(
        first.rules,
        name="15 天无理由",
        window_days=15,
        excluded=frozenset({"digital"}),
        working=frozenset({"refund"}),
        freight={**first.rules.freight, "nobody": "insurance"},
        source="店铺承诺",
        certainty="own choice",
        checked_on=date(2026, 11, 20),
    )
    made = save(desk, own)
    newest, before = versions(desk)
    assert (newest.id, before.id, newest.made_by) == (made, first.id, "小李")
    assert newest.rules == own
    assert before.rules == first.rules
    with desk.reading() as reader:
        assert load_shop(reader, 1).rules == own


def test_what_changes_nothing_is_no_version(desk: Desk) -> None:
    first = versions(desk)[0]
    assert save(desk, first.rules) == first.id
    assert save(desk, replace(first.rules, name=f" {first.rules.name} ")) != 0
    assert len(versions(desk)) <= 2


def test_going_back_to_a_preset_is_a_version_of_its_own(desk: Desk) -> None:
    save(desk, replace(versions(desk)[0].rules, window_days=30))
    save(desk, POLICIES["taobao"])
    assert [v.rules.window_days for v in versions(desk)] == [7, 30, 7]
    assert versions(desk)[0].preset == "taobao"


def test_a_newer_version_of_somebody_else_is_not_covered_unseen(desk: Desk) -> None:
    seen = versions(desk)[0]
    save(desk, replace(seen.rules, send_days=9))
    with pytest.raises(StaleError, match="小李 saved another version"):
        save(desk, replace(seen.rules, send_days=10), seen.id)
    assert [v.rules.send_days for v in versions(desk)] == [9, 7]


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("window_days", {"window_days": -1}),
        ("window_days", {"window_days": 9_999}),
        ("decide_hours", {"decide_hours": 0}),
        ("refund_days", {"refund_days": 0}),
        ("excluded", {"excluded": frozenset({"unicorns"})}),
        ("conditions", {"conditions": frozenset({"general"})}),
        ("working", {"working": frozenset({"lunch"})}),
        ("evidence_for", {"evidence_for": frozenset({"weather"})}),
        ("freight", {"freight": {"buyer": "buyer"}}),
        ("count_from", {"count_from": "paid"}),
        ("calendar", {"calendar": "Atlantis"}),
        ("name", {"name": "  "}),
        ("name", {"name": "n" * 201}),
        ("source", {"source": "s" * 501}),
    ],
)
def test_what_a_policy_cannot_say_is_refused_at_its_field(
    desk: Desk, field: str, changes: dict[str, Any]
) -> None:
    with pytest.raises(FieldError) as refused:
        save(desk, replace(versions(desk)[0].rules, **changes))
    assert refused.value.field == field
    assert len(versions(desk)) == 1


def test_an_old_case_keeps_the_policy_and_the_clock_it_was_judged_by(desk: Desk) -> None:
    old = make_return(desk, make_order(desk, "3398120571"))
    due = detail(desk, old).due_at
    save(desk, replace(versions(desk)[0].rules, decide_hours=1, send_days=30, window_days=60))
    assert detail(desk, old).due_at == due
    desk.write("Agreed", lambda session: take_step(session, old, "agree"))
    new = make_return(desk, make_order(desk, "3398120572"), agree=True)
    found, other = detail(desk, old), detail(desk, new)
    assert (found.rules.send_days, other.rules.send_days) == (7, 30)
    assert found.due_at is not None
    assert other.due_at is not None
    assert (other.due_at - found.due_at).days == 23
    assert [v.cases for v in versions(desk)] == [1, 1]


def test_a_version_that_judged_a_case_is_not_taken_back(desk: Desk) -> None:
    rules = replace(versions(desk)[0].rules, window_days=15)
    change = desk.write("Policy", lambda session: save_policy(session, 1, rules, 1)).change_id
    assert change is not None
    make_return(desk, make_order(desk))
    with pytest.raises(DomainError):
        desk.undo(change)
    assert len(versions(desk)) == 2


def test_a_new_shop_rests_with_its_own_country(desk: Desk) -> None:
    draft = replace(SHOP, name="Bernstein", region="DE", currency="EUR", policy="EU")
    shop = desk.write("Shop", lambda session: add_shop(session, draft)).value
    with desk.reading() as reader:
        assert load_shop(reader, shop).rules.calendar == "DE"


def test_the_calendar_is_chosen_apart_from_the_rest(desk: Desk) -> None:
    desk.write("Calendar", lambda session: set_calendar(session, 1, "JP"))
    newest, before = versions(desk)
    assert newest.rules == replace(before.rules, calendar="JP")
    with pytest.raises(FieldError):
        desk.write("Calendar", lambda session: set_calendar(session, 1, "Atlantis"))


def test_working_days_move_over_the_country_s_holidays_and_the_shop_s_own(desk: Desk) -> None:
    save(desk, replace(versions(desk)[0].rules, decide_hours=24, working=frozenset({"decide"})))
    own = OwnDayDraft(day=date(2026, 10, 8), name="盘点")
    desk.write("Own day", lambda session: add_own_day(session, 1, own))
    order = make_order(desk)
    before_the_week = datetime(2026, 9, 30, 4, tzinfo=UTC)
    with desk.database.write("Logged", by="小李", at=before_the_week) as unit:
        case_id = log_return(unit.session, return_of(order))
    due = detail(desk, case_id).due_at
    assert due is not None
    assert due.astimezone(ZoneInfo("Asia/Shanghai")).date() == date(2026, 10, 9)


def test_the_refund_is_due_by_the_day_the_parcel_came(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk), agree=True)
    took = datetime.now(UTC)
    with desk.database.write("Came", by="小李", at=took) as unit:
        take_step(unit.session, case_id, "receive_early")
    with desk.database.write("Looked at", by="小李", at=took + timedelta(days=3)) as unit:
        found = unit.session.get_one(ReturnCase, case_id)
        found.case.state = "inspected"
        start_waiting(unit.session, found)
    with desk.reading() as reader:
        refund = reader.value("SELECT due_at FROM clock WHERE code = 'refund'")
    zone = ZoneInfo("Asia/Shanghai")
    last = datetime.fromtimestamp(refund, zone).date()
    assert last == took.astimezone(zone).date() + timedelta(days=7)
