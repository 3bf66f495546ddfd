"""What the policy said when the return was logged: the verdict, and on request its reasons."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.rules.advice import POINTS, advice_now
from shopdesk.rules.event_sentences import point_text
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.icons import icon
from shopdesk.ui.theme import Tone

VERDICTS = {
    "agree": N_("The policy says: agree"),
    "decline": N_("The policy says: decline"),
    "ask": N_("The policy says: ask first"),
}
AGAINST = N_("It was decided otherwise.")
TONES: dict[str, Tone] = {"good": "good", "wait": "wait", "late": "late", "info": "muted"}


class AdviceBox(QWidget):
    """One line that opens into the reasons; it stays open or shut from return to return."""

    def __init__(self) -> None:
        super().__init__()
        self.toggle = QPushButton()
        self.toggle.setProperty("kind", "link")
        self.toggle.setCheckable(True)
        self._against = plain_label(_(AGAINST), "muted", wrap=True)
        self._points = QWidget()
        self._rows = QVBoxLayout(self._points)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.toggle)
        layout.addWidget(self._against)
        layout.addWidget(self._points)
        self.toggle.toggled.connect(self._open)
        self._open(False)

    def show_advice(self, found: ReturnDetail, formats: Formats) -> None:
        """Show the advice of a return; a return of another program has none."""
        advice = advice_now(found.advice, has_evidence=found.has_evidence)
        verdict = str(advice.get("verdict", ""))
        self.setVisible(verdict in VERDICTS)
        if verdict not in VERDICTS:
            return
        self.toggle.setText(_(VERDICTS[verdict]))
        self._against.setVisible(found.overridden)
        clear(self._rows)
        for point in advice.get("points", ()):
            if point["code"] in POINTS:
                text = point_text(point["code"], point["values"], formats)
                self._rows.addWidget(Notice(text, TONES[POINTS[point["code"]][0]]))

    def _open(self, is_open: bool) -> None:  # noqa: FBT001 - the signal's value
        self._points.setVisible(is_open)
        self.toggle.setIcon(icon("chevron-down" if is_open else "chevron-right"))
        self.toggle.setAccessibleDescription(_("Reasons shown") if is_open else _("Reasons hidden"))
