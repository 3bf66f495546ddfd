"""What a return slip says, in its own words, before anybody thinks about places on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shopdesk.formats import Formats
from shopdesk.i18n import N_
from shopdesk.printing.words import BOTH, Words, words_of
from shopdesk.queries.paper import ReturnSlip, SlipLine
from shopdesk.rules.platforms import PLATFORMS
from shopdesk.rules.reasons import REASONS
from shopdesk.rules.remedies import FREIGHT_PAYERS, REMEDIES

_ADVICE = N_("Put this slip in the parcel with all parts. No cash on delivery.")


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
    """The parts of a slip from top to bottom; what is not known is empty or left out."""

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
    advice: tuple[str, ...]


def slip_text(slip: ReturnSlip, language: str) -> SlipText:
    """Return the words of `slip` in a language of SLIP_LANGUAGES."""
    return _Writer(words_of(language), language).written(slip)


@dataclass(frozen=True, slots=True)
class _Writer:
    words: Words
    language: str

    def written(self, slip: ReturnSlip) -> SlipText:
        return SlipText(
            number=slip.number,
            title=self._label(N_("Return")),
            shop=_joined(" · ", slip.shop_name, self._platform(slip.platform)),
            address=self._address(slip),
            sender=self._sender(slip),
            items_label=self._label(N_("What is in the parcel")),
            quantity_label=self._label(N_("Qty")),
            items=tuple(map(_item, slip.lines)),
            facts=tuple(fact for fact in self._facts(slip) if fact.value),
            note=Block(self._label(N_("Note")), (), slip.note),
            advice=self.words.each(_ADVICE),
        )

    def _address(self, slip: ReturnSlip) -> Block:
        who = (slip.to_name, slip.to_phone)
        return Block(self._label(N_("Send to")), who, slip.to_address)

    def _sender(self, slip: ReturnSlip) -> Block:
        who = (slip.buyer_name, slip.buyer_phone)
        platform = PLATFORMS.get(slip.platform)
        handle = self._named(platform.handle if platform else "", slip.buyer_handle)
        order = self._named(N_("Order"), slip.order_number)
        return Block(self._label(N_("From")), who, _joined(" · ", handle, order))

    def _facts(self, slip: ReturnSlip) -> Iterator[Fact]:
        reason, remedy = REASONS.get(slip.reason), REMEDIES.get(slip.remedy)
        why = slip.reason_text or self._said(reason.name if reason else slip.reason)
        payer = FREIGHT_PAYERS.get(slip.freight_payer, slip.freight_payer)
        yield Fact(self._label(N_("Reason")), why)
        yield Fact(self._label(N_("Wants")), self._said(remedy.name if remedy else slip.remedy))
        yield Fact(self._label(N_("Freight")), self._said(payer))
        yield Fact(self._label(N_("Send by")), self._day(slip.send_by))

    def _platform(self, code: str) -> str:
        platform = PLATFORMS.get(code)
        return self._said(platform.name if platform else code)

    def _day(self, day: date | None) -> str:
        if day is None:
            return ""
        return day.isoformat() if self.language == BOTH else Formats(self.language).date(day)

    def _label(self, text: str) -> str:
        return self.words.gettext(text).upper()

    def _said(self, text: str) -> str:
        return self.words.gettext(text) if text else ""

    def _named(self, name: str, value: str) -> str:
        return _joined(" ", self.words.each(name)[0] if name else "", value) if value else ""


def _item(line: SlipLine) -> Item:
    title, detail = (line.title, line.sku) if line.title else (line.sku, "")
    return Item(title, _joined(" · ", line.variant, detail), f"× {line.quantity}")


def _joined(mark: str, *parts: str) -> str:
    return mark.join(part for part in parts if part)
