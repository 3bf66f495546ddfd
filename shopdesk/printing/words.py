"""The words of a paper, in its own language or in two, whatever the screen speaks."""

from collections.abc import Iterable
from gettext import NullTranslations

from shopdesk.i18n import catalogue
from shopdesk.rules.printing import BOTH

_SPOKEN = {BOTH: ("zh_CN", "en")}


class Words:
    """Says texts of the program in one language, or in several beside each other."""

    def __init__(self, catalogues: Iterable[NullTranslations]) -> None:
        self._catalogues = tuple(catalogues)

    def each(self, text: str) -> tuple[str, ...]:
        """Return `text` in every language, a word that is the same in two only once."""
        return tuple(dict.fromkeys(known.gettext(text) for known in self._catalogues))

    def gettext(self, text: str) -> str:
        """Return `text` in every language on one line; what another one says too is left out."""
        said = self.each(text)
        return " ".join(one for one in said if not any(_has(other, one) for other in said))

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return the form of a counted text for `n`, in every language on one line."""
        forms = (known.ngettext(one, many, n) for known in self._catalogues)
        return " ".join(dict.fromkeys(forms))


def _has(text: str, words: str) -> bool:
    """Tell whether whole words stand in a longer text, as "USPS" in its Chinese name."""
    return text != words and f" {words} " in f" {text} "


def words_of(language: str) -> Words:
    """Return the words of a language, or those of both for BOTH."""
    return Words(map(catalogue, _SPOKEN.get(language, (language,))))


def first_language(language: str) -> str:
    """Return the language itself, or the first of both: that of figures and days."""
    return _SPOKEN.get(language, (language,))[0]


def pdf_language(language: str) -> str:
    """Return what a PDF says that it speaks."""
    return first_language(language).replace("_", "-")
