"""A shop's own solutions: versions follow each other, nothing is lost, the starter stays away."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError, StaleError
from shopdesk.queries.solutions import LibraryRow, load_library, load_solutions, load_versions
from shopdesk.rules.solutions import Solution, SolutionText, starter
from shopdesk.services.solutions import (
    bring_back,
    restore_shipped,
    restore_version,
    retire,
    save_solution,
)

SHIPPED = starter()["chase"]


def row(desk: Desk, code: str) -> LibraryRow:
    with desk.reading() as reader:
        return next(row for row in load_library(reader) if row.solution.code == code)


def offered(desk: Desk) -> set[str]:
    with desk.reading() as reader:
        return {found.code for found in load_solutions(reader)}


def save(desk: Desk, solution: Solution, seen_id: int = 0) -> str:
    return desk.write("Saved", lambda s: save_solution(s, solution, seen_id)).value


def titled(solution: Solution, title: str) -> Solution:
    text = replace(solution.texts["en"], title=title)
    return replace(solution, texts={**solution.texts, "en": text})


def test_the_library_is_the_starter_until_somebody_changes_it(desk: Desk) -> None:
    assert offered(desk) == set(starter())
    assert row(desk, "chase") == LibraryRow(SHIPPED)


def test_a_changed_one_is_a_version_and_the_one_before_can_be_had_back(desk: Desk) -> None:
    save(desk, titled(SHIPPED, "First"))
    first = row(desk, "chase")
    save(desk, titled(SHIPPED, "Second"), first.version_id)
    second = row(desk, "chase")
    assert second.solution.title("en") == "Second"
    desk.write("Back", lambda s: restore_version(s, first.version_id, second.version_id))
    third = row(desk, "chase")
    assert third.solution.title("en") == "First"
    desk.write("Shipped", lambda s: restore_shipped(s, "chase", third.version_id))
    assert row(desk, "chase").solution == SHIPPED
    with desk.reading() as reader:
        versions = load_versions(reader, "chase")
    assert [found.solution.title("en") for found in versions][1:] == ["First", "Second", "First"]
    assert {found.made_by for found in versions} == {"小李"}


def test_saving_what_is_in_force_makes_no_version(desk: Desk) -> None:
    save(desk, titled(SHIPPED, "New"))
    now = row(desk, "chase")
    save(desk, now.solution, now.version_id)
    assert row(desk, "chase").version_id == now.version_id


def test_what_was_not_seen_is_not_overwritten(desk: Desk) -> None:
    save(desk, titled(SHIPPED, "Theirs"))
    with pytest.raises(StaleError):
        save(desk, titled(SHIPPED, "Ours"))
    with pytest.raises(StaleError):
        desk.write("Retired", lambda s: retire(s, "chase"))


def test_a_retired_one_is_not_offered_until_it_is_brought_back(desk: Desk) -> None:
    desk.write("Retired", lambda s: retire(s, "chase"))
    assert "chase" not in offered(desk)
    gone = row(desk, "chase")
    assert gone.retired
    desk.write("Back", lambda s: bring_back(s, "chase", gone.version_id))
    assert "chase" in offered(desk)
    assert row(desk, "chase").solution == SHIPPED


def test_own_solutions_get_codes_of_their_own_and_can_be_undone(desk: Desk) -> None:
    own = replace(titled(SHIPPED, "Ours"), code="")
    assert save(desk, own) == "own_1"
    written = desk.write("Saved", lambda s: save_solution(s, own))
    assert written.value == "own_2"
    assert {"own_1", "own_2"} <= offered(desk)
    assert row(desk, "own_1").solution.options[0].solution == "own_1"
    assert written.change_id is not None
    desk.undo(written.change_id)
    assert offered(desk) == {*starter(), "own_1"}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(undone=st.lists(st.none() | st.integers(0, 30), min_size=1, max_size=12))
def test_a_code_is_given_once_whatever_was_undone_between(
    desk: Desk, undone: list[int | None]
) -> None:
    own = replace(titled(SHIPPED, "Ours"), code="")
    codes, left = list[str](), list[int]()
    for which in undone:
        written = desk.write("Saved", lambda s: save_solution(s, own))
        assert written.change_id is not None
        codes.append(written.value)
        left.append(written.change_id)
        if which is not None:
            desk.undo(left.pop(which % len(left)))
    assert len(set(codes)) == len(codes)
    assert len(offered(desk) & set(codes)) == len(left)


def test_a_code_that_came_without_the_counter_is_passed_over(desk: Desk) -> None:
    save(desk, replace(titled(SHIPPED, "Brought along"), code="own_1"))
    assert save(desk, replace(titled(SHIPPED, "Ours"), code="")) == "own_2"


def test_what_does_not_ship_cannot_be_set_back(desk: Desk) -> None:
    code = save(desk, replace(SHIPPED, code=""))
    with pytest.raises(DomainError):
        desk.write("Back", lambda s: restore_shipped(s, code, row(desk, code).version_id))


OPTION = SHIPPED.options[0]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(SHIPPED, category="nil"), "category"),
        (replace(SHIPPED, situation="nil"), "situation"),
        (replace(SHIPPED, reasons=("nil",)), "reasons"),
        (replace(SHIPPED, texts={"en": SolutionText()}), "title"),
        (
            replace(SHIPPED, texts={"en": SolutionText("\u200b"), "zh_CN": SolutionText(" ")}),
            "title",
        ),
        (replace(SHIPPED, options=(replace(OPTION, titles={"en": "\u200b "}),)), "options"),
        (replace(SHIPPED, texts={"en": SolutionText("x", reply="Hi {name}")}), "reply"),
        (replace(SHIPPED, options=()), "options"),
        (replace(SHIPPED, options=(OPTION, OPTION)), "options"),
        (replace(SHIPPED, options=(replace(OPTION, titles={}),)), "options"),
        (replace(SHIPPED, options=(replace(OPTION, does="nil"),)), "options"),
        (replace(SHIPPED, options=(replace(OPTION, amount="full"),)), "options"),
        (replace(SHIPPED, options=(replace(OPTION, does="refund", amount="share"),)), "options"),
        (replace(SHIPPED, options=(replace(OPTION, follow_days=999),)), "options"),
    ],
)
def test_what_could_not_be_offered_is_refused_at_its_field(
    desk: Desk, wrong: Solution, field: str
) -> None:
    with pytest.raises(FieldError) as refused:
        save(desk, wrong)
    assert refused.value.field == field
