"""Kinds of goods, as far as return rules tell them apart."""

from dataclasses import dataclass

from shopdesk.i18n import N_


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of goods; `condition` is what to ask before it is sent back, if anything."""

    code: str
    name: str
    condition: str = ""


# Conditions: 网络购买商品七日无理由退货暂行办法 Art. 8, 9; exclusions stand in the policies.
CATEGORIES = {
    category.code: category
    for category in (
        Category("general", N_("General goods")),
        Category(
            "clothing",
            N_("Clothes, shoes, textiles, toys"),
            N_("Tags on, not washed, not worn. Ask before it is sent."),
        ),
        Category(
            "cosmetics",
            N_("Cosmetics, food, health"),
            N_("The seal must be unbroken. Ask for a photo before it is sent."),
        ),
        Category(
            "electronics",
            N_("Electronics"),
            N_("Not activated, no marks, all accessories. Ask before it is sent."),
        ),
        Category("hygiene", N_("Hygiene goods"), N_("Only if the seal is unbroken.")),
        Category("media", N_("Films, music, software"), N_("Only if the seal is unbroken.")),
        Category("personalised", N_("Made to order")),
        Category("perishable", N_("Fresh and perishable")),
        Category("digital", N_("Downloads")),
        Category("press", N_("Newspapers, magazines")),
    )
}
