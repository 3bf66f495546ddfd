"""What a ready text is, and the groups that they stand in."""

from dataclasses import dataclass

from shopdesk.i18n import N_

GROUPS = {
    "ask": N_("Asking back"),
    "agree": N_("Agreeing"),
    "send": N_("The way back"),
    "decline": N_("Declining"),
    "cancel": N_("Cancelling, for the shop itself"),
    "remind": N_("Reminding"),
    "arrived": N_("Arrived and inspected"),
    "send_back": N_("Declining after inspection"),
    "settled": N_("Settled and closed"),
    "complaint": N_("Answering a complaint"),
    "platform": N_("Complaint on the platform"),
    "reship": N_("Sending goods again"),
    "reship_failed": N_("Goods did not arrive"),
}
GROUPS_OF_COMPLAINTS = frozenset({"complaint", "platform"})
GROUPS_OF_RESHIPMENTS = frozenset({"reship", "reship_failed"})


@dataclass(frozen=True, slots=True)
class Reply:
    """One ready text; it is proposed where the advice has its `point`."""

    code: str
    title: str
    text: str
    group: str = ""
    point: str = ""


OWN_WORDS = Reply("own", N_("In my own words"), "")
