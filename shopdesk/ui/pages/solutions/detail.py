"""One solution at the right of the list: causes, what to do, options, the reply, versions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.i18n import LANGUAGES, N_, _, current_language
from shopdesk.rules.liability import PARTIES
from shopdesk.rules.reasons import REASONS
from shopdesk.rules.situations import SITUATIONS
from shopdesk.rules.solutions import CATEGORIES, OptionStats, SolutionOption
from shopdesk.rules.solutions.categories import CAUSES
from shopdesk.ui.base.button_flow import button_flow
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.facts import Fact, Facts
from shopdesk.ui.base.labels import plain_label, wrapped_label
from shopdesk.ui.base.ready_words import ReadyWords, Words
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.base.section import Section
from shopdesk.ui.pages.solutions.changing import Changing
from shopdesk.ui.pages.solutions.listed import Listed
from shopdesk.ui.solutions.words import option_text, stats_text
from shopdesk.ui.workbench import Workbench

_NUMBER_PX = 16
_RETIRE = {False: N_("Re&tire"), True: N_("&Bring back")}


class SolutionDetail(ScrollColumn):
    """Shows the texts of the person's language; the reply in either, one click away."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._row: Listed | None = None
        self._language = ""
        self.name = plain_label("", "heading", wrap=True)
        self.when = plain_label("", "muted", wrap=True)
        self.facts = Facts()
        self.edit_button = icon_button(_("&Edit…"), "pencil", self._edit)
        self.retire_button = icon_button("", "archive-restore", self._retire)
        self.versions_button = icon_button(_("&Versions…"), "clock", self._open_versions)
        self.causes = Section(_("Causes to check"))
        self.advice = Section(_("What to do"))
        self.options = Section(_("Options to offer"))
        self.reply = ReadyWords(_("Ready reply"))
        self.reply.copied.connect(lambda _words: bench.messages.toast(_("Reply copied")))
        self.reply.language_wanted.connect(self._speak)
        self._changing = Changing(bench)
        self._arrange()

    def show_row(self, row: Listed | None) -> None:
        """Show the solution of a row of the list."""
        self.viewport().setVisible(row is not None)
        if row is None:
            return
        if self._row is None or self._row.id != row.id:
            self.reply.begin()
        self._row = row
        self._language = self._language or current_language()
        self._show(row)

    def _show(self, row: Listed) -> None:
        text = row.solution.text(current_language())
        self.name.setText(text.title)
        self.when.setText(text.when)
        self.when.setVisible(bool(text.when))
        self.facts.set_facts(_facts(row))
        self.retire_button.setText(_(_RETIRE[row.found.retired]))
        self.versions_button.setVisible(row.found.version is not None)
        self.causes.show_widgets([wrapped_label(_cause(code)) for code in row.solution.causes])
        self.advice.show_widgets([_numbered(n, line) for n, line in enumerate(text.advice, 1)])
        self.options.show_widgets(
            [
                _option(option, row.stats.get((option.solution, option.code)))
                for option in row.solution.options
            ]
        )
        self._show_reply(row)

    def _show_reply(self, row: Listed) -> None:
        text = row.solution.texts.get(self._language)
        language = self._language if text and text.reply else _language_with_reply(row)
        reply = row.solution.texts[language].reply if language else ""
        self.reply.setVisible(bool(reply))
        if reply:
            words = Words(row.solution.code, row.solution.title(language), reply)
            self.reply.offer([words], language)

    def _speak(self, language: str) -> None:
        self._language = language
        if self._row is not None:
            self._show_reply(self._row)

    def _edit(self) -> None:
        from shopdesk.ui.pages.solutions.editing import EditDialog

        if self._row is not None:
            EditDialog(self._bench, self.window(), self._row.found).open()

    def _retire(self) -> None:
        if self._row is not None:
            self._changing.retire_or_bring_back(self._row)

    def _open_versions(self) -> None:
        from shopdesk.ui.pages.solutions.versions import VersionsDialog

        if self._row is not None:
            VersionsDialog(self._bench, self.window(), self._row.found).open()

    def _arrange(self) -> None:
        buttons = (self.edit_button, self.retire_button, self.versions_button)
        parts: tuple[QWidget, ...] = (
            self.name,
            self.when,
            self.facts,
            button_flow(buttons),
            self.options,
            self.advice,
            plain_label(_("Ready reply"), "heading"),
            self.reply,
            self.causes,
        )
        for part in parts:
            self.body.addWidget(part)
        self.setFocusProxy(self.edit_button)


def _facts(row: Listed) -> list[Fact]:
    solution = row.solution
    situation = SITUATIONS.get(solution.situation)
    reasons = _(", ").join(_(REASONS[code].name) for code in solution.reasons if code in REASONS)
    return [
        Fact(_("About"), _(CATEGORIES[solution.category])),
        Fact(_("Situation"), _(situation.name) if situation else ""),
        Fact(_("Reasons"), reasons),
        Fact(_("So far"), stats_text(row.past)),
    ]


def _cause(code: str) -> str:
    cause = CAUSES.get(code)
    if cause is None:
        return _("Not known yet")
    return _("{cause} · liable: {party}").format(
        cause=_(cause.name), party=_(PARTIES[cause.liable])
    )


def _option(option: SolutionOption, past: OptionStats | None) -> QWidget:
    holder = QWidget()
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(0, 0, 0, 2)
    lines.setSpacing(0)
    lines.addWidget(wrapped_label(option.title(current_language()), "strong"))
    lines.addWidget(wrapped_label(option_text(option), "small"))
    if past is not None:
        lines.addWidget(wrapped_label(stats_text(past), "small"))
    return holder


def _numbered(number: int, line: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    figure = plain_label(str(number), "muted")
    figure.setFixedWidth(_NUMBER_PX)
    row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(wrapped_label(line), 1)
    return holder


def _language_with_reply(row: Listed) -> str:
    texts = row.solution.texts
    return next((code for code in LANGUAGES if code in texts and texts[code].reply), "")
