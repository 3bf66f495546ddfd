"""What options that came from the library are called in each language that it knows."""

from collections.abc import Mapping

from shopdesk.queries.solutions import load_library
from shopdesk.rules.solutions import OptionKey
from shopdesk.storage.reader import Reader

Titles = Mapping[str, str]
"""By language."""


def load_option_titles(reader: Reader) -> Mapping[OptionKey, Titles]:
    """Return the titles by the codes of solution and option, retired ones as well."""
    return {
        (row.solution.code, option.code): option.titles
        for row in load_library(reader)
        for option in row.solution.options
    }


def titles_of(known: Titles, stored: str) -> Titles:
    """Return the titles of one option; none where a person reworded what is stored of it."""
    return known if stored in known.values() else {}
