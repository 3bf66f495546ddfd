"""How far a parcel goes, as addresses are really written."""

import pytest

from shopdesk.rules.provinces import PROVINCES, province_of
from shopdesk.rules.zones import zone_of

HANGZHOU = "浙江省杭州市余杭区文一西路 969 号"


@pytest.mark.parametrize(
    ("address", "zone"),
    [
        ("浙江省宁波市海曙区", "province"),
        ("浙江 嘉兴市", "province"),
        ("义乌市稠江街道", "province"),
        ("Jiaxing, Zhejiang, China", "province"),
        ("上海市浦东新区南京路 1 号", "country"),
        ("广东省中山市石岐区", "country"),
        ("吉林省吉林市", "country"),
        ("新疆维吾尔自治区乌鲁木齐市", "remote"),
        ("青海省海南藏族自治州", "remote"),
        ("拉萨市城关区", "remote"),
        ("香港九龙", "abroad"),
        ("台湾省台北市", "abroad"),
        ("中山路 12 号", "country"),
        ("", "country"),
    ],
)
def test_from_a_shop_in_hangzhou(address: str, zone: str) -> None:
    assert zone_of("CN", HANGZHOU, "", address) == zone


def test_a_remote_shop_is_near_its_own_province() -> None:
    assert zone_of("CN", "新疆乌鲁木齐市天山区", "CN", "新疆喀什市") == "province"
    assert zone_of("CN", "新疆乌鲁木齐市天山区", "CN", "杭州市") == "country"


@pytest.mark.parametrize(
    ("region", "country", "address", "zone"),
    [
        ("GB", "GB", "12 High Street, Leeds LS1 4AB", "domestic"),
        ("GB", "uk", "12 High Street, Leeds LS1 4AB", "domestic"),
        ("GB", "", "4 Pier Road, Lerwick ZE1 0LL", "remote"),
        ("GB", "DE", "Hauptstr. 3, Berlin", "abroad"),
        ("US", "US", "99 Congress Ave, Austin, TX 78701", "domestic"),
        ("US", "US", "1 Ala Moana, Honolulu, HI 96814", "remote"),
        ("US", "CN", "浙江省杭州市", "abroad"),
        ("CN", "US", "Austin, TX", "abroad"),
        ("DE", "", "Prinzenstraße 3", "domestic"),
    ],
)
def test_from_elsewhere(region: str, country: str, address: str, zone: str) -> None:
    assert zone_of(region, "", country, address) == zone


def test_no_name_is_in_two_provinces() -> None:
    names = [city for words in PROVINCES.values() for part in words[2:] for city in part.split()]
    assert len(names) == len(set(names))
    assert all(province_of(words[0]) == place for place, words in PROVINCES.items())
