"""The sentences of a month follow from its figures by the rules."""

from dataclasses import replace

import pytest

from shopdesk.formats import Formats
from shopdesk.printing.finding import course_of, finding
from shopdesk.printing.words import words_of
from shopdesk.queries.paper import ItemCount, MonthSummary, Pair, ReasonCount

from .papers import EMPTY_MONTH, MONTH


def told(summary: MonthSummary) -> list[str]:
    return finding(summary, words_of("en"), Formats("en"))


def test_a_usual_month() -> None:
    assert told(MONTH) == [
        "Returns fell from 121 to 109, though on more orders.",
        "The first cause is now: Damaged in transit, with 45% of the returns.",
        "It came back most: 玻璃花瓶 高款 透明, 18 of 96 sold.",
    ]


def test_a_month_without_returns_says_only_that() -> None:
    assert told(EMPTY_MONTH) == ["No returns in October 2026."]


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (1, "1 return in October 2026, after none the month before."),
        (2, "2 returns in October 2026, after none the month before."),
    ],
)
def test_the_first_returns_ever(count: int, sentence: str) -> None:
    assert told(replace(EMPTY_MONTH, returns=Pair(count, 0))) == [sentence]


@pytest.mark.parametrize(
    ("returns", "orders", "words"),
    [
        ((200, 100), (110, 100), "rose from 100 to 200, on more"),
        ((200, 100), (100, 100), "rose from 100 to 200, on as many"),
        ((200, 100), (90, 100), "rose from 100 to 200, though on fewer"),
        ((104, 100), (110, 100), "level at 104, on more"),
        ((96, 100), (100, 100), "level: 96"),
        ((100, 100), (50, 100), "level at 100, though on fewer"),
        ((50, 100), (110, 100), "fell from 100 to 50, though on more"),
        ((50, 100), (100, 100), "fell from 100 to 50, on as many"),
        ((50, 100), (0, 100), "fell from 100 to 50, on fewer"),
    ],
)
def test_the_course_of_returns_beside_that_of_orders(
    returns: tuple[int, int], orders: tuple[int, int], words: str
) -> None:
    month = replace(EMPTY_MONTH, returns=Pair(*returns), orders=Pair(*orders))
    assert words in told(month)[0]


def test_a_figure_that_began_at_nothing_rose() -> None:
    assert course_of(Pair(1, 0)) == "rose"
    assert course_of(Pair(0, 0)) == "stayed"


def test_a_cause_that_was_first_already_is_still_first() -> None:
    reasons = (ReasonCount("late", "", 9, 9), ReasonCount("price", "", 1, 8))
    month = replace(EMPTY_MONTH, returns=Pair(10, 17), reasons=reasons)
    assert told(month)[1] == "The first cause is still: Arrived late, with 90% of the returns."


def test_few_or_scattered_reasons_are_not_named() -> None:
    few = (ReasonCount("late", "", 2, 0),)
    scattered = tuple(ReasonCount(f"own-{place}", "", 5, 0) for place in range(5))
    for reasons in (few, scattered):
        assert len(told(replace(EMPTY_MONTH, returns=Pair(25, 20), reasons=reasons))) == 1


def test_an_item_is_named_only_when_it_came_back_often_and_was_sold() -> None:
    for returned, sold in ((2, 50), (5, 0)):
        item = ItemCount("Vase", "", returned, sold, "late", "")
        assert len(told(replace(EMPTY_MONTH, returns=Pair(9, 9), items=(item,)))) == 1
