"""What is at hand when solutions are looked for, and what is known to answer with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import _
from shopdesk.queries.replies import load_voice
from shopdesk.queries.shops import ShopRow, load_shop
from shopdesk.queries.solutions import load_option_stats, load_solutions
from shopdesk.rules.replies import REPLIES, Message, Voice, filled
from shopdesk.rules.solutions import Asked, Solution, Stats, suggested
from shopdesk.ui.base.ready_words import Words
from shopdesk.ui.desk import Reader

Blanks = Callable[[str], Mapping[str, object]]
"""Gives the values of the blanks of ready words, in a language."""
SOLUTION_WORDS = "solution:"
"""Begins the code of words that are a solution's own reply."""
_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Occasion:
    """A form or a case as it stands; `messages` are further ready words that fit it.

    While options can be offered, the solution's reply stands before those words.
    """

    shop_id: int
    asked: Asked
    blanks: Blanks
    messages: tuple[Message, ...] = ()
    can_offer: bool = True


@dataclass(frozen=True, slots=True)
class Shelf:
    """The library as it was read for one shop."""

    shop: ShopRow
    voice: Voice
    solutions: Sequence[Solution]
    stats: Stats

    def suggested(self, asked: Asked) -> list[Solution]:
        """Return the few solutions that fit best, best first; none where nothing is known."""
        if asked == Asked():
            return []
        return suggested(self.solutions, asked, self.stats)[:_MOST_SHOWN]

    def words(self, occasion: Occasion, solution: Solution | None) -> list[Words]:
        """Return what can be said, the fittest first, with the blanks filled."""
        voice = replace(self.voice, reason=occasion.asked.situation or occasion.asked.reason)
        values = {**self._usual_values(), **occasion.blanks(voice.language)}
        ready = [
            Words(each.code, _(REPLIES[each.code].title), voice.say(each.codes, values))
            for each in occasion.messages
        ]
        own = [] if solution is None else [_own_words(solution, voice.language, values)]
        return [*own, *ready] if occasion.can_offer else [*ready, *own]

    def _usual_values(self) -> dict[str, object]:
        zone = ZoneInfo(self.shop.timezone)
        tomorrow = datetime.now(zone).date() + timedelta(days=1)
        return {"shop": self.shop.name, "due": Formats(self.voice.language, zone).day(tomorrow)}


def load_shelf(reader: Reader, shop_id: int) -> Shelf:
    """Read the library for a shop."""
    shop = load_shop(reader, shop_id)
    voice = load_voice(reader, shop)
    return Shelf(shop, voice, load_solutions(reader), load_option_stats(reader))


def _own_words(solution: Solution, language: str, values: Mapping[str, object]) -> Words:
    reply = filled(solution.text(language).reply, values)
    return Words(f"{SOLUTION_WORDS}{solution.code}", solution.title(language), reply)
