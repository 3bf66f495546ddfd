"""A history that goes on after today's newest revision, so that upgrades can be tried now."""

from pathlib import Path

from shopdesk.storage.connection import connect
from shopdesk.storage.migrations import HISTORY, History, Revision, fingerprint
from shopdesk.storage.migrations.run import _engine_over, _run, script_directory

LATER = Path(__file__).parent / "later"
NAMES = ("9001", "9002")


def later_history(scratch: Path) -> History:
    """Return our history and two revisions more; `scratch` is a folder for finding their shape."""
    blank = _continued(dict.fromkeys(NAMES, ""))
    connection = connect(scratch / "later.db")
    found = {}
    for name in NAMES:
        with _engine_over(connection).begin() as transaction:
            _run(transaction, script_directory(blank), name)
        found[name] = fingerprint(connection)
    connection.close()
    return _continued(found)


def _continued(fingerprints: dict[str, str]) -> History:
    more = tuple(Revision(name, value) for name, value in fingerprints.items())
    return History(HISTORY.revisions + more, (*HISTORY.folders, LATER))
