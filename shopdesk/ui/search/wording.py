"""How something that was found is said in a row: what it is, where it fits, how it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.queries.everything import FoundGroup, FoundThing
from shopdesk.rules.folding import fold
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.searching import GROUPS, spot_text, state_name
from shopdesk.ui.base.order_badges import status_tone
from shopdesk.ui.base.tones import TONES
from shopdesk.ui.theme import Tone

_ICONS = {"customers": "user", "orders": "receipt", "solutions": "lightbulb"}


@dataclass(frozen=True, slots=True)
class ShownThing:
    """One row: `head` and `about` on the first line, `foot` on the second; `words` are marked."""

    icon: str
    head: str
    about: str
    foot: str
    badge: str
    tone: Tone
    day: str
    words: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """The whole row in one line, for a screen reader."""
        said = (self.head, self.badge, self.about, self.foot, self.day)
        return " · ".join(part for part in said if part)


def heading(group: FoundGroup) -> str:
    """Return what stands over a group."""
    return _(GROUPS[group.code])


def heading_note(group: FoundGroup) -> str:
    """Return that a group has more than is shown, or nothing."""
    if not group.more:
        return ""
    return _("the newest {n} – type more to narrow them down").format(n=len(group.things))


def shown(thing: FoundThing) -> ShownThing:
    """Return the texts of a row."""
    badge, tone = _badge(thing)
    at_foot = thing.page == "solutions"  # it says when it applies, in a sentence
    foot = " · ".join(_spots(thing)) or _what_it_is(thing)
    return ShownThing(
        icon=KINDS[thing.kind].icon if thing.kind in KINDS else _ICONS.get(thing.page, "search"),
        head=thing.name or _("Buyer"),
        about="" if at_foot else thing.about,
        foot=thing.about if at_foot else foot,
        badge=badge,
        tone=tone,
        day=_day(thing),
        words=tuple(dict.fromkeys(word for spot in thing.spots for word in spot.words)),
    )


def _spots(thing: FoundThing) -> Iterator[str]:
    """Yield where words stand that are not to be seen on the first line."""
    seen = fold(f"{thing.name} {thing.about}")
    for spot in thing.spots:
        if not all(word in seen for word in spot.words):
            yield spot_text(spot.place, spot.text)


def _what_it_is(thing: FoundThing) -> str:
    return _(KINDS[thing.kind].name) if thing.kind in KINDS else ""


def _badge(thing: FoundThing) -> tuple[str, Tone]:
    if thing.kind in KINDS:
        state = KINDS[thing.kind].states.get(thing.state)
        return state_name(thing.kind, thing.state), TONES[state.tone] if state else "muted"
    if thing.page == "orders" and thing.state:
        return state_name("", thing.state), status_tone(thing.state)
    return "", "muted"


def _day(thing: FoundThing) -> str:
    if thing.at is None:
        return ""
    zone = ZoneInfo(thing.timezone)
    return Formats(current_language(), zone).day(thing.at.astimezone(zone))
