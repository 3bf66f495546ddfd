"""Which of the stores a file of orders belongs to, and which new one it would need."""

from collections import Counter
from collections.abc import Sequence

from shopdesk.i18n import _
from shopdesk.importing.drafts import ReadResult
from shopdesk.queries.shops import ShopRow
from shopdesk.rules.platforms import PLATFORMS, family
from shopdesk.rules.presets import preset_for
from shopdesk.rules.regions import REGIONS
from shopdesk.services.drafts import ShopDraft


def fits(shop: ShopRow, result: ReadResult) -> bool:
    """Tell whether the file comes from the platform on which the shop is."""
    return family(shop.platform) == family(result.platform)


def guessed_shop(shops: Sequence[ShopRow], result: ReadResult, remembered: str) -> ShopRow:
    """Return the shop that the file names, else the likeliest one on its platform.

    `remembered` is the name of the shop that was imported into last. Where no shop is on the
    file's platform, that one, or the oldest, is returned and does not fit.
    """
    candidates = [shop for shop in shops if fits(shop, result)] or list(shops)
    named = result.shop_name.casefold()

    def signs(shop: ShopRow) -> tuple[bool, ...]:
        return (
            shop.name.casefold() == named,
            shop.name == remembered,
            shop.platform == result.platform,
        )

    return max(candidates, key=signs)


def shop_for(result: ReadResult, shops: Sequence[ShopRow], like: ShopRow) -> ShopDraft:
    """Return a store for the file's platform: like one that there is, if its money fits.

    Orders in another currency stand for another country, with its clock and its policy.
    """
    currency = _currency(result) or like.currency
    abroad = next((r for r in REGIONS.values() if r.currency == currency), REGIONS["XX"])
    is_home = currency == like.currency
    region = REGIONS[like.region] if is_home else abroad
    return ShopDraft(
        name=_free_name(result, {shop.name.casefold() for shop in shops}),
        platform=result.platform,
        region=region.code,
        currency=currency,
        timezone=like.timezone if is_home else region.timezone,
        policy=preset_for(result.platform, region.policy),
        return_name=like.return_name,
        return_phone=like.return_phone,
        return_address=like.return_address,
    )


def _free_name(result: ReadResult, taken: set[str]) -> str:
    first = result.shop_name or _(PLATFORMS[result.platform].name)
    names = (first, *(f"{first} {n}" for n in range(2, len(taken) + 3)))
    return next(name for name in names if name.casefold() not in taken)


def _currency(result: ReadResult) -> str:
    fixed = PLATFORMS[result.platform].currency
    named = Counter(order.currency for order in result.orders if order.currency)
    return fixed or next((code for code, _count in named.most_common(1)), "")
