"""What the sample's stores sell, and how each kind of goods comes back."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goods:
    """One article; `share` of sales, `trouble` against 1 for the store's usual return rate.

    `reasons` are weights by code of rules.reasons, beside those that every article has.
    """

    sku: str
    title: str
    category: str
    price_minor: int
    variants: tuple[str, ...]
    share: int
    trouble: float
    reasons: Mapping[str, int]


USUAL_REASONS: Mapping[str, int] = {
    "changed_mind": 10,
    "not_as_described": 4,
    "defective": 4,
    "damaged_in_transit": 3,
    "wrong_item_sent": 3,
    "missing_parts": 2,
    "not_received": 2,
    "late": 1,
    "ordered_wrong": 4,
    "price": 1,
    "other": 1,
}

_SIZES = {"too_small": 4, "too_large": 4}
_RUNS_SMALL = {"too_small": 60, "too_large": 1}
_BREAKS = {"damaged_in_transit": 14}
_COLOURS = {"not_as_described": 9}
_WEARS = {"defective": 8}
_PARTS = {"missing_parts": 10}
_NONE: Mapping[str, int] = {}

_BED = ("1.5m床", "1.8m床", "2.0m床")
_SHOES = ("36-37", "38-39", "40-41", "42-43")
_SIZE_LETTERS = ("S", "M", "L", "XL")
_SOFT = ("米白", "雾蓝", "豆沙粉", "浅灰")

TEXTILES = (
    Goods(
        "SG-4J-021",
        "拾光 全棉四件套 水洗棉床单被套",
        "clothing",
        36900,
        ("米白;1.5m床", "米白;1.8m床", "雾蓝;1.5m床", "雾蓝;1.8m床", "豆沙粉;1.8m床"),
        16,
        0.9,
        _COLOURS,
    ),
    Goods("SG-BZ-104", "拾光 大豆纤维春秋被", "clothing", 25900, _BED, 10, 0.8, _NONE),
    Goods("SG-BZ-118", "拾光 加厚冬被 95%白鹅绒", "clothing", 89900, _BED, 5, 1.1, _WEARS),
    Goods("SG-ZT-007", "拾光 记忆棉护颈枕", "clothing", 12900, ("单只", "两只装"), 12, 1.3, _NONE),
    Goods("SG-MJ-033", "拾光 长绒棉毛巾 三条装", "clothing", 5900, _SOFT, 18, 0.4, _NONE),
    Goods("SG-YJ-052", "拾光 加大浴巾 A类", "clothing", 7900, _SOFT, 12, 0.4, _COLOURS),
    Goods("SG-TX-016", "拾光 云朵家居拖鞋", "clothing", 4900, _SHOES, 14, 2.6, _RUNS_SMALL),
    Goods("SG-SY-040", "拾光 莫代尔睡衣套装", "clothing", 16900, _SIZE_LETTERS, 8, 1.5, _SIZES),
    Goods("SG-CL-009", "拾光 遮光窗帘 定制尺寸", "personalised", 29900, _SOFT, 4, 0.5, _SIZES),
    Goods("SG-WZ-061", "拾光 天然乳胶床垫 5cm", "general", 79900, _BED, 3, 1.4, _NONE),
    Goods("SG-XX-025", "拾光 草本驱蚊香囊 5只", "general", 2900, ("艾草", "薰衣草"), 8, 0.4, _NONE),
)

HOMEWARE = (
    Goods("MB-CB-01", "慢半拍 手作陶瓷马克杯", "general", 6800, ("白釉", "青釉"), 20, 1.2, _BREAKS),
    Goods("MB-PZ-02", "慢半拍 粗陶餐盘 4只装", "general", 12800, ("灰", "米"), 14, 1.4, _BREAKS),
    Goods("MB-HP-03", "慢半拍 细口玻璃花瓶", "general", 5900, ("透明", "烟灰"), 13, 1.6, _BREAKS),
    Goods(
        "MB-XL-04",
        "慢半拍 大豆蜡香薰蜡烛",
        "cosmetics",
        8900,
        ("白茶", "雪松", "无花果"),
        16,
        0.6,
        _NONE,
    ),
    Goods(
        "MB-TD-05", "慢半拍 可调光小夜灯", "electronics", 11900, ("原木", "胡桃"), 10, 1.3, _WEARS
    ),
    Goods("MB-WQ-06", "慢半拍 亚麻围裙", "clothing", 7900, ("均码",), 8, 0.7, _COLOURS),
    Goods(
        "MB-KZ-07", "慢半拍 竹木置物架 免打孔", "general", 9900, ("两层", "三层"), 9, 1.2, _PARTS
    ),
    Goods("MB-CY-08", "慢半拍 明前龙井 100g", "perishable", 16800, ("罐装",), 6, 0.3, _NONE),
    Goods("MB-MM-09", "慢半拍 姓名刺绣帆布包", "personalised", 8800, ("米", "黑"), 6, 0.4, _NONE),
)

OUTDOOR = (
    Goods(
        "LT-TR-110", "Linen lounge trousers", "clothing", 6400, _SIZE_LETTERS, 16, 2.4, _RUNS_SMALL
    ),
    Goods("LT-SH-120", "Washed linen shirt", "clothing", 7200, _SIZE_LETTERS, 14, 1.2, _SIZES),
    Goods(
        "LT-BL-130",
        "Waffle throw blanket",
        "clothing",
        8900,
        ("Oat", "Rust", "Sage"),
        12,
        0.7,
        _COLOURS,
    ),
    Goods(
        "LT-LN-140",
        "Rechargeable camp lantern",
        "electronics",
        5400,
        ("Black", "Olive"),
        13,
        1.2,
        _WEARS,
    ),
    Goods(
        "LT-MG-150", "Enamel mug, set of two", "general", 2800, ("Cream", "Navy"), 15, 0.9, _BREAKS
    ),
    Goods(
        "LT-CD-160", "Cedar and sage candle", "cosmetics", 2600, ("8 oz", "14 oz"), 14, 0.5, _NONE
    ),
    Goods("LT-HK-170", "Woven hammock", "general", 11900, ("Natural", "Indigo"), 6, 1.1, _PARTS),
    Goods(
        "LT-TG-180",
        "Engraved leather luggage tag",
        "personalised",
        3400,
        ("Tan", "Black"),
        7,
        0.3,
        _NONE,
    ),
)
