"""Complaints answered: two ways out at least, one chosen, and only that one done, once."""

from datetime import timedelta
from typing import Any

import pytest

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError, ShopDeskError, StaleError
from shopdesk.queries.complaints import find_merge_targets
from shopdesk.rules.complaints import STATES, STEPS, Grievance, allows, next_step, steps_from
from shopdesk.rules.options import DEEDS
from shopdesk.rules.situations import SITUATIONS
from shopdesk.rules.solutions import starter
from shopdesk.services.case_drafts import BuyerDraft, FollowUpDraft
from shopdesk.services.complaint_drafts import (
    ActDraft,
    ChoiceDraft,
    CloseDraft,
    ComplaintChange,
    EscalationDraft,
    MergeDraft,
    OfferDraft,
    OptionDraft,
    VerdictDraft,
)
from shopdesk.services.complaints import (
    change_complaint,
    change_option,
    log_complaint,
    note_reply_copied,
    remove_option,
    set_cause,
    take_complaint_step,
)
from shopdesk.services.drafts import ReasonDraft
from shopdesk.services.follow_ups import add_follow_up
from shopdesk.storage.database import unit_of
from tests.complaining import (
    PAY,
    WAIT,
    act_on,
    add,
    chosen,
    clocks,
    complain,
    complain_of_order,
    complaint_of,
    in_hours,
    offered,
    record,
    step,
)
from tests.making import make_order, make_return
from tests.services.snapshots import everything
from tests.settling import events, money


def test_the_first_reply_is_waited_for(desk: Desk) -> None:
    found = record(desk, complain_of_order(desk))
    assert (found.case.number[:2], found.case.state, found.severity) == ("C-", "open", "high")
    assert clocks(desk, found.id) == {"reply"}
    assert found.case.due_clock == "reply"
    assert money(desk, found.id).shares[0].party == "courier"


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_situation_can_be_logged_and_has_its_reason(desk: Desk, situation: str) -> None:
    found = record(desk, complain(desk, situation=situation))
    assert found.category == SITUATIONS[situation].category
    with desk.reading() as reader:
        assert reader.value("SELECT reason_id FROM cases WHERE id = ?", (found.id,))


@pytest.mark.parametrize(
    ("what", "field"),
    [
        ({"situation": "nothing"}, "situation"),
        ({"note": "  "}, "note"),
        ({"channel": "smoke"}, "channel"),
        ({"severity": "huge"}, "severity"),
        ({"buyer": BuyerDraft()}, "buyer_name"),
        ({"wanted": "x" * 600}, "wanted"),
        ({"opened_on": in_hours(48).date()}, "opened_on"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    desk: Desk, what: dict[str, Any], field: str
) -> None:
    with pytest.raises(FieldError) as refused:
        complain(desk, **what)
    assert refused.value.field == field


def test_one_about_a_return_knows_whose_it_is_and_both_tell_of_it(desk: Desk) -> None:
    order_id = make_order(desk)
    return_id = make_return(desk, order_id)
    found = record(desk, complain(desk, origin_id=return_id, buyer=BuyerDraft()))
    assert found.case.order_id == order_id
    assert found.case.origin_id == return_id
    assert "complained" in events(desk, return_id)


def test_one_option_needs_a_reason(desk: Desk) -> None:
    case_id = complain(desk)
    with pytest.raises(DomainError):
        step(desk, case_id, "offer")
    add(desk, case_id, PAY)
    with pytest.raises(FieldError) as refused:
        step(desk, case_id, "offer", OfferDraft(" "))
    assert refused.value.field == "few_reason"
    step(desk, case_id, "offer", OfferDraft("Only money can put it right."))
    found = record(desk, case_id)
    assert (found.case.state, found.few_reason) == ("offered", "Only money can put it right.")
    assert found.replied_at is not None


def test_only_what_was_offered_can_be_chosen(desk: Desk) -> None:
    case_id = complain(desk)
    offered(desk, case_id)
    (late,) = add(desk, case_id, OptionDraft("A voucher", "compensate", amount_minor=500))
    for option_id in (late, 0):
        with pytest.raises(FieldError):
            step(desk, case_id, "choose", ChoiceDraft(option_id))
    step(desk, case_id, "offer")
    step(desk, case_id, "choose", ChoiceDraft(late))
    chosen_one = record(desk, case_id).chosen
    assert chosen_one is not None
    assert chosen_one.id == late


def test_the_choice_can_be_changed_until_it_is_done_and_then_not(desk: Desk) -> None:
    case_id = complain(desk)
    first, second = offered(desk, case_id)
    step(desk, case_id, "choose", ChoiceDraft(first))
    due = record(desk, case_id).case.due_at
    step(desk, case_id, "choose", ChoiceDraft(second))
    found = record(desk, case_id)
    assert [option.id for option in found.options if option.chosen_at] == [second]
    assert found.case.due_at == due, "changing the choice wins no time"
    step(desk, case_id, "act", ActDraft())
    with pytest.raises(DomainError):
        step(desk, case_id, "choose", ChoiceDraft(first))
    with pytest.raises(DomainError):
        step(desk, case_id, "act", ActDraft())


def test_nothing_is_done_that_was_not_chosen(desk: Desk) -> None:
    case_id = complain(desk)
    offered(desk, case_id)
    with pytest.raises(DomainError):
        step(desk, case_id, "act", ActDraft())
    assert not money(desk, case_id).costs


def test_compensation_is_booked_once_and_borne_by_the_options_party(desk: Desk) -> None:
    case_id = complain(desk, situation="price_drop")
    chosen(desk, case_id, PAY, WAIT)
    with pytest.raises(FieldError):
        step(desk, case_id, "act", ActDraft(amount_minor=0))
    step(desk, case_id, "act", ActDraft(amount_minor=1_800, method="wallet", reference="T-1"))
    booked = money(desk, case_id)
    assert [(cost.kind, cost.amount_minor) for cost in booked.costs] == [("compensation", 1_800)]
    assert [(share.party, share.amount_minor) for share in booked.shares] == [("service", 1_800)]
    found = record(desk, case_id)
    assert found.case.settled_at == found.done_at


@pytest.mark.parametrize("does", [code for code, deed in DEEDS.items() if deed.opens])
def test_what_is_chosen_opens_its_case_with_the_evidence(desk: Desk, does: str) -> None:
    case_id = complain_of_order(desk, situation="quality")
    chosen(desk, case_id, OptionDraft("This one", does, party="supplier"), WAIT)
    with pytest.raises(FieldError):
        step(desk, case_id, "act", ActDraft())
    step(desk, case_id, "act", act_on(desk, case_id))
    option = record(desk, case_id).chosen
    assert option is not None
    assert option.done_at
    assert option.opened_kind == DEEDS[does].opens
    assert option.opened_id is not None
    with desk.reading() as reader:
        origin = reader.value("SELECT origin_id FROM cases WHERE id = ?", (option.opened_id,))
    assert origin == case_id
    assert money(desk, option.opened_id).shares[0].party == "supplier"


def test_an_option_that_needs_time_plans_to_come_back(desk: Desk) -> None:
    case_id = complain(desk)
    chosen(desk, case_id, WAIT, PAY)
    step(desk, case_id, "act", ActDraft(note="The guard is asked."))
    with desk.reading() as reader:
        planned = reader.rows("SELECT kind, note FROM follow_up WHERE case_id = ?", (case_id,))
    assert planned == [("call_back", WAIT.title)]


def test_a_cause_proposes_who_bears_it_until_somebody_said(desk: Desk) -> None:
    case_id = complain(desk)
    desk.write("Cause", lambda s: set_cause(s, case_id, "bad_address"))
    assert money(desk, case_id).shares[0].party == "buyer"
    desk.write("Cause", lambda s: set_cause(s, case_id, "unknown"))
    assert money(desk, case_id).shares[0].party == "courier"
    with pytest.raises(FieldError):
        desk.write("Cause", lambda s: set_cause(s, case_id, "picked_wrong"))


def test_an_option_is_changed_or_taken_away_until_it_is_offered(desk: Desk) -> None:
    case_id = complain(desk)
    first, second = add(desk, case_id, PAY, WAIT)
    desk.write("Changed", lambda s: change_option(s, first, OptionDraft("Pay", "compensate", 900)))
    desk.write("Removed", lambda s: remove_option(s, second))
    (left,) = record(desk, case_id).options
    assert (left.title, left.amount_minor) == ("Pay", 900)
    step(desk, case_id, "offer", OfferDraft("Nothing else fits."))
    with pytest.raises(DomainError):
        desk.write("Removed", lambda s: remove_option(s, first))


def test_what_the_library_offered_already_is_not_offered_twice(desk: Desk) -> None:
    case_id = complain(desk)
    from_library = OptionDraft("Refund", "refund", solution="lost", option="refund")
    add(desk, case_id, from_library, from_library)
    add(desk, case_id, from_library, PAY)
    assert [option.title for option in record(desk, case_id).options] == ["Refund", PAY.title]


def test_the_platforms_clock_runs_beside_the_steps_until_its_verdict(desk: Desk) -> None:
    case_id = complain(desk)
    step(desk, case_id, "escalate", EscalationDraft(in_hours(2), "P-77", "Photos of the parcel"))
    assert clocks(desk, case_id) == {"reply", "platform"}
    chosen(desk, case_id)
    step(desk, case_id, "act", ActDraft())
    assert clocks(desk, case_id) == {"tell", "platform"}
    assert record(desk, case_id).case.due_clock == "platform"
    with pytest.raises(DomainError):
        step(desk, case_id, "close")
    step(desk, case_id, "verdict", VerdictDraft("buyers", 3_000, "They saw it otherwise."))
    found = record(desk, case_id)
    assert clocks(desk, case_id) == {"tell"}
    assert (found.case.due_clock, found.verdict) == ("tell", "buyers")
    assert found.case.cost_minor == 2_000 + 3_000
    step(desk, case_id, "escalate", EscalationDraft(in_hours(2)))
    assert record(desk, case_id).verdict == ""


def test_a_deadline_in_the_past_is_refused(desk: Desk) -> None:
    case_id = complain(desk)
    with pytest.raises(FieldError) as refused:
        step(desk, case_id, "escalate", EscalationDraft(in_hours(-1)))
    assert refused.value.field == "due_at"


def test_asking_again_prolongs_only_the_wait_for_the_buyer(desk: Desk) -> None:
    case_id = complain(desk)
    step(desk, case_id, "escalate", EscalationDraft(in_hours(500)))
    offered(desk, case_id)
    step(desk, case_id, "ask_again")
    assert clocks(desk, case_id) == {"choose", "platform"}


def test_closing_asks_for_the_cause_once(desk: Desk) -> None:
    case_id = complain(desk)
    chosen(desk, case_id)
    step(desk, case_id, "act", ActDraft())
    with pytest.raises(FieldError) as refused:
        step(desk, case_id, "close", CloseDraft())
    assert refused.value.field == "cause"
    step(desk, case_id, "close", CloseDraft("unknown"))
    found = record(desk, case_id)
    assert (found.case.state, found.cause) == ("closed", "unknown")


@pytest.mark.parametrize("does", ["refund", "reship"])
def test_what_it_opened_is_not_forgotten_at_its_close(desk: Desk, does: str) -> None:
    case_id = complain_of_order(desk)
    chosen(desk, case_id, OptionDraft("As you like", does, amount_minor=100), WAIT)
    step(desk, case_id, "act", act_on(desk, case_id))
    assert [option.does for option in record(desk, case_id).to_be_done] == [does]
    with pytest.raises(FieldError) as refused:
        step(desk, case_id, "close", CloseDraft("unknown"))
    assert refused.value.field == "anyway"
    step(desk, case_id, "close", CloseDraft("unknown", anyway=True))
    assert "close_unfinished" in events(desk, case_id)


def test_what_was_paid_stands_with_the_option(desk: Desk) -> None:
    case_id = complain(desk)
    chosen(desk, case_id, OptionDraft("What we agreed on", "compensate"), WAIT)
    step(desk, case_id, "act", ActDraft(amount_minor=1_250))
    option = record(desk, case_id).chosen
    assert option is not None
    assert option.amount_minor == 1_250


def test_an_option_of_the_library_is_said_in_each_language(desk: Desk) -> None:
    case_id = complain(desk)
    solution = next(iter(starter().values()))
    known, reworded = solution.options[:2]
    from_library = [
        OptionDraft(title, option.does, solution=solution.code, option=option.code)
        for option, title in ((known, known.title("en")), (reworded, "Our own words"))
    ]
    add(desk, case_id, *from_library, PAY)
    said = [option.title_in("zh_CN") for option in record(desk, case_id).options_now]
    assert said == [known.title("zh_CN"), "Our own words", PAY.title]


def test_reopened_it_keeps_what_was_offered_before(desk: Desk) -> None:
    case_id = complain(desk)
    chosen(desk, case_id)
    step(desk, case_id, "act", ActDraft())
    step(desk, case_id, "close")
    step(desk, case_id, "reopen", ReasonDraft("Still nothing."))
    found = record(desk, case_id)
    assert (found.case.state, found.round, found.options_now) == ("looking", 2, ())
    assert len(found.options_before) == 2
    chosen_again = add(desk, case_id, PAY, WAIT)
    step(desk, case_id, "offer")
    step(desk, case_id, "choose", ChoiceDraft(chosen_again[0]))
    step(desk, case_id, "act", ActDraft())
    assert money(desk, case_id).cost_minor == 4_000


def test_merged_all_goes_over_and_undo_brings_it_back(desk: Desk) -> None:
    first, second, third = complain(desk), complain(desk), complain(desk)
    plan = FollowUpDraft("call_back", in_hours(24), case_id=second)
    desk.write("Planned", lambda s: add_follow_up(s, plan))
    step(desk, third, "merge", MergeDraft(second))
    before = everything(desk)
    change = step(desk, second, "merge", MergeDraft(first))
    found = record(desk, first)
    assert {merged.id for merged in found.merged} == {second, third}
    assert record(desk, second).merged_into == found.case.number
    with desk.reading() as reader:
        assert reader.value("SELECT case_id FROM follow_up") == first
    assert "merged_in" in events(desk, first)
    assert not clocks(desk, second)
    desk.undo(change)
    assert everything(desk) == before
    step(desk, third, "reopen", ReasonDraft("It is another parcel."))
    assert record(desk, third).merged_into_id is None


def test_another_buyers_complaint_is_the_same_only_for_a_reason(desk: Desk) -> None:
    case_id = complain(desk)
    into = complain(desk, buyer=BuyerDraft(name="朱梓初"))
    with pytest.raises(FieldError) as refused:
        step(desk, case_id, "merge", MergeDraft(into))
    assert refused.value.field == "why"
    step(desk, case_id, "merge", MergeDraft(into, "Husband and wife wrote both."))
    assert "merge_said" in events(desk, case_id)


def test_the_same_buyers_complaints_are_found_first_to_merge_with(desk: Desk) -> None:
    same = complain(desk)
    other = complain(desk, buyer=BuyerDraft(name="朱梓初"))
    with desk.reading() as reader:
        found = find_merge_targets(reader, complain(desk))
    assert [(each.complaint.id, each.is_same_buyer) for each in found] == [
        (same, True),
        (other, False),
    ]


def test_it_merges_with_another_open_complaint_only(desk: Desk) -> None:
    case_id, over = complain(desk), complain(desk)
    step(desk, over, "withdraw", ReasonDraft("Found it."))
    for into in (case_id, over, make_return(desk, make_order(desk))):
        with pytest.raises(ShopDeskError):
            step(desk, case_id, "merge", MergeDraft(into))


def test_copying_the_first_reply_is_the_reply(desk: Desk) -> None:
    case_id = complain(desk)
    for _time in range(2):
        desk.write("Copied", lambda s: note_reply_copied(s, case_id, "own_words", "亲，您好"))
    assert record(desk, case_id).case.state == "looking"
    assert events(desk, case_id).count("complaint_reply") == 1


def test_another_situation_asks_for_its_cause_anew(desk: Desk) -> None:
    case_id = complain(desk)
    desk.write("Cause", lambda s: set_cause(s, case_id, "no_branch"))
    change = ComplaintChange("lost", "phone", "urgent", "Nothing came.", "Money back")
    desk.write("Changed", lambda s: change_complaint(s, case_id, change))
    found = record(desk, case_id)
    assert (found.situation, found.cause, found.severity) == ("lost", "", "urgent")
    assert found.case.note == "Nothing came."


def test_a_step_on_what_somebody_else_changed_is_refused(desk: Desk) -> None:
    case_id = complain(desk)
    seen = record(desk, case_id).case.version
    add(desk, case_id, PAY)
    with pytest.raises(StaleError):
        desk.write("Late", lambda s: take_complaint_step(s, case_id, "reply", version=seen))


def test_what_is_late_is_late_from_the_day_it_was_raised(desk: Desk) -> None:
    def log(session: Any) -> int:
        day = (unit_of(session).at - timedelta(days=3)).date()
        return log_complaint(session, complaint_of(opened_on=day))

    found = record(desk, desk.write("Logged", log).value)
    assert found.case.due_at is not None
    assert found.case.due_at < in_hours(0)


def test_every_state_has_a_way_on_and_steps_only_lead_to_states() -> None:
    for at_platform in (False, True):
        for state in STATES:
            grievance = Grievance(state, at_platform)
            assert steps_from(grievance)
            assert STATES[state].is_open == (next_step(grievance) is not None)
    assert {step_.target for step_ in STEPS.values()} - {None} <= set(STATES)
    assert not any(
        allows(Grievance("done", at_platform=True), STEPS[c]) for c in ("close", "merge")
    )
