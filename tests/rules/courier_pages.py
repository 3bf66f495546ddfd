"""Couriers' pages as they look when pasted, made up here, and what is to be read in them.

Each event is month-day hour:minute on the shop's clock, place, status; oldest first or newest.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    timezone: str
    text: str
    events: tuple[tuple[str, str, str], ...]
    left_over: tuple[str, ...] = ()


PAGES = {
    "zto": Page(
        "Asia/Shanghai",
        """中通快递 75318642097531
2026-11-20 18:22:10 【杭州市】 您的快递已签收, 签收人在【菜鸟驿站】领取
2026-11-20 08:14:22 【杭州市】 快件已到达【菜鸟驿站】, 请凭取件码领取
2026-11-20 06:02:00 【杭州市】 【文一西路网点】的王师傅正在派件
2026-11-19 22:40:11 【嘉兴市】 快件离开【嘉兴中转部】已发往【杭州转运中心】
2026-11-18 17:05:53 【上海市】 【浦东网点】已揽收
查看更多""",
        (
            ("11-20 18:22", "杭州市", "delivered"),
            ("11-20 08:14", "杭州市", "waiting"),
            ("11-20 06:02", "杭州市", "out_for_delivery"),
            ("11-19 22:40", "嘉兴市", "moving"),
            ("11-18 17:05", "上海市", "picked_up"),
        ),
        ("中通快递 75318642097531", "查看更多"),
    ),
    "sf": Page(
        "Asia/Shanghai",
        """今天
14:20
【杭州市】快件派送不成功（电话无人接听）
09:01
快件交给张三，正在派送途中
昨天
21:33
快件到达 【杭州转运中心】
""",
        (
            ("11-22 14:20", "杭州市", "attempted"),
            ("11-22 09:01", "", "out_for_delivery"),
            ("11-21 21:33", "", "arrived"),
        ),
    ),
    "yto": Page(
        "Asia/Shanghai",
        """11月18日 19:30 上海市青浦区公司 已揽收
11月19日 03:12 杭州转运中心 已到达
11月20日 10:40 客户拒收，快件将退回
11月21日 下午2:05 退件已签收，签收人：商家""",
        (
            ("11-18 19:30", "上海市青浦区公司", "picked_up"),
            ("11-19 03:12", "杭州转运中心", "arrived"),
            ("11-20 10:40", "", "refused"),
            ("11-21 14:05", "", "returned"),
        ),
    ),
    "jd": Page(
        "Asia/Shanghai",
        """11-20 08:14
您的快件已由余杭营业部代收
11-19 21:00
货物已完成分拣，离开【杭州分拨中心】
11-19 07:02
货物外包装破损，已登记异常
运单号 JD0012345678901
""",
        (
            ("11-20 08:14", "", "waiting"),
            ("11-19 21:00", "", "moving"),
            ("11-19 07:02", "", "damaged"),
        ),
        ("运单号 JD0012345678901",),
    ),
    "ups": Page(
        "America/New_York",
        """Delivered
11/20/2026
2:45 P.M.
Delivered
HOUSTON, TX, US
11/20/2026
9:05 A.M.
Out For Delivery Today
Houston, TX, United States
11/18/2026 11:59 P.M.
Departed from Facility
Louisville, KY, United States
11/17/2026
12:10 A.M.
Shipper created a label, UPS has not received the package yet.
""",
        (
            ("11-20 14:45", "HOUSTON, TX, US", "delivered"),
            ("11-20 09:05", "Houston, TX, United States", "out_for_delivery"),
            ("11-18 23:59", "Louisville, KY, United States", "moving"),
            ("11-17 00:10", "", "created"),
        ),
        ("Delivered",),
    ),
    "usps": Page(
        "America/New_York",
        """Delivered, Left with Individual
HOUSTON, TX 77001
November 16, 2026, 2:45 pm
Out for Delivery
HOUSTON, TX 77001
November 16, 2026, 6:10 am
Arrived at USPS Regional Facility
NORTH HOUSTON TX DISTRIBUTION CENTER
November 15, 2026, 8:14 am
Tracking Plus
""",
        (
            ("11-16 14:45", "HOUSTON, TX 77001", "delivered"),
            ("11-16 06:10", "HOUSTON, TX 77001", "out_for_delivery"),
            ("11-15 08:14", "NORTH HOUSTON TX DISTRIBUTION CENTER", "arrived"),
        ),
        ("Tracking Plus",),
    ),
    "royal_mail": Page(
        "Europe/London",
        """20/11/2026 09:12 Item received, London Mail Centre
21/11/2026 07:55 Out for delivery
21/11/2026 13:20 Delivery attempted - no answer
21/11/2026 16:40 Available for collection
""",
        (
            ("11-20 09:12", "", "picked_up"),
            ("11-21 07:55", "", "out_for_delivery"),
            ("11-21 13:20", "", "attempted"),
            ("11-21 16:40", "", "waiting"),
        ),
    ),
    "evri": Page(
        "Europe/London",
        """20 November 2026 14:02
We've delivered your parcel
20 November 2026 08:14
Your parcel is out for delivery
19 Nov 2026 18:30
We've got it
18 Nov 2026 10:00
We are expecting your parcel
""",
        (
            ("11-20 14:02", "", "delivered"),
            ("11-20 08:14", "", "out_for_delivery"),
            ("11-19 18:30", "", "picked_up"),
            ("11-18 10:00", "", "created"),
        ),
    ),
    "dhl": Page(
        "Europe/Berlin",
        """Friday, November 20, 2026
10:05 AM\tBERLIN - GERMANY\tDelivered - Signed for by MUELLER
08:30 AM\tBERLIN - GERMANY\tShipment is with delivery courier
Thursday, November 19, 2026
23:11\tLEIPZIG - GERMANY\tCustoms clearance status updated
""",
        (
            ("11-20 10:05", "BERLIN - GERMANY", "delivered"),
            ("11-20 08:30", "BERLIN - GERMANY", "out_for_delivery"),
            ("11-19 23:11", "LEIPZIG - GERMANY", "customs"),
        ),
    ),
}
