"""What a solution must have before it is put in force."""

from collections import Counter

from shopdesk.errors import FieldError
from shopdesk.i18n import LANGUAGES, _
from shopdesk.rules.follow_ups import KINDS
from shopdesk.rules.liability import PARTIES
from shopdesk.rules.options import DEEDS
from shopdesk.rules.reasons import REASONS
from shopdesk.rules.situations import SITUATIONS
from shopdesk.rules.solutions import AMOUNTS, CATEGORIES, Solution, SolutionOption
from shopdesk.rules.typed import shows
from shopdesk.services.checks import LINE_LENGTH, NOTE_LENGTH, known, text_fits
from shopdesk.services.replies import check_blanks

MOST_FOLLOW_DAYS = 365
MOST_PERCENT = 100
_LENGTHS = {"title": 200, "when": LINE_LENGTH, "reply": NOTE_LENGTH, "words": NOTE_LENGTH}


def check_solution(solution: Solution) -> None:
    """Refuse a solution that could not be offered; raises FieldError at what it is about."""
    known("category", solution.category, CATEGORIES)
    known("situation", solution.situation, {"", *SITUATIONS})
    for reason in solution.reasons:
        known("reasons", reason, REASONS)
    if not any(shows(text.title) for text in solution.texts.values()):
        raise FieldError("title", _("Give it a title in at least one language."))
    for text in solution.texts.values():
        for field, length in _LENGTHS.items():
            text_fits(field, getattr(text, field), length)
        text_fits("advice", "\n".join(text.advice), NOTE_LENGTH)
        check_blanks("reply", text.reply)
    _check_options(solution)


def _check_options(solution: Solution) -> None:
    if not solution.options:
        raise FieldError("options", _("Add at least one option that a buyer can be offered."))
    for option in solution.options:
        _check_option(option)
    often = Counter(option.code for option in solution.options)
    if max(often.values()) > 1:
        raise FieldError("options", _("Two options are the same one. Take one of them away."))


def _check_option(option: SolutionOption) -> None:
    if not any(shows(option.titles.get(language, "")) for language in LANGUAGES):
        raise FieldError("options", _("Say what each option is, or take its line away."))
    for title in option.titles.values():
        text_fits("options", title)
    _check_codes(option)
    if option.amount == "share" and not 0 < option.percent <= MOST_PERCENT:
        raise FieldError("options", _("Say how many per cent: 1 to 100."))
    if option.amount != "none" and not DEEDS[option.does].has_amount:
        raise FieldError(
            "options",
            _("“{deed}” pays no amount of its own. Choose no money there, or another deed.").format(
                deed=_(DEEDS[option.does].name)
            ),
        )
    if not 0 <= option.follow_days <= MOST_FOLLOW_DAYS:
        raise FieldError("options", _("Follow up within a year."))


def _check_codes(option: SolutionOption) -> None:
    known("options", option.does, DEEDS)
    known("options", option.amount, AMOUNTS)
    known("options", option.party, {"", *PARTIES})
    known("options", option.follow_kind, {"", *KINDS})
