"""Beside a form: what fits stands first, is offered as ticked, and is said with blanks filled."""

from collections.abc import Mapping

import pytest
from PySide6.QtWidgets import QApplication

from shopdesk.desk import Desk
from shopdesk.queries.solutions import load_option_stats
from shopdesk.rules.replies import ComplaintTelling, complaint_messages
from shopdesk.rules.solutions import Asked, OptionStats, SolutionOption, starter
from shopdesk.ui.base.ready_words import Words
from shopdesk.ui.pages.complaints.option_drafts import OrderMoney, drafts_of
from shopdesk.ui.pages.solutions.page import SolutionsPage
from shopdesk.ui.solutions.card import SolutionsCard
from shopdesk.ui.solutions.occasion import Occasion
from tests.ui.browsing import Browser


def blanks(_language: str) -> Mapping[str, object]:
    return {"courier": "中通", "waybill": "78210033420017"}


def occasion(words: str = "", situation: str = "signed_not_received", **more: bool) -> Occasion:
    messages = complaint_messages(ComplaintTelling("open", "on_its_way"))
    return Occasion(1, Asked(words, situation), blanks, messages, **more)


@pytest.fixture
def card(browser: Browser) -> SolutionsCard:
    made = SolutionsCard(browser.window.bench)
    layout = browser.page(SolutionsPage).layout()
    layout.addWidget(made)
    made.show_occasion(occasion("门卫说没有"))
    browser.until(made.reply_card.isVisible)
    return made


def test_what_was_taken_is_counted_with_cost_and_score(taken: Desk) -> None:
    with taken.reading() as reader:
        stats = load_option_stats(reader)
    assert stats["signed_ask_around", "ask_around"] == OptionStats(
        2, {"CNY": 2}, {"CNY": 18_40}, 2, 9
    )
    assert stats["signed_no_proof", "refund"].taken == 2
    assert stats["signed_no_proof", "refund"].mean_costs == {"CNY": 89_00}
    assert stats["signed_no_proof", "refund"].score is None


def test_the_ticked_options_are_offered(card: SolutionsCard, browser: Browser) -> None:
    offered: list[list[SolutionOption]] = []
    card.offer_wanted.connect(offered.append)
    ticks = card.suggestions._ticks
    assert ticks is not None
    ticks.ticks[1].box.setChecked(False)
    card.suggestions.offer_button.click()
    assert [option.code for option in offered[0]] == ["ask_around", "refund"]
    assert {option.solution for option in offered[0]} == {"signed_ask_around"}


def test_the_reply_is_said_to_the_buyer_and_other_words_follow(card: SolutionsCard) -> None:
    copied: list[Words] = []
    card.copied.connect(copied.append)
    card.words.copy_button.click()
    assert "中通核实78210033420017" in QApplication.clipboard().text()
    assert "{" not in copied[0].text
    card.words.other_button.click()
    card.words.copy_button.click()
    assert copied[1].code == "complaint_first"


def test_turning_to_another_solution_shows_its_options_and_reply(card: SolutionsCard) -> None:
    card.suggestions.choose(starter()["signed_no_proof"])
    ticks = card.suggestions._ticks
    assert ticks is not None
    assert [option.code for option in ticks.chosen()] == ["reship", "refund"]
    assert card.words.current.code == "solution:signed_no_proof"


def test_once_it_is_chosen_nothing_is_offered_and_the_words_of_the_step_come_first(
    card: SolutionsCard,
) -> None:
    card.begin()
    card.show_occasion(occasion(can_offer=False))
    assert card.suggestions.offer_button.isHidden()
    assert card.words.current.code == "complaint_first"


def test_nothing_known_says_what_to_do(card: SolutionsCard) -> None:
    card.show_occasion(occasion(situation=""))
    assert card.suggestions.nothing.isVisible()
    assert card.suggestions.offer_button.isHidden() or not card.suggestions._foot.isVisible()


def test_an_option_is_taken_over_as_the_buyer_reads_it(card: SolutionsCard) -> None:
    option = next(o for each in starter().values() for o in each.options if o.amount == "full")
    assert card.language == "zh_CN"
    (draft,) = drafts_of([option], OrderMoney(318_00, 8_00), card.language)
    assert draft.title == option.titles["zh_CN"] != option.title("en")
    assert draft.amount_minor == 318_00


def test_blanks_that_nobody_filled_are_told_beside_the_copy(
    card: SolutionsCard, browser: Browser
) -> None:
    assert "{" not in card.words.text
    left = card.words.text.count("…")
    assert card.words.left.isVisible() == (left > 0)
    card.words.offer([Words("x", "X", "亲，运单 … 由 … 派送")], "zh_CN")
    browser.until(card.words.left.isVisible)
    assert card.words.left.text().startswith("2 ")
    card.words.offer([Words("x", "X", "亲，您好")], "zh_CN")
    assert card.words.left.isHidden()
