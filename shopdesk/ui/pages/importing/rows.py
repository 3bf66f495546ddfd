"""What the preview's tables show of each order and each problem."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.importing.drafts import ImportedOrder, Problem
from shopdesk.importing.writing.plan import PlannedOrder
from shopdesk.queries.shops import ShopRow
from shopdesk.rules.order_statuses import order_status
from shopdesk.ui.base.columns import Column
from shopdesk.ui.base.goods import goods_and_others
from shopdesk.ui.base.order_badges import status_tone
from shopdesk.ui.pages.importing.changes import changes_text
from shopdesk.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One order of the file, worded; `id` is its place in the list."""

    id: int
    number: str
    day: str
    buyer: str
    items: str
    status: str
    total: str
    changes: str = ""


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One problem, worded; `id` is its place in the list."""

    id: int
    where: str
    column: str
    sentence: str
    is_error: bool


def formats_of(shop: ShopRow) -> Formats:
    """Return how figures and times of a shop are written."""
    return Formats(current_language(), ZoneInfo(shop.timezone))


def order_line(n: int, order: ImportedOrder, shop: ShopRow) -> OrderLine:
    """Word an order as the file has it."""
    formats = formats_of(shop)
    total = order.total_minor if order.total_minor is not None else order.paid_minor
    return OrderLine(
        id=n,
        number=order.number,
        day=_day(order.ordered_at or order.paid_at, formats),
        buyer=order.buyer.name or order.buyer.handle or order.buyer.email,
        items=_items(order),
        status=order.status,
        total="" if total is None else formats.money(total, order.currency or shop.currency),
    )


def changed_line(n: int, planned: PlannedOrder, shop: ShopRow) -> OrderLine:
    """Word an order that the shop knows, with what is told anew."""
    order = order_line(n, planned.draft, shop)
    return OrderLine(
        id=n,
        number=order.number,
        day=order.day,
        buyer=order.buyer,
        items=order.items,
        status=order.status,
        total=order.total,
        changes=changes_text(planned, formats_of(shop)),
    )


def problem_line(n: int, problem: Problem, *, with_file: bool) -> ProblemLine:
    """Word a problem; the file is named where there are several."""
    where = "—" if problem.line is None else str(problem.line)
    if with_file and problem.file:
        where = _("{file}, {line}").format(file=problem.file, line=where)
    return ProblemLine(n, where, problem.column, problem.sentence, problem.severity == "error")


def _items(order: ImportedOrder) -> str:
    names = [line.title or line.sku for line in order.lines]
    return goods_and_others(names[0], len(names) - 1) if names else ""


def _day(moment: datetime | None, formats: Formats) -> str:
    return "" if moment is None else formats.date(moment.astimezone(formats.timezone).date())


def _severity_tone(row: ProblemLine) -> Tone:
    return "late" if row.is_error else "wait"


_NUMBER: Column[OrderLine] = Column("number", N_("Order"), 170, lambda row: row.number)
_DAY: Column[OrderLine] = Column("day", N_("Ordered"), 132, lambda row: row.day)
_BUYER: Column[OrderLine] = Column("buyer", N_("Buyer"), 140, lambda row: row.buyer)
_TOTAL: Column[OrderLine] = Column("total", N_("Total"), 110, lambda row: row.total, right=True)

ORDER_COLUMNS: tuple[Column[OrderLine], ...] = (
    _NUMBER,
    _DAY,
    _BUYER,
    Column("items", N_("Items"), 240, lambda row: row.items, stretch=True),
    Column(
        "status",
        N_("Status"),
        110,
        lambda row: _(order_status(row.status).name),
        lambda row: status_tone(row.status),
        badge=True,
    ),
    _TOTAL,
)

CHANGE_COLUMNS: tuple[Column[OrderLine], ...] = (
    _NUMBER,
    _BUYER,
    Column("changes", N_("What changes"), 320, lambda row: row.changes, stretch=True),
    _TOTAL,
)

PROBLEM_COLUMNS: tuple[Column[ProblemLine], ...] = (
    Column(
        "severity",
        N_("Kind"),
        110,
        lambda row: _("Left out") if row.is_error else _("Look at it"),
        _severity_tone,
        badge=True,
    ),
    Column("where", N_("Line"), 110, lambda row: row.where),
    Column("column", N_("Column"), 150, lambda row: row.column),
    Column("sentence", N_("What is wrong"), 320, lambda row: row.sentence, stretch=True),
)
