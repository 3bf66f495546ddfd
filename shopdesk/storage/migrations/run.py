"""Alembic, held by the hand: all missing revisions in one transaction, checked before its end."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection as EngineConnection
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from shopdesk.storage.connection import APPLICATION_ID, Connection
from shopdesk.storage.migrations import HISTORY, History, Revision, fingerprint


def run_missing(
    connection: Connection,
    history: History = HISTORY,
    *,
    target: Revision | None = None,
    then: Callable[[EngineConnection], None] = lambda _transaction: None,
) -> None:
    """Bring an open file to `target` (the newest): all of it is kept at the end, or nothing.

    `then` goes on in the same transaction with what today's program derives from the rows.
    Foreign keys are off meanwhile (the rebuild of a table would delete its children) and
    checked before the commit. Leaves them off: the connection is to be closed afterwards.
    """
    goal = target or history.head
    connection.execute("PRAGMA foreign_keys=OFF")
    with _driver_errors_bare(), _engine_over(connection).begin() as transaction:
        _run(transaction, script_directory(history), goal.name)
        then(transaction)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={history.number_of(goal)}")
        _check(connection, goal)


def script_directory(history: History = HISTORY) -> ScriptDirectory:
    """Return Alembic's view of the folders of revisions."""
    folders = [str(folder) for folder in history.folders]
    return ScriptDirectory(str(Path(__file__).parent), version_locations=folders)


@contextmanager
def _driver_errors_bare() -> Iterator[None]:
    """Let the driver's own errors through, which the caller knows how to tell."""
    try:
        yield
    except DBAPIError as error:
        raise (error.orig or error) from error


def _engine_over(connection: Connection) -> Engine:
    """Lend SQLAlchemy a driver's connection; it begins by taking the write lock."""
    engine = create_engine(
        "sqlite://", module=driver, creator=lambda: connection, poolclass=StaticPool
    )

    @event.listens_for(engine, "begin")
    def begin(transaction: EngineConnection) -> None:
        transaction.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _run(transaction: EngineConnection, scripts: ScriptDirectory, target: str) -> None:
    def steps(current: Any, _context: object) -> list[Any]:  # noqa: ANN401 - as Alembic has it
        return scripts._upgrade_revs(target, current)  # noqa: SLF001 - as Alembic's own command

    with EnvironmentContext(Config(), scripts, fn=steps) as environment:
        environment.configure(
            connection=transaction, transactional_ddl=True, transaction_per_migration=False
        )
        environment.run_migrations()


def _check(connection: Connection, target: Revision) -> None:
    """Raise before the commit if the new shape is not what was landed: that is our bug."""
    orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    if orphan:
        msg = f"the upgrade left row {orphan[1]} of {orphan[0]} without its {orphan[2]}"
        raise RuntimeError(msg)
    found = fingerprint(connection)
    if found != target.fingerprint:
        msg = f"revision {target.name} came out as {found}, not {target.fingerprint}"
        raise RuntimeError(msg)
