"""Where things lie: what ships with the program, and the shop's own data folder."""

import sys
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

APP_NAME = "ShopDesk"

ATTACHMENTS = "att"
"""The folder, beside a shop's file or beside its backups, of the evidence that they name."""


def resource(name: str) -> Path:
    """Return the place of a shipped file or folder, in a source tree or a frozen build."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root / "resources" / name


@dataclass(frozen=True, slots=True)
class DataFolder:
    """One shop's folder: the database and all that belongs to it."""

    root: Path

    @property
    def database(self) -> Path:
        """The SQLite file that holds every case."""
        return self.root / "shop.db"

    @property
    def backups(self) -> Path:
        """The folder of verified copies."""
        return self.root / "backups"

    @property
    def attachments(self) -> Path:
        """The folder of photos and other evidence; backups have one like it among them."""
        return self.root / ATTACHMENTS

    @property
    def settings(self) -> Path:
        """The choices of the person at this machine."""
        return self.root / "settings.json"

    @property
    def log(self) -> Path:
        """The log that a bug report needs."""
        return self.root / "shopdesk.log"

    @property
    def lock(self) -> Path:
        """The lock that keeps a second program out."""
        return self.root / "shop.lock"

    @property
    def documents(self) -> Path:
        """The folder in which PDFs are offered to be saved."""
        return self.root / "documents"

    def owns(self, path: Path) -> bool:
        """Tell whether a file is one that the shop lives by, so that nothing may replace it."""
        found = path.resolve()
        journals = [
            self.database.with_name(f"{self.database.name}-{end}") for end in ("wal", "shm")
        ]
        own = (self.database, *journals, self.settings, self.lock, self.log)
        kept = {self.backups.resolve(), self.attachments.resolve()}
        return found in [file.resolve() for file in own] or not kept.isdisjoint(found.parents)


def shop_folder() -> DataFolder:
    """Return the folder of the person's own shop."""
    return DataFolder(user_data_path(APP_NAME, appauthor=False) / "shop")


def sample_folder() -> DataFolder:
    """Return the folder of the sample shop, which never mixes with the real one."""
    return DataFolder(user_data_path(APP_NAME, appauthor=False) / "sample")
