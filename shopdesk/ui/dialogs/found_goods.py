"""What an inspection found, as facts: in the return's detail, and where it is settled."""

from collections.abc import Iterator, Sequence

from shopdesk.i18n import _
from shopdesk.queries.inspection import FoundGoods
from shopdesk.queries.settlement import SettlementBasis
from shopdesk.rules.inspecting import CONDITIONS, DISPOSITIONS
from shopdesk.ui.base.facts import Fact
from shopdesk.ui.base.goods import goods_text


def found_facts(goods: Sequence[FoundGoods]) -> Iterator[Fact]:
    """Yield each kind of goods: its condition, and how many, where they go, what was noted."""
    for item in goods:
        yield Fact(_condition(item), _words(item))


def _condition(item: FoundGoods) -> str:
    if not item.quantity:
        return _("Not there")
    condition = CONDITIONS.get(item.condition)
    return _(condition.name) if condition else _("To judge")


def _words(item: FoundGoods) -> str:
    goods = goods_text(item.title, item.variant, item.quantity or 1)
    where = DISPOSITIONS.get(item.disposition)
    note = _("“{text}”").format(text=item.note) if item.note else ""
    return " · ".join(part for part in (goods, _(where) if where else "", note) if part)


def accepted_facts(basis: SettlementBasis) -> Iterator[Fact]:
    """Yield the goods of which fewer are accepted than were asked for."""
    for line in basis.lines:
        if line.id is not None and line.accepted < line.quantity:
            words = _("{n} of {m} · {goods}").format(
                n=line.accepted, m=line.quantity, goods=goods_text(line.title, line.variant, 1)
            )
            yield Fact(_("Accepted"), words)
