"""What the list of solutions shows of each."""

from shopdesk.i18n import N_
from shopdesk.ui.base.columns import Column
from shopdesk.ui.pages.solutions.listed import Listed
from shopdesk.ui.solutions.words import cost_text, score_text


def _taken(row: Listed) -> str:
    return str(row.past.taken) if row.past.taken else "—"


SOLUTION_COLUMNS: tuple[Column[Listed], ...] = (
    Column("title", N_("Solution"), 200, lambda row: row.title, stretch=True, strong=True),
    Column(
        "standing",
        N_("Version"),
        76,
        lambda row: row.standing,
        tone=lambda row: row.tone,
        badge=True,
    ),
    Column("taken", N_("Taken"), 72, _taken, right=True, sort="taken"),
    Column("cost", N_("Cost each"), 138, lambda row: cost_text(row.past), right=True),
    Column("score", N_("Score"), 80, lambda row: score_text(row.past), right=True, sort="score"),
)
