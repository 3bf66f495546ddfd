"""The word that an order has an open case already: shown with the way there, never forbidden."""

from collections.abc import Callable, Sequence
from functools import partial

from shopdesk.i18n import ngettext
from shopdesk.queries.guards import PastCase
from shopdesk.rules.kinds import KINDS
from shopdesk.ui.base.link_notice import LinkNotice, Way

_MOST_LINKS = 3


class DuplicateNotice(LinkNotice):
    """Takes no room while nothing of the kind is open for the order."""

    def __init__(self, kind: str, go: Callable[[str, int], None]) -> None:
        super().__init__("wait")
        self._kind = kind
        self._go = go
        self._twins: tuple[PastCase, ...] = ()

    def show_cases(self, cases: Sequence[PastCase]) -> None:
        """Tell of the open ones that are about the same order."""
        same = (case for case in cases if case.kind == self._kind)
        twins = tuple(case for case in same if case.of_order and case.is_open)
        if twins == self._twins:
            return
        self._twins = twins
        self.say(_sentence(self._kind, len(twins)), map(self._way, twins[:_MOST_LINKS]))
        self.setVisible(bool(twins))

    def _way(self, case: PastCase) -> Way:
        return Way(case.number, partial(self._go, KINDS[case.kind].page, case.id))


def _sentence(kind: str, count: int) -> str:
    if kind == "complaint":
        return ngettext(
            "This order already has an open complaint. Log another only for something new.",
            "This order already has {n} open complaints. Log another only for something new.",
            count,
        ).format(n=count)
    return ngettext(
        "This order already has an open return. Log another only for something new.",
        "This order already has {n} open returns. Log another only for something new.",
        count,
    ).format(n=count)
