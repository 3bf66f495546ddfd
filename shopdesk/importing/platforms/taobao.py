"""Taobao and Tmall: the order list 订单报表, the details 宝贝报表, and the newer 千牛 files.

Columns come and go every year, so all names ever seen stand in one table. The order list has
the titles of all lines in one cell; the details join it on the order's number.
"""

from shopdesk.i18n import N_
from shopdesk.importing.declaration import ANY, Column, Kind, Layout, StatusRule

_PLATFORMS = ("taobao", "tmall")
_SHOP_PLATFORMS = {"旗舰店": "tmall", "专营店": "tmall", "专卖店": "tmall"}
_REFUND_FILE = frozenset({"退款编号", "退款的申请时间"})

_ORDER = (
    Column("ordered_at", ("订单创建时间",), Kind.MOMENT),
    Column("paid_at", ("订单付款时间",), Kind.MOMENT),
    Column("delivered_at", ("确认收货时间",), Kind.MOMENT),
    Column("word.status", ("订单状态",)),
    Column("status_text", ("订单状态",)),
    Column("shop_name", ("店铺名称",)),
    Column("buyer_note", ("买家留言",)),
    Column("seller_note", ("订单备注", "商家备注", "商家备忘", "备注")),
    Column("parcel.waybill", ("物流单号",), Kind.WAYBILLS),
    Column("parcel.courier_name", ("物流公司",)),
    Column("parcel.sent_at", ("发货时间",), Kind.MOMENT),
    Column("buyer.handle", ("买家会员名", "买家会员名称", "买家昵称", "买家会员昵称")),
    Column("buyer.name", ("收货人姓名", "收货人")),
    Column("buyer.phone", ("联系手机", "联系电话", "收货人手机")),
    Column("buyer.address", ("修改后的收货地址", "收货地址")),
)

_ORDER_MONEY = (
    Column("goods_minor", ("买家应付货款",), Kind.MONEY),
    Column("freight_minor", ("买家应付邮费",), Kind.MONEY),
    Column("total_minor", ("总金额",), Kind.MONEY),
    Column("paid_minor", ("买家实际支付金额", "买家实付金额"), Kind.MONEY),
    Column("refunded_minor", ("退款金额",), Kind.MONEY),
)

_JOINED_LINES = (
    Column("line.title", ("宝贝标题", "商品标题", "标题")),
    Column("line.quantity", ("宝贝总数量", "购买数量"), Kind.QUANTITY),
    Column("line.kinds", ("宝贝种类",), Kind.QUANTITY),
    Column("line.sku", ("商家编码", "图书编号")),
    Column("line.variant", ("修改后的sku", "商品属性SKU", "商品属性")),
    Column("line.category", ("类别",)),
)

_LINE = (
    Column("line.platform_line_id", ("子订单编号",), Kind.ID),
    Column("line.title", ("标题", "商品标题", "宝贝标题")),
    Column("line.quantity", ("购买数量",), Kind.QUANTITY),
    Column("line.price_minor", ("价格", "商品价格"), Kind.MONEY),
    Column("line.total_minor", ("买家应付货款",), Kind.MONEY),
    Column("line.paid_minor", ("买家实际支付金额", "买家实付金额"), Kind.MONEY),
    Column("line.refunded_minor", ("退款金额",), Kind.MONEY),
    Column("line.sku", ("商家编码", "外部系统编号")),
    Column("line.variant", ("商品属性", "套餐信息")),
)

_STATUSES = (
    StatusRule("refunded", {"word.status": "交易关闭", "paid_at": ANY}),
    StatusRule("cancelled", {"word.status": "交易关闭"}),
    StatusRule("done", {"word.status": "交易成功"}),
    StatusRule("sent", {"word.status": "卖家已发货,等待买家确认"}),
    StatusRule("sent", {"word.status": "卖家已发货"}),
    StatusRule("sent", {"word.status": "卖家部分发货"}),
    StatusRule("paid", {"word.status": "买家已付款,等待卖家发货"}),
    StatusRule("paid", {"word.status": "买家已付款"}),
    StatusRule("unpaid", {"word.status": "等待买家付款"}),
    StatusRule("unknown", {"word.status": ANY}),
    StatusRule("paid", {"paid_at": ANY}),
    StatusRule("unpaid", {"ordered_at": ANY}),
)

LAYOUTS = (
    Layout(
        key="taobao.orders",
        title=N_("Taobao and Tmall orders"),
        platforms=_PLATFORMS,
        columns=(
            Column("number", ("订单编号", "主订单编号"), Kind.ID),
            *_ORDER,
            *_ORDER_MONEY,
            *_JOINED_LINES,
        ),
        needed=(
            ("number", "buyer.handle"),
            ("ordered_at",),
            ("total_minor", "paid_minor", "goods_minor"),
        ),
        unlike=_REFUND_FILE | {"子订单编号"},
        statuses=_STATUSES,
        rows="order",
        currency="CNY",
        paid_is_net=True,
        number_from=("buyer.handle", "ordered_at"),
        title_separator="，",
        shop_platforms=_SHOP_PLATFORMS,
    ),
    Layout(
        key="taobao.details",
        title=N_("Taobao and Tmall order details"),
        platforms=_PLATFORMS,
        columns=(Column("number", ("主订单编号", "订单编号"), Kind.ID), *_ORDER, *_LINE),
        needed=(("number",), ("line.title",), ("line.price_minor",), ("line.quantity",)),
        unlike=_REFUND_FILE,
        statuses=_STATUSES,
        role="details",
        currency="CNY",
        shop_platforms=_SHOP_PLATFORMS,
    ),
)
