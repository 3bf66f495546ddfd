"""What the preview of many parcels shows of each line."""

from collections.abc import Sequence
from dataclasses import dataclass

from shopdesk.i18n import N_, _, ngettext
from shopdesk.queries.sending import Judged
from shopdesk.rules.sending import VERDICTS
from shopdesk.rules.sentences import courier_name
from shopdesk.ui.base.columns import Column


@dataclass(frozen=True, slots=True)
class PairLine:
    """One line, worded; `id` is its place in the list."""

    id: int
    number: str
    reshipment: str
    waybill: str
    courier: str
    verdict: str
    sends: bool


PAIR_COLUMNS: tuple[Column[PairLine], ...] = (
    Column("number", N_("Number"), 130, lambda line: line.number),
    Column("reshipment", N_("Reshipment"), 110, lambda line: line.reshipment),
    Column("waybill", N_("Waybill"), 150, lambda line: line.waybill),
    Column("courier", N_("Courier"), 110, lambda line: line.courier),
    Column(
        "verdict",
        N_("Taken for"),
        200,
        lambda line: line.verdict,
        lambda line: "good" if line.sends else "late",
        stretch=True,
    ),
)


def pair_line(n: int, judged: Judged) -> PairLine:
    """Word a pair and what it is taken for."""
    pair = judged.pair
    return PairLine(
        id=n,
        number=pair.number or pair.text,
        reshipment=judged.reshipment,
        waybill=pair.waybill,
        courier=courier_name(judged.courier, judged.courier_name) or pair.courier,
        verdict=_(VERDICTS[judged.verdict]),
        sends=judged.verdict == "sends",
    )


def count_text(judged: Sequence[Judged]) -> str:
    """Return how many will be sent, and how many stay in the box."""
    good = sum(each.verdict == "sends" for each in judged)
    left = len(judged) - good
    said = [ngettext("{n} will be sent", "{n} will be sent", good).format(n=good)]
    if left:
        said.append(ngettext("{n} stays here", "{n} stay here", left).format(n=left))
    return " · ".join(said) if judged else ""
