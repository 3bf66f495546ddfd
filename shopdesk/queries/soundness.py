"""What must hold in every shop's file: money that adds up, clocks that agree, goods decided.

Each rule is one statement that finds the cases that break it; a sound file has none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from shopdesk.i18n import N_
from shopdesk.queries import sound_complaints, sound_papers, sound_parcels
from shopdesk.queries.troubles import Rule, Trouble, find_by
from shopdesk.rules.costs import COST_KINDS
from shopdesk.rules.kinds import KINDS, Kind
from shopdesk.rules.liability import WHOLE_PERCENT
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class EvidenceName:
    """Where a kept file is named: the case's or the parcel's number, and what it was called."""

    number: str
    name: str


_EVEN_WITHOUT_ROWS, _ONLY_WITH_ROWS = "LEFT JOIN", "JOIN"


def _sum_differs(
    sentence: str, wanted: str, found: str, rows: str, join: str = _EVEN_WITHOUT_ROWS
) -> Rule:
    """Return the rule that a sum over a case's `rows` is the case's `wanted`."""
    return Rule(
        sentence,
        f"""
        SELECT number, cases.currency, coalesce(found, 0), {wanted} FROM cases
        {join} (SELECT case_id, {found} AS found FROM {rows} GROUP BY case_id) AS sums
          ON sums.case_id = cases.id
        WHERE coalesce(found, 0) <> {wanted} ORDER BY cases.id
        """,
    )


_SIGNED = " ".join(f"WHEN '{kind.code}' THEN {kind.sign}" for kind in COST_KINDS.values())
_REFUNDED = "sum(goods_minor + freight_minor - collected_minor)"
_ENTERED = f"sum(amount_minor * CASE kind {_SIGNED} END)"


def _is_open(kind: Kind) -> str:
    codes = ", ".join(f"'{code}'" for code, state in kind.states.items() if state.is_open)
    return f"(kind = '{kind.code}' AND state IN ({codes}))"


_OPEN = " OR ".join(_is_open(kind) for kind in KINDS.values())

RULES = (
    _sum_differs(
        N_("{number}: the refunds of its lines are {found} together, not {wanted}."),
        "cases.refund_goods_minor",
        "sum(refund_minor)",
        "return_line",
        _ONLY_WITH_ROWS,
    ),
    _sum_differs(
        N_("{number}: its refunds for goods are {found} together, not {wanted}."),
        "cases.refund_goods_minor",
        "sum(goods_minor)",
        "refund",
    ),
    _sum_differs(
        N_("{number}: its refunds of freight are {found} together, not {wanted}."),
        "cases.refund_freight_minor",
        "sum(freight_minor)",
        "refund",
    ),
    Rule(
        N_("{number}: a refund is in {found}, but the return in {wanted}."),
        """
        SELECT number, '', refund.currency, cases.currency FROM refund
        JOIN cases ON cases.id = refund.case_id WHERE refund.currency <> cases.currency
        ORDER BY cases.id
        """,
    ),
    Rule(
        N_("{number}: it cost {found} by its entries, not {wanted}."),
        f"""
        SELECT number, cases.currency, coalesce(paid, 0) + coalesce(entered, 0), cost_minor
        FROM cases
        LEFT JOIN (SELECT case_id, {_REFUNDED} AS paid FROM refund GROUP BY case_id) AS refunds
          ON refunds.case_id = cases.id
        LEFT JOIN (SELECT case_id, {_ENTERED} AS entered FROM cost_entry GROUP BY case_id) AS costs
          ON costs.case_id = cases.id
        WHERE coalesce(paid, 0) + coalesce(entered, 0) <> cost_minor
        ORDER BY cases.id
        """,
    ),
    Rule(
        N_("{number}: the shares of those who bear it are {found} % together, not {wanted} %."),
        f"""
        SELECT number, '', sum(percent), {WHOLE_PERCENT} FROM liability_share
        JOIN cases ON cases.id = case_id GROUP BY case_id
        HAVING sum(percent) <> {WHOLE_PERCENT} OR min(percent) < 1 ORDER BY case_id
        """,
    ),
    _sum_differs(
        N_("{number}: those who bear it bear {found} together, but it cost {wanted}."),
        "cases.cost_minor",
        "sum(amount_minor)",
        "liability_share",
        _ONLY_WITH_ROWS,
    ),
    Rule(
        N_("{number}: its due time is not that of its earliest open clock."),
        """
        SELECT number, '', NULL, NULL FROM cases
        LEFT JOIN (SELECT case_id, min(due_at) AS first FROM clock WHERE ended_at IS NULL
            GROUP BY case_id) AS running ON running.case_id = cases.id
        WHERE cases.due_at IS NOT running.first
          OR (due_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM clock WHERE case_id = cases.id
            AND ended_at IS NULL AND code = due_clock AND clock.due_at = cases.due_at))
        ORDER BY cases.id
        """,
    ),
    Rule(
        N_("{number}: a clock still runs, but the case is closed."),
        """
        SELECT number, '', NULL, NULL FROM cases WHERE closed_at IS NOT NULL AND EXISTS
            (SELECT 1 FROM clock WHERE case_id = cases.id AND ended_at IS NULL)
        ORDER BY id
        """,
    ),
    Rule(
        N_("{number}: its state says that it is open and its end that it is closed, or neither."),
        f"""
        SELECT number, '', NULL, NULL FROM cases
        WHERE (closed_at IS NULL) <> ({_OPEN}) ORDER BY id
        """,
    ),
    Rule(
        N_("{number}: it is settled, but {found} units that came have nowhere to go."),
        """
        SELECT number, '', sum(quantity), NULL FROM received_item
        JOIN cases ON cases.id = case_id
        WHERE disposition = '' AND quantity > 0 AND state IN ('settled', 'closed')
        GROUP BY case_id ORDER BY case_id
        """,
    ),
)

_NAMED = """
    SELECT coalesce(cases.number, parcel.number, ''), attachment.name FROM attachment
    LEFT JOIN cases ON cases.id = attachment.case_id
    LEFT JOIN parcel ON parcel.id = attachment.parcel_id
    WHERE sha256 = ? ORDER BY attachment.id
"""


def find_troubles(reader: Reader) -> Iterator[Trouble]:
    """Yield every case that breaks a rule, rule by rule; a case may break several.

    Takes about a second for 100,000 cases.
    """
    return find_by(
        reader,
        chain(RULES, sound_complaints.RULES, sound_parcels.RULES, sound_papers.RULES),
    )


def evidence_named(reader: Reader, sha256: str) -> list[EvidenceName]:
    """Return where a kept file is named, by the hash of its content."""
    return [EvidenceName(*row) for row in reader.rows(_NAMED, (sha256,))]
