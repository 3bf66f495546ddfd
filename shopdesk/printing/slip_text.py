"""What a slip says, in its own words, before anybody thinks about places on paper."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from shopdesk.formats import Formats
from shopdesk.i18n import N_
from shopdesk.printing.words import Words, words_of
from shopdesk.queries.paper import SlipLine, SlipPaper
from shopdesk.rules.platforms import PLATFORMS
from shopdesk.rules.printing import BOTH

_ORDER = N_("Order")


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled part: strong pieces, beside each other where they fit, then plain text."""

    label: str
    strong: tuple[str, ...]
    plain: str


@dataclass(frozen=True, slots=True)
class Item:
    """A thing in the parcel."""

    title: str
    detail: str
    quantity: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A short answer under its label."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class SlipText:
    """The parts of a slip from top to bottom; what is not known is empty or left out.

    `closing` always stands at the foot; `advice` and what the shop wants on its papers are left
    away on a small label where they would cost another.
    """

    number: str
    title: str
    shop: str
    address: Block
    sender: Block
    items_label: str
    quantity_label: str
    items: tuple[Item, ...]
    facts: tuple[Fact, ...]
    note: Block
    closing: tuple[str, ...]
    advice: tuple[str, ...]
    paper: SlipPaper


NOTHING = Block("", (), "")
"""A part that a slip does not have."""


class SlipWords:
    """The words of one paper, in a language of the program or in BOTH."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._words: Words = words_of(language)

    def each(self, text: str) -> tuple[str, ...]:
        """Return a text in every language of the paper."""
        return self._words.each(text)

    def label(self, text: str) -> str:
        """Return the label of a part."""
        return self._words.gettext(text).upper()

    def said(self, text: str) -> str:
        """Return a text in the paper's words; an empty one stays empty."""
        return self._words.gettext(text) if text else ""

    def counted(self, one: str, many: str, n: int) -> str:
        """Return a counted text with its number, `{n}`; both forms are written out at the call."""
        return self._words.ngettext(one, many, n).format(n=n)

    def named(self, name: str, value: str) -> str:
        """Return a value after its name in the paper's words; nothing where it is not known."""
        return joined(" ", self.said(name), value) if value else ""

    def platform(self, code: str) -> str:
        """Return a platform's name."""
        platform = PLATFORMS.get(code)
        return self.said(platform.name if platform else code)

    def order(self, platform: str, handle: str, number: str) -> str:
        """Return what the buyer is called on the platform, and the order."""
        known = PLATFORMS.get(platform)
        called = self.named(known.handle if known else "", handle)
        return joined(" · ", called, self.named(_ORDER, number))

    def day(self, day: date | None) -> str:
        """Return a day; on a paper of two languages in the form that both read."""
        if day is None:
            return ""
        return day.isoformat() if self._language == BOTH else Formats(self._language).date(day)

    def moment(self, at: datetime) -> str:
        """Return day and time of a moment, on the clock that it has; in both as a day is."""
        if self._language == BOTH:
            return f"{at:%Y-%m-%d %H:%M}"
        return Formats(self._language, at.tzinfo or UTC).date_time(at)


def item_of(line: SlipLine) -> Item:
    """Return goods as a slip names them; the variant and the shop's number stand below."""
    title, detail = (line.title, line.sku) if line.title else (line.sku, "")
    return Item(title, joined(" · ", line.variant, detail), f"× {line.quantity}")


def joined(mark: str, *parts: str) -> str:
    """Return the parts that are known, with a mark between them."""
    return mark.join(part for part in parts if part)
