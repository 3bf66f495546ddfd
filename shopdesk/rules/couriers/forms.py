"""What waybills look like, courier by courier, once they are folded to capitals and figures.

Sources: UPU standard S10; the public tracking number collection of jkeen (MIT), whose patterns
and check digits were read and worded anew; for China what parsers of exports accept. A form
with letters that no other courier shares is its courier's `own`. Figures alone never are:
twelve of them fit FedEx, Purolator, SF, ZTO and STO. DHL's form of any fourteen figures is left
out, because it takes every ZTO number.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from shopdesk.rules.couriers.check_digits import (
    is_fedex,
    is_gs1,
    is_gs1_tail,
    is_luhn,
    is_mod7,
    is_mod37_36,
    is_s10,
    is_ups,
)


@dataclass(frozen=True)
class Form:
    """One shape of a courier's waybills; `check` tells whether its check digit is right."""

    courier: str
    pattern: str
    check: Callable[[str], bool] | None = None
    own: bool = False
    told_by_start: bool = False
    """Whether its beginning says something, not its length alone."""

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def has_shape(self, folded: str) -> bool:
        """Tell whether a folded waybill looks like this, its check digit apart."""
        return self._compiled.fullmatch(folded) is not None

    def fits(self, folded: str) -> bool:
        """Tell whether a folded waybill looks like this and its check digit is right."""
        return self.has_shape(folded) and (self.check is None or self.check(folded))


def _post(country: str, courier: str) -> Form:
    return Form(courier, rf"[A-Z]{{2}}\d{{9}}{country}", is_s10, own=True)


POSTS = {
    "CN": "ems",
    "GB": "royal_mail",
    "DE": "dhl_de",
    "FR": "colissimo",
    "AU": "australia_post",
    "CA": "canada_post",
    "US": "usps",
}
"""Who carries a postal number, by the country in its last two letters."""

# Of forms that say the same, the first is suggested first.
FORMS = (
    *(_post(country, courier) for country, courier in POSTS.items()),
    # Every post's numbers are found by the page behind "another courier".
    Form("other", rf"[A-Z]{{2}}\d{{9}}(?!{'|'.join(POSTS)})[A-Z]{{2}}", is_s10, own=True),
    Form("ups", r"1Z[0-9A-Z]{15}\d", is_ups, own=True),
    Form("sf", r"SF\d{13}", own=True),
    Form("yto", r"YT\d{13}", own=True),
    Form("yunexpress", r"YT\d{16}", own=True),
    Form("jt", r"JT\d{13}", own=True),
    Form("yunda", r"YD\d{12}", own=True),
    Form("deppon", r"DPK\d{12}", own=True),
    Form("amazon", r"TB[ABC]\d{12}", own=True),
    # JD and sixteen figures is Yodel's; JDD is DHL's and Yodel's, too, so it only suggests.
    Form("yodel", r"JD\d{16}", own=True),
    Form("jd", r"JD[LVABCEX]{0,2}\d{11,13}", own=True),
    Form("jd", r"JDD[LDVABCEX]?\d{11,13}", told_by_start=True),
    Form("yodel", r"JJD\d{16}", told_by_start=True),
    Form("dhl_de", r"JJ?D\d{18}", told_by_start=True),
    Form("dhl", r"J[A-Z]{2,3}\d{9,10}", told_by_start=True),
    Form("dhl_ecommerce", r"(GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)\d{10,39}", told_by_start=True),
    Form("evri", r"[A-Z]\d{2}[A-Z]{3}\d{10}", told_by_start=True),
    Form("zto", r"79[01]\d{11}", told_by_start=True),
    Form("zto", r"7\d{13}", told_by_start=True),
    Form("sto", r"77\d{13}", told_by_start=True),
    Form("yunda", r"[34]\d{14}", told_by_start=True),
    Form("ems", r"(10|11|50|51|95|97|98|99)\d{11}", told_by_start=True),
    Form("yunda", r"\d{13}"),
    Form("deppon", r"[5789]\d{9}", told_by_start=True),
    Form("sf", r"\d{12}"),
    Form("zto", r"\d{12}"),
    Form("sto", r"\d{12}"),
    Form("usps", r"(420(\d{5}|\d{9}))?9[1-5]\d{20}", lambda n: is_gs1(n[-22:]), told_by_start=True),
    Form("usps", r"\d{20}", is_gs1),
    Form("fedex", r"96\d{20}", is_gs1_tail, told_by_start=True),
    Form("fedex", r"(96|100)\d{29,32}", is_fedex, told_by_start=True),
    Form("fedex", r"\d{12}", is_fedex),
    Form("fedex", r"\d{15}", is_gs1),
    Form("fedex", r"\d{18}", is_gs1),
    Form("dhl", r"\d{10,11}", is_mod7),
    Form("purolator", r"[0-5]\d{11}", is_luhn, told_by_start=True),
    Form("canada_post", r"\d{16}", is_gs1),
    Form("dpd", r"\d{14}[0-9A-Z]", is_mod37_36),
    Form("dpd", r"\d{27}[0-9A-Z]", is_mod37_36),
    Form("dpd_uk", r"\d{14}"),
    Form("dpd_uk", r"\d{14}[0-9A-Z]", is_mod37_36),
    Form("gls", r"\d{11}"),
    Form("australia_post", r"99721\d{18}", told_by_start=True),
)
