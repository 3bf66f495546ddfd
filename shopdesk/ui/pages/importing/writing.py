"""Writing an import that was accepted: behind a backup, in one change or not at all."""

from typing import TYPE_CHECKING

from shopdesk.paths import DataFolder
from shopdesk.ui.base.work_watch import WorkWatch
from shopdesk.ui.desk import Session
from shopdesk.ui.pages.importing.understanding import Understood

if TYPE_CHECKING:  # loaded on the writer's thread: it brings SQLAlchemy
    from shopdesk.importing.writing.accept import ImportCounts


def write_import(
    session: Session, found: Understood, folder: DataFolder, watch: WorkWatch
) -> "ImportCounts":
    """Back the shop up, then write what is new; runs on the writer's thread.

    Raises StorageError if there is no room for the backup: nothing is written then.
    """
    from shopdesk.importing.writing.accept import accept_import
    from shopdesk.storage.backups import back_up_if_changed
    from shopdesk.storage.manifests import BackupReason

    back_up_if_changed(folder, BackupReason.IMPORT)
    return accept_import(session, found.shop, found.result.orders, watch.progress_or_stop)
