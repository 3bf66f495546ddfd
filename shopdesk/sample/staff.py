"""Those who work on cases beside the returns, and what all of them need."""

from random import Random
from typing import NamedTuple

from shopdesk.sample.care import Caller
from shopdesk.sample.codes import Codes
from shopdesk.sample.goods_out import Packer
from shopdesk.sample.numbering import Numbers
from shopdesk.sample.plan import Plan
from shopdesk.sample.shipping import Shipper


class Staff(NamedTuple):
    """One packer, one who calls and one who writes down what went out, for the whole shop."""

    rng: Random
    plan: Plan
    numbers: Numbers
    codes: Codes
    packer: Packer
    caller: Caller
    shipper: Shipper


def staff_of(rng: Random, plan: Plan, numbers: Numbers, codes: Codes) -> Staff:
    """Return the staff of a sample shop."""
    caller = Caller(rng, plan, numbers)
    shipper = Shipper(rng, numbers, caller, codes.couriers)
    return Staff(rng, plan, numbers, codes, Packer(rng, plan.end_s), caller, shipper)
