"""What is picked out of pasted texts, Chinese and Western; nothing is ever made up."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.rules.pasting import KINDS, Finding, Known, picked_out

KNOWN = Known(date(2026, 11, 22), "CNY", orders=frozenset({"778899", "A-77"}))
HANGZHOU = "浙江省杭州市余杭区文一西路969号3幢502室"


def told(text: str, known: Known = KNOWN) -> dict[str, str]:
    """Return the first value of each kind; one that is not sure has a question mark."""
    found: dict[str, str] = {}
    for finding in picked_out(text, known):
        mark = "" if finding.sure else "?"
        found.setdefault(finding.kind, f"{finding.value}{mark}")
    return found


WHO = {"name": "张伟", "phone": "13812345678", "address": HANGZHOU}

CHINESE = [
    (f"收货人：张伟\n手机号码：13812345678\n地址：{HANGZHOU}", WHO),
    (f"收货人:张伟 电话:13812345678 地址:{HANGZHOU}", WHO),
    (f"姓名：张伟；联系电话：13812345678；收货地址：{HANGZHOU}", WHO),
    (("收件人：张伟\n手机：13812345678\n所在地区：浙江省杭州市余杭区\n"
      "详细地址：文一西路969号3幢502室"),
     {**WHO, "address": "浙江省杭州市余杭区 文一西路969号3幢502室"}),
    (f"张伟，13812345678，{HANGZHOU}", WHO),
    (f"{HANGZHOU} 张伟 13812345678", WHO),
    (f"13812345678 张伟 {HANGZHOU}", WHO),
    (f"张伟 13812345678\n{HANGZHOU}", WHO),
    (f"张伟\n13812345678\n{HANGZHOU}", WHO),
    (f"张伟，86-13812345678，{HANGZHOU}，310023",
     {**WHO, "phone": "86-13812345678", "postcode": "310023"}),
    ("张伟，13812345678，浙江省 杭州市 余杭区 五常街道 文一西路969号3幢",
     {**WHO, "address": "浙江省 杭州市 余杭区 五常街道 文一西路969号3幢"}),
    ("李娜 13900001111-1234\n上海市浦东新区张江路5号",
     {"name": "李娜", "phone": "13900001111-1234", "address": "上海市浦东新区张江路5号"}),
    ("李娜，138****1111，上海市浦东新区张江路5号",
     {"name": "李娜", "phone": "138****1111?", "address": "上海市浦东新区张江路5号"}),
    ("王女士 0571-88001234 杭州市西湖区文三路20号",
     {"name": "王女士", "phone": "0571-88001234", "address": "杭州市西湖区文三路20号"}),
    ("亲，订单 3398120571 的开衫太小了，可以退吗？",
     {"order_number": "3398120571", "words": "亲，订单 3398120571 的开衫太小了，可以退吗？"}),
    ("订单号：2817941457548691422，收到的杯子碎了，麻烦补发",
     {"order_number": "2817941457548691422",
      "words": "订单号：2817941457548691422，收到的杯子碎了，麻烦补发"}),
    ("778899", {"order_number": "778899"}),
    ("订单778899", {"order_number": "778899"}),
    ("拼多多 231122-123456789012345 退款", {"order_number": "231122-123456789012345"}),
    ("2817941457548691422", {"order_number": "2817941457548691422"}),
    ("快递单号：SF1234567890123", {"waybill": "SF1234567890123"}),
    ("圆通 YT1234567890123 已寄出", {"waybill": "YT1234567890123"}),
    ("运单号 773012345678901", {"waybill": "773012345678901"}),
    ("79001234567890", {"waybill": "79001234567890?"}),
    ("退款金额：¥128.50", {"amount": "128.50"}),
    ("运费12.5元", {"amount": "12.5"}),
    ("补偿￥1,234.00可以吗", {"amount": "1234.00"}),
    ("旺旺：tb_zhang88\n2026年11月20日签收", {"handle": "tb_zhang88", "day": "2026-11-20"}),
    ("12月3日收到的", {"day": "2025-12-03"}),
    ("邮箱：zhang.wei@example.com", {"email": "zhang.wei@example.com"}),
]  # fmt: skip

HANNAH = {"name": "Hannah Cole", "address": "12 Mill Lane, Leeds", "postcode": "LS1 4AP"}

WESTERN = [
    ("Hannah Cole\n12 Mill Lane\nLeeds LS1 4AP\nUnited Kingdom", {**HANNAH, "country": "GB"}),
    ("Hannah Cole\n12 Mill Lane\nLeeds\nLS1 4AP\n+44 20 7946 0018",
     {**HANNAH, "phone": "+44 20 7946 0018", "country": "GB"}),
    ("Hannah Cole, 12 Mill Lane, Leeds LS1 4AP, UK", {**HANNAH, "country": "GB"}),
    ("Name: Hannah Cole\nAddress: 12 Mill Lane, Leeds\nPostcode: LS1 4AP", HANNAH),
    ("Ship to: John Public\nPhone: (312) 555-0123 ext. 4",
     {"name": "John Public", "phone": "(312) 555-0123 ext. 4"}),
    ("John Q. Public\n500 W Madison St, Apt 4\nChicago, IL 60661-4555",
     {"name": "John Q. Public", "address": "500 W Madison St, Apt 4, Chicago, IL",
      "postcode": "60661-4555", "country": "US"}),
    ("Max Mustermann\nHauptstraße 5\n10115 Berlin\nDeutschland",
     {"name": "Max Mustermann", "address": "Hauptstraße 5, Berlin", "postcode": "10115",
      "country": "DE"}),
    ("Marie Dupont\n12 rue de la Paix\n75002 Paris",
     {"name": "Marie Dupont", "address": "12 rue de la Paix, Paris", "postcode": "75002",
      "country": "FR?"}),
    ("Marie Dupont\n12 rue de la Paix\n75002 Paris\nFrance\n01 23 45 67 89",
     {"name": "Marie Dupont", "address": "12 rue de la Paix, Paris", "postcode": "75002",
      "country": "FR", "phone": "01 23 45 67 89"}),
    ("order #1042 arrived broken, can I send it back?",
     {"order_number": "#1042", "words": "order #1042 arrived broken, can I send it back?"}),
    ("My order 113-1234567-7654321 came on 11/20/2026",
     {"order_number": "113-1234567-7654321", "day": "2026-11-20"}),
    ("Tracking number: RB 123 456 785 GB", {"waybill": "RB123456785GB"}),
    ("1Z999AA10123456784", {"waybill": "1Z999AA10123456784"}),
    ("Bestellnummer: 1042\nBetrag: 1.234,50 €", {"order_number": "1042", "amount": "1234.50"}),
    ("03/04/2026", {"day": "2026-04-03?"}),
    ("ebay 12-34567-89012", {"order_number": "12-34567-89012"}),
    ("Your order A-77, many thanks for it",
     {"order_number": "A-77", "words": "Your order A-77, many thanks for it"}),
]  # fmt: skip

SHEETS = [
    (("订单编号\t收货人姓名\t联系手机\t收货地址\t快递单号\n"
      f"2817941457548691422\t张伟\t13812345678\t{HANGZHOU}\tSF1234567890123"),
     {**WHO, "order_number": "2817941457548691422", "waybill": "SF1234567890123"}),
    (f"2817941457548691422\t张伟\t13812345678\t{HANGZHOU}\t¥99.00",
     {**WHO, "order_number": "2817941457548691422", "amount": "99.00"}),
    ("Order number\tShipping Name\tEmail\tTotal\n#1042\tHannah Cole\th.cole@example.com\t£8.00",
     {"order_number": "#1042", "name": "Hannah Cole", "email": "h.cole@example.com",
      "amount": "8.00"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [*CHINESE, *WESTERN, *SHEETS])
def test_a_text_gives_what_stands_in_it(text: str, wanted: dict[str, str]) -> None:
    assert told(text) == wanted


def test_a_sign_of_several_currencies_is_sure_only_in_its_own_shop() -> None:
    def amount(text: str, currency: str) -> Finding:
        return picked_out(text, Known(KNOWN.today, currency))[0]

    assert (amount("$49.90", "CAD").currency, amount("$49.90", "CAD").sure) == ("CAD", True)
    assert (amount("$49.90", "CNY").currency, amount("$49.90", "CNY").sure) == ("USD", False)
    assert amount("¥500", "JPY").currency == "JPY"


def test_small_talk_holds_nothing() -> None:
    for text in ("", "\n\n", "你好", "hello", "thanks!", "在吗"):
        assert told(text) == {}, text


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        st.one_of(
            st.sampled_from("收货人电话地址：:，,\n\t 省市区路号张伟13800-+¥$.#/ABZorderUK"),
            st.characters(codec="utf-8", exclude_categories=["Cs"]),
        ),
        max_size=120,
    )
)
def test_whatever_is_pasted_every_finding_stands_in_the_text(text: str) -> None:
    for finding in picked_out(text, KNOWN):
        assert finding.kind in KINDS
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.value.strip()


@pytest.mark.parametrize("text", ["track\u0131ng: 123456", "ema\u0131l: a@b.c"])
def test_a_letter_that_only_looks_like_one_makes_no_label(text: str) -> None:
    assert {"waybill", "name"}.isdisjoint(told(text))


def test_a_very_long_paste_is_read_in_no_time() -> None:
    picked_out("收货人：" * 5000 + "1" * 5000 + "a " * 5000, KNOWN)
