"""A whole solution as plain text, in the person's language."""

from collections.abc import Iterator

from shopdesk.i18n import _, current_language
from shopdesk.rules.solutions import Solution
from shopdesk.ui.solutions.words import option_text


def solution_words(solution: Solution) -> str:
    """Return its title, when it applies, what to do, its options and its reply."""
    return "\n\n".join(filter(None, _parts(solution)))


def _parts(solution: Solution) -> Iterator[str]:
    language = current_language()
    text = solution.text(language)
    yield "\n".join(filter(None, (text.title, text.when)))
    numbered = enumerate(text.advice, 1)
    yield "\n".join(_("{n}. {line}").format(n=n, line=line) for n, line in numbered)
    for option in solution.options:
        yield f"{option.title(language)}\n{option_text(option)}"
    yield text.reply
