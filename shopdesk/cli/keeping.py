"""`backup`, `restore`: keeping the shop's file safe without a window."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from shopdesk.cli.command import Command, opened, output_of
from shopdesk.cli.streams import say
from shopdesk.errors import StorageError
from shopdesk.i18n import N_, _
from shopdesk.instance import Instance
from shopdesk.paths import DataFolder
from shopdesk.rules.sentences import evidence_lacking
from shopdesk.storage.backups import save_copy
from shopdesk.storage.restore import restore
from shopdesk.storage.start import AlreadyOpen, Refused

_COUNTED = {"orders": N_("Orders"), "cases": N_("Cases"), "customer": N_("Customers")}


def _backup_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")


def _backup(folder: DataFolder, words: Namespace) -> int:
    target = output_of(folder, words)
    with opened(folder):
        copy = save_copy(folder.database, target)
    say(_("Copied and checked: {file}").format(file=target))
    for table, count in copy.contents.rows.items():
        say(f"  {_(_COUNTED[table])}: {count}")
    _tell_lacking(copy.lacking)
    return 0


def _restore_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def _restore(folder: DataFolder, words: Namespace) -> int:
    instance = Instance(folder)
    held = instance.hold()
    if isinstance(held, AlreadyOpen):
        raise StorageError(_("ShopDesk has this shop open. Close its window, then try again."))
    if isinstance(held, Refused):
        raise StorageError(held.sentence)
    try:
        restored = restore(folder, words.file)
    finally:
        instance.release()
    say(_("Restored. The file that was there is kept in {folder}").format(folder=restored.aside))
    _tell_lacking(restored.lacking)
    return 0


def _tell_lacking(files: int) -> None:
    if files:
        say(evidence_lacking(files))


BACKUP = Command("backup", N_("write a checked copy of the shop"), _backup_arguments, _backup)
RESTORE = Command("restore", N_("put a backup in the shop's place"), _restore_arguments, _restore)
