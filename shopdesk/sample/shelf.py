"""Parcels that came and are nobody's: on the shelf with a number, a note and a photo."""

from collections.abc import Iterator, Mapping
from random import Random
from zoneinfo import ZoneInfo

from shopdesk.rules.couriers import folded_waybill
from shopdesk.sample.case_rows import AttachmentRow
from shopdesk.sample.evidence import photo_of_parcel
from shopdesk.sample.notes import SHELF_NOTES
from shopdesk.sample.numbering import Numbers
from shopdesk.sample.plan import DAY_S, Plan
from shopdesk.sample.rows import ParcelRow
from shopdesk.sample.stores import OWN_NAMES, PEOPLE, STORES
from shopdesk.sample.waybills import make_waybill

_AT_LEAST = 5
_CASES_EACH = 10_000
_SHELF_DAYS = 20
_LET_GO_AFTER_DAYS = 12


def fill_shelf(
    rng: Random, plan: Plan, numbers: Numbers, couriers: Mapping[str, int]
) -> Iterator[ParcelRow | AttachmentRow]:
    """Yield the parcels of the last weeks, oldest first; the first one was let go of since."""
    count = _AT_LEAST + plan.cases // _CASES_EACH
    came = sorted(plan.end_s - 1 - int(rng.random() * _SHELF_DAYS * DAY_S) for _ in range(count))
    zone = ZoneInfo(STORES[0].draft.timezone)
    for at in came:
        parcel_id = numbers.row("parcel")
        store = rng.choice(STORES)
        parcel = _parcel(rng, at, rng.choice(tuple(store.couriers)), couriers)
        yield parcel._replace(
            id=parcel_id,
            number=numbers.next("parcel", at, zone),
            note=rng.choice(SHELF_NOTES[store.speech]),
            let_go_at=_let_go(plan, at) if parcel_id == 1 else None,
        )
        yield photo_of_parcel(rng, parcel_id, at, rng.choice(PEOPLE))


def _parcel(rng: Random, at: int, courier: str, couriers: Mapping[str, int]) -> ParcelRow:
    waybill = make_waybill(rng, courier)
    return ParcelRow(
        order_id=None,
        case_id=None,
        direction="back",
        courier_id=couriers[courier],
        courier_name=OWN_NAMES.get(courier, ""),
        waybill=waybill,
        waybill_folded=folded_waybill(waybill),
        sent_at=None,
        delivered_at=at,
    )


def _let_go(plan: Plan, at: int) -> int:
    return min(plan.end_s - 1, at + _LET_GO_AFTER_DAYS * DAY_S)
