"""Words that stand before a value, or over a column, and what they say the value is."""

import re
from collections.abc import Iterator
from functools import lru_cache

from shopdesk.rules.folding import fold
from shopdesk.rules.pasting.finding import Finding, Piece

REGION = "region"
"""Province, city and district, which the address goes on from."""

_WORDS = {
    "order_number": "订单编号 订单号 订单号码 主订单编号 子订单编号 订单 单号|order number|"
    "order no|order id|order|bestellnummer|numéro de commande|commande",
    "name": "收货人 收件人 收货人姓名 收件人姓名 姓名 联系人 买家姓名|recipient|ship to|deliver to|"
    "shipping name|full name|name|empfänger|destinataire|nom",
    "phone": "手机 手机号 手机号码 电话 电话号码 联系电话 联系方式 联系手机 收货人手机 收件人电话|"
    "phone number|phone|mobile|tel|telephone|shipping phone|telefon|téléphone",
    "address": "地址 收货地址 收件地址 详细地址 邮寄地址|delivery address|shipping address|"
    "shipping address1|address|adresse|anschrift",
    REGION: "所在地区 所在地 地区 省市区 收货地区",
    "postcode": "邮编 邮政编码|postcode|post code|postal code|zip code|zip|shipping zip|plz|"
    "code postal",
    "country": "国家|country|shipping country|land|pays",
    "waybill": "快递单号 运单号 运单号码 物流单号 快递 物流编号 快递号 寄回单号 寄回的单号 "
    "退回单号 退货快递单号|tracking number|tracking no|"
    "tracking id|tracking|waybill|sendungsnummer|numéro de suivi",
    "handle": "旺旺 买家旺旺 旺旺名 买家昵称 昵称 会员名 买家会员名 买家id 用户名|buyer id|"
    "username|user name|handle|ebay user",
    "email": "邮箱 电子邮箱|e-mail|email",
    "amount": "金额 退款金额 实付金额 实付 实付款 买家实际支付金额 总金额|amount|refund|total|"
    "betrag|montant",
    "item": "商品 商品名称 宝贝 宝贝标题 宝贝名称|item|product|lineitem name|artikel|article",
    "day": "日期 下单时间 付款时间 订单创建时间 订单付款时间|order date|date|datum",
}


def _split(words: str) -> list[str]:
    """Return the words of one kind; Chinese ones stand between blanks, the others between bars."""
    chinese, *others = words.split("|")
    return [*chinese.split(), *others]


KIND_OF_LABEL = {fold(word): kind for kind, words in _WORDS.items() for word in _split(words)}

_ANY = "|".join(re.escape(word) for word in sorted(KIND_OF_LABEL, key=len, reverse=True))
_LABEL = re.compile(rf"(?<![^\W_])({_ANY})\s*(?:[:：]|\bis\b)\s*", re.IGNORECASE)
_ONE_WORD = frozenset({"phone", "waybill", "order_number", "postcode", "email", "amount"})
_END = re.compile(r"[，,;；。\s]")
_END_OF_NAME = re.compile(r"[，,;；。\t]|\s{2,}|(?<=[\u4e00-\u9fff])\s")


_NAMING = "|".join(
    re.escape(word)
    for word in sorted(KIND_OF_LABEL, key=len, reverse=True)
    if KIND_OF_LABEL[word] in ("order_number", "waybill")
)
_NAMED = re.compile(
    rf"(?<![A-Za-z])({_NAMING})\s*(?:[:：]|no\.?)?\s*"
    r"(?P<value>#?(?=[A-Za-z-]*\d)[A-Za-z\d][A-Za-z\d-]{3,29})(?![\w-])",
    re.IGNORECASE | re.ASCII,
)


def named_numbers(piece: Piece) -> Iterator[Finding]:
    """Yield numbers that a sentence names without a colon: 订单 3398120571, order #1042."""
    for found in _NAMED.finditer(piece.text):
        kind = KIND_OF_LABEL[fold(found[1])]
        start, end = piece.start + found.start(), piece.start + found.end()
        yield Finding(kind, found["value"], start, end)


@lru_cache(maxsize=256)
def kind_of_label(words: str) -> str:
    """Return what a column's head says that it holds; empty where it is no known label."""
    return KIND_OF_LABEL.get(fold(words).strip(" :#*"), "")


def labelled(line: Piece) -> list[Finding]:
    """Return the values that stand behind labels in one line; kinds may be REGION too."""
    heads = [head for head in _LABEL.finditer(line.text) if fold(head[1]) in KIND_OF_LABEL]
    ends = [*(head.start() for head in heads[1:]), len(line.text)]
    found = []
    for head, end in zip(heads, ends, strict=False):
        kind = KIND_OF_LABEL[fold(head[1])]
        value = _value(kind, line.part(head.end(), end))
        if value.text:
            found.append(Finding(kind, value.text, line.start + head.start(), value.end))
    return found


def _value(kind: str, rest: Piece) -> Piece:
    """Return as much of what follows a label as its kind can be."""
    if kind in _ONE_WORD and not _spaced(kind, rest.text):
        cut = _END.search(rest.text)
    elif kind in ("name", "handle"):
        cut = _END_OF_NAME.search(rest.text)
    else:
        cut = None
    return rest.part(0, cut.start()) if cut else rest


def _spaced(kind: str, text: str) -> bool:
    """Tell whether the whole of a text may be one value with blanks in it, as a phone has."""
    shapes = {
        "phone": r"[+(]?[\d ()./*-]{6,}(?:\s?(?:ext\.?|x|转)\s?\d+)?",
        "waybill": r"[A-Z]{0,2}(?: ?\d){8,}(?: ?[A-Z]{2})?",
        "postcode": r"[A-Z\d]{2,5} ?[A-Z\d]{0,4}",
        "amount": r"[^\d]{0,4}\d[\d., ]*[^\d]{0,4}",
    }
    return kind in shapes and re.fullmatch(shapes[kind], text, re.IGNORECASE) is not None
