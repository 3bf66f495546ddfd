"""Ready words: every blank known, every state of every remedy has something to say."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.i18n import LANGUAGES
from shopdesk.rules import complaints, reshipments
from shopdesk.rules.advice import POINTS
from shopdesk.rules.languages import buyers_language
from shopdesk.rules.remedies import FREIGHT_PAYERS, REMEDIES
from shopdesk.rules.replies import (
    BLANKS,
    BY_REASON,
    GROUPS,
    REPLIES,
    ComplaintTelling,
    Telling,
    Voice,
    blanks_left,
    complaint_messages,
    filled,
    fitting_messages,
    proposed_reply,
    reasons_of,
    replies_of,
    reshipment_messages,
    shipped_text,
    unknown_blanks,
)
from shopdesk.rules.reshipments import Moving
from shopdesk.rules.states import STATES, STEPS


@pytest.mark.parametrize("language", LANGUAGES)
def test_shipped_words_have_only_known_blanks_in_every_language(language: str) -> None:
    for code in REPLIES:
        assert unknown_blanks(shipped_text(code, language)) == [], code


def test_the_table_belongs_to_the_other_tables() -> None:
    assert {reply.group for reply in REPLIES.values()} == set(GROUPS)
    assert {reply.point for reply in REPLIES.values()} - {""} <= set(POINTS)


TELLINGS = st.builds(
    Telling,
    state=st.sampled_from(sorted(STATES)),
    remedy=st.sampled_from(sorted(REMEDIES)),
    payer=st.sampled_from(sorted(FREIGHT_PAYERS)),
    verdict=st.sampled_from(["agree", "ask", "decline", ""]),
    points=st.lists(st.sampled_from(sorted(POINTS)), max_size=3).map(tuple),
    **dict.fromkeys(
        ("is_late", "short", "damaged", "ours", "refunded", "deducted", "sent_out", "sent_back"),
        st.booleans(),
    ),
)


@given(TELLINGS)
def test_there_is_always_something_to_say(telling: Telling) -> None:
    messages = fitting_messages(telling)
    assert messages
    assert len({message.code for message in messages}) == len(messages)
    for message in messages:
        assert set(message.codes) <= set(REPLIES)
        assert message.step in {"", *STEPS}
        assert Voice("en").say(message.codes, {})


def test_a_late_buyer_is_reminded_first_and_told_how_to_send_otherwise() -> None:
    for is_late, first in ((True, "remind_send"), (False, "agree_refund")):
        messages = fitting_messages(Telling("agreed", "refund", "seller", is_late=is_late))
        assert messages[0].code == first
        assert {message.code: message.step for message in messages}["remind_send"] == "remind"
    agreed = {message.code: message.codes for message in messages}["agree_refund"]
    assert agreed == ("agree_refund", "send_to", "freight_seller")


def test_what_is_to_be_asked_is_said_before_it_is_agreed() -> None:
    telling = Telling("asked", "refund", "seller", verdict="ask", points=("needs_photo",))
    said = [message.code for message in fitting_messages(telling)]
    assert said == ["ask_photo", "agree_refund"]


def test_harm_that_the_buyer_told_of_is_not_blamed_on_them() -> None:
    said = {
        ours: fitting_messages(Telling("inspected", "refund", "seller", damaged=True, ours=ours))
        for ours in (True, False)
    }
    assert said[True][0].code == "inspected_fault"
    assert said[False][0].code == "inspected_damaged"


def test_what_was_kept_back_and_sent_is_said_with_the_settlement() -> None:
    telling = Telling("settled", "exchange", "buyer", deducted=True, refunded=True, sent_out=True)
    (message,) = fitting_messages(telling)
    assert message.codes == ("settled_exchange", "refunded", "deducted", "replacement_sent")


def test_the_reply_of_the_advice_s_point_is_proposed() -> None:
    declining = replies_of("decline")
    assert proposed_reply(declining, ["buyer_pays", "excluded"]).code == "excluded"
    assert proposed_reply(declining, []) is declining[-1]


def test_blanks_are_filled_and_missing_ones_show() -> None:
    assert filled("{buyer}: {number} {items}", {"buyer": "A", "number": ""}) == "A: … …"
    assert filled("50 % {off} {", {}) == "50 % … {"


@given(st.text(), st.dictionaries(st.sampled_from(sorted(BLANKS)), st.text()))
def test_no_wording_can_break_the_filling(text: str, values: dict[str, str]) -> None:
    filled(text, values)
    assert all(name not in BLANKS for name in unknown_blanks(text))


def test_own_words_win_in_their_language_only() -> None:
    voice = Voice("en", {("closed", "", "en"): "Bye {buyer}", ("arrived", "", "zh_CN"): "到了"})
    assert voice.say(("closed",), {"buyer": "Ann"}) == "Bye Ann"
    assert voice.template("arrived") == REPLIES["arrived"].text


def test_words_for_a_reason_come_before_those_for_all_and_the_shop_s_before_ours() -> None:
    own = {("closed", "", "en"): "Bye", ("closed", "late", "en"): "Late, and bye"}
    said = {reason: Voice("en", own, reason).template("closed") for reason in ("", "late", "price")}
    assert said == {"": "Bye", "late": "Late, and bye", "price": "Bye"}
    shipped = Voice("en", {}, "defective").template("agree_refund")
    assert shipped == BY_REASON["agree_refund", "defective"] != REPLIES["agree_refund"].text
    general = Voice("en", {("agree_refund", "", "en"): "Ours"}, "defective")
    assert general.template("agree_refund") == "Ours"


def test_texts_for_a_reason_belong_to_a_text_and_its_reasons() -> None:
    for (code, reason), text in BY_REASON.items():
        assert reason in reasons_of(REPLIES[code].group), (code, reason)
        assert unknown_blanks(text) == []


@pytest.mark.parametrize("state", complaints.OPEN_STATES)
@pytest.mark.parametrize("at_platform", [False, True])
def test_every_open_complaint_has_something_to_say(state: str, *, at_platform: bool) -> None:
    telling = ComplaintTelling(state, "on_its_way", at_platform=at_platform)
    messages = complaint_messages(telling)
    assert messages
    assert messages[0].code.startswith("platform") == at_platform
    assert {code for message in messages for code in message.codes} <= set(REPLIES)
    assert {message.step for message in messages} <= {"", *complaints.STEPS}


def test_a_stalled_reshipment_is_chased_first_and_a_waiting_one_says_why() -> None:
    late = reshipment_messages(Moving("sent", is_late=True))
    assert late[0].code == "reship_stalled"
    assert reshipment_messages(Moving("to_pack"), waits=True)[0].code == "reship_waiting"
    for state in reshipments.STATES:
        found = reshipment_messages(Moving(state))
        assert {message.code for message in found} <= set(REPLIES)
        assert found or state == "dealt_with"


@pytest.mark.parametrize(
    ("chosen", "region", "language"),
    [("", "CN", "zh_CN"), ("", "TW", "zh_CN"), ("", "US", "en"), ("en", "CN", "en")],
)
def test_buyers_are_answered_in_the_language_of_their_country(
    chosen: str, region: str, language: str
) -> None:
    assert buyers_language(chosen, region) == language


def test_every_remedy_can_be_agreed_and_settled() -> None:
    for remedy, word in product(REMEDIES, ("agree", "settled")):
        assert f"{word}_{remedy}" in REPLIES
    assert {f"freight_{payer}" for payer in FREIGHT_PAYERS} <= set(REPLIES)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Dear …, parcel …", 2),
        ("亲，请稍等……", 0),
        ("All is known.", 0),
        (filled("{buyer}", {}), 1),
    ],
)
def test_blanks_that_are_left_are_counted(text: str, left: int) -> None:
    assert blanks_left(text) == left
