"""What buyers write, in their own voice, and what the desk answers; all invented."""

from collections.abc import Mapping

Voices = Mapping[str, tuple[str, ...]]

BUYER_NOTES: Mapping[str, Voices] = {
    "zh": {
        "too_small": (
            "按平时的码买的，根本穿不进去，偏小一码不止",
            "38 的脚买 38-39 还顶脚，退了吧",
            "小了小了，可以换大一码吗？",
        ),
        "too_large": ("太大了，像穿爸爸的", "尺寸偏大，想换小一号"),
        "changed_mind": ("不太想要了，没拆封", "家里人说已经买过了[笑哭]", "颜色跟房间不搭，退货"),
        "not_as_described": (
            "色差有点大，页面是雾蓝，收到像灰的",
            "摸起来没有描述的那么厚",
            "跟直播间看到的不一样",
        ),
        "defective": ("用了一次就坏了，有照片", "没几天就不能用了", "有一处瑕疵，刚拆就看到了"),
        "damaged_in_transit": (
            "箱子都压扁了，里面也坏了",
            "快递盒湿透，东西脏了，图发你了",
            "快递箱破了个大洞，里面也划坏了",
        ),
        "wrong_item_sent": ("我拍的米白，发来浅灰", "发错尺码了，麻烦看下"),
        "missing_parts": ("少了一个配件，用不了", "数了两遍，少一件"),
        "not_received": ("显示签收了但我没收到，门口和驿站都没有", "快递说放驿站，驿站查无此件"),
        "late": ("等了九天才到，用不上了",),
        "ordered_wrong": ("拍错规格了，不好意思", "手滑多拍了一件"),
        "price": ("刚买完第二天就降价 30，退了重拍",),
        "refused_undeliverable": ("拒收退回", "电话无人接听，派送不成功退回"),
        "other": ("家里老人用不惯", "味道有点大，晾了三天还有"),
    },
    "en": {
        "too_small": (
            "Normally a medium in everything, these won't go past my knees. Do they run small?",
            "Too tight in the waist, can I swap for an L?",
        ),
        "too_large": ("Way roomier than the chart says.", "Lovely cloth but it drowns me."),
        "changed_mind": (
            "Changed my mind, still in the bag with tags.",
            "Bought two, keeping one.",
        ),
        "not_as_described": (
            "The rust one is really more of a pink.",
            "Thinner than the photos made it look.",
        ),
        "defective": ("Came apart on the second day :(", "Broke the first time we used it."),
        "damaged_in_transit": (
            "Box was crushed, one corner is broken. Photos attached.",
            "Arrived soaked through.",
        ),
        "wrong_item_sent": (
            "I ordered sage and got oat.",
            "This is somebody else's order I think?",
        ),
        "missing_parts": (
            "There is a part missing from the box.",
            "Counted twice, one is missing.",
        ),
        "not_received": ("Tracking says delivered, nothing on the porch.",),
        "late": ("Came after the trip it was for.",),
        "ordered_wrong": ("My mistake, picked the wrong size.",),
        "price": ("Saw it 15% off the day after.",),
        "refused_undeliverable": ("Refused at the door.", "Returned to sender: no such address."),
        "other": ("It was a gift and they already had one.",),
    },
}

DECLINES: Voices = {
    "zh": ("已超过 7 天无理由期限，且商品已使用", "定制商品，下单页已确认不支持无理由退货"),
    "en": ("Used and washed; the tags were cut.", "Made to order, as confirmed at checkout."),
}

CANCELS: Voices = {
    "zh": ("买家说不退了，自己留着用", "买家一直没有寄回，协商取消"),
    "en": ("Buyer decided to keep it.", "Never sent back, agreed to drop it."),
}

DEDUCTIONS: Voices = {
    "zh": ("吊牌已剪，有使用痕迹", "外包装破损，影响二次销售"),
    "en": ("Tags were cut, traces of use.", "Box torn, cannot be sold as new."),
}

SENT_BACKS: Voices = {
    "zh": ("已洗过，不符合退货条件，原样寄回", "开箱发现非本店商品，原样寄回"),
    "en": ("Washed and worn; it goes back as it came.", "Not in the state agreed on; sent back."),
}

EMPTY_PARCELS: Voices = {
    "zh": ("空包裹，已拍照称重",),
    "en": ("Empty parcel; photographed and weighed.",),
}

FOREIGN_GOODS: Voices = {
    "zh": ("蓝牙耳机一副，不是我们的", "儿童水杯，别家吊牌"),
    "en": ("A pair of earbuds, not ours", "Somebody else's charger"),
}

PARTS: Voices = {
    "zh": ("缺的配件一份", "少的那一件"),
    "en": ("The part that was missing", "The one that was short"),
}

SHELF_NOTES: Voices = {
    "zh": ("无寄件信息，里面一件睡衣 L", "面单糊了，像是毛巾两条", "只写了“退货”，无订单号"),
    "en": ("No name inside; one throw, rust", "Label soaked; a mug, wrapped in newspaper"),
}

PHOTO_NOTES: Voices = {
    "zh": ("买家发来的", "外箱", ""),
    "en": ("From the buyer", "The box", ""),
}

DESK_NOTES: Voices = {
    "zh": (
        "旺旺回复了，等买家发照片",
        "打过电话，买家说周末寄",
        "已找快递要签收底单",
        "老客户，态度很好，尽快处理",
    ),
    "en": (
        "Asked for a photo of the seam.",
        "Sent the label by e-mail.",
        "Third order from this buyer, be quick.",
    ),
}

SELLER_NOTES: Voices = {
    "zh": ("送礼，别放价签", "要发顺丰，补差价 8 元已付", "老客户，送一包香囊"),
    "en": ("Gift, no price slip please", "Repeat buyer, add a sample"),
}
