"""A PDF printed by CUPS, and followed until CUPS says that the printer is done with it."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from shopdesk.i18n import _
from shopdesk.printers import cups_facts, cups_server
from shopdesk.printers.cups_job import Job
from shopdesk.printers.fitting import misfit
from shopdesk.printers.following import follow, silence_as_unsure
from shopdesk.printers.order import Listener, PrinterError, PrintOrder, Step
from shopdesk.printers.raster import PdfPages, bitmap
from shopdesk.printers.troubles import GONE, NO_ROOM, REFUSES, told
from shopdesk.printing.bitmaps import BitmapPdf
from shopdesk.printing.sizes import PaperSize

_LOG = logging.getLogger(__name__)
_DOTS = "dots"
_SENDING_S = 120.0
"""How long a pack of photos may be on its way to a print server."""
_KNOWN_SIZES = {"A4": "A4", "A5": "A5", "A6": "A6", "letter": "Letter"}
_JOB_NUMBER = re.compile(r"-(\d+) \(")


def print_by_cups(order: PrintOrder, listener: Listener) -> None:
    """Do what `sending.print_paper` promises, with `lp`."""
    _check(order)
    with _room(order) as folder:
        file = folder / "paper.pdf"
        total = _write(order, file, listener)
        job = _send(order, file)
    follow(job, total, order.copies, listener)


@contextmanager
def _room(order: PrintOrder) -> Iterator[Path]:
    """Lend a folder for what is sent; a disk that does not take it is told of."""
    try:
        with TemporaryDirectory(prefix="shopdesk-", ignore_cleanup_errors=True) as folder:
            yield Path(folder)
    except OSError as error:
        raise PrinterError(told(NO_ROOM, order.printer)) from error


def _check(order: PrintOrder) -> None:
    """Refuse what would wait for ever, or come out on other paper."""
    facts = cups_facts.find(order.printer)
    if facts is None:
        raise PrinterError(told(GONE, order.printer))
    if facts.refuses:
        raise PrinterError(told(REFUSES, facts.title))
    trouble = misfit(facts, order.size)
    if trouble:
        raise PrinterError(trouble)


def _write(order: PrintOrder, file: Path, listener: Listener) -> int:
    """Write what CUPS gets, and return how many pages it has."""
    pages = PdfPages(order.content)
    if order.manner == _DOTS:
        _write_dots(order, pages, file, listener)
    else:
        file.write_bytes(order.content)
    return len(pages)


def _write_dots(order: PrintOrder, pages: PdfPages, file: Path, listener: Listener) -> None:
    """Draw page after page; in the driver's hands not one dot of them changes."""
    with file.open("wb") as stream:
        pdf = BitmapPdf(stream, order.dpi)
        for number in range(len(pages)):
            listener.stop_if_cancelled()
            pdf.add(bitmap(pages.dots(number, order.dpi)))
            listener.progress(Step(0, len(pages), prepared=number + 1))
        pdf.finish()


def _send(order: PrintOrder, file: Path) -> Job:
    words = ("-d", order.printer, "-n", str(order.copies), "-t", order.title)
    options = [word for option in _options(order) for word in ("-o", option)]
    with silence_as_unsure(order.printer):
        said = cups_server.run("lp", *words, *options, "--", str(file), patience_s=_SENDING_S)
    number = _JOB_NUMBER.search(said.stdout)
    if said.returncode or not number:
        _LOG.info("lp: %s %s", said.stdout, said.stderr)
        raise PrinterError(
            _("{printer} did not take the paper: {why}").format(
                printer=order.printer, why=said.stderr.strip().removeprefix("lp: ")
            )
        )
    return Job(order.printer, int(number[1]))


def _options(order: PrintOrder) -> list[str]:
    """Return what makes CUPS leave the paper as it is.

    Older queues read PageSize and Resolution and would take the nearest size that they have a
    name for; newer ones read `media` and printer-resolution. What a queue does not know it leaves
    out. One page a sheet: the next may be another person's, and no cover page between labels.
    """
    media = media_of(order.size)
    exact = (f"media={media}", f"PageSize={media}", "print-scaling=none")
    dots = (f"Resolution={order.dpi}dpi", f"printer-resolution={order.dpi}dpi")
    alone = ("sides=one-sided", "number-up=1", "job-sheets=none", "collate=true")
    return [*exact, *alone, *(dots if order.manner == _DOTS else ())]


def media_of(size: PaperSize) -> str:
    """Return what CUPS calls a paper."""
    return _KNOWN_SIZES.get(size.code, f"Custom.{size.width_mm:g}x{size.height_mm:g}mm")
