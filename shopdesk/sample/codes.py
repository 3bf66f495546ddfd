"""What rows refer to by id: the lists that a fresh file starts with."""

from collections.abc import Mapping
from typing import NamedTuple

from shopdesk.sample.policies import PolicyBook


class Codes(NamedTuple):
    """Ids that a fresh file gave to what it starts with, by code or name."""

    reasons: Mapping[str, int]
    couriers: Mapping[str, int]
    people: Mapping[str, int]
    policies: PolicyBook
