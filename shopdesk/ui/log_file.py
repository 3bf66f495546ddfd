"""The log of what went wrong, in the folder of the shop that is open."""

import logging
from logging.handlers import RotatingFileHandler

from shopdesk.paths import DataFolder

LOG_BYTES = 1_000_000
LOG_FILES = 3


class LogFile:
    """Kept while a folder is held by this program; made when there is something to write."""

    def __init__(self) -> None:
        self._handler: RotatingFileHandler | None = None

    def keep(self, folder: DataFolder) -> None:
        """Write to this folder's log from now on."""
        self.drop()
        handler = RotatingFileHandler(
            folder.log, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logging.getLogger().addHandler(handler)
        self._handler = handler

    def drop(self) -> None:
        """Let go of the file."""
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
            self._handler = None
