"""What the list of solutions shows of each."""

from shopdesk.i18n import N_, _
from shopdesk.rules.solutions import CATEGORIES
from shopdesk.ui.base.columns import Column
from shopdesk.ui.pages.solutions.listed import Listed
from shopdesk.ui.solutions.words import cost_text, score_text


def _taken(row: Listed) -> str:
    return str(row.past.taken) if row.past.taken else "—"


SOLUTION_COLUMNS: tuple[Column[Listed], ...] = (
    Column("title", N_("Solution"), 200, lambda row: row.title, stretch=True, strong=True),
    Column("category", N_("About"), 130, lambda row: _(CATEGORIES[row.solution.category])),
    Column(
        "standing",
        N_("Version"),
        112,
        lambda row: row.standing,
        tone=lambda row: row.tone,
        badge=True,
    ),
    Column("taken", N_("Taken"), 64, _taken, right=True, sort="taken"),
    Column("cost", N_("Cost each"), 88, lambda row: cost_text(row.past), right=True),
    Column("score", N_("Score"), 76, lambda row: score_text(row.past), right=True, sort="score"),
)
