"""One complaint with all that its page shows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from shopdesk.queries.case_detail import CaseDetail, load_case_detail
from shopdesk.queries.option_titles import load_option_titles, titles_of
from shopdesk.queries.return_detail import ParcelRow, load_case_parcels, load_order_parcels
from shopdesk.queries.settling import CaseSeen
from shopdesk.queries.values import RowsOf
from shopdesk.rules.complaints import OPEN_TO_OPTIONS, Grievance
from shopdesk.rules.options import DEEDS, Deed, is_to_be_done
from shopdesk.rules.situations import SITUATIONS
from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class OptionRow:
    """A way out; amounts are in the case's currency, `opened_*` is the case that it opened."""

    id: int
    version: int
    round: int
    solution: str
    option: str
    title: str
    does: str
    amount_minor: int
    freight_minor: int
    party: str
    follow_kind: str
    follow_days: int
    note: str
    offered_at: datetime | None
    chosen_at: datetime | None
    done_at: datetime | None
    opened_id: int | None
    opened_kind: str
    opened_number: str
    opened_state: str
    titles: Mapping[str, str]
    """By language, as the library knows it; empty where it does not, or it was reworded."""

    def title_in(self, language: str) -> str:
        """Return its title in a language if the library knows it, else as it was written."""
        return self.titles.get(language) or self.title

    @property
    def deed(self) -> Deed:
        """What doing it does; an option of a newer ShopDesk is words alone."""
        return DEEDS.get(self.does, DEEDS["explain"])

    @property
    def is_begun(self) -> bool:
        """Whether it opened a case in which the buyer has not got anything yet."""
        return is_to_be_done(self.opened_kind, self.opened_state)


@dataclass(frozen=True, slots=True)
class MergedRow:
    """A complaint that was merged into this one."""

    id: int
    number: str


@dataclass(frozen=True, slots=True)
class ComplaintDetail:
    """A complaint beside its `case`; codes are those of rules.situations, channels, complaints."""

    category: str
    situation: str
    channel: str
    severity: str
    wanted: str
    cause: str
    cause_note: str
    round: int
    few_reason: str
    replied_at: datetime | None
    offered_at: datetime | None
    chosen_at: datetime | None
    done_at: datetime | None
    escalated_at: datetime | None
    platform_number: str
    platform_due_at: datetime | None
    platform_asks: str
    verdict: str
    verdict_note: str
    verdict_at: datetime | None
    merged_into_id: int | None
    merged_into: str
    """The number of the complaint that it was merged into."""
    has_evidence: bool
    paid_minor: int
    """What was paid for the order; 0 without one."""
    freight_minor: int
    """The freight of it."""
    items: tuple[str, ...]
    """The titles of the order's goods."""
    case: CaseDetail
    options: tuple[OptionRow, ...]
    """Of all rounds, in their order."""
    merged: tuple[MergedRow, ...]
    parcels: tuple[ParcelRow, ...]
    """What it is about: the reshipment's that it was logged for, else the order's."""
    sent: tuple[ParcelRow, ...]
    """What went out again with the case that the chosen option opened."""

    @property
    def id(self) -> int:
        """The case's id."""
        return self.case.id

    @property
    def seen(self) -> CaseSeen:
        """The case in the version that this was read in."""
        return self.case.seen

    @property
    def at_platform(self) -> bool:
        """Whether a platform is to decide it."""
        return self.escalated_at is not None and self.verdict_at is None

    @property
    def grievance(self) -> Grievance:
        """What decides which steps it allows."""
        return Grievance(self.case.state, self.at_platform)

    @property
    def may_add_options(self) -> bool:
        """Whether nothing is chosen yet, so that more can be thought of."""
        return self.case.state in OPEN_TO_OPTIONS

    @property
    def options_now(self) -> tuple[OptionRow, ...]:
        """The options of the round that it is in."""
        return tuple(option for option in self.options if option.round == self.round)

    @property
    def options_before(self) -> tuple[OptionRow, ...]:
        """The options of rounds before."""
        return tuple(option for option in self.options if option.round < self.round)

    @property
    def chosen(self) -> OptionRow | None:
        """What the buyer chose in this round."""
        return next((option for option in self.options_now if option.chosen_at), None)

    @property
    def to_be_done(self) -> tuple[OptionRow, ...]:
        """The options of all rounds whose cases are only begun."""
        return tuple(option for option in self.options if option.is_begun)

    @property
    def situation_reason(self) -> str:
        """The code of rules.reasons that the situation counts as."""
        known = SITUATIONS.get(self.situation)
        return known.reason if known else "other"


_complaint = RowsOf(ComplaintDetail)
_option = RowsOf(OptionRow)
_merged = RowsOf(MergedRow)

_COMPLAINT = """
    SELECT category, situation, channel, severity, wanted, cause, cause_note, round, few_reason,
        replied_at, offered_at, chosen_at, done_at, escalated_at, platform_number,
        platform_due_at, platform_asks, verdict, verdict_note, verdict_at, merged_into_id,
        coalesce((SELECT number FROM cases AS other WHERE other.id = merged_into_id), ''),
        EXISTS (SELECT 1 FROM attachment WHERE attachment.case_id = complaint.id),
        coalesce(orders.paid_minor, 0), coalesce(orders.freight_minor, 0)
    FROM complaint
    JOIN cases ON cases.id = complaint.id
    LEFT JOIN orders ON orders.id = cases.order_id
    WHERE complaint.id = ?
"""

_OPTIONS = """
    SELECT option.id, option.version, round, solution, option, title, does, option.amount_minor,
        freight_minor, party, follow_kind, follow_days, option.note, offered_at, chosen_at,
        done_at, opened_id, coalesce(opened.kind, ''), coalesce(opened.number, ''),
        coalesce(opened.state, '')
    FROM complaint_option AS option LEFT JOIN cases AS opened ON opened.id = option.opened_id
    WHERE option.case_id = ? ORDER BY round, position
"""

_MERGED = """
    SELECT cases.id, cases.number FROM complaint JOIN cases ON cases.id = complaint.id
    WHERE complaint.merged_into_id = ? ORDER BY cases.id
"""

_KIND = "SELECT kind FROM cases WHERE id = ?"
_ITEMS = "SELECT title FROM order_line WHERE order_id = ? ORDER BY position"


def load_complaint_detail(reader: Reader, case_id: int) -> ComplaintDetail | None:
    """Return a complaint with its case, options and timeline; None if it is gone."""
    case = load_case_detail(reader, case_id)
    row = reader.row(_COMPLAINT, (case_id,))
    if case is None or row is None:
        return None
    options = _options(reader, case_id)
    return _complaint(
        row,
        items=_items(reader, case),
        case=case,
        options=options,
        merged=tuple(map(_merged, reader.rows(_MERGED, (case_id,)))),
        parcels=_parcels(reader, case),
        sent=_sent(reader, options),
    )


def _options(reader: Reader, case_id: int) -> tuple[OptionRow, ...]:
    found = [_option(row, titles={}) for row in reader.rows(_OPTIONS, (case_id,))]
    if not any(option.solution for option in found):
        return tuple(found)
    library = load_option_titles(reader)
    known = [library.get((option.solution, option.option), {}) for option in found]
    return tuple(
        replace(option, titles=titles_of(titles, option.title))
        for option, titles in zip(found, known, strict=True)
    )


def _items(reader: Reader, case: CaseDetail) -> tuple[str, ...]:
    return tuple(title for (title,) in reader.rows(_ITEMS, (case.order_id,)))


def _parcels(reader: Reader, case: CaseDetail) -> tuple[ParcelRow, ...]:
    if case.origin_id and reader.value(_KIND, (case.origin_id,)) == "reshipment":
        return load_case_parcels(reader, case.origin_id)
    return load_order_parcels(reader, case.order_id) if case.order_id else ()


def _sent(reader: Reader, options: tuple[OptionRow, ...]) -> tuple[ParcelRow, ...]:
    opened = [option.opened_id for option in options if option.opened_kind == "reshipment"]
    return tuple(
        parcel for case_id in opened if case_id for parcel in load_case_parcels(reader, case_id)
    )
