"""Which parcels the events of a file are about, before anything is written."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from shopdesk.i18n import N_
from shopdesk.queries.tracking import load_tracked
from shopdesk.rules.couriers import folded_waybill
from shopdesk.rules.tracking import FAULTS, ReadEvent, fault_of
from shopdesk.storage.reader import Reader

VERDICTS = {
    "new": N_("New"),
    "known": N_("Known already"),
    "unknown": N_("No parcel has this waybill."),
    **{code: fault.sentence for code, fault in FAULTS.items()},
}
"""What is thought of an event; only the first is written."""


@dataclass(frozen=True, slots=True)
class JudgedEvent:
    """An event of a file: the parcels that it is about, and a key of VERDICTS.

    Two returns in one box are two parcels of one waybill, so an event may be about several;
    `numbers` are those of their cases or orders.
    """

    line: int
    waybill: str
    event: ReadEvent
    verdict: str
    parcel_ids: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()


_PARCELS = """
    SELECT parcel.waybill_folded, parcel.id, coalesce(cases.number, orders.number, parcel.number)
    FROM parcel LEFT JOIN cases ON cases.id = parcel.case_id
    LEFT JOIN orders ON orders.id = parcel.order_id
    WHERE parcel.waybill_folded IN (SELECT value FROM json_each(?))
    ORDER BY parcel.id
"""


def judge_events(
    reader: Reader, events: Sequence[tuple[int, str, ReadEvent]], now: datetime
) -> list[JudgedEvent]:
    """Return what each (line, waybill, event) is taken for; of doubles the first is new."""
    parcels = _parcels_of(reader, [waybill for _line, waybill, _event in events])
    ids = [parcel_id for found in parcels.values() for parcel_id, _number in found]
    known = _known(reader, ids)
    judged = []
    for line, waybill, event in events:
        found = parcels.get(folded_waybill(waybill), [])
        new = [parcel_id for parcel_id, _number in found if (parcel_id, *_key(event)) not in known]
        verdict = _verdict(event, len(found), len(new), now)
        if verdict == "new":
            known.update((parcel_id, *_key(event)) for parcel_id in new)
        numbers = tuple(number for _id, number in found)
        judged.append(JudgedEvent(line, waybill, event, verdict, tuple(new), numbers))
    return judged


def new_by_parcel(judged: Iterable[JudgedEvent]) -> dict[int, list[ReadEvent]]:
    """Return what is to be written, by the parcel's id."""
    found: dict[int, list[ReadEvent]] = {}
    for each in judged:
        for parcel_id in each.parcel_ids if each.verdict == "new" else ():
            found.setdefault(parcel_id, []).append(each.event)
    return found


def _parcels_of(reader: Reader, waybills: Sequence[str]) -> Mapping[str, list[tuple[int, str]]]:
    folded = sorted({folded_waybill(waybill) for waybill in waybills} - {""})
    found: dict[str, list[tuple[int, str]]] = {}
    for waybill, parcel_id, number in reader.rows(_PARCELS, (json.dumps(folded),)):
        found.setdefault(waybill, []).append((parcel_id, number or ""))
    return found


def _known(reader: Reader, ids: Sequence[int]) -> set[tuple[int, object, str]]:
    ways = load_tracked(reader, ids).values()
    return {
        (way.parcel_id, event.at.replace(second=0), event.text)
        for way in ways
        for event in way.events
    }


def _key(event: ReadEvent) -> tuple[object, str]:
    return event.at.replace(second=0), " ".join(event.text.split())


def _verdict(event: ReadEvent, parcels: int, new: int, now: datetime) -> str:
    if not parcels:
        return "unknown"
    return fault_of(event, now) or ("new" if new else "known")
