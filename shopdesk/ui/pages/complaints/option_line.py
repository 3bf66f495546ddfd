"""One option of a complaint: chosen or not, what it costs, where it stands, what it opened."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.queries.complaint_detail import ComplaintDetail, OptionRow
from shopdesk.rules.kinds import KINDS
from shopdesk.ui.base.badge import Badge
from shopdesk.ui.base.labels import link_button, plain_label, plain_tooltip, wrapped_label
from shopdesk.ui.base.moments import when_phrase
from shopdesk.ui.base.tones import TONES
from shopdesk.ui.dialogs.complaints.option_words import cost_words
from shopdesk.ui.pages.complaints.actions import ComplaintActions
from shopdesk.ui.theme import Tone
from shopdesk.ui.workbench import Workbench

CHOOSABLE = frozenset({"offered", "chosen"})


class OptionLine(QWidget):
    """Its button is on where the buyer chose it; all of the line can be pressed once offered."""

    refused = Signal(str)
    """Why it was pressed in vain."""

    def __init__(self, found: ComplaintDetail, option: OptionRow) -> None:
        super().__init__()
        self.option = option
        self.radio = QRadioButton()
        self.radio.setAccessibleName(option.title_in(current_language()))
        self.radio.setAutoExclusive(False)  # its card says which others there are
        self.radio.setChecked(option.chosen_at is not None)
        can_choose = found.case.state in CHOOSABLE and option.offered_at is not None
        self.radio.setEnabled(can_choose)
        self.radio.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not can_choose)
        self._why_not = "" if can_choose else _why_not(option)
        self.setToolTip(plain_tooltip(self._why_not))
        self._right = QHBoxLayout()
        self._right.setSpacing(8)
        self._arrange(cost_words(option, found.case.currency))

    def add_right(self, *widgets: QWidget) -> None:
        """Put words or buttons at the right end."""
        for widget in widgets:
            self._right.addWidget(widget)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a press on the words for one on the button."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.radio.isEnabled():
            self.radio.click()
        else:
            self.refused.emit(self._why_not)

    def _arrange(self, words: str) -> None:
        costs = wrapped_label(words, "small")
        self.radio.setAccessibleDescription(words)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(wrapped_label(self.option.title_in(current_language()), "strong"))
        left.addWidget(costs)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(left, 1)
        row.addLayout(self._right)


def option_line(
    bench: Workbench,
    actions: ComplaintActions,
    found: ComplaintDetail,
    option: OptionRow,
    said: Callable[[datetime], str],
) -> OptionLine:
    """Return the line of one option; `said` words a moment."""
    line = OptionLine(found, option)
    line.refused.connect(bench.messages.toast)
    if option.opened_id is not None:
        line.add_right(_opened_link(bench, option), _opened_badge(option))
    words, tone = _standing(option, said)
    line.add_right(Badge(words, tone))
    if option.offered_at is None and found.may_add_options:
        line.add_right(
            link_button(_("Edit…"), partial(actions.change_option, option)),
            link_button(_("Remove"), partial(actions.remove_option, option)),
        )
    return line


def moments_of(now: datetime, formats: Formats) -> Callable[[datetime], str]:
    """Return what words a moment on a shop's clock."""
    return lambda moment: when_phrase(moment, now, formats)


def _standing(option: OptionRow, said: Callable[[datetime], str]) -> tuple[str, Tone]:
    if option.is_begun and option.done_at:
        return _("begun {when}").format(when=said(option.done_at)), "accent"
    if option.done_at:
        return _("done {when}").format(when=said(option.done_at)), "good"
    if option.chosen_at:
        return _("chosen {when}").format(when=said(option.chosen_at)), "accent"
    if option.offered_at:
        return _("offered"), "muted"
    return _("not offered yet"), "wait"


def _why_not(option: OptionRow) -> str:
    if option.offered_at is None:
        return _("Offer it first; only then the buyer can choose it.")
    return _("What was chosen is done.")


def _opened_link(bench: Workbench, option: OptionRow) -> QWidget:
    page = KINDS[option.opened_kind].page
    return link_button(option.opened_number, partial(bench.guide.go, page, option.opened_id))


def _opened_badge(option: OptionRow) -> QWidget:
    state = KINDS[option.opened_kind].states.get(option.opened_state)
    if state is None:
        return plain_label(option.opened_state, "muted")
    return Badge(_(state.name), TONES.get(state.tone, "late"))
