"""Couriers: those that a shop starts with, and what a waybill tells about who carries it."""

from shopdesk.rules.couriers.presets import COURIERS, CourierPreset, courier_code
from shopdesk.rules.couriers.recognition import (
    courier_of_waybill,
    folded_waybill,
    is_misread,
    suggested_couriers,
)

__all__ = [
    "COURIERS",
    "CourierPreset",
    "courier_code",
    "courier_of_waybill",
    "folded_waybill",
    "is_misread",
    "suggested_couriers",
]
