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
        coalesce(made.n, 0)
    FROM follow_rule
    LEFT JOIN (SELECT rule, count(*) AS n FROM follow_up GROUP BY rule) AS made
        ON made.rule = follow_rule.code
    ORDER BY id
"""


def load_follow_rules(reader: Reader) -> list[FollowRuleRow]:
    """Return all rules, the presets first."""
    return list(map(_rule, reader.rows(_RULES)))
