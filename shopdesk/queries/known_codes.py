"""Where a shop's file holds codes, and which ones ShopDesk knows there."""

from collections.abc import Collection

from shopdesk.rules import claims
from shopdesk.rules.channels import CHANNELS
from shopdesk.rules.clocks import CLOCKS
from shopdesk.rules.complaints import SEVERITIES, VERDICTS
from shopdesk.rules.costs import COST_KINDS
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.follow_ups import KINDS as FOLLOW_KINDS
from shopdesk.rules.follow_ups import OUTCOMES
from shopdesk.rules.inspecting import CONDITIONS, DISPOSITIONS
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.liability import PARTIES
from shopdesk.rules.options import DEEDS
from shopdesk.rules.printing import PAPER_LANGUAGES, WAYS
from shopdesk.rules.remedies import FREIGHT_PAYERS, REMEDIES
from shopdesk.rules.reshipments import REASONS as RESHIPMENT_REASONS
from shopdesk.rules.situations import CATEGORIES, SITUATIONS, UNKNOWN_CAUSE
from shopdesk.rules.tracking import STATUSES
from shopdesk.rules.zones import ZONES

OF_CASE = "{0} AS t JOIN cases ON cases.id = t.case_id"
CASES = "cases AS t JOIN cases ON cases.id = t.id"
RETURNS = "return_case AS t JOIN cases ON cases.id = t.id"
RESHIPMENTS = "reshipment AS t JOIN cases ON cases.id = t.id"
COMPLAINTS = "complaint AS t JOIN cases ON cases.id = t.id"
EVENTS = (
    "tracking_event AS t JOIN parcel ON parcel.id = t.parcel_id"
    " JOIN cases ON cases.id = parcel.case_id"
)
PRINTED = (
    "print_job AS t JOIN print_item ON print_item.job_id = t.id"
    " JOIN cases ON cases.id = print_item.case_id"
)
_OF_KIND = f"{CASES} AND t.kind = '{{0}}'"
_OPTIONS = OF_CASE.format("complaint_option")
_CLAIMS = OF_CASE.format("courier_claim")
_FOLLOW_UPS = OF_CASE.format("follow_up")

_NONE = ("",)
_CAUSES = frozenset(cause.code for found in SITUATIONS.values() for cause in found.causes)

CODES: tuple[tuple[str, str, Collection[str]], ...] = (
    (CASES, "t.kind", KINDS),
    *((_OF_KIND.format(kind.code), "t.state", kind.states) for kind in KINDS.values()),
    (CASES, "t.due_clock", (*CLOCKS, *_NONE)),
    (RETURNS, "t.remedy", REMEDIES),
    (RETURNS, "t.freight_payer", FREIGHT_PAYERS),
    (OF_CASE.format("clock"), "t.code", CLOCKS),
    (OF_CASE.format("clock"), "t.outcome", ("met", "missed", "dropped", *_NONE)),
    (OF_CASE.format("received_item"), "t.condition", (*CONDITIONS, *_NONE)),
    (OF_CASE.format("received_item"), "t.disposition", (*DISPOSITIONS, *_NONE)),
    (OF_CASE.format("cost_entry"), "t.kind", COST_KINDS),
    (OF_CASE.format("liability_share"), "t.party", PARTIES),
    (RESHIPMENTS, "t.reason", RESHIPMENT_REASONS),
    (RESHIPMENTS, "t.zone", (*ZONES, *_NONE)),
    (EVENTS, "t.status", STATUSES),
    (_CLAIMS, "t.reason", claims.REASONS),
    (_CLAIMS, "t.state", claims.STATES),
    (COMPLAINTS, "t.category", CATEGORIES),
    (COMPLAINTS, "t.situation", SITUATIONS),
    (COMPLAINTS, "t.channel", (*CHANNELS, *_NONE)),
    (COMPLAINTS, "t.severity", SEVERITIES),
    (COMPLAINTS, "t.cause", sorted({*_CAUSES, UNKNOWN_CAUSE, *_NONE})),
    (COMPLAINTS, "t.verdict", (*VERDICTS, *_NONE)),
    (_OPTIONS, "t.does", DEEDS),
    (_OPTIONS, "t.party", (*PARTIES, *_NONE)),
    (_OPTIONS, "t.follow_kind", (*FOLLOW_KINDS, *_NONE)),
    (_FOLLOW_UPS, "t.kind", FOLLOW_KINDS),
    (_FOLLOW_UPS, "t.channel", (*CHANNELS, *_NONE)),
    (_FOLLOW_UPS, "t.outcome", (*OUTCOMES, *_NONE)),
    (PRINTED, "t.document", DOCUMENTS),
    (PRINTED, "t.language", PAPER_LANGUAGES),
    (PRINTED, "t.way", WAYS),
    (OF_CASE.format("print_wish"), "t.document", DOCUMENTS),
)
"""Rows by a FROM with `t` and the case, a column of `t`, and the codes that may stand there."""
