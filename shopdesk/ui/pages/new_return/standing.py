"""How the form stands: what the cards at the right show and judge by."""

from dataclasses import dataclass
from datetime import date, timedelta

from shopdesk.formats import Formats
from shopdesk.queries.returnable import ReturnableOrder
from shopdesk.queries.shops import ShopRow
from shopdesk.rules.advice import Advice
from shopdesk.rules.judging import Wish, judge
from shopdesk.rules.policy import Policy
from shopdesk.rules.remedies import REMEDIES
from shopdesk.ui.pages.new_case.wording import formats_of


@dataclass(frozen=True, slots=True)
class Standing:
    """The typed parts that advice and ready reply depend on; `order` is None without one."""

    shop: ShopRow
    order: ReturnableOrder | None
    buyer: str
    items: str
    categories: frozenset[str]
    reason: str
    remedy: str
    asked_on: date
    has_evidence: bool = False

    @property
    def advice(self) -> Advice:
        """What the shop's policy says."""
        return judge(
            Wish(
                policy=self.shop.rules,
                timezone=self.shop.timezone,
                reason=self.reason,
                categories=self.categories,
                has_order=self.order is not None,
                delivered_at=self.order.delivered_at if self.order else None,
                ordered_at=self.order.ordered_at if self.order else None,
                asked_on=self.asked_on,
                has_evidence=self.has_evidence,
            )
        )

    @property
    def policy(self) -> Policy:
        """The policy that judges."""
        return self.shop.rules

    @property
    def goods_back(self) -> bool:
        """Whether goods come back, so that there is a slip and a way back to pay."""
        return REMEDIES[self.remedy].goods_back

    @property
    def formats(self) -> Formats:
        """How the shop's days and amounts are written."""
        return formats_of(self.shop.timezone)

    @property
    def send_by(self) -> date:
        """The day by which the buyer sends it, if it is agreed today."""
        return self.asked_on + timedelta(days=self.policy.send_days)
