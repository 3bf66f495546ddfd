"""`check`: is the shop's file whole, does its money add up, is its evidence what it was."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from itertools import chain

from shopdesk.cli.command import Command, opened
from shopdesk.cli.streams import say
from shopdesk.desk import Desk
from shopdesk.errors import DomainError, StorageError
from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language, ngettext
from shopdesk.paths import DataFolder
from shopdesk.queries.readable import find_unreadable
from shopdesk.queries.soundness import evidence_named, find_troubles
from shopdesk.queries.texts import find_stale_texts
from shopdesk.queries.troubles import Trouble
from shopdesk.storage.checks import find_damage
from shopdesk.storage.evidence_files import verify_all
from shopdesk.storage.reader import Reader

EVIDENCE = {
    "missing": N_("{number}: “{name}” is missing. A restored backup brings it back."),
    "changed": N_("{number}: “{name}” is not what it was. A restored backup brings it back."),
}
"""What is said of a kept file, by its trouble, a key of rules.evidence.TROUBLES."""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--quick", action="store_true", help=_("leave out the slow part"))
    parser.add_argument(
        "--mend", action="store_true", help=_("write anew first what search finds things by")
    )


def _check(folder: DataFolder, words: Namespace) -> int:
    with opened(folder, only_reads=True) as desk:
        damage = find_damage(folder.database, thorough=not words.quick)
        if damage:
            raise StorageError(
                _("The shop's file is damaged ({damage}). Restore the newest backup.").format(
                    damage=damage
                )
            )
        if words.mend:
            desk.database.renew_search()
        count = _tell(_troubles(desk, quick=words.quick))
    if count:
        raise DomainError(
            ngettext(
                "{n} thing is not as it should be. Compare it with the last backup that was.",
                "{n} things are not as they should be. Compare them with the last backup that was.",
                count,
            ).format(n=count)
        )
    say(_("The shop's file is sound."))
    return 0


def _tell(sentences: Iterator[str]) -> int:
    """Say each sentence; returns how many there were."""
    count = 0
    for sentence in sentences:
        say(sentence)
        count += 1
    return count


def _troubles(desk: Desk, *, quick: bool) -> Iterator[str]:
    """Yield what is wrong in sentences; the files themselves are read only where time is."""
    formats = Formats(current_language())
    with desk.reading() as reader:
        for trouble in chain(find_unreadable(reader), find_troubles(reader)):
            yield _sentence(trouble, formats)
        if not quick:
            yield from _search_texts(reader)
            yield from _evidence(desk.folder, reader)


def _sentence(trouble: Trouble, formats: Formats) -> str:
    def shown(value: int | str | None) -> str:
        if trouble.currency and isinstance(value, int):
            return formats.money(value, trouble.currency)
        return str(value)

    return _(trouble.sentence).format(
        number=trouble.number, found=shown(trouble.found), wanted=shown(trouble.wanted)
    )


def _search_texts(reader: Reader) -> Iterator[str]:
    count = sum(1 for _stale in find_stale_texts(reader))
    if count:
        yield ngettext(
            "{n} search text is not what its record says. “check --mend” writes it anew.",
            "{n} search texts are not what their records say. “check --mend” writes them anew.",
            count,
        ).format(n=count)


def _evidence(folder: DataFolder, reader: Reader) -> Iterator[str]:
    for finding in verify_all(folder):
        if finding.trouble:
            for named in evidence_named(reader, finding.file.sha256):
                yield _(EVIDENCE[finding.trouble]).format(number=named.number, name=named.name)


CHECK = Command("check", N_("look the shop's file through"), _arguments, _check)
