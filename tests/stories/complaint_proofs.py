"""What a complaint's story is told by, and what its export has to say once it was played."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.stories.complaint_hands import Fill, as_proposed
from tests.stories.hands import Act
from tests.stories.proofs import Record

NUMBER = "3398101230"
FIRST_WAYBILL = "YT8800112233445"
FEWEST_OPTIONS = 2
"""What the trade asks for, whatever the rules say."""


@dataclass(frozen=True, slots=True)
class Story:
    """A situation, the buyer's words, the solution that stands first, the option chosen of it.

    `works` is what is done then until the buyer can be told, `ends` the states in which what was
    opened stands at last: reshipments, then returns. `costs` are (kind, minor units) of the
    complaint itself, `followed` the kinds of follow-ups besides the survey and that of a claim.
    """

    situation: str
    words: str
    solution: str
    option: str
    works: tuple[Act, ...] = ()
    fill: Fill = as_proposed
    ends: tuple[str, ...] = ()
    costs: tuple[tuple[str, int], ...] = ()
    borne_by: tuple[str, ...] = ("courier",)
    is_claimed: bool = False
    followed: tuple[str, ...] = ()


def prove(found: Mapping[str, Sequence[Record]], story: Story) -> None:
    """Assert that the exported records tell the story; records go by the word for their kind."""
    (complaint,) = found["complaints"]
    _prove_its_end(complaint, story)
    _prove_options(complaint["options"], story)
    _prove_money(complaint, story)
    opened = [*found["reshipments"], *found["returns"]]
    assert [each["state"] for each in opened] == list(story.ends)
    numbers = {complaint["number"], *(each["number"] for each in opened)}
    assert all(each["origin"] in numbers for each in opened)
    _prove_follow_ups(found["follow-ups"], story)


def _prove_its_end(found: Record, story: Story) -> None:
    assert (found["state"], found["due_at"]) == ("closed", None)
    assert (found["situation"], found["note"]) == (story.situation, story.words)
    assert found["order"] == NUMBER
    assert found["cause"]
    assert {clock["outcome"] for clock in found["clocks"]} == {"met"}
    told = [entry["event"] for entry in found["timeline"]]
    assert told.count("copied") == 2
    steps = [event for event in told if event in ("offer", "choose", "act", "close")]
    assert steps == ["offer", "choose", "act", "close"]


def _prove_options(options: Sequence[Record], story: Story) -> None:
    """Assert that there was a choice, and that what was chosen is what was done."""
    assert len(options) >= FEWEST_OPTIONS
    assert {option["solution"] for option in options} == {story.solution}
    assert all(option["offered_at"] for option in options)
    assert [option["option"] for option in options if option["chosen_at"]] == [story.option]
    assert [option["option"] for option in options if option["done_at"]] == [story.option]


def _prove_money(found: Record, story: Story) -> None:
    """Assert what was paid, by whom it is borne, and what the courier paid."""
    assert [(cost["kind"], cost["amount_minor"]) for cost in found["costs"]] == list(story.costs)
    assert [share["party"] for share in found["liability"]] == list(story.borne_by)
    claims = [(claim["state"], claim["waybill"]) for claim in found["claims"]]
    assert claims == ([("paid", FIRST_WAYBILL)] if story.is_claimed else [])
    assert all(claim["paid_minor"] == claim["goods_minor"] > 0 for claim in found["claims"])


def _prove_follow_ups(found: Sequence[Record], story: Story) -> None:
    """Assert that all that was planned was done, and that the buyer was asked how content."""
    claim = ("claim",) if story.is_claimed else ()
    assert {each["kind"] for each in found} == {"survey", *story.followed, *claim}
    assert all(each["done_at"] for each in found)
    assert {each["score"] for each in found if each["outcome"] == "answered"} == {5}
