"""The places where shops sell."""

from dataclasses import dataclass

from shopdesk.i18n import N_


@dataclass(frozen=True, slots=True)
class Platform:
    """A selling platform; `handle` is what it calls a buyer's identity."""

    code: str
    name: str
    handle: str
    currency: str | None = None
    """The currency of its exports, where it has only one."""


PLATFORMS = {
    platform.code: platform
    for platform in (
        Platform("taobao", N_("Taobao"), N_("WangWang ID"), "CNY"),
        Platform("tmall", N_("Tmall"), N_("WangWang ID"), "CNY"),
        Platform("jd", N_("JD"), N_("JD account"), "CNY"),
        Platform("pinduoduo", N_("Pinduoduo"), N_("Buyer ID"), "CNY"),
        Platform("douyin", N_("Douyin"), N_("Buyer ID"), "CNY"),
        Platform("xiaohongshu", N_("Xiaohongshu"), N_("Buyer ID"), "CNY"),
        Platform("shopify", N_("Shopify"), N_("E-mail")),
        Platform("etsy", N_("Etsy"), N_("Etsy user")),
        Platform("ebay", N_("eBay"), N_("eBay user")),
        Platform("amazon", N_("Amazon"), N_("Buyer ID")),
        Platform("woocommerce", N_("WooCommerce"), N_("E-mail")),
        Platform("wix", N_("Wix"), N_("E-mail")),
        Platform("other", N_("Other"), N_("Buyer ID")),
    )
}

FAMILIES = {"tmall": "taobao"}
"""Platforms whose exports and buyer identities are those of another."""


def family(platform: str) -> str:
    """Return the platform whose files and handles `platform` shares."""
    return FAMILIES.get(platform, platform)
