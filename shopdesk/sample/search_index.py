"""The search index of a whole new file, filled in one go."""

import json
from collections.abc import Iterator

from shopdesk.rules.folding import fold
from shopdesk.storage.connection import Connection
from shopdesk.storage.grams import pieces
from shopdesk.storage.searched import SEARCHED, Searched

CHUNK = 2_000

# Grams held in memory until a piece of the index is written: few large pieces, little merging.
_BULK_BYTES = 64 * 1024 * 1024
_USUAL_BYTES = 1024 * 1024


def fill_search(connection: Connection) -> Iterator[int]:
    """Index all that is searched in a new file; yields how many things are done."""
    done = 0
    for index in SEARCHED:
        _hold(connection, index, _BULK_BYTES)
        (last,) = connection.execute(f"SELECT ifnull(max(id), 0) FROM {index.table}").fetchone()
        for first in range(1, last + 1, CHUNK):
            chunk = range(first, min(first + CHUNK, last + 1))
            _add(connection, index, chunk)
            done += len(chunk)
            yield done
        _hold(connection, index, _USUAL_BYTES)


def _add(connection: Connection, index: Searched, ids: range) -> None:
    listed = {"ids": json.dumps(list(ids))}
    docs = [(i, fold(text)) for i, text in connection.execute(index.text_sql, listed)]
    connection.executemany(f"INSERT INTO {index.name}_doc(id, doc) VALUES (?, ?)", docs)
    connection.executemany(
        f"INSERT INTO {index.name}_fts(rowid, g) VALUES (?, ?)",
        ((i, " ".join(pieces(doc))) for i, doc in docs),
    )


def _hold(connection: Connection, index: Searched, held_bytes: int) -> None:
    fts = f"{index.name}_fts"
    connection.execute(f"INSERT INTO {fts}({fts}, rank) VALUES ('hashsize', ?)", (held_bytes,))
