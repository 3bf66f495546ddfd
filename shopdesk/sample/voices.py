"""What couriers, buyers and the desk say about parcels, claims and calls; all invented."""

from collections.abc import Mapping

Voices = Mapping[str, tuple[str, ...]]

SCANS: Mapping[str, Mapping[str, tuple[tuple[str, str], ...]]] = {
    "zh": {
        "picked_up": (("织锦区", "【织锦区】快件已揽收，揽收员 小何"), ("瓷城", "您的快件已揽收")),
        "moving": (("转运中心", "快件离开【织锦转运中心】，发往【长河转运中心】"),),
        "arrived": (("长河", "快件到达【长河转运中心】"), ("北渡", "快件已到达【北渡营业部】")),
        "out_for_delivery": (("北渡", "【北渡营业部】快递员 小马 正在派送"),),
        "delivered": (("北渡", "您的快件已签收，签收人：本人"), ("长河", "快件已签收，家人代签")),
        "damaged": (("长河", "快件外包装破损，已拍照登记"),),
        "refused": (("北渡", "收件人拒收，等待处理"),),
        "attempted": (("北渡", "电话无人接听，派送未成功"),),
        "returned": (("织锦区", "快件已退回寄件人"),),
        "out_of_range": (("北渡", "超出派送范围，请联系发件网点"),),
    },
    "en": {
        "picked_up": (("Harrow Bay", "Picked up"), ("Harrow Bay", "USPS in possession of item")),
        "moving": (("Harrow Bay", "Departed facility"), ("Elm Junction", "In transit")),
        "arrived": (("Elm Junction", "Arrived at facility"),),
        "out_for_delivery": (("Millford", "Out for delivery"),),
        "delivered": (("Millford", "Delivered, front door"), ("Millford", "Delivered")),
        "damaged": (("Elm Junction", "Package damaged in handling"),),
        "refused": (("Millford", "Refused by the recipient"),),
        "attempted": (("Millford", "Delivery attempt: no access"),),
        "returned": (("Harrow Bay", "Delivered to original sender"),),
        "out_of_range": (("Millford", "Address is outside of our delivery area"),),
    },
}

WAITS: Voices = {
    "zh": ("缺货，周五到", "等买家确认颜色"),
    "en": ("Out of stock until Friday", "Waiting for the buyer to confirm the colour"),
}

DEALT: Voices = {
    "zh": ("已和买家协商，退款处理", "买家同意换地址，另发"),
    "en": ("Agreed with the buyer on a refund.", "Buyer gave another address."),
}

CLAIM_REFUSALS: Voices = {
    "zh": ("快递称包装不合格，不予赔付",),
    "en": ("Courier says the packaging was not good enough.",),
}

COURIER_DESK: Voices = {"zh": ("网点客服",), "en": ("Claims desk",)}

CHASED: Voices = {
    "zh": ("客服说在查，明天答复", "网点说爆仓，两天内有更新"),
    "en": ("They opened a trace, answer tomorrow.",),
}

WISHES: Voices = {
    "zh": ("", "尽快解决", "补发一件", "退差价", "给个说法"),
    "en": ("", "Send another one", "Some money back", "An answer, please"),
}

REPLIES: Voices = {
    "zh": ("亲，非常抱歉，已经在核实了", "收到，马上帮您查"),
    "en": ("Sorry about this, we are looking into it.", ""),
}

CHOICES: Voices = {"zh": ("", "买家说这样可以"), "en": ("", "Fine with the buyer.")}

WITHDRAWN: Voices = {
    "zh": ("买家说包裹到了，不投诉了", "是家里人代收的，误会"),
    "en": ("It turned up at the neighbour's.",),
}

UNANSWERED: Voices = {
    "zh": ("问了两次没有回复，先关闭",),
    "en": ("Asked twice, no answer.",),
}

REOPENED: Voices = {
    "zh": ("买家说问题没有解决",),
    "en": ("The buyer says that it is not solved.",),
}

FEW: Voices = {
    "zh": ("只有这一种办法",),
    "en": ("There is no other way here.",),
}

PLATFORM_ASKS: Voices = {
    "zh": ("发货底单、聊天记录、包装照片",),
    "en": ("Proof of postage, photos of the packaging",),
}

VERDICT_NOTES: Voices = {"zh": ("平台判定凭证有效", ""), "en": ("", "Evidence accepted.")}

OUTCOMES: Voices = {
    "zh": ("", "买家说收到了，没问题", "挺满意，说下次还来"),
    "en": ("", "All arrived, happy.", "Sounded content."),
}

SCORE_NOTES: Voices = {
    "zh": ("", "处理快", "客服耐心", "等太久"),
    "en": ("", "Quick answer", "Took too long"),
}

CALLS: Voices = {
    "zh": ("问问换的尺码合不合适", "请买家改评价", "节前回访老客户", "约好下午回电话"),
    "en": ("Ask whether the size fits now", "Asked for a call after lunch"),
}

HANDOVERS: Voices = {"zh": ("", "休假，麻烦跟一下"), "en": ("", "Out until Monday.")}

FLAG_REASONS: Mapping[str, Voices] = {
    "vip": {
        "zh": ("老客户，年年大单", "企业采购，态度好"),
        "en": ("Buys for the whole office every winter.",),
    },
    "careful": {
        "zh": ("多次仅退款，先要凭证", "退回过空包裹"),
        "en": ("Three refunds without goods this year.",),
    },
}
