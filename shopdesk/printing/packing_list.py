"""The packer's list: what to fetch for all parcels together, then each parcel to tick off."""

from collections.abc import Callable, Iterable, Iterator
from zoneinfo import ZoneInfo

from shopdesk.i18n import N_
from shopdesk.printing.drawing import MadePaper, PaperWish
from shopdesk.printing.list_layout import ListLayout
from shopdesk.printing.list_papers import ListKind, draw_lists
from shopdesk.printing.list_rows import Part, beside
from shopdesk.printing.parcel_rows import ParcelRows
from shopdesk.printing.pick_rows import PickRows
from shopdesk.printing.rows import Row
from shopdesk.printing.slip_text import SlipWords, joined
from shopdesk.queries.paper_lists import ListedParcel, PackingList

_TITLE = N_("Packer's list")


def draw_packing_lists(
    document: str,
    data: Iterable[PackingList],
    wish: PaperWish,
    after_each: Callable[[int], object],
) -> MadePaper:
    """Return one PDF of one list, or of several; see `draw`."""
    return draw_lists(document, data, wish, after_each, _KIND)


def _rows(layout: ListLayout, words: SlipWords, listed: PackingList) -> list[Row]:
    return [
        *_head(layout, words, listed),
        *PickRows(layout, words).rows(listed.picks()),
        *ParcelRows(layout, words).rows(listed.parcels),
    ]


def _head(layout: ListLayout, words: SlipWords, listed: PackingList) -> list[Row]:
    style = layout.type
    made_at = words.moment(listed.made_at.astimezone(ZoneInfo(listed.timezone)))
    parts = (
        Part(words.said(_TITLE), style.title),
        Part(_counts(words, listed), style.strong),
        Part(joined(" · ", made_at, *listed.shop_names), style.small),
    )
    return [*beside((layout.place, parts)), Row(style.gap_pt)]


def _counts(words: SlipWords, listed: PackingList) -> str:
    parcels, units = len(listed.going_out), listed.units
    return joined(
        " · ",
        words.counted("{n} parcel", "{n} parcels", parcels),
        words.counted("{n} unit", "{n} units", units),
    )


def _foot(words: SlipWords, listed: PackingList) -> str:
    return joined(" · ", words.said(_TITLE), _counts(words, listed))


def _cases(listed: PackingList) -> Iterator[tuple[str, ListedParcel]]:
    return ((parcel.number, parcel) for parcel in listed.parcels)


_GROWTHS = 1.4, 1.25, 1.1, 1
_KIND = ListKind(_rows, _foot, _cases, _GROWTHS)
