"""Rules that a shop's file keeps, each one statement, and what is told of what breaks them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Rule:
    """`sql` gives number, currency, what was found and what should be, of each that breaks it.

    The sentence's `{found}` and `{wanted}` are money where a currency is given, else as they are.
    """

    sentence: str
    sql: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """A case that breaks a rule, by its number; amounts are minor units of `currency`."""

    sentence: str
    number: str
    currency: str
    found: int | str | None
    wanted: int | str | None


def find_by(reader: Reader, rules: Iterable[Rule]) -> Iterator[Trouble]:
    """Yield what breaks any of some rules."""
    for rule in rules:
        for number, currency, found, wanted in reader.rows(rule.sql):
            yield Trouble(rule.sentence, number, currency, found, wanted)
