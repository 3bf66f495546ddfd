"""Solutions: known situations, what to do in each, the options to offer, the words to say."""

from shopdesk.rules.solutions.amounts import AMOUNTS, amount_minor, freight_minor
from shopdesk.rules.solutions.categories import CATEGORIES
from shopdesk.rules.solutions.content import content_of, solution_of
from shopdesk.rules.solutions.solution import Solution, SolutionOption, SolutionText
from shopdesk.rules.solutions.starter import starter
from shopdesk.rules.solutions.stats import OptionKey, OptionStats, Stats, together
from shopdesk.rules.solutions.suggesting import Asked, suggested

__all__ = [
    "AMOUNTS",
    "CATEGORIES",
    "Asked",
    "OptionKey",
    "OptionStats",
    "Solution",
    "SolutionOption",
    "SolutionText",
    "Stats",
    "amount_minor",
    "content_of",
    "freight_minor",
    "solution_of",
    "starter",
    "suggested",
    "together",
]
