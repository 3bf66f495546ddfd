"""The word that an order has an open case already: shown with the way there, never forbidden."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import _, ngettext
from shopdesk.queries.guards import PastCase
from shopdesk.rules.kinds import KINDS
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import link_button
from shopdesk.ui.base.notice import Notice

_MOST_LINKS = 3


class DuplicateNotice(QWidget):
    """Takes no room while nothing of the kind is open for the order."""

    def __init__(self, kind: str, go: Callable[[str, int], None]) -> None:
        super().__init__()
        self._kind = kind
        self._go = go
        self._twins: tuple[PastCase, ...] = ()
        self.notice = Notice("", "wait")
        links = QWidget()
        self._links = QHBoxLayout(links)
        self._links.setContentsMargins(0, 0, 0, 0)
        self.notice.add(links)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.notice)
        self.hide()

    def show_cases(self, cases: Sequence[PastCase]) -> None:
        """Tell of the open ones that are about the same order."""
        same = (case for case in cases if case.kind == self._kind)
        twins = tuple(case for case in same if case.of_order and case.is_open)
        if twins == self._twins:
            return
        self._twins = twins
        self.notice.set_text(_sentence(self._kind, len(twins)), "wait")
        clear(self._links)
        for case in twins[:_MOST_LINKS]:
            link = link_button(case.number, partial(self._go, KINDS[case.kind].page, case.id))
            link.setAccessibleName(_("Open {name}").format(name=case.number))
            self._links.addWidget(link)
        self.setVisible(bool(twins))


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
