"""What a return's timeline tells: an entry for each step, the slip, a note now and then."""

import json
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from shopdesk.rules.states import STEPS
from shopdesk.sample.claims import Claim
from shopdesk.sample.notes import CANCELS, DECLINES, DESK_NOTES
from shopdesk.sample.rows import TimelineRow
from shopdesk.sample.stories import Taken

_BY_SOMEBODY_ELSE = 0.2
_NOTED = 0.15
SLIP_AFTER_S = 300


class ParcelBack(NamedTuple):
    """The parcel in which goods come back; both empty where none was sent."""

    courier: str = ""
    waybill: str = ""


def timeline(
    rng: Random, case_id: int, claim: Claim, parcel: ParcelBack, *, slip: bool
) -> Iterator[TimelineRow]:
    """Yield a return's entries in the order of time."""
    story = claim.story
    people, speech = claim.sale.store.people, claim.sale.store.speech
    asked = _json(remedy=story.remedy, reason=story.reason)
    yield TimelineRow(case_id, claim.opened_s, claim.owner, "ask", "", asked)
    for step in story.steps:
        by = rng.choice(people) if rng.random() < _BY_SOMEBODY_ELSE else claim.owner
        yield _entry(rng, case_id, claim, step, parcel)._replace(person=by)
        if step.code == "agree" and slip:
            yield TimelineRow(case_id, step.at + SLIP_AFTER_S, by, "slip", "", "{}")
    if rng.random() < _NOTED:
        at = story.steps[-1].at if story.steps else claim.opened_s
        text = rng.choice(DESK_NOTES[speech])
        yield TimelineRow(case_id, at + 1, claim.owner, "note", text, "{}")


def _entry(rng: Random, case_id: int, claim: Claim, step: Taken, parcel: ParcelBack) -> TimelineRow:
    speech = claim.sale.store.speech
    plain = TimelineRow(case_id, step.at, claim.owner, step.code, "", "{}")
    match STEPS[step.code].asks:
        case "waybill":
            return plain._replace(values=_json(courier=parcel.courier, waybill=parcel.waybill))
        case "settlement":
            currency = claim.sale.store.draft.currency
            values = _json(amount_minor=claim.refund.minor, currency=currency)
            return plain._replace(event="settle", values=values)
        case "decline":
            return plain._replace(text=DECLINES[speech][0])
        case "cancel":
            return plain._replace(text=rng.choice(CANCELS[speech]))
    if step.code == "agree" and claim.judged.verdict == "decline":
        return plain._replace(event="agree_overridden")
    return plain


def _json(**values: str | int) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
