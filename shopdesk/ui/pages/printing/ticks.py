"""What is ticked in the queue: all that waits, but what a person left out."""

from collections.abc import Collection

from shopdesk.ui.pages.printing.reading import Lot, Queue


class Ticks:
    """Kept by document and case, so that what comes to wait later is ticked."""

    def __init__(self) -> None:
        self._left_out: dict[str, frozenset[int]] = {}

    def left_out(self, document: str) -> frozenset[int]:
        """Return the cases that are not to be printed now."""
        return self._left_out.get(document, frozenset())

    def ids(self, lot: Lot) -> tuple[int, ...]:
        """Return what of a lot is to be printed, in its order."""
        out = self.left_out(lot.document)
        return tuple(case_id for case_id in lot.ids if case_id not in out)

    def turn(self, document: str, ids: Collection[int]) -> None:
        """Turn ticks: all go one way together, on where any of them is off."""
        out, turned = self.left_out(document), frozenset(ids)
        self._left_out[document] = out - turned if out & turned else out | turned

    def follow(self, queue: Queue) -> None:
        """Forget what does not wait any more: it is ticked should it come back."""
        self._left_out = {
            lot.document: self.left_out(lot.document) & frozenset(lot.ids) for lot in queue.lots
        }
