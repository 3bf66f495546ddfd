"""Dated things to do: their kinds, what can come of them, and how content a buyer can be."""

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
    "done": N_("Done"),
    "dropped": N_("Not needed any more"),
}

SCORES = (1, 2, 3, 4, 5)
"""From not content at all to very content."""

SURVEYED = frozenset({"answered", "no_answer", "declined"})
"""The outcomes that count for the answer rate of a survey."""
