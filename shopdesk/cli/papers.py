"""`slip`, `packing-slip` and their like: every document of cases, into a file or out of a printer.

What the window does these do: what is not said is as it was chosen there, and papers that are out
are remembered as printed.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from shopdesk import services
from shopdesk.cli.case_numbers import case_ids, number_of
from shopdesk.cli.command import Command, opened
from shopdesk.cli.numbers import whole_number
from shopdesk.cli.paper_out import PaperOut, out_of
from shopdesk.cli.streams import complain, say
from shopdesk.desk import Desk
from shopdesk.errors import DomainError
from shopdesk.i18n import N_, _, current_language, ngettext
from shopdesk.paths import DataFolder
from shopdesk.printing.making import OUT, MadeLot, PaperWanted, make, printed
from shopdesk.queries.label_sheets import load_label_sheets
from shopdesk.queries.packing import load_packing
from shopdesk.queries.print_queue import find_waiting_ids
from shopdesk.queries.returns import find_return_ids
from shopdesk.rules.documents import DOCUMENTS, Document
from shopdesk.rules.label_sheets import MOST_LABELS, PRESETS
from shopdesk.rules.printing import MANNERS, ORDERS, PAPER_LANGUAGES
from shopdesk.settings import PaperChoice, Settings
from shopdesk.storage.reader import Reader

MOST_COPIES = 99
LONGEST_WAIT_S = 86_400
WAIT_S = 120
"""How long a printer may wait for a person before the job is taken back."""

_COMMANDS = {
    "return_slip": ("slip", N_("print return slips, or make a PDF of them")),
    "packing_slip": ("packing-slip", N_("print packing slips, or make a PDF of them")),
    "address_label": ("address-label", N_("print address labels of reshipments")),
    "return_label": ("return-label", N_("print labels for buyers to send goods back")),
    "inspection_sheet": ("inspection-sheet", N_("print sheets to inspect returns with")),
    "packing_list": ("packing-list", N_("print one list of what is to be packed")),
    "evidence_pack": ("evidence-pack", N_("print what speaks for the shop in a case")),
}
_ORDER_HELP = N_("in which order they come out; as they are named, if left out")
_FIRST_ORDER = next(iter(ORDERS))
_EXAMPLES = {"return": "R-2611-0001", "reshipment": "S-2611-0001", "": "C-2611-0001"}


def _arguments(document: str, parser: ArgumentParser) -> None:
    example = _("such as {number}").format(number=_EXAMPLES[DOCUMENTS[document].kind])
    whose = parser.add_mutually_exclusive_group(required=True)
    whose.add_argument(
        "numbers", nargs="*", type=number_of, default=[], metavar="NUMBER", help=example
    )
    whose.add_argument("--waiting", action="store_true", help=_("all that wait to be printed"))
    parser.add_argument("--order", choices=ORDERS, help=_(_ORDER_HELP))
    parser.add_argument("--size", metavar="CODE", help=_size_help(DOCUMENTS[document]))
    parser.set_defaults(start=None)
    if DOCUMENTS[document].fits_sheets:
        help_text = _("the first free label of a sheet")
        label = whole_number(1, MOST_LABELS)
        parser.add_argument("--start", type=label, metavar="N", help=help_text)
    parser.add_argument("--language", choices=PAPER_LANGUAGES, help=_("the words on it"))
    _add_ways_out(parser)


def _size_help(about: Document) -> str:
    """Name the papers that a document may be printed on."""
    sizes = ", ".join(about.sizes)
    if not about.fits_sheets:
        return _("the paper: {sizes}").format(sizes=sizes)
    words = _("the paper: {sizes}; or a sheet of labels: {sheets}, or one of the shop's own")
    return words.format(sizes=sizes, sheets=", ".join(PRESETS))


def _add_ways_out(parser: ArgumentParser) -> None:
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("-o", "--output", type=Path, metavar="FILE", help=_("a name ending in .pdf"))
    way.add_argument("--printer", metavar="NAME", help=_("as “shopdesk printers” calls it"))
    copies = whole_number(1, MOST_COPIES)
    parser.add_argument("--copies", type=copies, default=1, metavar="N", help=_("of each paper"))
    parser.add_argument("--manner", choices=MANNERS, help=_("how the printer gets it"))
    parser.add_argument(
        "--wait",
        type=whole_number(0, LONGEST_WAIT_S),
        default=WAIT_S,
        metavar="SECONDS",
        help=_("how long the printer may be out of paper"),
    )
    parser.add_argument("--no-mark", action="store_true", help=_("do not remember it as printed"))


def _run(document: str, folder: DataFolder, words: Namespace) -> int:
    with opened(folder) as desk:
        choice = _choice(desk.settings.now, document, words)
        out = out_of(folder, words, choice.manner)
        with desk.reading() as reader:
            _check_size(reader, document, words.size)
            _check_start(reader, choice.paper, words.start)
            ids = _ids(reader, document, words, choice)
            if not ids:
                say(_("Nothing waits to be printed."))
                return 0
            start = words.start or desk.settings.now.first_free(choice.paper)
            wanted = PaperWanted(document, ids, choice, current_language(), out.dpi, start)
            made = make(reader, wanted, lambda _done: None)
        for remark in made.remarks:
            complain(remark)
        out.give(made)
        if not words.no_mark:
            _remember(desk, made, out)
    return 0


def _choice(settings: Settings, document: str, words: Namespace) -> PaperChoice:
    """Return how it is printed: as the words say, else as was chosen in the window.

    Papers that are named come in the order of their names unless another is asked for.
    """
    kept = settings.paper_choice(document)
    return replace(
        kept,
        paper=words.size or kept.paper,
        language=words.language or kept.language,
        manner=words.manner or kept.manner,
        order=words.order or (kept.order if words.waiting else ""),
    )


def _check_size(reader: Reader, document: str, size: str | None) -> None:
    """Refuse a paper that a document cannot be printed on, or that is none."""
    about = DOCUMENTS[document]
    known = list(about.sizes)
    if about.fits_sheets:
        known += [*PRESETS, *(sheet.code for sheet in load_label_sheets(reader))]
    if size is not None and size not in known:
        raise DomainError(
            _("“{size}” is no paper for this; choose one of {sizes}.").format(
                size=size, sizes=", ".join(known)
            )
        )


def _check_start(reader: Reader, code: str, start: int | None) -> None:
    """Refuse to begin at a label that a sheet does not have."""
    sheets = {**PRESETS, **{sheet.code: sheet for sheet in load_label_sheets(reader)}}
    sheet = sheets.get(code)
    if sheet is not None and start is not None and start > sheet.count:
        raise DomainError(
            ngettext(
                "“{size}” has {n} label: --start cannot be {start}.",
                "“{size}” has {n} labels: --start cannot be {start}.",
                sheet.count,
            ).format(size=code, n=sheet.count, start=start)
        )


def _ids(reader: Reader, document: str, words: Namespace, choice: PaperChoice) -> tuple[int, ...]:
    if not words.waiting:
        return tuple(case_ids(reader, words.numbers, DOCUMENTS[document].kind))
    queued = find_waiting_ids(reader, document, choice.order or _FIRST_ORDER)
    work = _WORK[document](reader) if document in _WORK else []
    return tuple(dict.fromkeys((*work, *queued)))


def _to_pack(reader: Reader) -> list[int]:
    return [row.id for row in load_packing(reader)]


def _to_inspect(reader: Reader) -> list[int]:
    return list(find_return_ids(reader, "arrived"))


_WORK: dict[str, Callable[[Reader], list[int]]] = {
    "packing_list": _to_pack,
    "inspection_sheet": _to_inspect,
}
"""The work that waits at the bench, for papers that one works by; wishes are queued besides."""


def _remember(desk: Desk, made: MadeLot, out: PaperOut) -> None:
    """Take papers out of the queue, and labels of a sheet for used."""
    draft = printed(made, out.way, out.printer)
    desk.write(OUT[out.way], lambda session: services.printing.mark_printed(session, draft))
    if made.sheet is not None:
        desk.settings.begin_labels(made.sheet.code, made.next_start)


COMMANDS = tuple(
    Command(name, summary, partial(_arguments, document), partial(_run, document))
    for document, (name, summary) in _COMMANDS.items()
)
