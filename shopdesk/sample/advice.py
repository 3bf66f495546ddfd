"""The policy's advice on a return, as it is kept with the case."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from shopdesk.rules.clocks import Timing
from shopdesk.rules.judging import Wish, judge, recorded
from shopdesk.sample.sales import Item, Sale


class Judged(NamedTuple):
    """An advice: its verdict and payer by code, and the whole of it as JSON text."""

    verdict: str
    freight_payer: str
    text: str


def judge_sale(
    sale: Sale,
    items: Sequence[Item],
    reason: str,
    opened_s: int,
    timing: Timing,
    *,
    has_order: bool,
) -> Judged:
    """Return what the store's policy of that time says about items that are to come back."""
    zone = timing.zone
    asked_on = datetime.fromtimestamp(opened_s, zone).date()
    delivered_on = datetime.fromtimestamp(sale.delivered_s, zone).date()
    noon = datetime.combine(delivered_on, datetime.min.time(), zone) + timedelta(hours=12)
    return _judged(
        Wish(
            policy=timing.policy,
            timezone=sale.store.draft.timezone,
            reason=reason,
            categories=frozenset(item.goods.category for item in items)
            if has_order
            else frozenset(),
            has_order=has_order,
            delivered_at=noon.astimezone(UTC) if has_order and not sale.is_refused else None,
            asked_on=asked_on,
        )
    )


@lru_cache(maxsize=16_384)
def _judged(wish: Wish) -> Judged:
    advice = judge(wish)
    text = json.dumps(recorded(advice), ensure_ascii=False, separators=(",", ":"), default=str)
    return Judged(advice.verdict, advice.freight_payer, text)
