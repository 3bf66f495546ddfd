"""Where a form about an order takes what was pasted: its order's box, else the buyer's fields."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from shopdesk.i18n import _
from shopdesk.rules.pasting import Finding
from shopdesk.ui.pages.new_case.order_card import OrderCard
from shopdesk.ui.pasting.targets import PasteTarget, into

Keep = Callable[[], Callable[[], None]]

_FIELDS = {
    "buyer_name": "name",
    "buyer_handle": "handle",
    "buyer_phone": "phone",
    "order_number": "order_number",
}
"""The kinds of finding that the fields of a buyer without an order take."""


def order_target(card: OrderCard, keep: Keep) -> PasteTarget:
    """Return the order's box, which comes up; `keep` as in PasteTarget, for the chosen order."""
    finder = card.finder

    def put(finding: Finding) -> None:
        card.do_without(without=False)
        finder.seek(finding.value)

    def keep_all() -> Callable[[], None]:
        without, put_back = card.without_order, keep()

        def back() -> None:
            put_back()
            card.do_without(without=without)

        return back

    return PasteTarget("order_number", _("the order itself"), finder.box.text, put, keep_all)


def buyer_targets(card: OrderCard) -> Iterator[PasteTarget]:
    """Yield the buyer's fields, which come up when one is filled in."""
    for place in card.buyer.places():
        if place.name in _FIELDS:
            yield _without_order(card, into(_FIELDS[place.name], place.field))


def _without_order(card: OrderCard, target: PasteTarget) -> PasteTarget:
    def put(finding: Finding) -> None:
        card.do_without()
        target.put(finding)

    def keep() -> Callable[[], None]:
        without, put_back = card.without_order, target.keep()

        def back() -> None:
            put_back()
            card.do_without(without=without)

        return back

    return replace(target, put=put, keep=keep)
