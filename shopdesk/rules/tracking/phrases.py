"""The phrases by which couriers say what became of a parcel, in Chinese and English.

The first that fits counts, so what is said more exactly stands before what is said in passing:
"delivery attempted" before "delivery", a refusal before the way back that it begins.
"""

import re

OTHER = "other"

_TO_POINT = r"(?:access point|parcel ?shop|pick-?up (?:point|location)|collection point|locker)"

PHRASES = (
    (
        "created",
        "等待揽",
        "待揽[收件]",
        "已下单",
        "下单成功",
        "订单已创建",
        "电子运单",
        "待出库",
        "等待取件",
    ),
    (
        "created",
        "label (?:has been )?(?:created|printed)",
        "created a (?:shipping )?label|has not received the",
        "shipping label|pre-?shipment|ready for ups|sender preparing",
        "electronic(?:ally)? (?:notif|inform|advis|transmit|submitt)",
        "order (?:information|data|processed|created)",
        "shipment information (?:has been )?(?:sent|received)",
        "(?:expecting|waiting for|awaiting) (?:your |the )?(?:item|parcel|package)",
    ),
    (
        "returned",
        "退[回件].{0,12}(?:已?签收|已?妥投|完成)",
        "已退回(?:发件|寄件|商家|卖家)",
        "退签",
    ),
    ("returned", "(?:delivered|returned) to (?:the )?(?:original )?(?:sender|shipper)"),
    ("refused", "拒收|拒签|拒绝签收"),
    ("refused", r"\brefus(?:ed|al)\b", r"\brejected\b", "declined by"),
    ("damaged", "破损|损坏|损毁"),
    ("damaged", r"\bdamaged?\b"),
    ("lost", "遗失|丢失|丢件"),
    ("lost", r"\blost\b", "cannot be located", "presumed missing"),
    ("out_of_range", "超区", "超出?(?:派送|配送|服务|投递)?范围", "不在(?:派送|配送|服务)范围"),
    ("out_of_range", "outside (?:of )?(?:the |our )?(?:delivery|service) area", "not serviced"),
    ("returning", "退回|退件|退运", "返回(?:寄件|发件)"),
    ("returning", "return(?:ing|ed)? to (?:the )?sender", "being returned", "on its way back"),
    (
        "attempted",
        "未妥投|投递未成功|投递不成功|未送达",
        "派[送件](?:不成功|未成功|失败)",
        "无人接听|无法联系|联系不上|联系不到|客户不在",
        "电话(?:无人|关机)",
        "改(?:日|约|天)",
        "再次(?:派送|投递)",
    ),
    (
        "attempted",
        r"\battempt",
        "no access|notice left|missed you|undeliverable",
        "no(?:body|-one| one) (?:was )?(?:at )?(?:home|in|available)",
        "(?:unable to|could not|couldn.t) (?:be )?deliver",
    ),
    ("delivered", "已(?:被.{0,20})?签收", "代签收|签收成功|妥投|签收人"),
    (
        "delivered",
        "(?:已|完成|成功)(?:送达|领取|取出)",
        "取件成功|投递成功|派送成功",
        "您已.{0,20}取件",
    ),
    ("waiting", rf"delivered to (?:an? |the |your )?(?:\w+ )?{_TO_POINT}"),
    (
        "delivered",
        r"(?<!be )(?<!being )(?<!not )(?<!not been )\bdelivered\b",
        "signed (?:for )?by",
        "picked up by (?:the )?(?:customer|recipient|consignee|receiver)",
        "collected by (?:the )?(?:customer|recipient)",
        "handed (?:over )?to (?:the )?(?:resident|recipient|neighbou?r)",
    ),
    ("customs", "清关|海关|报关|通关|关务"),
    ("customs", r"\bcustoms\b", r"\bclearance\b", "import dut"),
    ("waiting", "驿站|快递柜|丰巢|菜鸟柜|便利店", "代收|代存|自提|暂存|待取件|取件码"),
    (
        "waiting",
        "(?:available|ready|held|waiting|awaiting) (?:for )?(?:pick-?up|collection|collect)",
        "held at",
        rf"at (?:an? |the |your )?(?:\w+ )?{_TO_POINT}",
    ),
    ("exception", "异常|问题件|疑难件|滞留|延误|错分|错发|积压", "地址(?:不详|错误|有误)"),
    (
        "exception",
        r"\b(?:exception|delay|delayed|problem|on hold)\b",
        "mis-?(?:sorted|routed|sent)",
        "(?:incorrect|insufficient|incomplete|wrong) address",
        "severe weather",
    ),
    ("out_for_delivery", "派[送件]|正在派|投递中|安排投递|正在(?:投递|配送)|配送中|送货中"),
    (
        "out_for_delivery",
        "out for delivery|on its way to you|due to be delivered",
        "with (?:the |your |our )?(?:delivery )?(?:courier|driver)",
        "on(?:to)? (?:the |a )?(?:delivery )?vehicle",
        "(?:be|being) delivered",
    ),
    ("moving", "离开|发往|已发出|已发车|装车|下一站|前往"),
    ("arrived", "到达|抵达|已到|到件|已入库"),
    ("picked_up", "揽收|揽件|已揽|已收件|收寄|已收取|收货成功|取到"),
    ("moving", "运输|转运|在途|中转|分拣|扫描|封车"),
    (
        "arrived",
        r"\barriv(?:ed|al)\b",
        "received at",
        r"(?:item )?at (?:the )?(?:\w+ ){0,2}(?:hub|depot)",
    ),
    (
        "picked_up",
        r"\b(?:picked up|collected|accepted|acceptance)\b",
        "origin scan|in possession of item|usps in possession|posted|dropped off",
        "we(?:'ve|’ve| have)? (?:got|received)",
        "(?:item|parcel|package) received",
        "received by (?:the )?(?:carrier|evri|hermes|royal mail)",
    ),
    (
        "moving",
        r"\b(?:depart|departed|departure|left|dispatched|processed|processing|sorted)\b",
        "in transit|en route|on (?:the|its) way",
        "forwarded|transferred|moving|shipped|sent on",
    ),
)
"""A status and its patterns, in the order in which they are tried."""

_COMPILED = tuple(
    (status, re.compile("|".join(patterns), re.IGNORECASE)) for status, *patterns in PHRASES
)


def status_of(text: str) -> str:
    """Return a key of STATUSES by what a courier wrote; `other` where no phrase is known."""
    return next((status for status, phrase in _COMPILED if phrase.search(text)), OTHER)
