"""One declaration per action; its menu entry, its buttons and its shortcut follow from it.

actions = Actions(window)
actions.add("new_return", Action(N_("&New return"), "plus", "Ctrl+N"), self.new_return)
actions.add("print_slip", Action(N_("&Print slip"), "printer", "Ctrl+P"), self.print_slip,
            why_not=lambda: "" if self.selected else _("Select a return first."))
layout.addWidget(action_button(actions["print_slip"], kind="primary"))
actions.refresh()                 # after the selection changed
"""

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from shopdesk.i18n import _
from shopdesk.ui.icons import icon

ButtonKind = Literal["primary", "plain", "quiet", "link"]
WhyNot = Callable[[], str]
ICON_SIZE = QSize(22, 16)


@dataclass(frozen=True, slots=True)
class Action:
    """What a person can do; `text` is marked for translation and may hold a mnemonic."""

    text: str
    icon: str = ""
    shortcut: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Actions that stand in a menu of their own, which the menu above opens."""

    text: str
    names: tuple[str, ...]


class DeskAction(QAction):
    """An action that knows why it cannot be done now, and says so in its tooltip."""

    def __init__(self, owner: QObject, action: Action, why_not: WhyNot) -> None:
        super().__init__(owner)
        self.declared = action
        self._why_not = why_not
        self.setText(_(action.text))
        if action.icon:
            self.setIcon(icon(action.icon))
        if action.shortcut:
            self.setShortcut(QKeySequence(action.shortcut))
        self.refresh()

    def refresh(self) -> None:
        """Ask again whether the action is possible."""
        reason = self._why_not()
        self.setEnabled(not reason)
        hint = reason or _(self.declared.hint) or plain_text(self.text())
        self.setToolTip(html.escape(hint))


class Actions:
    """The actions of one page or window, by name."""

    def __init__(self, owner: QWidget, *, within: bool = False) -> None:
        self._owner = owner
        self._within = within
        self._actions: dict[str, DeskAction] = {}

    def add(
        self, name: str, action: Action, do: Callable[[], None], why_not: WhyNot = lambda: ""
    ) -> DeskAction:
        """Make an action; with `within` its shortcut works only while its owner has the focus."""
        made = DeskAction(self._owner, action, why_not)
        if self._within:
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(lambda _checked=False: do())
        self._owner.addAction(made)
        self._actions[name] = made
        return made

    def refresh(self) -> None:
        """Ask every action again whether it is possible."""
        for action in self._actions.values():
            action.refresh()

    def clear(self) -> None:
        """Take all actions away: their owner is made anew in another language."""
        for action in self._actions.values():
            self._owner.removeAction(action)
            action.deleteLater()
        self._actions.clear()

    def menu(self, names: Sequence[str | Group], parent: QWidget) -> QMenu:
        """Return a menu of some actions, in this order; an empty name is a line between."""
        menu = QMenu(parent)
        menu.setToolTipsVisible(True)
        for name in names:
            if isinstance(name, Group):
                within = self.menu(name.names, menu)
                within.setTitle(_(name.text))
                menu.addMenu(within)
            elif name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        return menu

    def __getitem__(self, name: str) -> DeskAction:
        return self._actions[name]

    def __contains__(self, name: str) -> bool:
        return name in self._actions

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)


class ActionButton(QPushButton):
    """A button that is always as its action is: text, icon, possible or not, and why not."""

    def __init__(self, action: QAction, kind: ButtonKind, *, show_shortcut: bool) -> None:
        super().__init__()
        self._action = action
        self._show_shortcut = show_shortcut
        self.setProperty("kind", kind)
        if not action.icon().isNull():
            token = "on_accent" if kind == "primary" else "muted"
            self.setIcon(icon(_icon_name(action), token))
            self.setIconSize(ICON_SIZE)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        action = self._action
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(f"{action.text()}  {keys}" if keys and self._show_shortcut else action.text())
        self.setAccessibleName(plain_text(action.text()))
        self.setToolTip(action.toolTip())
        self.setEnabled(action.isEnabled())


def action_button(
    action: QAction, kind: ButtonKind = "plain", *, show_shortcut: bool = False
) -> ActionButton:
    """Return a button for an action; the primary one is the page's next step."""
    return ActionButton(action, kind, show_shortcut=show_shortcut)


def plain_text(text: str) -> str:
    """Return a text without its mnemonic mark, for a tooltip or a screen reader."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _icon_name(action: QAction) -> str:
    return action.declared.icon if isinstance(action, DeskAction) else ""
