"""Couriers that a new shop starts with, and where their parcels can be looked up.

`{n}` in an address stands for the waybill. The addresses are those the couriers' users quote;
a shop can edit its own list.
"""

import re
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


_ANY_CHINESE = "https://www.kuaidi100.com/chaxun?nu={n}"

COURIERS = {
    courier.code: courier
    for courier in (
        CourierPreset("sf", N_("SF Express"), _ANY_CHINESE, ("顺丰", "顺丰速运", "sf")),
        CourierPreset("zto", N_("ZTO Express"), _ANY_CHINESE, ("中通", "中通快递", "zto")),
        CourierPreset("yto", N_("YTO Express"), _ANY_CHINESE, ("圆通", "圆通速递", "yto")),
        CourierPreset("sto", N_("STO Express"), _ANY_CHINESE, ("申通", "申通快递", "sto")),
        CourierPreset("yunda", N_("Yunda Express"), _ANY_CHINESE, ("韵达", "韵达快递", "yunda")),
        CourierPreset("jt", N_("J&T Express"), _ANY_CHINESE, ("极兔", "极兔速递", "j&t")),
        CourierPreset("jd", N_("JD Logistics"), _ANY_CHINESE, ("京东", "京东快递", "京东物流")),
        CourierPreset("ems", N_("EMS"), _ANY_CHINESE, ("邮政", "邮政快递包裹", "ems经济快递")),
        CourierPreset("deppon", N_("Deppon"), _ANY_CHINESE, ("德邦", "德邦快递", "德邦物流")),
        CourierPreset("ups", N_("UPS"), "https://www.ups.com/track?loc=en_US&tracknum={n}"),
        CourierPreset("fedex", N_("FedEx"), "https://www.fedex.com/fedextrack/?trknbr={n}"),
        CourierPreset(
            "usps", N_("USPS"), "https://tools.usps.com/go/TrackConfirmAction?qtc_tLabels1={n}"
        ),
        CourierPreset(
            "dhl", N_("DHL"), "https://www.dhl.com/us-en/home/tracking.html?tracking-id={n}"
        ),
        CourierPreset(
            "royal_mail",
            N_("Royal Mail"),
            "https://www.royalmail.com/track-your-item#/tracking-results/{n}",
        ),
        CourierPreset("dpd", N_("DPD"), "https://tracking.dpd.de/parcelstatus?query={n}"),
        CourierPreset("gls", N_("GLS"), "https://gls-group.eu/track/{n}"),
        CourierPreset("evri", N_("Evri"), "https://www.evri.com/track/parcel/{n}/details"),
        CourierPreset(
            "canada_post",
            N_("Canada Post"),
            "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={n}",
        ),
        CourierPreset("other", N_("Another courier"), "https://t.17track.net/en#nums={n}"),
    )
}


_FORMS = (
    ("sf", r"SF\d{13}"),
    ("yto", r"YT\d{13}"),
    ("jt", r"JT\d{13}"),
    ("yunda", r"YD\d{12}"),
    ("deppon", r"DPK\d{12}"),
    ("ems", r"E[A-Z]\d{9}CN"),
    ("ups", r"1Z[0-9A-Z]{16}"),
)


def courier_of_waybill(waybill: str) -> str:
    """Return whose waybill it is by its letters; empty where its form is not one courier's own.

    Digits alone fit several couriers, so they tell nothing.
    """
    folded = folded_waybill(waybill)
    return next((code for code, form in _FORMS if re.fullmatch(form, folded)), "")


def folded_waybill(waybill: str) -> str:
    """Return a waybill as a scanner or a search would give it: capitals and digits only."""
    return re.sub(r"[^0-9A-Z]", "", waybill.upper())


def courier_code(name: str) -> str:
    """Return the preset whose name or alias an export wrote, or `other`."""
    folded = name.strip().casefold()
    for courier in COURIERS.values():
        if folded in (courier.code, courier.name.casefold(), *courier.aliases):
            return courier.code
    return "other"
