"""One program for one shop's folder: the lock, and the call that brings the first to the front."""

import hashlib
import logging
import os
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QLockFile,
    QObject,
    QSysInfo,
    QThread,
    Signal,
)
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from shopdesk.i18n import N_, _
from shopdesk.paths import DataFolder
from shopdesk.storage.start import Action, AlreadyOpen, Refused

ANSWER = b"raised\n"
TIMEOUT_MS = 2000
RETRY_MS = 50

log = logging.getLogger(__name__)

CANNOT_WRITE = N_("This folder cannot be written. Allow writing to it, or choose another.")
CANNOT_LOCK = N_("The shop could not be locked: the disk is full or did not answer.")
ELSEWHERE = N_(
    "This shop is open on the computer {host}. Close ShopDesk there; take over only if that"
    " computer is switched off, or writes of both would be lost."
)
SILENT = N_(
    "ShopDesk is already open with this shop but does not answer. Wait a moment and try again,"
    " or end it first."
)


class Instance(QObject):
    """This program's claim to a folder; `raised` asks its window to come to the front."""

    raised = Signal()

    def __init__(self, folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder.lock))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def hold(self) -> AlreadyOpen | Refused | None:
        """Take the folder, or bring the program that has it to the front.

        The lock of a killed program on this computer counts for nothing. Returns None when the
        folder is held, from then to `release` or the end of the process.
        """
        if self._lock.isLocked():
            return None
        self._folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._lock.tryLock(0):
            self._listen()
            return None
        match self._lock.error():
            case QLockFile.LockError.LockFailedError:
                return self._call_holder()
            case QLockFile.LockError.PermissionError:
                return Refused(_(CANNOT_WRITE), (Action.CHOOSE_FOLDER,))
            case _:
                return Refused(_(CANNOT_LOCK), (Action.RETRY, Action.CHOOSE_FOLDER))

    def take_over(self) -> AlreadyOpen | Refused | None:
        """Break another computer's lock, at the person's word, and hold the folder."""
        self._lock.removeStaleLockFile()
        return self.hold()

    def release(self) -> None:
        """Let the folder go."""
        self._server.close()
        self._lock.unlock()

    def _listen(self) -> None:
        """Wait for calls; a program without an event loop, as a command is, cannot answer any."""
        if QCoreApplication.instance() is None:
            return
        name = server_name(self._folder.root)
        QLocalServer.removeServer(name)  # left by a killed program; the lock says it is gone
        if not self._server.listen(name):
            log.warning("a second start cannot call this one: %s", self._server.errorString())

    def _call_holder(self) -> AlreadyOpen | Refused | None:
        pid, host, _application = self._lock.getLockInfo()
        if host and host != QSysInfo.machineHostName():
            sentence = _(ELSEWHERE).format(host=host)
            return Refused(sentence, (Action.RETRY, Action.TAKE_OVER, Action.CHOOSE_FOLDER), host)
        if call(self._folder):
            return AlreadyOpen()
        if not pid and self._lock.removeStaleLockFile():
            # Nobody's: a power loss left it empty. A live program's file cannot be removed.
            return self.hold()
        return Refused(_(SILENT), (Action.RETRY,))

    def _answer(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.disconnected.connect(socket.deleteLater)
            socket.write(ANSWER)
            socket.flush()
            socket.disconnectFromServer()
            self.raised.emit()


def call(folder: DataFolder) -> bool:
    """Ask the program that has the folder to come to the front; tell whether it answered."""
    deadline = QDeadlineTimer(TIMEOUT_MS)
    socket = QLocalSocket()
    while not _connected(socket, folder):
        if deadline.hasExpired():
            return False
        QThread.msleep(RETRY_MS)  # it has the lock, but does not listen yet
    if not socket.bytesAvailable():  # the connection is the call; the answer may have come with it
        socket.waitForReadyRead(TIMEOUT_MS)
    return socket.readAll().data() == ANSWER


def _connected(socket: QLocalSocket, folder: DataFolder) -> bool:
    socket.connectToServer(server_name(folder.root))
    return socket.waitForConnected(TIMEOUT_MS)


def server_name(root: Path) -> str:
    """Return the name of a folder's local server: the same however the path is written."""
    real = os.path.normcase(root.resolve())
    return f"shopdesk-{hashlib.sha256(real.encode()).hexdigest()[:20]}"
