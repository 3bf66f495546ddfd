"""What the policies advise, on the days where it turns."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from shopdesk.formats import Formats
from shopdesk.i18n import LANGUAGES, speak
from shopdesk.rules.categories import CATEGORIES
from shopdesk.rules.policy import POINTS, POLICIES, Facts, advise
from shopdesk.rules.reasons import FAULTS
from shopdesk.rules.sentences import point_text

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
    assert advise(POLICIES["CN"], replace(facts, fault="seller")).verdict == "agree"


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
        assert policy.freight.keys() == FAULTS.keys()
