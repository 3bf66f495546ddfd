"""Where this form takes what was pasted: into the order's box, else into the buyer's fields."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from shopdesk.i18n import _
from shopdesk.queries.pasting import Pasted
from shopdesk.rules.pasting import Finding
from shopdesk.ui.pages.new_return.note_card import NoteCard
from shopdesk.ui.pages.new_return.order_card import OrderCard
from shopdesk.ui.pages.new_return.order_finder import OrderFinder
from shopdesk.ui.pasting.targets import PasteTarget, into

_FIELDS = {
    "name": "buyer_name",
    "handle": "buyer_handle",
    "phone": "buyer_phone",
    "order_number": "order_number",
}
"""The fields of a buyer without an order, by the kinds of finding that they take."""


def paste_targets(
    card: OrderCard, note: NoteCard, pasted: Pasted, *, has_order: bool
) -> Iterator[PasteTarget]:
    """Yield what takes findings now: nothing asks for a buyer whose order is known."""
    yield into("words", note.note)
    if has_order:
        return
    if pasted.names_an_order and not card.without_order:
        yield _finder(card.finder)
        return
    for place in card.buyer.places():
        kind = next((kind for kind, name in _FIELDS.items() if name == place.name), "")
        if kind:
            yield _without_order(card, into(kind, place.field))


def _finder(finder: OrderFinder) -> PasteTarget:
    """Return the order's box; an order that was chosen stays, for another can be chosen."""

    def keep() -> Callable[[], None]:
        return lambda: None

    def put(finding: Finding) -> None:
        finder.seek(finding.value)

    return PasteTarget("order_number", _("the order itself"), finder.box.text, put, keep)


def _without_order(card: OrderCard, target: PasteTarget) -> PasteTarget:
    """Return a field of the buyer's that comes up before it is filled in."""

    def put(finding: Finding) -> None:
        card.do_without()
        target.put(finding)

    return replace(target, put=put)
