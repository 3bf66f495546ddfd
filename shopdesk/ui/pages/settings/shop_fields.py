"""The fields of a shop, for the first start and for Settings.

fields = ShopFields(shop_form, address_form)   # may be one and the same form
fields.fill(draft)                             # a change of country follows from here on
operations.write(label, lambda session: add_shop(session, draft), done, fields.refuse)
"""

from PySide6.QtCore import QObject

from shopdesk.errors import FieldError, ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.rules.platforms import PLATFORMS
from shopdesk.rules.presets import preset_for
from shopdesk.rules.regions import REGIONS, Region
from shopdesk.services.drafts import ShopDraft
from shopdesk.ui.base.fields import ChoiceField, LineField, NoteField
from shopdesk.ui.base.form import Form
from shopdesk.ui.pages.settings.currency_field import CurrencyField
from shopdesk.ui.pages.settings.policy_field import PolicyField
from shopdesk.ui.pages.settings.zones import time_zones

_NAME_LENGTH = 200
_TEXT_LENGTH = 500


class ShopFields(QObject):
    """What a shop is in one form, where its parcels come back to in another or the same.

    A shop that `is_new` chooses a preset of a policy; that of another has an editor of its own.
    They end with the first form: no late refusal reaches one that was closed.
    """

    def __init__(self, shop: Form, address: Form, *, is_new: bool = True) -> None:
        super().__init__(shop)
        self._forms = (shop, address)
        self.name = shop.add("name", N_("Shop &name"), LineField(_NAME_LENGTH))
        self.platform = shop.add("platform", N_("&Platform"), ChoiceField(_platforms()))
        self.region = shop.add("region", N_("C&ountry"), ChoiceField(_regions()))
        self.currency = shop.add("currency", N_("Curr&ency"), CurrencyField())
        self.timezone = shop.add("timezone", N_("&Time zone"), ChoiceField(_zones()))
        self.policy = PolicyField()
        if is_new:
            self._offer_policy(shop)
        self.return_name = address.add("return_name", N_("&Receiver"), LineField(_TEXT_LENGTH))
        self.return_phone = address.add("return_phone", N_("P&hone"), LineField(_TEXT_LENGTH))
        self.return_address = address.add("return_address", N_("&Address"), NoteField(_TEXT_LENGTH))
        self.region.changed.connect(self._follow_region)

    def fill(self, draft: ShopDraft) -> None:
        """Put a shop in; the country's own currency, clock and policy are not forced on it."""
        self.region.set_value(draft.region)
        for name in ("name", "platform", "currency", "timezone", "policy"):
            getattr(self, name).set_value(getattr(draft, name))
        for name in ("return_name", "return_phone", "return_address"):
            getattr(self, name).set_value(getattr(draft, name))

    def draft(self) -> ShopDraft:
        """Return the shop as it stands in the fields."""
        return ShopDraft(
            name=self.name.value(),
            platform=self.platform.value(),
            region=self.region.value(),
            currency=self.currency.value(),
            timezone=self.timezone.value(),
            policy=self.policy.value(),
            return_name=self.return_name.value(),
            return_phone=self.return_phone.value(),
            return_address=self.return_address.value(),
        )

    def refuse(self, error: ShopDeskError) -> None:
        """Show a refusal in the form that has its field, else over the first."""
        shop, address = self._forms
        in_address = isinstance(error, FieldError) and error.field in address.values()
        (address if in_address else shop).refuse(error)

    def _follow_region(self) -> None:
        region = REGIONS[self.region.value()]
        self.currency.set_value(region.currency)
        self.timezone.set_value(region.timezone)

    def _offer_policy(self, form: Form) -> None:
        form.add("policy", N_("Return po&licy"), self.policy)
        self.region.changed.connect(self._propose_policy)
        self.platform.changed.connect(self._propose_policy)

    def _propose_policy(self) -> None:
        region = REGIONS[self.region.value()]
        self.policy.set_value(preset_for(self.platform.value(), region.policy))


def shop_of(region: Region, name: str = "") -> ShopDraft:
    """Return a new shop as its country suggests it."""
    platform = "taobao" if region.code == "CN" else "shopify"
    return ShopDraft(
        name=name,
        platform=platform,
        region=region.code,
        currency=region.currency,
        timezone=region.timezone,
        policy=preset_for(platform, region.policy),
    )


def _platforms() -> list[tuple[str, str]]:
    return [(platform.code, _(platform.name)) for platform in PLATFORMS.values()]


def _regions() -> list[tuple[str, str]]:
    return [(region.code, _(region.name)) for region in REGIONS.values()]


def _zones() -> list[tuple[str, str]]:
    return [(zone, zone.replace("_", " ")) for zone in time_zones()]
