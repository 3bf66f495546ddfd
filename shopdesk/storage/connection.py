"""One way to open the shop's file: the driver and the settings every connection gets.

The driver is sqlcipher3, so that every system has the same SQLite (an ordinary file as long as
no key is given), with fixes that the interpreter's own may lack.
"""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from shopdesk.errors import StorageError
from shopdesk.i18n import _

APPLICATION_ID = 0x53484F50
"""`SHOP` in the file's header."""

Connection = Any
"""A driver connection (DB-API 2); sqlcipher3 ships no types."""

BUSY_TIMEOUT_MS = 5000

# Order matters: the journal first, for what follows is written through it. FULL in WAL is the
# only mode that keeps an acknowledged write through a power loss without slow folder syncs.
PRAGMAS = (
    ("trusted_schema", "OFF"),
    ("cell_size_check", "ON"),
    ("mmap_size", "0"),
    ("synchronous", "FULL"),
    ("fullfsync", "ON"),
    ("checkpoint_fullfsync", "ON"),
    ("foreign_keys", "ON"),
    ("recursive_triggers", "ON"),
    ("secure_delete", "ON"),
    ("journal_size_limit", str(64 * 1024 * 1024)),
    ("temp_store", "MEMORY"),
)


def connect(path: Path, *, read_only: bool = False) -> Connection:
    """Open the file; a reader cannot write, whatever it is asked to run.

    Transactions are the caller's: the driver begins none by itself. Raises driver errors.
    """
    mode = "ro" if read_only else "rwc"
    connection = driver.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_TIMEOUT_MS / 1000,
    )
    if not read_only:
        _use_wal(connection)
    for name, value in PRAGMAS:
        connection.execute(f"PRAGMA {name}={value}")
    if connection.execute("PRAGMA foreign_keys").fetchone()[0] != 1:
        raise StorageError(_("This SQLite cannot keep records together. Install ShopDesk again."))
    if read_only:
        connection.execute("PRAGMA query_only=ON")
    return connection


def _use_wal(connection: Connection) -> None:
    """Write ahead; where the file system cannot, the slow journal that is as safe."""
    if connection.execute("PRAGMA journal_mode=WAL").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA synchronous=EXTRA")
