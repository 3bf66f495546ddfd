"""Small tables that buyers are put together from; no name, town or street means anybody."""

SURNAMES = tuple(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭鲁韦马苗方俞任袁柳"
)
GIVEN = tuple(
    "安宁晨曦雨桐子涵思远嘉怡文博语嫣梓萱浩然若溪一诺清秋明月晓岚书雅静云舒望舒知夏念初星河沐阳青禾"
)
NICKNAMES = (
    "晚风",
    "小鹿爱吃糖",
    "橘子汽水",
    "山里的猫",
    "不吃香菜",
    "tb",
    "海盐芝士",
    "一只鱼",
    "半糖去冰",
    "早睡的熊",
    "月亮邮差",
    "慢慢走",
)
TOWNS_ZH = (
    ("浙江省杭州市云栖区", "310000"),
    ("江苏省苏州市枫桥区", "215000"),
    ("上海市梧桐区", "200000"),
    ("北京市槐安区", "100000"),
    ("广东省广州市木棉区", "510000"),
    ("广东省深圳市海湾区", "518000"),
    ("四川省成都市锦溪区", "610000"),
    ("湖北省武汉市樱湖区", "430000"),
    ("陕西省西安市南塬区", "710000"),
    ("山东省青岛市浪石区", "266000"),
    ("福建省厦门市鹭岛区", "361000"),
    ("辽宁省大连市星滩区", "116000"),
    ("云南省昆明市翠海区", "650000"),
    ("新疆乌鲁木齐市雪莲区", "830000"),
)
STREETS_ZH = ("拾光路", "青禾街", "望海路", "听雨巷", "桂花路", "长亭街", "石桥路", "白鹭大道")

FIRST_NAMES = (
    "Alice", "Ben", "Carla", "Dylan", "Elena", "Felix", "Grace", "Hugo", "Iris", "Jonas",
    "Kira", "Liam", "Mara", "Noah", "Olive", "Piet", "Quinn", "Rosa", "Silas", "Tess",
    "Uma", "Victor", "Wren", "Zoë",
)  # fmt: skip
LAST_NAMES = (
    "Alder", "Birch", "Castellan", "Dunmore", "Ellery", "Fenwick", "Garrow", "Hollis", "Ives",
    "Juniper", "Kestrel", "Larkin", "Merrow", "Northcott", "Orchard", "Pell", "Quillon", "Rowan",
    "Sedge", "Thorne", "Umber", "Vance", "Wexley", "Yarrow",
)  # fmt: skip
MAIL_DOMAINS = ("example.com", "example.org", "example.net")
AREA_CODES = ("202", "207", "303", "312", "404", "503", "512", "617", "702", "808", "907", "971")
TOWNS_EN = (
    ("Harrow Bay, ME", "04000"),
    ("Fairhaven Point, OR", "97000"),
    ("Cedar Hollow, VT", "05000"),
    ("Lakemont, MN", "55000"),
    ("Saltmarsh, MA", "01000"),
    ("Juniper Flats, CO", "80000"),
    ("Old Mill, NY", "12000"),
    ("Stonebridge, PA", "15000"),
    ("Pinecrest Hollow, GA", "30000"),
    ("Blue Heron, WA", "98000"),
)
STREETS_EN = (
    "Weaver Lane",
    "Lantern Street",
    "Orchard Way",
    "Mill Road",
    "Heron Court",
    "Elm Rise",
)
