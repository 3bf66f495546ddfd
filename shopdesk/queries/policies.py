"""The versions of a shop's policy, and the shop's own days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from shopdesk.queries.values import RowsOf
from shopdesk.rules.calendar import WorkCalendar
from shopdesk.rules.holidays import public_holidays, with_own_days
from shopdesk.rules.policy import Policy
from shopdesk.rules.presets import kept_policy, with_source
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class PolicyVersionRow:
    """One version of a shop's policy; `cases` is how many returns it judged."""

    id: int
    preset: str
    name: str
    kept: Mapping[str, Any]
    source: str
    certainty: str
    checked_on: date | None
    made_at: datetime
    made_by: str
    cases: int

    @property
    def rules(self) -> Policy:
        """What it says, with its own source."""
        rules = kept_policy(self.preset, self.name, self.kept)
        return with_source(rules, self.source, self.certainty, self.checked_on)


@dataclass(frozen=True, slots=True)
class OwnDayRow:
    """A day on which a shop rests though others work, or works though others rest."""

    id: int
    version: int
    day: date
    rests: bool
    name: str


_version = RowsOf(PolicyVersionRow)
_own_day = RowsOf(OwnDayRow)

_VERSIONS = """
    SELECT policy.id, policy.preset, policy.name, policy.rules, policy.source, policy.certainty,
        policy.checked_on, policy.made_at, policy.made_by,
        (SELECT count(*) FROM return_case WHERE return_case.policy_id = policy.id)
    FROM policy WHERE policy.shop_id = ? ORDER BY policy.id DESC
"""


def load_policy_versions(reader: Reader, shop_id: int) -> list[PolicyVersionRow]:
    """Return the versions of a shop's policy, the one in force first."""
    return list(map(_version, reader.rows(_VERSIONS, (shop_id,))))


def load_own_days(reader: Reader, shop_id: int) -> list[OwnDayRow]:
    """Return a shop's own days, the earliest first."""
    found = reader.rows(
        "SELECT id, version, day, closed, name FROM holiday WHERE shop_id = ? ORDER BY day",
        (shop_id,),
    )
    return list(map(_own_day, found))


def load_work_calendar(reader: Reader, shop_id: int, country: str, year: int) -> WorkCalendar:
    """Return a shop's working days about a year: a country's, and the shop's own changes."""
    own = {row.day: row.rests for row in load_own_days(reader, shop_id)}
    return with_own_days(public_holidays(country, year), own)
