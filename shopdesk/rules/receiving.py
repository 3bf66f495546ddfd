"""What follows when a parcel of a return is at the desk."""

from dataclasses import dataclass

from shopdesk.i18n import N_, _
from shopdesk.rules.states import STEPS, Standing, allows

RECEIVING = ("receive", "receive_early")
MORE = "receive_more"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a scan of a return means: `code` is `receive` or a key of REFUSALS.

    `step` is the one that receives it; empty where nothing is received.
    """

    code: str
    step: str = ""

    @property
    def receives(self) -> bool:
        """Whether the parcel is taken in."""
        return bool(self.step)


REFUSALS = {
    "came": N_("{number} is here already. If this is another parcel of it, say so."),
    "settled": N_(
        "{number} is settled already. Reopen it first, or keep the parcel without a return."
    ),
    "ended": N_("{number} is over. Reopen it first, or keep the parcel without a return."),
    "kept": N_(
        "With {number} the buyer keeps the goods. Look at it, or keep the parcel without a return."
    ),
}
"""Why a parcel is not received with a return, and what to do."""


def judge_arrival(standing: Standing, *, another: bool = False) -> Verdict:
    """Return what the arrival of a parcel means for a return that stands so.

    `another` says that it is surely a parcel that was not received yet.
    """
    if not standing.remedy.goods_back:
        return Verdict("kept")
    step = next((code for code in RECEIVING if allows(standing, STEPS[code])), "")
    if step:
        return Verdict("receive", step)
    if allows(standing, STEPS[MORE]):
        return Verdict("receive", MORE) if another else Verdict("came")
    return Verdict("settled" if standing.state == "settled" else "ended")


def refusal(code: str, number: str, came: str = "") -> str:
    """Return why a return's parcel is not received; `came` says when it did, in words."""
    if code == "came" and came:
        return _("{number} is here already; it came {when}.").format(number=number, when=came)
    return _(REFUSALS[code]).format(number=number)
