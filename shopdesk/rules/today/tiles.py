"""The tiles over the day's work: which tasks each counts, and lists when it is pressed.

That of papers counts what is to be printed, and leads to where it is.

A task is a case that waits for us, or for somebody else whose time has run out, or a follow-up.
"""

from dataclasses import dataclass

from shopdesk.i18n import N_

OURS = (
    "decide",
    "inspect",
    "refund",
    "reship",
    "tell",
    "reply",
    "solve",
    "act",
    "platform",
)
"""The clocks that wait for us; the others make a task only once they have run out."""

LATE, STALLED, FOLLOW_UPS, PAPERS = "late", "stalled", "follow_ups", "papers"


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure of the day; `clocks` are those whose cases it counts.

    `tone` is that of its figure while there is any.
    """

    code: str
    title: str
    clocks: tuple[str, ...] = ()
    tone: str = "text"


TILES = {
    tile.code: tile
    for tile in (
        Tile(LATE, N_("Late"), tone="late"),
        Tile("reply", N_("Reply"), ("decide", "reply"), tone="wait"),
        Tile("inspect", N_("To inspect"), ("inspect",)),
        Tile("refund", N_("To refund"), ("refund",)),
        Tile("reship", N_("To reship"), ("reship",)),
        Tile(STALLED, N_("Stalled"), ("move",), tone="wait"),
        Tile(FOLLOW_UPS, N_("Follow-ups")),
        Tile(PAPERS, N_("To print")),
    )
}
