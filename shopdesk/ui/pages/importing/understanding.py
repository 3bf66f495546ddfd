"""What files say, beside what the shop knows: read and planned on the reader's thread."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.importing.drafts import ImportedOrder, ReadResult
from shopdesk.importing.reader import read_order_files
from shopdesk.importing.writing.plan import ImportPlan, PlannedOrder, plan_import
from shopdesk.queries.shops import ShopRow, load_shops
from shopdesk.storage.reader import Reader
from shopdesk.ui.base.work_watch import WorkWatch
from shopdesk.ui.pages.importing.shop_guess import fits, guessed_shop

DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Question:
    """What the person asks for; `shop_id` None lets the shop be guessed.

    `remembered` names the shop of the import before. `day_first` is the answer to dates that
    may be read in two ways.
    """

    paths: tuple[Path, ...]
    remembered: str = ""
    shop_id: int | None = None
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """The answer; `days_are_open` stays true when the person has answered."""

    question: Question
    shops: tuple[ShopRow, ...]
    shop: ShopRow
    result: ReadResult
    plan: ImportPlan
    unchanged: tuple[ImportedOrder, ...]
    days_are_open: bool

    @property
    def fits(self) -> bool:
        """Whether the files come from the shop's platform."""
        return fits(self.shop, self.result)

    @property
    def strangers(self) -> int:
        """How many orders share a known one's number but not its day: another shop's, maybe."""
        return sum(_is_stranger(order) for order in self.plan.orders if order.kind == "changed")

    @property
    def is_news(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.plan.orders)


def understand(
    reader: Reader, question: Question, watch: WorkWatch, earlier: Understood | None = None
) -> Understood:
    """Read the files as their shop would and compare them with it; nothing is written.

    What was read `earlier` is taken over where it would be read the same again.
    Raises DomainError or StorageError if a file cannot be read.
    """
    shops = tuple(load_shops(reader))
    if not shops:
        raise DomainError(_("Set up your shop first, then import its orders."))
    asked = next((shop for shop in shops if shop.id == question.shop_id), None)
    first = asked or (earlier.shop if earlier else shops[0])
    result = _result(question, first, watch, earlier)
    shop = asked or guessed_shop(shops, result, question.remembered)
    if _clock(shop) != _clock(first):
        result = _result(question, shop, watch, None)
    plan = plan_import(reader, shop, result)
    return Understood(
        question=replace(question, shop_id=shop.id),
        shops=shops,
        shop=shop,
        result=result,
        plan=plan,
        unchanged=_unchanged(result.orders, plan),
        days_are_open=result.days_are_open or bool(earlier and earlier.days_are_open),
    )


def _is_stranger(order: PlannedOrder) -> bool:
    before, after = order.before.get("ordered_at"), order.after.get("ordered_at")
    return before is not None and after is not None and abs(after - before) > DAY_S


def _clock(shop: ShopRow) -> tuple[str, str]:
    """Return what of a shop decides how a file is read."""
    return shop.timezone, shop.currency


def _result(
    question: Question, shop: ShopRow, watch: WorkWatch, earlier: Understood | None
) -> ReadResult:
    if (
        earlier is not None
        and earlier.question.paths == question.paths
        and earlier.question.day_first == question.day_first
        and _clock(earlier.shop) == _clock(shop)
    ):
        return earlier.result
    return read_order_files(
        question.paths,
        timezone=ZoneInfo(shop.timezone),
        default_currency=shop.currency,
        day_first=question.day_first,
        progress=watch.progress,
        cancelled=watch.is_cancelled,
    )


def _unchanged(orders: Sequence[ImportedOrder], plan: ImportPlan) -> tuple[ImportedOrder, ...]:
    news = {order.draft.number for order in plan.orders}
    return tuple(
        order
        for order in orders
        if order.number not in news and (order.ordered_at or order.paid_at)
    )
