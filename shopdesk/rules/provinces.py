"""Where a Chinese address lies: the provinces with their names and their cities.

The cities are those of prefecture rank, without the suffix that an address may leave out.
A name that is also a common street or district keeps its suffix.
"""

from collections.abc import Iterator
from functools import lru_cache

PROVINCES = {
    "beijing": ("北京", "Beijing"),
    "tianjin": ("天津", "Tianjin"),
    "shanghai": ("上海", "Shanghai"),
    "chongqing": ("重庆", "Chongqing"),
    "hebei": (
        "河北",
        "Hebei",
        "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安",
        "Shijiazhuang Tangshan Qinhuangdao Handan Baoding Langfang",
    ),
    "shanxi": (
        "山西",
        "Shanxi",
        "太原 大同市 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁",
        "Taiyuan Datong",
    ),
    "inner_mongolia": (
        "内蒙古",
        "Inner Mongolia",
        "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善",
        "Hohhot Baotou Ordos",
    ),
    "liaoning": (
        "辽宁",
        "Liaoning",
        "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳市 葫芦岛",
        "Shenyang Dalian Anshan",
    ),
    "jilin": (
        "吉林",
        "Jilin",
        "长春 四平 辽源 通化 白山市 松原 白城 延边",
        "Changchun Yanbian",
    ),
    "heilongjiang": (
        "黑龙江",
        "Heilongjiang",
        "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭",
        "Harbin Qiqihar Daqing",
    ),
    "jiangsu": (
        "江苏",
        "Jiangsu",
        "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山",
        "Nanjing Wuxi Xuzhou Changzhou Suzhou Nantong Yangzhou Kunshan",
    ),
    "zhejiang": (
        "浙江",
        "Zhejiang",
        "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌",
        "Hangzhou Ningbo Wenzhou Jiaxing Huzhou Shaoxing Jinhua Taizhou Yiwu",
    ),
    "anhui": (
        "安徽",
        "Anhui",
        "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山市 滁州 阜阳 宿州 六安 亳州 池州 宣城",
        "Hefei Wuhu Bengbu",
    ),
    "fujian": (
        "福建",
        "Fujian",
        "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德",
        "Fuzhou Xiamen Quanzhou Putian",
    ),
    "jiangxi": (
        "江西",
        "Jiangxi",
        "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶",
        "Nanchang Jingdezhen Ganzhou",
    ),
    "shandong": (
        "山东",
        "Shandong",
        "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽",
        "Jinan Qingdao Yantai Weifang Linyi Weihai",
    ),
    "henan": (
        "河南",
        "Henan",
        "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口",
        "驻马店 济源",
        "Zhengzhou Luoyang Kaifeng Nanyang",
    ),
    "hubei": (
        "湖北",
        "Hubei",
        "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架",
        "Wuhan Yichang Xiangyang",
    ),
    "hunan": (
        "湖南",
        "Hunan",
        "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西",
        "Changsha Zhuzhou Hengyang Yueyang",
    ),
    "guangdong": (
        "广东",
        "Guangdong",
        "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞",
        "中山市 潮州 揭阳 云浮",
        "Guangzhou Shenzhen Zhuhai Shantou Foshan Dongguan Huizhou Zhongshan",
    ),
    "guangxi": (
        "广西",
        "Guangxi",
        "南宁 柳州 桂林 梧州 北海市 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左",
        "Nanning Guilin Liuzhou",
    ),
    "hainan": ("海南", "Hainan", "海口 三亚 三沙 儋州", "Haikou Sanya"),
    "sichuan": (
        "四川",
        "Sichuan",
        "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中",
        "资阳 阿坝 甘孜 凉山",
        "Chengdu Mianyang Leshan",
    ),
    "guizhou": (
        "贵州",
        "Guizhou",
        "贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南",
        "Guiyang Zunyi",
    ),
    "yunnan": (
        "云南",
        "Yunnan",
        "昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆",
        "Kunming Dali Lijiang",
    ),
    "tibet": ("西藏", "Tibet", "拉萨 日喀则 昌都 林芝 山南 那曲 阿里地区", "Lhasa Xizang"),
    "shaanxi": (
        "陕西",
        "Shaanxi",
        "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛",
        "Xi'an Xian Baoji Xianyang",
    ),
    "gansu": (
        "甘肃",
        "Gansu",
        "兰州 嘉峪关 金昌 白银市 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南",
        "Lanzhou Jiuquan",
    ),
    "qinghai": ("青海", "Qinghai", "西宁 海东 海北州 黄南 果洛 玉树 海西州", "Xining"),
    "ningxia": ("宁夏", "Ningxia", "银川 石嘴山 吴忠 固原 中卫", "Yinchuan"),
    "xinjiang": (
        "新疆",
        "Xinjiang",
        "乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 和田 伊犁 塔城",
        "阿勒泰 石河子",
        "Urumqi Kashgar",
    ),
}
"""Short names; a full one, such as 浙江省 or 新疆维吾尔自治区, begins with its short one."""

BEYOND = {"HK": ("香港", "Hong Kong"), "MO": ("澳门", "Macau", "Macao"), "TW": ("台湾", "Taiwan")}
"""Where a parcel of the mainland passes customs, by the letters of the country."""


def province_of(address: str) -> str:
    """Return the key of PROVINCES, or of BEYOND, in which an address lies; empty if not told.

    A Chinese address goes from large to small, so its first name counts; a Latin one the other
    way, so its last.
    """
    first = min(_found(address), default=None)
    if first is not None:
        return first[2]
    folded = address.casefold()
    last = max(((folded.rfind(name), place) for name, place in _latin_names()), default=(-1, ""))
    return last[1] if last[0] >= 0 else ""


def _found(address: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each name stands, longer ones first among those at one place."""
    for name, place in _chinese_names():
        at = address.find(name)
        if at >= 0:
            yield at, -len(name), place


@lru_cache(maxsize=1)
def _chinese_names() -> tuple[tuple[str, str], ...]:
    return tuple(_names(is_latin=False))


@lru_cache(maxsize=1)
def _latin_names() -> tuple[tuple[str, str], ...]:
    return tuple((name.casefold(), place) for name, place in _names(is_latin=True))


def _names(*, is_latin: bool) -> Iterator[tuple[str, str]]:
    for place, words in PROVINCES.items():
        own, cities = words[:2], words[2:]
        for name in (*own, *(city for names in cities for city in names.split())):
            if name.isascii() is is_latin:
                yield name, place
    for place, words in BEYOND.items():
        yield from ((name, place) for name in words if name.isascii() is is_latin)
