"""The starter library is whole in both languages, and what is typed finds what fits."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.i18n import LANGUAGES
from shopdesk.rules.options import DEEDS
from shopdesk.rules.reasons import REASONS
from shopdesk.rules.situations import SITUATIONS
from shopdesk.rules.solutions import (
    Asked,
    OptionStats,
    Solution,
    SolutionOption,
    amount_minor,
    content_of,
    freight_minor,
    solution_of,
    starter,
    suggested,
)
from shopdesk.rules.solutions.categories import CAUSES
from shopdesk.rules.solutions.suggesting import matching
from shopdesk.services.solution_checks import check_solution

SHIPPED = list(starter().values())


@pytest.mark.parametrize("solution", SHIPPED, ids=lambda found: found.code)
def test_each_is_whole_in_both_languages(solution: Solution) -> None:
    check_solution(solution)
    for language in LANGUAGES:
        text = solution.texts[language]
        assert all((text.title, text.when, text.reply, text.words)), language
        assert len(text.advice) >= 3
    assert len({len(text.advice) for text in solution.texts.values()}) == 1
    assert len(solution.options) >= 2
    for option in solution.options:
        assert all(option.titles[language] for language in LANGUAGES), option.code
    assert set(solution.causes) - {"unknown"} <= set(CAUSES)


def test_every_situation_and_every_reason_has_one() -> None:
    assert {found.situation for found in SHIPPED} - {""} == set(SITUATIONS)
    assert {reason for found in SHIPPED for reason in found.reasons} == set(REASONS)


def test_a_complaint_can_be_met_without_money_alone() -> None:
    for found in SHIPPED:
        if found.situation:
            paid = [option for option in found.options if DEEDS[option.does].books]
            assert len(paid) < len(found.options), found.code


def test_codes_and_numbers_are_told_apart() -> None:
    assert len({found.id for found in SHIPPED}) == len(SHIPPED)
    for found in SHIPPED:
        assert len({option.code for option in found.options}) == len(found.options)


@pytest.mark.parametrize("solution", SHIPPED, ids=lambda found: found.code)
def test_content_says_all_of_a_solution(solution: Solution) -> None:
    assert solution_of(solution.code, content_of(solution)) == solution


TYPED = {
    "催一下 什么时候到": "chase",
    "where is my parcel": "chase",
    "单号查不到，一直没有揽收": "shipped_no_scan",
    "label created but no scan": "shipped_no_scan",
    "物流三天没更新了": "stalled",
    "tracking stuck in the same city": "stalled",
    "显示昨天已经签收了，可是我根本没有收到": "signed_ask_around",
    "says delivered but I never received it": "signed_ask_around",
    "快递拿不出签收凭证": "signed_no_proof",
    "moved house, gave the old address": "signed_wrong_address",
    "快递把我的包裹弄丢了": "lost",
    "package was lost by the courier": "lost",
    "收到的时候就碎了": "damaged_parcel",
    "arrived smashed and leaking": "damaged_parcel",
    "我当面拒收了": "refused",
    "包裹怎么退回商家了": "returned",
    "乡镇不派送要我自提": "out_of_range",
    "颜色发错了": "wrong_item",
    "wrong colour, not what i ordered": "wrong_item",
    "少了两个螺丝": "short",
    "one piece is missing": "short",
    "礼盒压扁了没法送人": "crushed",
    "说好的赠品没有": "missing_gift",
    "是不是正品，怀疑是假货": "genuine",
    "刚买就降价 退差价": "price_drop",
    "用了脸上红肿发痒": "allergy",
    "rash after using the cream": "allergy",
    "怎么还没发货": "late_dispatch",
    "色差太大，和图片不一样": "not_as_described",
    "stopped working after two days": "quality",
    "客服态度太差": "attitude",
    "没人回复消息": "no_reply",
    "说好退款一直没退": "broken_promise",
    "开电子发票": "invoice",
    "还在保修期坏了": "warranty",
    "怎么安装 不会用": "how_to",
    "小了穿不上": "too_small",
    "七天无理由退货": "changed_mind",
    "ordered twice by mistake": "ordered_wrong",
    "别的店同款便宜好多": "cheaper_elsewhere",
}


@pytest.mark.parametrize(("typed", "code"), TYPED.items())
def test_what_is_typed_finds_it_among_the_first_three(typed: str, code: str) -> None:
    assert code in [found.code for found in suggested(SHIPPED, Asked(typed), {})[:3]]


def test_most_of_them_stand_first() -> None:
    first = [suggested(SHIPPED, Asked(typed), {})[0].code for typed in TYPED]
    right = sum(found == code for found, code in zip(first, TYPED.values(), strict=True))
    assert right >= len(TYPED) * 0.85


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_situation_is_met_whatever_is_typed_beside(situation: str) -> None:
    found = suggested(SHIPPED, Asked("快递", situation), {})[0]
    assert found.situation == situation


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_has_its_solutions_first(reason: str) -> None:
    assert reason in suggested(SHIPPED, Asked(reason=reason), {})[0].reasons


def test_what_was_taken_often_and_liked_stands_first_among_equals() -> None:
    stats = {("signed_wrong_address", "confirm_reship"): OptionStats(40, scored=10, score_sum=48)}
    asked = Asked(situation="signed_not_received")
    assert suggested(SHIPPED, asked, {})[0].code == "signed_ask_around"
    assert suggested(SHIPPED, asked, stats)[0].code == "signed_wrong_address"


def test_nothing_asked_is_the_whole_library_and_nonsense_finds_nothing() -> None:
    assert suggested(SHIPPED, Asked(), {}) == SHIPPED
    assert suggested(SHIPPED, Asked("zzqx"), {}) == []


@settings(max_examples=30)
@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_it(typed: str) -> None:
    assert {found.code for found in suggested(SHIPPED, Asked(typed), {})} <= set(starter())
    assert {found.code for found in matching(SHIPPED, typed)} <= set(starter())


@pytest.mark.parametrize(
    ("amount", "percent", "proposed"),
    [("none", 0, 0), ("full", 0, 10_01), ("share", 30, 3_00), ("typed", 0, 0)],
)
def test_an_option_proposes_its_amount(amount: str, percent: int, proposed: int) -> None:
    option = SolutionOption("s", "o", {"en": "O"}, "refund", amount, percent)
    assert amount_minor(option, 10_01) == proposed
    assert freight_minor(option, 8_00) == 0
    assert freight_minor(replace(option, pays_freight=True), 8_00) == 8_00
