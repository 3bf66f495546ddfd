"""What of a case goes out to a courier or a platform, and what stays among us."""

_AMONG_US = (
    "note",
    "costs",
    "liability",
    "cause",
    "hand_over",
    "let_go",
    "follow_up",
    "agree_overridden",
    "agree_asked",
    "offer_few",
    "reship_wait",
    "claim_drop",
    "evidence_removed",
    "printed",
    "slip",
    "packing_slip",
    "copied",
)


def is_shown(event: str) -> bool:
    """Tell whether an entry of a timeline stands in an evidence pack.

    Notes, who bears the costs, why it went wrong, who does what and what was printed are the
    shop's own business, and could be held against it.
    """
    return not event.startswith(_AMONG_US)
