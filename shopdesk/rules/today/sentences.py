"""What each task is about, in one sentence."""

from datetime import datetime, timedelta
from functools import singledispatch

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, ngettext
from shopdesk.rules import follow_ups
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.remedies import remedy_of
from shopdesk.rules.reshipments import REASONS, Moving, is_stalled
from shopdesk.rules.sentences import courier_name, reason_name, remedy_name, time_span
from shopdesk.rules.situations import SITUATIONS
from shopdesk.rules.today.tasks import ComplaintTask, FollowUpTask, ReshipmentTask, ReturnTask, Task

_WEEK = timedelta(days=6)

_OF_RETURN = {
    "asked": N_("{reason}: {item}. Asked for: {wish}"),
    "agreed": N_("Buyer has not sent {item} back"),
    "agreed_refund": N_("Agreed: refund {amount}, the buyer keeps {item}"),
    "agreed_goods": N_("Agreed: {wish}, {item}"),
    "declined": N_("Declined: {item}. The buyer is not told yet"),
    "on_its_way": N_("Parcel with {item} has not arrived"),
    "arrived": N_("Parcel arrived {when}: {item}"),
    "inspected_refund": N_("Inspected: {item}. Refund up to {amount}"),
    "inspected_goods": N_("Inspected: {item}. {wish}"),
    "settled_refund": N_("Settled, {amount} refunded. The buyer is not told yet"),
    "settled_goods": N_("Settled: {remedy}, {item}. The buyer is not told yet"),
}
_OF_RESHIPMENT = {
    "to_pack": N_("To pack: {item} ({reason})"),
    "waits": N_("Waits: {note}. {item}"),
    "packed": N_("Packed, to be sent: {item}"),
    "stalled": N_("{item}: no scan for {time}, {courier}"),
    "stalled_usual": N_("{item}: no scan for {time} (usual {days}), {courier}"),
    "moving": N_("{item}: on its way, {courier}"),
    "failed": N_("{state}: {item}. Send again, refund, or claim"),
}
_OF_COMPLAINT = {
    "open": N_("{situation}. Not answered yet"),
    "looking": N_("{situation}. No way out is offered yet"),
    "chosen": N_("{situation}. The buyer chose: {option}"),
    "done": N_("{situation}. Acted on, the buyer is not told yet"),
    "platform": N_("{situation}. The platform waits for an answer"),
    "platform_asks": N_("{situation}. The platform asks for: {asks}"),
}
_ENDED = N_("{state}: {item}")


@singledispatch
def task_sentence(_task: Task, _now: datetime, _formats: Formats) -> str:
    """Return what a task is about, in the language of the formats."""
    raise NotImplementedError


@task_sentence.register
def _return(task: ReturnTask, now: datetime, formats: Formats) -> str:
    said = {
        "item": _item(task.item, task.others),
        "reason": reason_name(task.reason, task.reason_text),
        "remedy": remedy_name(task.remedy),
        "wish": task.wanted or remedy_name(task.remedy),
        "amount": formats.money(task.amount_minor, task.currency),
        "when": _when(task.arrived_at, now, formats),
        "state": _(KINDS[task.kind].states[task.state].name),
    }
    sentence = _(_OF_RETURN.get(_return_key(task), _ENDED)).format_map(said)
    if task.state != "asked" or not task.photos:
        return sentence
    photos = ngettext("{n} photo", "{n} photos", task.photos).format(n=task.photos)
    return f"{sentence} · {photos}"


def _return_key(task: ReturnTask) -> str:
    remedy = remedy_of(task.remedy)
    if task.state == "agreed" and remedy.goods_back:
        return "agreed"
    if task.state in ("agreed", "inspected", "settled"):
        return f"{task.state}_{'refund' if remedy.money_back else 'goods'}"
    return task.state


@task_sentence.register
def _reshipment(task: ReshipmentTask, now: datetime, _formats: Formats) -> str:
    said = {
        "item": _item(task.item, task.others),
        "reason": _(REASONS.get(task.reason, task.reason)),
        "note": task.wait_note,
        "time": time_span(now - task.started_at) if task.started_at else "—",
        "days": _span_of_days(task.usual_days or 0),
        "courier": courier_name(task.courier, task.courier_name) or _("no courier known"),
        "state": _(KINDS[task.kind].states[task.state].name),
    }
    return _(_OF_RESHIPMENT.get(_reshipment_key(task, now), _ENDED)).format_map(said)


def _span_of_days(most: int) -> str:
    """Return the days from the first to the last that is usual."""
    return f"1–{most}" if most > 1 else str(most)


def _reshipment_key(task: ReshipmentTask, now: datetime) -> str:
    if task.clock == "reship" and task.wait_note:
        return "waits"
    if is_stalled(Moving(task.state, is_late=task.due_at is not None and task.due_at < now)):
        return "stalled_usual" if task.usual_days else "stalled"
    return {"move": "moving", "act": "failed"}.get(task.clock, task.state)


@task_sentence.register
def _complaint(task: ComplaintTask, _now: datetime, _formats: Formats) -> str:
    found = SITUATIONS.get(task.situation)
    situation = _(found.name) if found else task.situation
    if task.state == "offered" and task.clock != "platform":
        return ngettext(
            "{situation}. {n} option offered, no answer",
            "{situation}. {n} options offered, no answer",
            task.offered,
        ).format(situation=situation, n=task.offered)
    said = {
        "situation": situation,
        "option": task.option,
        "asks": task.platform_asks,
        "state": _(KINDS[task.kind].states[task.state].name),
        "item": situation,
    }
    return _(_OF_COMPLAINT.get(_complaint_key(task), _ENDED)).format_map(said)


def _complaint_key(task: ComplaintTask) -> str:
    if task.clock == "platform":
        return "platform_asks" if task.platform_asks else "platform"
    return task.state


@task_sentence.register
def _follow_up(task: FollowUpTask, _now: datetime, _formats: Formats) -> str:
    kind = _(follow_ups.KINDS.get(task.state, task.state))
    return _("{kind}: {note}").format(kind=kind, note=task.note) if task.note else kind


def _item(first: str, others: int) -> str:
    if others < 1:
        return first or _("the goods")
    return ngettext("{goods} and {n} more", "{goods} and {n} more", others).format(
        goods=first, n=others
    )


def _when(moment: datetime | None, now: datetime, formats: Formats) -> str:
    """Return a moment of the last days by its weekday, an earlier one by its day."""
    if moment is None:
        return ""
    day = moment.astimezone(formats.timezone).date()
    today = now.astimezone(formats.timezone).date()
    if day == today:
        return formats.time(moment)
    near = today - day <= _WEEK
    named = formats.weekday(day) if near else formats.day_month(day)
    return _("{day} {time}").format(day=named, time=formats.time(moment))
