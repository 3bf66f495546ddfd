"""What is ticked in the queue: all that waits, but what cannot leave yet or a person left out."""

from collections.abc import Collection, Mapping

from shopdesk.ui.pages.printing.reading import Lot, Queue

_NONE: frozenset[int] = frozenset()


class Ticks:
    """Kept by document and case, so that what comes to wait later is ticked.

    Parcels that cannot be packed yet are left out until a person ticks them.
    """

    def __init__(self) -> None:
        self._off: Mapping[str, frozenset[int]] = {}
        self._on: Mapping[str, frozenset[int]] = {}
        self._held: Mapping[str, frozenset[int]] = {}

    def left_out(self, document: str) -> frozenset[int]:
        """Return the cases that are not to be printed now."""
        held = self._held.get(document, _NONE) - self._on.get(document, _NONE)
        return held | self._off.get(document, _NONE)

    def ids(self, lot: Lot) -> tuple[int, ...]:
        """Return what of a lot is to be printed, in its order."""
        out = self.left_out(lot.document)
        return tuple(case_id for case_id in lot.ids if case_id not in out)

    def turn(self, document: str, ids: Collection[int]) -> None:
        """Turn ticks: all go one way together, on where any of them is off."""
        turned = frozenset(ids)
        on, off = self._on.get(document, _NONE), self._off.get(document, _NONE)
        if self.left_out(document) & turned:
            on, off = on | turned, off - turned
        else:
            on, off = on - turned, off | turned
        self._on, self._off = {**self._on, document: on}, {**self._off, document: off}

    def follow(self, queue: Queue) -> None:
        """Forget what does not wait any more: should it come back, it is as if it were new."""
        self._held = {lot.document: lot.held for lot in queue.lots}
        self._on, self._off = _those_of(queue, self._on), _those_of(queue, self._off)


def _those_of(queue: Queue, kept: Mapping[str, frozenset[int]]) -> Mapping[str, frozenset[int]]:
    return {lot.document: kept.get(lot.document, _NONE) & frozenset(lot.ids) for lot in queue.lots}
