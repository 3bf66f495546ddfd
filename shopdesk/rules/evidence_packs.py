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
    "reship_wait",
)


def is_shown(event: str) -> bool:
    """Tell whether an entry of a timeline stands in an evidence pack.

    Notes, who bears the costs, why it went wrong and who does what are the shop's own business,
    and could be held against it.
    """
    return not event.startswith(_AMONG_US)
