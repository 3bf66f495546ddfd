"""A shop's own ready words: kept, refused, set back; what was copied stands on the timeline."""

import pytest

from shopdesk.desk import Desk
from shopdesk.errors import FieldError
from shopdesk.queries.replies import Outcome, load_own_texts, load_reply_basis
from shopdesk.queries.return_detail import load_timeline
from shopdesk.rules.replies import REPLIES, TextKey
from shopdesk.services.replies import keep_text, note_copied, set_back, speak_to_buyers
from tests.making import make_order, make_return


def own_texts(desk: Desk) -> dict[TextKey, str]:
    with desk.reading() as reader:
        return dict(load_own_texts(reader, 1))


def reword(
    desk: Desk, text: str, code: str = "closed", language: str = "en", reason: str = ""
) -> None:
    desk.write(
        "Reworded", lambda session: keep_text(session, 1, code, language, text, reason=reason)
    )


def test_own_words_are_kept_changed_and_set_back(desk: Desk) -> None:
    reword(desk, "Hello {buyer}")
    reword(desk, "Hi {buyer}, {number}")
    assert own_texts(desk) == {("closed", "", "en"): "Hi {buyer}, {number}"}
    desk.write("Set back", lambda session: set_back(session, 1, "closed", "en"))
    assert own_texts(desk) == {}


def test_a_reason_has_words_of_its_own_beside_those_for_all(desk: Desk) -> None:
    reword(desk, "Bye")
    reword(desk, "Sorry and bye", reason="defective")
    assert own_texts(desk) == {
        ("closed", "", "en"): "Bye",
        ("closed", "defective", "en"): "Sorry and bye",
    }
    desk.write("Back", lambda session: set_back(session, 1, "closed", "en", reason="defective"))
    assert own_texts(desk) == {("closed", "", "en"): "Bye"}


def test_a_complaint_s_words_are_for_situations_and_a_return_s_for_reasons(desk: Desk) -> None:
    reword(desk, "So sorry", "complaint_first", reason="allergy")
    for code, reason in (("complaint_first", "defective"), ("closed", "allergy")):
        with pytest.raises(FieldError):
            reword(desk, "x", code, reason=reason)


def test_a_return_is_told_in_the_words_for_its_reason(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk), reason="defective")
    reword(desk, "坏了真抱歉", language="zh_CN", reason="defective")
    reword(desk, "再见", language="zh_CN")
    with desk.reading() as reader:
        voice = load_reply_basis(reader, case_id, 1).voice
    assert voice.template("closed") == "坏了真抱歉"


def test_the_shipped_words_are_no_own_ones(desk: Desk) -> None:
    reword(desk, "Bye")
    reword(desk, f" {REPLIES['closed'].text} ")
    assert own_texts(desk) == {}


@pytest.mark.parametrize("text", ["Dear {name}", "{}", "{0}", "{buyer.__class__}", "{buyer!r}"])
def test_a_blank_that_nothing_fills_is_refused_with_those_there_are(desk: Desk, text: str) -> None:
    with pytest.raises(FieldError, match=r"Nothing fills “\{.*\}”\. .*buyer, number, ") as refused:
        reword(desk, text)
    assert refused.value.field == "text"


def test_empty_words_and_unknown_codes_are_refused(desk: Desk) -> None:
    for text, code, language in ((" ", "closed", "en"), ("x", "nil", "en"), ("x", "closed", "eo")):
        with pytest.raises(FieldError):
            reword(desk, text, code, language)


def test_what_was_copied_is_on_the_timeline_and_can_be_undone(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    written = desk.write("Copied", lambda s: note_copied(s, case_id, "closed", "{all} done"))
    with desk.reading() as reader:
        entry = load_timeline(reader, case_id)[0]
    assert (entry.event, entry.text, entry.values) == ("copied", "{all} done", {"reply": "closed"})
    assert written.change_id is not None
    desk.undo(written.change_id)
    with desk.reading() as reader:
        assert load_timeline(reader, case_id)[0].event == "ask"


def test_buyers_are_answered_in_their_country_s_language_until_the_shop_says_else(
    desk: Desk,
) -> None:
    case_id = make_return(desk, make_order(desk))
    with desk.reading() as reader:
        assert load_reply_basis(reader, case_id, 1).voice.language == "zh_CN"
    desk.write("Language", lambda session: speak_to_buyers(session, 1, "en"))
    with desk.reading() as reader:
        assert load_reply_basis(reader, case_id, 1).voice.language == "en"


def test_an_outcome_of_nothing_yet_is_empty(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    with desk.reading() as reader:
        outcome = load_reply_basis(reader, case_id, 1).outcome
    assert outcome == Outcome(False, False, 0, "", "", "", "")
