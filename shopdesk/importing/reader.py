"""Reads exports into drafts: the one door of this package."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.importing.collect import OrderCollector, rows_below
from shopdesk.importing.declaration import Layout
from shopdesk.importing.drafts import ImportedOrder, Problem, ReadResult
from shopdesk.importing.merging import detailed
from shopdesk.importing.opening import open_tables
from shopdesk.importing.platforms import LAYOUTS
from shopdesk.importing.problems import Problems
from shopdesk.importing.recognise import Header, recognise
from shopdesk.importing.rows import RowReader
from shopdesk.rules.platforms import PLATFORMS, family

_ROWS_PER_TICK = 1_000

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class ReadCancelledError(DomainError):
    """The person stopped the reading; there is nothing to undo."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What one table gave."""

    layout: Layout
    orders: tuple[ImportedOrder, ...]
    problems: tuple[Problem, ...]
    encoding: str
    rows: int
    days_are_open: bool


def read_orders(
    path: Path,
    *,
    timezone: dt.tzinfo,
    default_currency: str,
    platform: str | None = None,
    day_first: bool | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ReadResult:
    """Read one export of orders; `read_order_files` tells the rest."""
    return read_order_files(
        [path],
        timezone=timezone,
        default_currency=default_currency,
        platform=platform,
        day_first=day_first,
        progress=progress,
        cancelled=cancelled,
    )


def read_order_files(
    paths: Sequence[Path],
    *,
    timezone: dt.tzinfo,
    default_currency: str,
    platform: str | None = None,
    day_first: bool | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ReadResult:
    """Read exports that belong together; nothing is written.

    Details give their lines to the orders of a list. Where two files of the same kind tell of
    one order, the later file counts.

    Args:
        paths: .csv, .tsv, .txt, .xlsx or .xls files of one platform.
        timezone: Where the shop is; for times without an offset.
        default_currency: For amounts of files that name no currency.
        platform: The shop's platform code; only its files are read then. None: any.
        day_first: The person's answer to a file whose dates leave open what 03/04 means.
        progress: Told lines done and all lines, several times a second.
        cancelled: Asked as often; True stops the reading.

    Raises:
        DomainError: A file is no known export, of another platform, damaged or too large.
        StorageError: A file is missing or may not be read.
        ReadCancelledError: `cancelled` said so.
    """
    headers = [(path, header) for path in paths for header in _headers(path, platform)]
    ticker = _Ticker(sum(header.table.lines for _p, header in headers), progress, cancelled)
    reads = []
    for path, header in headers:
        problems = Problems(path.name)
        reader = RowReader(
            header, problems, timezone=timezone, currency=default_currency, day_first=day_first
        )
        reads.append(_read_table(header, reader, problems, ticker))
    return _together(reads, platform)


class _Ticker:
    """Tells how far the reading is, and stops it when asked to."""

    def __init__(self, total: int, progress: Progress | None, cancelled: Cancelled | None) -> None:
        self._total = total
        self._done = 0
        self._progress = progress
        self._cancelled = cancelled

    def reached(self, line: int) -> None:
        if self._cancelled is not None and self._cancelled():
            raise ReadCancelledError(_("The import was cancelled; nothing was changed."))
        if self._progress is not None:
            self._progress(min(self._done + line, self._total), self._total)

    def table_done(self, lines: int) -> None:
        self._done += lines
        self.reached(0)


def _headers(path: Path, platform: str | None) -> tuple[Header, ...]:
    try:
        found = recognise(open_tables(path), LAYOUTS)
    except DomainError as error:
        raise _in_file(path, error) from error
    if platform is not None and any(
        family(platform) not in header.layout.platforms for header in found
    ):
        raise DomainError(
            _("{file} is a file of {kind}, but the shop is on {platform}.").format(
                file=path.name,
                kind=_(found[0].layout.title),
                platform=_(PLATFORMS[platform].name),
            )
        )
    return found


def _in_file(path: Path, error: DomainError) -> DomainError:
    sentence = _("{file}: {sentence}").format(file=path.name, sentence=error.sentence)
    return DomainError(sentence)


def _read_table(header: Header, reader: RowReader, problems: Problems, ticker: _Ticker) -> _Read:
    collector = OrderCollector(header, reader, problems)
    rows = 0
    for line, cells in rows_below(header):
        if rows % _ROWS_PER_TICK == 0:
            ticker.reached(line)
        if header.table.lossy:
            _warn_of_lost_letters(line, cells, problems)
        collector.take(line, cells)
        rows += 1
    orders = collector.finish()
    if not orders:
        problems.add("warning", None, "", _("The file has no orders that could be read."))
    ticker.table_done(header.table.lines)
    return _Read(
        layout=header.layout,
        orders=orders,
        problems=problems.all(),
        encoding=header.table.encoding,
        rows=rows,
        days_are_open=reader.days_are_open,
    )


def _warn_of_lost_letters(line: int, cells: Sequence[str], problems: Problems) -> None:
    if any("\ufffd" in cell for cell in cells):
        problems.add("warning", line, "", _("Some letters of this row could not be read."))


def _together(reads: Sequence[_Read], platform: str | None) -> ReadResult:
    if len({read.layout.platforms for read in reads}) > 1:
        raise DomainError(
            _("These files come from different platforms. Import them one after the other.")
        )
    orders = _orders_together(reads)
    codes = {order.platform for order in orders} or {reads[0].layout.platforms[0]}
    code = platform or (codes.pop() if len(codes) == 1 else reads[0].layout.platforms[0])
    shops = {order.shop_name for order in orders}
    return ReadResult(
        platform=code,
        shop_name=shops.pop() if len(shops) == 1 else "",
        orders=tuple(replace(order, platform=code) for order in orders) if platform else orders,
        problems=tuple(problem for read in reads for problem in read.problems),
        encoding=", ".join(dict.fromkeys(read.encoding for read in reads)),
        rows=sum(read.rows for read in reads),
        kinds=tuple(dict.fromkeys(read.layout.title for read in reads)),
        days_are_open=any(read.days_are_open for read in reads),
    )


def _orders_together(reads: Sequence[_Read]) -> tuple[ImportedOrder, ...]:
    orders: dict[str, ImportedOrder] = {}
    for role in ("orders", "details"):
        told = {o.number: o for read in reads if read.layout.role == role for o in read.orders}
        for number, order in told.items():
            orders[number] = detailed(orders[number], order) if number in orders else order
    return tuple(orders.values())
