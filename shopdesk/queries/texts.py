"""Are the search texts what the rows say: asked by `check`, for nobody else would notice."""

from collections.abc import Iterator
from dataclasses import dataclass

from shopdesk.rules.folding import fold
from shopdesk.storage.reader import Reader
from shopdesk.storage.searched import SEARCHED, Searched


@dataclass(frozen=True, slots=True)
class StaleText:
    """A thing that search knows by other words than its own; `kind` is its name in SEARCHED."""

    kind: str
    id: int


def find_stale_texts(reader: Reader) -> Iterator[StaleText]:
    """Yield what is kept, missing or left over otherwise than the rows say, kind by kind.

    Reads every text: about three seconds for 100,000 cases and their orders.
    """
    for kind in SEARCHED:
        unindexed = {row[0] for row in reader.rows(_unindexed(kind))}
        for row_id, text, kept in reader.stream(kind.kept_sql):
            wanted = None if text is None else fold(text)
            if wanted != kept or row_id in unindexed:
                yield StaleText(kind.name, row_id)


def _unindexed(kind: Searched) -> str:
    """Return the SQL of texts whose pieces are not in the index."""
    return (
        f"SELECT id FROM {kind.name}_doc WHERE id NOT IN (SELECT id FROM {kind.name}_fts_docsize)"
    )
