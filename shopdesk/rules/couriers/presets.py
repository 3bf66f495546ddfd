"""Couriers that a shop starts with, and where their parcels can be looked up.

`{n}` in an address stands for the waybill. The addresses are those the couriers' users quote;
none is promised by its courier, so a shop can edit its own list. For Chinese couriers the page
that knows them all comes first: it needs no login, and the couriers' own pages move often.
"""

from dataclasses import dataclass

from shopdesk.i18n import N_


@dataclass(frozen=True, slots=True)
class CourierPreset:
    """A courier known from the start."""

    code: str
    name: str
    tracking_url: str
    aliases: tuple[str, ...] = ()
    """Other names under which exports write it, folded."""
    regions: frozenset[str] = frozenset()
    """Where it collects parcels, as keys of rules.regions.REGIONS; empty for everywhere."""
    other_urls: tuple[str, ...] = ()
    """Further pages that its users quote, for the shop to choose instead."""


ANY_CHINESE = "https://www.kuaidi100.com/chaxun?nu={n}"
ANYWHERE = "https://t.17track.net/en#nums={n}"

_CHINA = frozenset({"CN"})
_GREATER_CHINA = frozenset({"CN", "HK", "TW"})
_BRITAIN = frozenset({"GB"})
_EUROPE = frozenset({"DE", "FR", "IT", "ES", "NL", "IE", "BE", "AT", "PL", "SE", "DK"})


def _chinese(
    code: str,
    name: str,
    aliases: tuple[str, ...],
    *own_pages: str,
    regions: frozenset[str] = _CHINA,
) -> CourierPreset:
    return CourierPreset(code, name, ANY_CHINESE, aliases, regions, own_pages)


COURIERS = {
    courier.code: courier
    for courier in (
        _chinese(
            "sf",
            N_("SF Express"),
            ("顺丰", "顺丰速运", "sf"),
            "https://www.sf-express.com/cn/sc/dynamic_function/waybill/#search/bill-number/{n}",
            regions=_GREATER_CHINA,
        ),
        _chinese(
            "zto",
            N_("ZTO Express"),
            ("中通", "中通快递", "zto"),
            "https://www.zto.com/GuestService/Bill?txtbill={n}",
        ),
        _chinese(
            "yto",
            N_("YTO Express"),
            ("圆通", "圆通速递", "yto"),
            "https://www.yto.net.cn/query/{n}",
        ),
        _chinese(
            "sto", N_("STO Express"), ("申通", "申通快递", "sto"), "https://www.sto.cn/query/{n}"
        ),
        _chinese("yunda", N_("Yunda Express"), ("韵达", "韵达快递", "yunda")),
        _chinese(
            "jt",
            N_("J&T Express"),
            ("极兔", "极兔速递", "j&t"),
            "https://www.jtexpress.cn/track/{n}",
        ),
        _chinese(
            "jd",
            N_("JD Logistics"),
            ("京东", "京东快递", "京东物流"),
            "https://www.jdl.com/orderSearch/?orderId={n}",
        ),
        _chinese(
            "ems",
            N_("EMS"),
            ("邮政", "邮政快递包裹", "ems经济快递"),
            "https://www.ems.com.cn/queryList?mailNo={n}",
        ),
        _chinese(
            "deppon",
            N_("Deppon"),
            ("德邦", "德邦快递", "德邦物流"),
            "https://www.deppon.com/tracking/{n}",
        ),
        _chinese(
            "cainiao",
            N_("Cainiao"),
            ("菜鸟", "菜鸟裹裹"),
            "https://global.cainiao.com/detail.htm?mailNo={n}",
        ),
        CourierPreset(
            "ups", N_("UPS"), "https://www.ups.com/track?loc=en_US&requester=ST&tracknum={n}"
        ),
        CourierPreset("fedex", N_("FedEx"), "https://www.fedex.com/fedextrack/?trknbr={n}"),
        CourierPreset(
            "usps",
            N_("USPS"),
            "https://tools.usps.com/go/TrackConfirmAction?qtc_tLabels1={n}",
            regions=frozenset({"US"}),
        ),
        CourierPreset(
            "dhl",
            N_("DHL"),
            "https://www.dhl.com/us-en/home/tracking.html?submit=1&tracking-id={n}",
            ("dhl express",),
        ),
        CourierPreset(
            "dhl_ecommerce",
            N_("DHL eCommerce"),
            "https://webtrack.dhlglobalmail.com/?trackingnumber={n}",
        ),
        CourierPreset(
            "dhl_de",
            N_("Deutsche Post DHL"),
            "https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?lang=de&idc={n}",
            ("deutsche post", "dhl paket"),
            frozenset({"DE"}),
        ),
        CourierPreset(
            "royal_mail",
            N_("Royal Mail"),
            "https://www.royalmail.com/track-your-item#/tracking-results/{n}",
            regions=_BRITAIN,
        ),
        CourierPreset(
            "dpd",
            N_("DPD"),
            "https://tracking.dpd.de/parcelstatus?query={n}&locale=en_DE",
            regions=_EUROPE,
        ),
        CourierPreset(
            "dpd_uk",
            N_("DPD UK"),
            "https://track.dpd.co.uk/parcels/{n}",
            regions=_BRITAIN,
        ),
        CourierPreset("gls", N_("GLS"), "https://gls-group.eu/track/{n}", regions=_EUROPE),
        CourierPreset(
            "evri",
            N_("Evri"),
            "https://www.evri.com/track/parcel/{n}/details",
            ("hermes", "myhermes"),
            _BRITAIN,
        ),
        CourierPreset(
            "yodel", N_("Yodel"), "https://www.yodel.co.uk/tracking/{n}", regions=_BRITAIN
        ),
        CourierPreset(
            "colissimo",
            N_("Colissimo"),
            "https://www.laposte.fr/particulier/outils/suivre-vos-envois?code={n}",
            ("la poste",),
            frozenset({"FR"}),
        ),
        CourierPreset(
            "canada_post",
            N_("Canada Post"),
            "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={n}",
            regions=frozenset({"CA"}),
        ),
        CourierPreset("purolator", N_("Purolator"), ANYWHERE, regions=frozenset({"CA"})),
        CourierPreset("australia_post", N_("Australia Post"), ANYWHERE, regions=frozenset({"AU"})),
        CourierPreset("amazon", N_("Amazon Logistics"), ANYWHERE, ("amazon", "amzl")),
        CourierPreset("yunexpress", N_("YunExpress"), ANYWHERE, ("云途", "云途物流"), _CHINA),
        CourierPreset(
            "other",
            N_("Another courier"),
            ANYWHERE,
            other_urls=("https://global.cainiao.com/detail.htm?mailNo={n}", ANY_CHINESE),
        ),
    )
}


def courier_code(name: str) -> str:
    """Return the preset whose name or alias an export wrote, or `other`."""
    folded = name.strip().casefold()
    for courier in COURIERS.values():
        if folded in (courier.code, courier.name.casefold(), *courier.aliases):
            return courier.code
    return "other"
