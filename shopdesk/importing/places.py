"""Chinese addresses in one cell: province, city, the rest, and a postcode in brackets."""

import re

_PROVINCES = (
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北"
    "|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|台湾|香港|澳门"
)
_REGION = re.compile(
    rf"((?:{_PROVINCES})(?:省|市|[\u4e00-\u9fff]{{0,6}}自治区|特别行政区)?)"
    r"(?:[\s,，]+(\S{2,12})\s|\s*$)"
)
_POSTCODE = re.compile(r"[(（,，\s](\d{6})[)）]?$")
_NO_POSTCODE = "000000"


def chinese_places(address: str) -> dict[str, str]:
    """Return region, city and postcode of an address that says them, none of another's."""
    found = _REGION.match(address)
    if found is None:
        return {}
    postcode = _POSTCODE.search(address)
    return {
        "region": found[1],
        "city": found[2] or "",
        "postcode": postcode[1] if postcode and postcode[1] != _NO_POSTCODE else "",
    }
