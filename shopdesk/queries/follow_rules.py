"""The rules that make follow-ups, as the settings list them."""

from dataclasses import dataclass

from shopdesk.queries.values import RowsOf
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class FollowRuleRow:
    """A rule; codes are those of rules.follow_rules. `made` is how many follow-ups it made."""

    id: int
    version: int
    code: str
    event: str
    case_kind: str
    clock: str
    days: int
    kind: str
    channel: str
    note: str
    active: bool
    made: int


_rule = RowsOf(FollowRuleRow)

_RULES = """
    SELECT id, version, code, event, case_kind, clock, days, kind, channel, note, active,
        (SELECT count(*) FROM follow_up WHERE follow_up.rule = follow_rule.code)
    FROM follow_rule ORDER BY id
"""


def load_follow_rules(reader: Reader) -> list[FollowRuleRow]:
    """Return all rules, the presets first."""
    return list(map(_rule, reader.rows(_RULES)))
