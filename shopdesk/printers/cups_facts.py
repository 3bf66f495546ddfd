"""The printers of CUPS: what each is, takes and waits for."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from shopdesk.printers import cups_server
from shopdesk.printers.facts import PrinterFacts, SheetMm
from shopdesk.printers.ipp import Attributes, Operation, Value
from shopdesk.printers.troubles import REFUSES, told, trouble

_WANTED = (
    "printer-name",
    "printer-info",
    "printer-make-and-model",
    "printer-state",
    "printer-state-reasons",
    "printer-state-message",
    "printer-is-accepting-jobs",
    "printer-resolution-default",
    "printer-resolution-supported",
    "media-supported",
)
_STATE_WANTED = tuple(name for name in _WANTED if "state" in name)
_PRINTS, _STOPPED = 4, 5
_MM = {"mm": 1.0, "in": 25.4}
_SIZED = re.compile(r"_(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|in)$")
_LEAST, _MOST = ("custom_min_", "roll_min_"), ("custom_max_", "roll_max_")


def find_all() -> list[PrinterFacts]:
    """Return every printer that `lp` prints on; raises UnansweredError."""
    try:
        answer = cups_server.ask(Operation.GET_PRINTERS, "/", _WANTED)
    except cups_server.AbsentError:
        return []
    default = _default()
    queues = [_facts(group, default) for group in answer.groups if "printer-name" in group]
    known = {queue.name for queue in queues}
    return queues + [
        PrinterFacts(name, name.replace("_", " "), is_default=name == default)
        for name in _destinations()
        if name not in known
    ]


def find(name: str) -> PrinterFacts | None:
    """Return one printer, or None when it is gone; raises UnansweredError."""
    group = _asked(name, _WANTED)
    if group is not None:
        return _facts(group, "")
    return PrinterFacts(name, name) if name in _destinations() else None


def trouble_now(name: str) -> str | None:
    """Return what a printer waits for, nothing when it prints, None when it is gone.

    One that takes no more jobs prints those that it has.
    """
    group = _asked(name, _STATE_WANTED)
    return None if group is None else _waits_for(group, name)


def _asked(name: str, wanted: Sequence[str]) -> Attributes | None:
    answer = cups_server.ask(Operation.GET_PRINTER, f"/printers/{quote(name)}", wanted)
    if answer.is_missing:
        return None
    if not answer.is_ok:
        raise cups_server.UnansweredError
    return next((group for group in answer.groups if "printer-state" in group), None)


def _default() -> str:
    """Return the person's own default, or the system's: `lpstat` knows both."""
    _said, colon, name = cups_server.run("lpstat", "-d").stdout.partition(":")
    return queue_of(name.strip()) if colon else ""


def _destinations() -> list[str]:
    """Return the names of all that can be printed on, those found in the network too."""
    named = cups_server.run("lpstat", "-e").stdout.split()
    return list(dict.fromkeys(queue_of(name) for name in named))


def queue_of(destination: str) -> str:
    """Return the queue of a destination: "Office" of "Office/draft", which are its own options."""
    return destination.partition("/")[0]


def _facts(group: Attributes, default: str) -> PrinterFacts:
    name = _text(group, "printer-name")
    media = [str(value) for value in group.get("media-supported", ())]
    custom = [keyword for keyword in media if keyword.startswith((*_LEAST, *_MOST))]
    largest = [keyword for keyword in custom if keyword.startswith(_MOST)]
    return PrinterFacts(
        name=name,
        title=_text(group, "printer-info") or name,
        model=_text(group, "printer-make-and-model"),
        dpis=_numbers(group.get("printer-resolution-supported", ())),
        usual_dpi=next(iter(_numbers(group.get("printer-resolution-default", ()))), 0),
        sheets=tuple(sheets_of(keyword for keyword in media if keyword not in custom)),
        most=next(iter(sheets_of(largest)), None),
        is_default=bool(name) and name == default,
        trouble=_trouble(group, _text(group, "printer-info") or name),
        refuses=_refuses(group),
    )


def sheets_of(keywords: Iterable[str]) -> list[SheetMm]:
    """Return the sizes that media names end in (PWG 5101.1), as in `iso_a4_210x297mm`."""
    found = (_SIZED.search(keyword) for keyword in keywords)
    return [
        SheetMm(float(match[1]) * _MM[match[3]], float(match[2]) * _MM[match[3]])
        for match in found
        if match
    ]


def _trouble(group: Attributes, title: str) -> str:
    return _waits_for(group, title) or (told(REFUSES, title) if _refuses(group) else "")


def _waits_for(group: Attributes, title: str) -> str:
    state = group.get("printer-state", (0,))[0]
    return trouble(
        title,
        [str(value) for value in group.get("printer-state-reasons", ())],
        is_stopped=state == _STOPPED,
        message=_text(group, "printer-state-message") if state == _PRINTS else "",
    )


def _refuses(group: Attributes) -> bool:
    return group.get("printer-is-accepting-jobs", (True,))[0] is False


def _text(group: Attributes, name: str) -> str:
    return str(next(iter(group.get(name, ())), ""))


def _numbers(values: Sequence[Value]) -> tuple[int, ...]:
    return tuple(value for value in values if isinstance(value, int))
