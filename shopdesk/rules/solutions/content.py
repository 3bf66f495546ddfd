"""Solutions as plain data: how they lie in the starter's files and in a shop's versions."""

from collections.abc import Mapping
from typing import Any

from shopdesk.i18n import LANGUAGES
from shopdesk.rules.situations import SITUATIONS
from shopdesk.rules.solutions.solution import Solution, SolutionOption, SolutionText

Content = Mapping[str, Any]


def content_of(solution: Solution) -> dict[str, Any]:
    """Return all of a solution but its code, as JSON can hold it."""
    return {
        "category": solution.category,
        "situation": solution.situation,
        "reasons": list(solution.reasons),
        "causes": list(solution.causes),
        **{language: _text_content(text) for language, text in solution.texts.items()},
        "options": [_option_content(option) for option in solution.options],
    }


def solution_of(code: str, content: Content) -> Solution:
    """Return a solution from its content; without causes of its own it has the situation's."""
    situation = str(content.get("situation", ""))
    known = SITUATIONS.get(situation)
    causes = tuple(cause.code for cause in known.causes) if known else ()
    return Solution(
        code=code,
        category=str(content["category"]),
        situation=situation,
        reasons=tuple(content.get("reasons", ())),
        causes=tuple(content.get("causes", causes)),
        texts={language: _text_of(content.get(language, {})) for language in LANGUAGES},
        options=tuple(_option_of(code, option) for option in content.get("options", ())),
    )


def _text_content(text: SolutionText) -> dict[str, Any]:
    return {
        "title": text.title,
        "when": text.when,
        "advice": list(text.advice),
        "reply": text.reply,
        "words": text.words,
    }


def _text_of(content: Content) -> SolutionText:
    return SolutionText(
        title=content.get("title", ""),
        when=content.get("when", ""),
        advice=tuple(content.get("advice", ())),
        reply=content.get("reply", "").strip(),
        words=content.get("words", ""),
    )


def _option_content(option: SolutionOption) -> dict[str, Any]:
    return {
        "code": option.code,
        **option.titles,
        "does": option.does,
        "amount": option.amount,
        "percent": option.percent,
        "pays_freight": option.pays_freight,
        "party": option.party,
        "follow": option.follow_kind,
        "days": option.follow_days,
    }


def _option_of(solution: str, content: Content) -> SolutionOption:
    return SolutionOption(
        solution=solution,
        code=content["code"],
        titles={language: content.get(language, "") for language in LANGUAGES},
        does=content["does"],
        amount=content.get("amount", "none"),
        percent=content.get("percent", 0),
        pays_freight=content.get("pays_freight", False),
        party=content.get("party", ""),
        follow_kind=content.get("follow", ""),
        follow_days=content.get("days", 0),
    )
