"""Over random steps of all kinds, undone at random, each rule makes one follow-up of a case."""

from collections import Counter
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from shopdesk.desk import Desk
from shopdesk.rules.follow_rules import DEADLINE, EVENTS, PRESETS, makes_sense
from shopdesk.services.case_drafts import FollowRuleDraft
from shopdesk.services.follow_rule_list import change_follow_rule
from shopdesk.services.follow_rules import run_deadlines
from tests.services.anything import AnyDay

STEPS_TAKEN = 350
Made = tuple[str, int]
"""A rule's code, and the case of which it made a follow-up."""


class Expected:
    """What plain counting says: a rule's event came to a case, and was not taken back since."""

    def __init__(self, day: AnyDay) -> None:
        self._day = day
        self._states = self._read()
        self.made: dict[Made, int | None] = {}
        """By which change each was made."""

    def follow(self, change_id: int | None) -> None:
        """Count what a change brought."""
        before, self._states = self._states, self._read()
        for case_id, (kind, state, refunded) in self._states.items():
            if before.get(case_id, ("", "", 0))[1] != state and state in EVENTS:
                self._come(case_id, kind, state, refunded, change_id)

    def forget(self, change_id: int) -> None:
        """Count no longer what a change had brought: it was taken back."""
        self._states = self._read()
        self.made = {key: by for key, by in self.made.items() if by != change_id}

    def pass_deadlines(self, change_id: int | None) -> None:
        """Count the cases whose clocks have run out since the rules began."""
        now = int(self._day.now.timestamp())
        for code, kind, clock, days, since in self._day.rows(_DEADLINE_RULES):
            for case_id, case_kind, running, due in self._day.rows(_RUNNING):
                is_meant = running == clock and kind in ("", case_kind)
                if is_meant and since <= due < now - days * 86_400:
                    self.made.setdefault((code, case_id), change_id)

    def _come(self, case_id: int, kind: str, event: str, refunded: int, by: int | None) -> None:
        for preset in PRESETS.values():
            is_meant = preset.event == event and preset.case_kind in ("", kind)
            if is_meant and makes_sense(preset.kind, refunded):
                self.made.setdefault((preset.code, case_id), by)

    def _read(self) -> dict[int, tuple[str, str, int]]:
        found = self._day.rows(_STATES)
        return {case_id: (kind, state, refunded) for case_id, kind, state, refunded in found}


_STATES = "SELECT id, kind, state, refund_goods_minor + refund_freight_minor FROM cases"
_DEADLINE_RULES = f"""
    SELECT code, case_kind, clock, days, since FROM follow_rule
    WHERE active AND event = '{DEADLINE}'
"""
_RUNNING = """
    SELECT case_id, kind, code, clock.due_at FROM clock JOIN cases ON cases.id = case_id
    WHERE ended_at IS NULL AND closed_at IS NULL
"""


@pytest.mark.parametrize("seed", [4, 26])
def test_each_rule_makes_one_of_each_case_and_undo_takes_it_back(desk: Desk, seed: int) -> None:
    switch_all_on(desk)
    day = AnyDay(desk, seed)
    expected = Expected(day)
    for _nth in range(STEPS_TAKEN):
        do_or_undo(day, expected)
        made = Counter(day.rows("SELECT rule, case_id FROM follow_up WHERE rule <> ''"))
        assert made == Counter(dict.fromkeys(expected.made, 1))
    assert len({rule for rule, _case in expected.made}) > 1, "the steps were not telling"


def do_or_undo(day: AnyDay, expected: Expected) -> None:
    """Take a step, take one back, or let the deadlines pass."""
    match day.dice.choice(["do"] * 6 + ["undo", "deadlines"]):
        case "do":
            expected.follow(day.do())
        case "undo":
            undone = day.undo()
            if undone is not None:
                expected.forget(undone)
        case "deadlines":
            day.now += timedelta(days=1)
            expected.pass_deadlines(day.write(run_deadlines))


def switch_all_on(desk: Desk) -> None:
    """Let every rule that ships make its follow-ups."""
    with desk.reading() as reader:
        ids: dict[str, int] = dict(reader.rows("SELECT code, id FROM follow_rule"))
    for preset in PRESETS.values():
        fields: dict[str, Any] = {
            "event": preset.event,
            "kind": preset.kind,
            "days": preset.days,
            "case_kind": preset.case_kind,
            "clock": preset.clock,
            "channel": preset.channel,
        }
        switch_on = partial(
            change_follow_rule, rule_id=ids[preset.code], draft=FollowRuleDraft(**fields)
        )
        desk.write("On", switch_on)
