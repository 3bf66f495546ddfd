"""What is unusual: seldom where nothing changed, mostly where something tripled, quiet at first."""

import math
import random
from collections.abc import Callable

import pytest

from shopdesk.formats import Formats
from shopdesk.queries.unusual import Unusual
from shopdesk.rules.unusual import Counted, chance_of, find_unusual, weeks_of_history
from shopdesk.rules.unusual_words import unusual_sentence

WEEK_S = 7 * 24 * 3600


def poisson(dice: random.Random, mean: float) -> int:
    limit, product, count = math.exp(-mean), dice.random(), 0
    while product > limit:
        product *= dice.random()
        count += 1
    return count


def week_of(draw: Callable[[float], int], means: list[float], factor: float = 1.0) -> list[Counted]:
    """Eight weeks of things at their means, and one in which the first is `factor` as often."""
    return [
        Counted(
            (str(n),),
            draw(mean * (1.0 if n else factor)),
            tuple(draw(mean) for _week in range(8)),
            (("return", n),),
        )
        for n, mean in enumerate(means)
    ]


@pytest.mark.parametrize("unrest", [0.0, 0.3])
def test_where_nothing_changed_it_is_quiet(unrest: float) -> None:
    """At most one week in twenty shows anything, also where weeks vary more than by chance."""
    dice = random.Random(7)  # noqa: S311 - the same walk every time

    def draw(mean: float) -> int:
        rate = dice.gammavariate(1 / unrest, mean * unrest) if unrest else mean
        return poisson(dice, rate)

    means = [0.3, 1.0, 3.0, 8.0] * 8
    alarms = sum(bool(find_unusual(week_of(draw, means))) for _week in range(300))
    assert alarms <= 0.05 * 300 + 2 * math.sqrt(300 * 0.05 * 0.95)


@pytest.mark.parametrize(("usual", "least"), [(4.0, 0.3), (8.0, 0.8), (15.0, 0.97)])
def test_what_tripled_is_mostly_found(usual: float, least: float) -> None:
    dice = random.Random(11)  # noqa: S311 - the same walk every time
    found = 0
    for _week in range(150):
        counted = week_of(lambda mean: poisson(dice, mean), [usual] + [1.0] * 9, 3.0)
        found += any(one.counted.what == ("0",) for one in find_unusual(counted))
    assert found / 150 >= least


def test_too_little_is_never_told() -> None:
    new_shop = Counted(("a",), 40, (1, 1, 1))
    few = Counted(("b",), 4, (0,) * 8)
    assert find_unusual([new_shop]) == []
    assert find_unusual([few]) == []
    assert find_unusual([]) == []
    assert [found.counted for found in find_unusual([Counted(("c",), 5, (0,) * 8)])] != []
    assert weeks_of_history(3 * WEEK_S, WEEK_S) == 2
    assert weeks_of_history(100 * WEEK_S, WEEK_S) == 8
    assert weeks_of_history(0, WEEK_S) == 0


def test_the_chance_is_that_of_the_count() -> None:
    assert chance_of(0, (3,) * 8) == 1.0
    assert chance_of(9, (3,) * 8) == pytest.approx(0.0074, abs=0.0005)
    chances = [chance_of(now, (2, 4, 3, 3, 1, 6, 3, 2)) for now in range(30)]
    assert chances == sorted(chances, reverse=True)
    assert chance_of(20, (0, 12, 0, 9, 1, 0, 11, 0)) > chance_of(20, (4, 5, 4, 4, 4, 4, 4, 4))


def test_the_same_cases_are_told_once() -> None:
    cases = tuple(("return", n) for n in range(20))
    reason = Counted(("reason",), 20, (3,) * 8, cases)
    courier = Counted(("courier",), 18, (1,) * 8, cases[:18])
    other = Counted(("situation",), 15, (1,) * 8, tuple(("complaint", n) for n in range(15)))
    told = [found.counted.what for found in find_unusual([reason, courier, other])]
    assert told == [("courier",), ("situation",)]


def test_it_is_said_in_one_line() -> None:
    formats = Formats("en")

    def said(subject: str, code: str, name: str, usual: float) -> str:
        found = Unusual(subject, code, name, "damaged_in_transit", "", 9, usual, ())
        return unusual_sentence(found, formats)

    assert said("courier", "", "极兔", 3.1) == "极兔: 9 × Damaged in transit this week, usually 3"
    assert said("reason", "", "", 0.2) == "Damaged in transit: 9 this week, usually less than 1"
    assert said("product", "", "Vase", 2.0).startswith("Vase: 9 ×")
    assert said("situation", "stalled", "", 1.0).endswith("9 complaints this week, usually 1")
