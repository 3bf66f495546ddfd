"""Countries a shop can stand in: each chooses the defaults of its first start."""

from dataclasses import dataclass

from shopdesk.i18n import N_


@dataclass(frozen=True, slots=True)
class Region:
    """A country or union: its currency, its clock, and the policy preset that it starts with."""

    code: str
    name: str
    currency: str
    timezone: str
    policy: str


REGIONS = {
    region.code: region
    for region in (
        Region("CN", N_("China"), "CNY", "Asia/Shanghai", "CN"),
        Region("HK", N_("Hong Kong"), "HKD", "Asia/Hong_Kong", "own"),
        Region("TW", N_("Taiwan"), "TWD", "Asia/Taipei", "own"),
        Region("US", N_("United States"), "USD", "America/New_York", "US"),
        Region("GB", N_("United Kingdom"), "GBP", "Europe/London", "UK"),
        Region("DE", N_("Germany"), "EUR", "Europe/Berlin", "EU"),
        Region("FR", N_("France"), "EUR", "Europe/Paris", "EU"),
        Region("IT", N_("Italy"), "EUR", "Europe/Rome", "EU"),
        Region("ES", N_("Spain"), "EUR", "Europe/Madrid", "EU"),
        Region("NL", N_("Netherlands"), "EUR", "Europe/Amsterdam", "EU"),
        Region("IE", N_("Ireland"), "EUR", "Europe/Dublin", "EU"),
        Region("BE", N_("Belgium"), "EUR", "Europe/Brussels", "EU"),
        Region("AT", N_("Austria"), "EUR", "Europe/Vienna", "EU"),
        Region("PL", N_("Poland"), "PLN", "Europe/Warsaw", "EU"),
        Region("SE", N_("Sweden"), "SEK", "Europe/Stockholm", "EU"),
        Region("DK", N_("Denmark"), "DKK", "Europe/Copenhagen", "EU"),
        Region("CA", N_("Canada"), "CAD", "America/Toronto", "own"),
        Region("AU", N_("Australia"), "AUD", "Australia/Sydney", "own"),
        Region("JP", N_("Japan"), "JPY", "Asia/Tokyo", "own"),
        Region("KR", N_("South Korea"), "KRW", "Asia/Seoul", "own"),
        Region("SG", N_("Singapore"), "SGD", "Asia/Singapore", "own"),
        Region("IN", N_("India"), "INR", "Asia/Kolkata", "own"),
        Region("XX", N_("Elsewhere"), "USD", "UTC", "own"),
    )
}


CURRENCIES = tuple(dict.fromkeys(region.currency for region in REGIONS.values()))
