"""`shopdesk search`: cases, buyers, orders and solutions that have some words, the newest first."""

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from shopdesk.cli.command import Command, opened
from shopdesk.cli.numbers import whole_number
from shopdesk.cli.streams import answer, say
from shopdesk.i18n import N_, _
from shopdesk.paths import DataFolder
from shopdesk.rules.searching import GROUPS, spot_text, state_name

if TYPE_CHECKING:  # every start of the program reads this module, and few of them search
    from shopdesk.queries.everything import Everything, FoundThing

USUAL = 5
MOST = 1_000


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "words", nargs="+", help=_("a number, a name, the end of a phone; all have to fit")
    )
    parser.add_argument(
        "--limit",
        type=whole_number(1, MOST),
        default=USUAL,
        metavar="N",
        help=_("at most so many of each sort"),
    )
    parser.add_argument("--json", action="store_true", help=_("answer as JSON"))


def _run(folder: DataFolder, words: Namespace) -> int:
    from shopdesk.queries.everything import search_everything

    with opened(folder, only_reads=True) as desk, desk.reading() as reader:
        found = search_everything(reader, " ".join(words.words), words.limit)
    if words.json:
        answer(json.dumps(_as_json(found), ensure_ascii=False, indent=1))
    else:
        _tell(found)
    return 0


def _tell(found: "Everything") -> None:
    if not found.groups:
        say(_("Nothing fits “{text}”.").format(text=found.typed))
    for group in found.groups:
        more = _("{group}, the newest {n}") if group.more else "{group}"
        say(more.format(group=_(GROUPS[group.code]), n=len(group.things)))
        for thing in group.things:
            say(f"  {_line(thing)}")


def _line(thing: "FoundThing") -> str:
    spots = (spot_text(spot.place, spot.text) for spot in thing.spots)
    parts = (thing.name, thing.about, state_name(thing.kind, thing.state), *spots)
    return " · ".join(part for part in parts if part)


def _as_json(found: "Everything") -> dict[str, Any]:
    return {
        "words": found.typed,
        "groups": [
            {
                "group": group.code,
                "more": group.more,
                "found": [_thing_json(thing) for thing in group.things],
            }
            for group in found.groups
        ],
    }


def _thing_json(thing: "FoundThing") -> dict[str, Any]:
    """Return what was found under stable English names; times are UTC in ISO form."""
    values = asdict(thing)
    del values["timezone"]
    values["at"] = thing.at.isoformat() if thing.at else None
    values["spots"] = [{"place": spot.place, "text": spot.text} for spot in thing.spots]
    return values


COMMAND = Command("search", N_("find anything by its words"), _arguments, _run)
