"""What the policies advise, on the days where it turns."""

import json
from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest

from shopdesk.formats import Formats
from shopdesk.i18n import LANGUAGES, speak
from shopdesk.rules.advice import POINTS, Facts, advice_now, advise
from shopdesk.rules.categories import CATEGORIES
from shopdesk.rules.clocks import CLOCKS
from shopdesk.rules.event_sentences import point_text
from shopdesk.rules.policy import BOUNDS, CERTAINTIES, Policy, rules_of
from shopdesk.rules.presets import POLICIES, kept_policy, preset_for
from shopdesk.rules.reasons import FAULTS
from shopdesk.rules.remedies import FREIGHT_PAYERS

DELIVERED = date(2026, 2, 26)
FACTS = Facts(today=DELIVERED, delivered_on=DELIVERED, fault="nobody")


@pytest.mark.parametrize("code", POLICIES)
def test_the_window_ends_with_its_last_day(code: str) -> None:
    policy = POLICIES[code]
    last = DELIVERED + timedelta(days=policy.window_days)
    assert advise(policy, replace(FACTS, today=last)).verdict == "agree"
    late = advise(policy, replace(FACTS, today=last + timedelta(days=1)))
    assert late.verdict == "decline"
    assert late.points[0].values["last"] == last


def test_china_counts_seven_days_from_the_day_after_signing() -> None:
    advice = advise(POLICIES["CN"], replace(FACTS, today=date(2026, 3, 5)))
    assert advice.verdict == "agree"
    assert advice.points[0].values == {
        "day": 7,
        "window": 7,
        "delivered": DELIVERED,
        "last": date(2026, 3, 5),
    }


def test_an_excluded_category_is_declined_unless_it_is_our_fault() -> None:
    facts = replace(FACTS, categories=frozenset({"perishable"}))
    assert advise(POLICIES["CN"], facts).verdict == "decline"
    ours = replace(facts, fault="seller", has_evidence=True)
    assert advise(POLICIES["CN"], ours).verdict == "agree"


def codes(policy: Policy, facts: Facts) -> list[str]:
    return [point.code for point in advise(policy, facts).points]


def test_a_fault_needs_a_photo_until_there_is_one() -> None:
    faulty = replace(FACTS, fault="seller")
    assert advise(POLICIES["CN"], faulty).verdict == "ask"
    assert "needs_photo" in codes(POLICIES["CN"], faulty)
    assert advise(POLICIES["CN"], replace(faulty, has_evidence=True)).verdict == "agree"
    trusting = replace(POLICIES["CN"], evidence_for=frozenset())
    assert advise(trusting, faulty).verdict == "agree"


def test_a_photo_that_came_later_is_no_longer_asked_for() -> None:
    kept = asdict(advise(POLICIES["CN"], replace(FACTS, fault="seller")))
    assert advice_now(kept, has_evidence=False) == kept
    now = advice_now(kept, has_evidence=True)
    assert now["verdict"] == "agree"
    assert [point["code"] for point in now["points"]] == ["at_fault", "seller_pays"]
    assert advice_now({}, has_evidence=True) == {}
    late = replace(FACTS, fault="seller", today=date(2027, 1, 1))
    kept = asdict(advise(POLICIES["CN"], late))
    assert advice_now(kept, has_evidence=True)["verdict"] == "decline"


def test_a_refused_parcel_is_not_measured_by_the_window() -> None:
    refused = replace(FACTS, fault="buyer", refused=True, today=date(2027, 1, 1))
    assert codes(POLICIES["CN"], refused) == ["refused", "buyer_pays"]
    assert advise(POLICIES["CN"], refused).verdict == "agree"
    assert advise(POLICIES["CN"], replace(refused, delivered_on=None)).verdict == "agree"


def test_goods_that_never_came_are_asked_about_without_a_photo() -> None:
    lost = replace(FACTS, fault="courier", goods_received=False)
    assert codes(POLICIES["CN"], lost) == ["not_received", "seller_pays"]


def test_the_condition_is_asked_about_where_the_policy_says_so_and_not_of_faulty_goods() -> None:
    facts = replace(FACTS, categories=frozenset({"clothing", "general", "a newer kind"}))
    assert "condition" in codes(POLICIES["CN"], facts)
    assert "condition" not in codes(replace(POLICIES["CN"], conditions=frozenset()), facts)
    assert "condition" not in codes(POLICIES["CN"], replace(facts, fault="courier"))


def test_a_window_may_count_from_the_order() -> None:
    policy = replace(POLICIES["own"], count_from="ordered", window_days=10)
    facts = replace(FACTS, delivered_on=None, ordered_on=date(2026, 2, 16))
    advice = advise(policy, facts)
    assert (advice.verdict, advice.points[0].code) == ("agree", "in_window_ordered")
    assert advice.points[0].values["last"] == DELIVERED
    late = advise(policy, replace(facts, today=date(2026, 2, 27)))
    assert late.points[0].code == "past_window"


@pytest.mark.parametrize("payer", FREIGHT_PAYERS)
def test_whoever_a_policy_lets_pay_is_named(payer: str) -> None:
    policy = replace(POLICIES["CN"], freight=dict.fromkeys(FAULTS, payer))
    advice = advise(policy, FACTS)
    assert advice.freight_payer == payer
    assert f"{payer}_pays" in codes(policy, FACTS)


def test_fault_decides_who_pays_the_way_back() -> None:
    payers = {
        fault: advise(POLICIES["CN"], replace(FACTS, fault=fault)).freight_payer for fault in FAULTS
    }
    assert payers == {"buyer": "buyer", "nobody": "buyer", "seller": "seller", "courier": "seller"}


@pytest.mark.parametrize(
    "changes", [{"delivered_on": None}, {"has_order": False}, {"goods_received": False}]
)
def test_what_is_not_known_is_asked(changes: dict[str, object]) -> None:
    assert advise(POLICIES["EU"], replace(FACTS, **changes)).verdict == "ask"  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", POINTS)
def test_every_point_has_its_sentence(code: str, language: str) -> None:
    speak(language)
    values = {
        "day": 3,
        "window": 7,
        "delivered": DELIVERED,
        "ordered": DELIVERED,
        "last": DELIVERED.isoformat(),
        "category": "clothing",
    }
    text = point_text(code, values, Formats(language))
    assert text
    assert "{" not in text


def test_every_policy_names_its_source_and_known_categories() -> None:
    for policy in POLICIES.values():
        assert policy.source
        assert policy.excluded <= CATEGORIES.keys()
        assert policy.conditions <= CATEGORIES.keys()
        assert policy.freight.keys() == FAULTS.keys()
        assert policy.certainty in CERTAINTIES
        assert policy.working <= CLOCKS.keys()


def test_every_figure_of_a_preset_keeps_its_bounds() -> None:
    for policy in POLICIES.values():
        for name, (least, most) in BOUNDS.items():
            assert least <= getattr(policy, name) <= most, (policy.code, name)


@pytest.mark.parametrize("code", POLICIES)
def test_a_version_is_read_as_it_was_kept(code: str) -> None:
    policy = POLICIES[code]
    kept = json.loads(json.dumps(rules_of(policy)))
    assert kept_policy(code, "", kept) == policy
    assert kept_policy(code, "", kept | {"a newer rule": 1}) == policy


def test_a_platform_has_its_own_preset_where_its_law_holds() -> None:
    assert preset_for("tmall", "CN") == "taobao"
    assert preset_for("ebay", "US") == "ebay"
    assert preset_for("ebay", "EU") == "EU"
    assert preset_for("shopify", "UK") == "UK"
