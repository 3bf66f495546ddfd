"""Dated things to do: their kinds, what can come of them, and how content a buyer can be."""

from dataclasses import dataclass

from shopdesk.i18n import N_

KINDS = {
    "call_back": N_("Call back"),
    "chase_courier": N_("Chase the courier"),
    "ask_waybill": N_("Ask for the waybill"),
    "check_refund": N_("Check that the refund arrived"),
    "check_replacement": N_("Check that the replacement arrived"),
    "survey": N_("Ask how content they are"),
    "ask_review": N_("Ask for a changed review"),
    "claim": N_("Claim from the courier"),
    "other": N_("Something else"),
}

OUTCOMES = {
    "answered": N_("Answered"),
    "no_answer": N_("No answer"),
    "declined": N_("Did not want to talk"),
    "done": N_("Carried out"),
    "dropped": N_("Not needed any more"),
}

TALKED = ("answered", "no_answer", "declined")
DONE_ALONE = ("done", "dropped")
"""What comes of something that needs no buyer, such as chasing a courier."""

WITH_BUYER = frozenset(
    {"call_back", "ask_waybill", "check_refund", "check_replacement", "survey", "ask_review"}
)
"""The kinds for which somebody is spoken to."""

SCORES = (1, 2, 3, 4, 5)
"""From not content at all to very content."""

SCORE_WORDS = {
    1: N_("1 · not at all"),
    2: N_("2 · hardly"),
    3: N_("3 · so-so"),
    4: N_("4 · content"),
    5: N_("5 · very"),
}

SURVEYED = frozenset(TALKED)
"""The outcomes that count for the answer rate of a survey."""

WITHOUT_NEXT = frozenset({"dropped"})
"""The outcomes that end a matter: nothing is planned after them."""


@dataclass(frozen=True, slots=True)
class FollowChip:
    """A filter of the list; those that are counted share the open ones out, but for `open`."""

    code: str
    name: str
    counted: bool = True


CHIPS = (
    FollowChip("open", N_("To do")),
    FollowChip("overdue", N_("Overdue")),
    FollowChip("today", N_("Today")),
    FollowChip("week", N_("This week")),
    FollowChip("later", N_("Later")),
    FollowChip("done", N_("Finished"), counted=False),
    FollowChip("all", N_("All"), counted=False),
)


def outcomes_of(kind: str) -> tuple[str, ...]:
    """Return what can come of a kind, the most usual first."""
    if kind in WITH_BUYER:
        return (*TALKED, "done", "dropped")
    return (*DONE_ALONE, *TALKED)
