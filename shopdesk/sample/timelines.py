"""What a return's timeline tells: each step, the money, the goods out, a note now and then."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from random import Random
from typing import Any, NamedTuple

from shopdesk.rules.inspecting import found_in
from shopdesk.rules.states import STEPS
from shopdesk.sample.case_rows import TimelineRow
from shopdesk.sample.claims import Claim
from shopdesk.sample.goods_out import WayOut
from shopdesk.sample.notes import CANCELS, DECLINES, DESK_NOTES, SENT_BACKS
from shopdesk.sample.printed import printed
from shopdesk.sample.settlements import PaidBack
from shopdesk.sample.stories import Taken

_BY_SOMEBODY_ELSE = 0.2
_NOTED = 0.15
SLIP_AFTER_S = 300


class ParcelBack(NamedTuple):
    """The parcel in which goods come back; both empty where none was sent."""

    courier: str = ""
    waybill: str = ""


class Told(NamedTuple):
    """What a return's timeline is told from."""

    case_id: int
    claim: Claim
    parcel: ParcelBack
    slip: bool
    way_out: WayOut | None
    way_out_number: str


def timeline(rng: Random, told: Told) -> list[TimelineRow]:
    """Return a return's entries in the order of time."""
    entries = [*_asked(told), *_steps(rng, told), *_money(told), *_goods_out(told)]
    if rng.random() < _NOTED:
        last = max(entry.at for entry in entries)
        text = rng.choice(DESK_NOTES[told.claim.sale.store.speech])
        entries.append(_entry(told, last, "note", text=text))
    return sorted(entries, key=lambda entry: entry.at)


def _asked(told: Told) -> Iterator[TimelineRow]:
    claim = told.claim
    values = {"remedy": claim.story.remedy, "reason": claim.story.reason}
    yield _entry(told, claim.opened_s, "ask", **values)


def _steps(rng: Random, told: Told) -> Iterator[TimelineRow]:
    people = told.claim.sale.store.people
    for step in told.claim.story.steps:
        by = rng.choice(people) if rng.random() < _BY_SOMEBODY_ELSE else told.claim.owner
        for entry in _step(rng, told, step):
            yield entry._replace(person=by)
        if step.code == "agree" and told.slip:
            out = printed("return_slip")
            yield _entry(told, step.at + SLIP_AFTER_S, "printed", **out)._replace(person=by)


def _step(rng: Random, told: Told, step: Taken) -> Iterator[TimelineRow]:
    claim = told.claim
    speech = claim.sale.store.speech
    match STEPS[step.code].asks:
        case "waybill":
            yield _entry(told, step.at, step.code, **told.parcel._asdict())
        case "inspection":
            yield _inspected(told, step.at)
        case "settlement":
            yield from _settled(told, step.at)
        case "decline":
            yield _entry(told, step.at, step.code, text=DECLINES[speech][0])
        case "cancel":
            yield _entry(told, step.at, step.code, text=rng.choice(CANCELS[speech]))
        case "send_back":
            yield _entry(told, step.at, step.code, text=SENT_BACKS[speech][0])
        case _:
            against = step.code == "agree" and claim.judged.verdict == "decline"
            yield _entry(told, step.at, "agree_overridden" if against else step.code)


def _inspected(told: Told, at: int) -> TimelineRow:
    items = told.claim.findings
    expected = {place: line.quantity for place, line in enumerate(told.claim.lines)}
    is_empty = not any(item.quantity for item in items)
    return _entry(
        told,
        at,
        "inspect_empty" if is_empty else "inspect_found",
        text=" · ".join(item.note for item in items if item.note),
        found=asdict(found_in(expected, items)),
    )


def _settled(told: Told, at: int) -> Iterator[TimelineRow]:
    refund = next((paid for paid in told.claim.settlement.refunds if paid.at == at), None)
    if refund is None:
        yield _entry(told, at, "settle_goods")
        return
    if refund.deduction_minor:
        text = refund.deduction_reason
        yield _entry(told, at, "deduction", text=text, **_amounts(told, refund))
    event = "settle_collected" if refund.collected_minor else "settle"
    yield _entry(told, at, event, **_amounts(told, refund))


def _money(told: Told) -> Iterator[TimelineRow]:
    settlement, settled = told.claim.settlement, told.claim.story.settled_at
    for refund in settlement.refunds:
        if refund.at != settled:
            yield _entry(told, refund.at, "refund", **_amounts(told, refund))
    confirmed = {s.party: s.percent for s in settlement.shares if s.confirmed_s is not None}
    if confirmed:
        yield _entry(told, settlement.shares[0].confirmed_s or 0, "liability", shares=confirmed)


def _goods_out(told: Told) -> Iterator[TimelineRow]:
    way_out, number = told.way_out, told.way_out_number
    if way_out is None:
        return
    yield _entry(told, way_out.opened_s, "goods_out", number=number)
    if way_out.sent_s is not None:
        sent = way_out.sent_values
        yield _entry(told, way_out.sent_s, "goods_sent", **sent)
    journey = way_out.journey
    if journey.delivered_s is not None:
        yield _entry(told, journey.delivered_s, "goods_delivered", number=number)
    elif journey.fate_s is not None:
        yield _entry(told, journey.fate_s, "goods_failed", number=number, state=journey.fate)
    if journey.confirmed_s is not None:
        yield _entry(told, journey.confirmed_s, "goods_confirmed", number=number)


def _amounts(told: Told, refund: PaidBack) -> dict[str, Any]:
    return {
        "amount_minor": refund.refunded_minor,
        "collected_minor": refund.collected_minor,
        "deduction_minor": refund.deduction_minor,
        "currency": told.claim.sale.store.draft.currency,
    }


def _entry(told: Told, at: int, event: str, *, text: str = "", **values: object) -> TimelineRow:
    return TimelineRow(told.case_id, at, told.claim.owner, event, text, _json(**values))


def _json(**values: object) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
