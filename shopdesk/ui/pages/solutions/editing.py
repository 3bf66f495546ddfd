"""The form of a solution: what it is about, its texts in both languages, its options.

EditDialog(bench, window, found).open()        # None for a new one
"""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from shopdesk import services
from shopdesk.i18n import LANGUAGES, N_, _, current_language
from shopdesk.queries.solutions import LibraryRow
from shopdesk.rules.reasons import REASONS
from shopdesk.rules.situations import SITUATIONS
from shopdesk.rules.solutions import CATEGORIES, Solution, SolutionText
from shopdesk.ui.base.fields import ChoiceField, LineField, NoteField
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.base.ticks_field import TicksField
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.solutions.option_list import OptionList
from shopdesk.ui.pages.solutions.twin_field import TwinField
from shopdesk.ui.workbench import Workbench

_WIDTH_PX = 1_000
_TITLE_LENGTH = 200
_LINE_LENGTH = 500
_TEXT_LENGTH = 10_000
_ADVICE_PX = 120
SAVED = N_("Solution saved: {title}")


class EditDialog(FormDialog):
    """Saving makes a version; the ones before can be had back."""

    def __init__(self, bench: Workbench, parent: QWidget, found: LibraryRow | None) -> None:
        super().__init__(parent, _("Solution") if found else _("New solution"))
        self.setMinimumWidth(_WIDTH_PX)
        self._bench = bench
        self._found = found
        self.category = self.form.add(
            "category", N_("&About"), ChoiceField([(c, _(name)) for c, name in CATEGORIES.items()])
        )
        self.situation = self.form.add("situation", N_("&Situation"), ChoiceField(_situations()))
        self.reasons = self.form.add("reasons", N_("&Reasons"), TicksField(_reasons()))
        self.texts = {
            "title": self.form.add("title", N_("&Title"), TwinField(_title)),
            "when": self.form.add("when", N_("&When"), TwinField(_line)),
            "words": self.form.add(
                "words",
                N_("Found &by"),
                TwinField(_line),
                hint=_("What buyers write in this case; nobody else sees it."),
            ),
            "advice": self.form.add(
                "advice", N_("What to &do"), TwinField(_advice), hint=_("One step on each line.")
            ),
            "reply": self.form.add("reply", N_("Re&ply"), TwinField(_advice)),
        }
        self.options = self.form.add("options", N_("&Options"), OptionList())
        if found is not None:
            self._fill(found.solution)
        self.form.settle()

    def save(self) -> None:
        """Put what stands in the fields in force."""
        solution = self._solution()
        seen_id = self._found.version_id if self._found else 0

        def work(session: Session) -> int:
            code = services.solutions.save_solution(session, solution, seen_id)
            return Solution(code, "", "", (), (), {}, ()).id

        values = {"title": solution.title(current_language())}
        self._bench.operations.write(SAVED, work, self.saved, self.refused, values)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer the version of before again."""
        title = self._solution().title(current_language())
        super().saved(value, change)
        if change.id is not None:
            offer_undo(self._bench, change, _(SAVED).format(title=title))

    def _fill(self, solution: Solution) -> None:
        self.category.set_value(solution.category)
        self.situation.set_value(solution.situation)
        self.reasons.set_value(solution.reasons)
        for name, field in self.texts.items():
            field.set_value(_texts_of(solution, name))
        self.options.set_value(solution.options)

    def _solution(self) -> Solution:
        texts = {name: field.value() for name, field in self.texts.items()}
        situation = self.situation.value()
        return Solution(
            code=self._found.solution.code if self._found else "",
            category=self.category.value(),
            situation=situation,
            reasons=tuple(code for code in REASONS if code in self.reasons.value()),
            causes=self._causes(situation),
            texts={language: _text(texts, language) for language in LANGUAGES},
            options=self.options.value(),
        )

    def _causes(self, situation: str) -> tuple[str, ...]:
        """Return the causes that it had; another situation brings its own."""
        before = self._found.solution if self._found else None
        if before is not None and before.situation == situation:
            return before.causes
        known = SITUATIONS.get(situation)
        return tuple(cause.code for cause in known.causes) if known else ()


def _title() -> LineField:
    return LineField(_TITLE_LENGTH)


def _line() -> LineField:
    return LineField(_LINE_LENGTH)


def _advice() -> NoteField:
    field = NoteField(_TEXT_LENGTH)
    field.setFixedHeight(_ADVICE_PX)
    return field


def _texts_of(solution: Solution, name: str) -> dict[str, str]:
    found = {language: getattr(text, name) for language, text in solution.texts.items()}
    return {
        language: "\n".join(value) if isinstance(value, tuple) else value
        for language, value in found.items()
    }


def _text(texts: Mapping[str, Mapping[str, str]], language: str) -> SolutionText:
    lines = (line.strip() for line in texts["advice"][language].splitlines())
    return SolutionText(
        title=texts["title"][language],
        when=texts["when"][language],
        advice=tuple(line for line in lines if line),
        reply=texts["reply"][language],
        words=texts["words"][language],
    )


def _situations() -> list[tuple[str, str]]:
    named = [(code, _(found.name)) for code, found in SITUATIONS.items()]
    return [("", _("None: for returns only")), *named]


def _reasons() -> list[tuple[str, str]]:
    return [(code, _(found.name)) for code, found in REASONS.items()]
