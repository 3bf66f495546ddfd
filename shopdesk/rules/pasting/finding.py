"""What is picked out of a pasted text."""

from dataclasses import dataclass

from shopdesk.i18n import N_

KINDS = {
    "order_number": N_("Order number"),
    "name": N_("Name"),
    "handle": N_("Handle"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "address": N_("Address"),
    "postcode": N_("Postcode"),
    "country": N_("Country"),
    "waybill": N_("Waybill"),
    "item": N_("Item"),
    "amount": N_("Amount"),
    "day": N_("Day"),
    "words": N_("The buyer's words"),
}
"""What a piece of a text can be taken for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A piece of a text and what it is taken for, a key of KINDS; it stands at `start` to `end`.

    `value` is as a form takes it: a day in ISO form, an amount with a dot and its `currency`.
    What is not `sure` could be something else as well.
    """

    kind: str
    value: str
    start: int
    end: int
    sure: bool = True
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text that nothing is known of yet."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    def part(self, start: int, end: int) -> "Piece":
        """Return a part of it without the blanks and commas around."""
        raw = self.text[start:end]
        kept = raw.strip(_AROUND)
        return Piece(kept, self.start + start + len(raw) - len(raw.lstrip(_AROUND)))

    def without(self, spans: list[tuple[int, int]]) -> "list[Piece]":
        """Return what is left of it beside places of the text, in order."""
        left, at = [], self.start
        for start, end in sorted(spans):
            if self.start <= start and end <= self.end:
                left.append(self.part(at - self.start, start - self.start))
                at = max(at, end)
        left.append(self.part(at - self.start, len(self.text)))
        return [piece for piece in left if piece.text]


_AROUND = " \t\r\n\u3000,，;；、。:：|【】[]（）"
