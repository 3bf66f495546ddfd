"""Every table of the shop's file."""

from shopdesk.models.base import Base
from shopdesk.models.case import Case, NumberCounter, Reason, TimelineEntry
from shopdesk.models.change import Change, ChangedRow
from shopdesk.models.customer import Customer, CustomerAddress, CustomerContact, CustomerHandle
from shopdesk.models.order import Courier, Order, OrderLine, Parcel, Product
from shopdesk.models.return_case import ReturnCase, ReturnLine
from shopdesk.models.search import CaseDoc, OrderDoc
from shopdesk.models.shop import Person, Shop

__all__ = [
    "Base",
    "Case",
    "CaseDoc",
    "Change",
    "ChangedRow",
    "Courier",
    "Customer",
    "CustomerAddress",
    "CustomerContact",
    "CustomerHandle",
    "NumberCounter",
    "Order",
    "OrderDoc",
    "OrderLine",
    "Parcel",
    "Person",
    "Product",
    "Reason",
    "ReturnCase",
    "ReturnLine",
    "Shop",
    "TimelineEntry",
]
