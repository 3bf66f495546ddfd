"""What slips carry beside their facts: decided by document and paper, alike for all of a run."""

from dataclasses import dataclass, replace

from shopdesk.printing.drawing import LeftAway
from shopdesk.printing.label_sheet import Cell
from shopdesk.printing.slip_frame import is_flat
from shopdesk.printing.slip_text import SlipText

_ADVICE_FROM_MM = 60
_LABEL_WORDS_FROM_MM = 60  # an address leaves more room than a list of goods
_SLIP_WORDS_FROM_MM = 80


@dataclass(frozen=True, slots=True)
class Extras:
    """Whether there is room for the advice, and for the shop's words and its logo."""

    has_advice: bool = True
    has_words: bool = True
    has_logo: bool = True

    def kept(self, slip: SlipText) -> SlipText:
        """Return a slip without what has no room."""
        paper = slip.paper
        if not self.has_words:
            paper = replace(paper, lines="", foot="")
        if not self.has_logo:
            paper = replace(paper, logo_png=b"")
        return replace(slip, advice=slip.advice if self.has_advice else (), paper=paper)


def left_away(slip: SlipText, kept: SlipText) -> LeftAway:
    """Return what a slip lost of what the shop wants on its papers."""
    if (slip.paper.lines, slip.paper.foot) != (kept.paper.lines, kept.paper.foot):
        return "lines"
    return "logo" if slip.paper.logo_png != kept.paper.logo_png else ""


def extras_of(cell: Cell, *, is_label: bool) -> Extras:
    """Return what has room on a paper; `is_label` tells an address label from a slip."""
    if not is_flat(cell):
        return Extras()
    words_from_mm = _LABEL_WORDS_FROM_MM if is_label else _SLIP_WORDS_FROM_MM
    return Extras(
        has_advice=cell.height_mm >= _ADVICE_FROM_MM,
        has_words=cell.height_mm >= words_from_mm,
        has_logo=False,
    )
