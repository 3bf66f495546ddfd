"""The sample's three stores: who they are, what they sell, who carries it, how fast."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from shopdesk.sample.goods import HOMEWARE, OUTDOOR, TEXTILES, Goods
from shopdesk.services.drafts import ShopDraft

BREAKER = "pangolin"
"""The invented courier that breaks things."""

BREAKER_NAME = "穿山甲快运"
OWN_NAMES = {BREAKER: BREAKER_NAME}
"""Couriers that are no preset, as a parcel keeps their names."""

PEOPLE = ("小李", "小周", "Anna")


@dataclass(frozen=True, slots=True)
class Store:
    """One store of the sample; `share` of all orders, `utc_offset_hours` for its buyers' day.

    Couriers are weights by code. Money is in the shop's minor units: `freight_minor` is paid
    below `free_from_minor`, `way_back_minor` is what a parcel back costs.
    """

    draft: ShopDraft
    speech: Literal["zh", "en"]
    share: int
    goods: tuple[Goods, ...]
    couriers: Mapping[str, int]
    people: tuple[str, ...]
    utc_offset_hours: int
    transit_days: tuple[float, float]
    free_from_minor: int
    freight_minor: int
    way_back_minor: int
    tax_percent: int = 0


STORES = (
    Store(
        ShopDraft(
            name="拾光家纺旗舰店",
            platform="tmall",
            region="CN",
            currency="CNY",
            timezone="Asia/Shanghai",
            policy="CN",
            return_name="拾光家纺售后",
            return_phone="12500000001",
            return_address="江苏省南通市拾光区织锦路 18 号 2 号仓",
        ),
        speech="zh",
        share=52,
        goods=TEXTILES,
        couriers={"zto": 30, "yto": 22, "yunda": 18, BREAKER: 14, "sf": 10, "ems": 6},
        people=("小李", "小周"),
        utc_offset_hours=8,
        transit_days=(1.2, 4.0),
        free_from_minor=4900,
        freight_minor=600,
        way_back_minor=1200,
    ),
    Store(
        ShopDraft(
            name="Lantern & Thread",
            platform="shopify",
            region="US",
            currency="USD",
            timezone="America/New_York",
            policy="US",
            return_name="Lantern & Thread Returns",
            return_phone="+1 207-555-0100",
            return_address="18 Weaver Lane, Unit 2, Harrow Bay, ME 04000, United States",
        ),
        speech="en",
        share=26,
        goods=OUTDOOR,
        couriers={"usps": 55, "ups": 30, "fedex": 15},
        people=("Anna",),
        utc_offset_hours=-5,
        transit_days=(2.0, 6.5),
        free_from_minor=7500,
        freight_minor=695,
        way_back_minor=800,
        tax_percent=6,
    ),
    Store(
        ShopDraft(
            name="慢半拍生活",
            platform="xiaohongshu",
            region="CN",
            currency="CNY",
            timezone="Asia/Shanghai",
            policy="CN",
            return_name="慢半拍生活 小周",
            return_phone="12500000002",
            return_address="江西省景德镇市慢半拍区窑火路 7 号",
        ),
        speech="zh",
        share=22,
        goods=HOMEWARE,
        couriers={"zto": 30, "sto": 22, BREAKER: 26, "sf": 14, "jd": 8},
        people=("小周", "小李"),
        utc_offset_hours=8,
        transit_days=(1.5, 4.5),
        free_from_minor=9900,
        freight_minor=800,
        way_back_minor=1200,
    ),
)
