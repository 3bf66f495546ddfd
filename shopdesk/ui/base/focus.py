"""The keyboard stays where it was when what is under it is made anew.

with keeping_focus(self.detail, self.table):
    self.detail.show_row(row)
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid


@contextmanager
def keeping_focus(within: QWidget, *instead: QWidget) -> Iterator[None]:
    """Give the focus back after the block to what held it, or to what has its name now.

    Where neither is there the first of `instead` that can have it gets it. Left to itself Qt
    would give it to whatever comes next, and scroll there. What holds the focus outside of
    `within` is left alone.
    """
    held = within.window().focusWidget()
    if held is None or not within.isAncestorOf(held):
        yield
        return
    name = _name(held)
    _let_go(held)
    yield
    QTimer.singleShot(0, within, lambda: _give_back(within, held, name, instead))


def _let_go(held: QWidget) -> None:
    """Let nothing hold the focus; a window under a form keeps it, as it comes up any moment.

    Qt gives the focus to the first stop of a window that comes up while nothing in it has it.
    """
    window = held.window()
    if window.isActiveWindow():
        held.clearFocus()
    else:
        window.setFocus()


def _give_back(within: QWidget, held: QWidget, name: str, instead: Sequence[QWidget]) -> None:
    if within.window().focusWidget() not in (None, within.window()):
        return  # it went elsewhere meanwhile, by the person
    twins = [widget for widget in within.findChildren(QWidget) if name and _name(widget) == name]
    for widget in (held, *twins, *instead):
        if isValid(widget) and widget.isVisibleTo(within.window()) and widget.isEnabled():
            widget.setFocus()
            return


def _name(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or words
