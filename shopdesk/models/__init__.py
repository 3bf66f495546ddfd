"""Every table of the shop's file."""

from shopdesk.models.base import Base
from shopdesk.models.case import Case, NumberCounter, Reason, TimelineEntry
from shopdesk.models.change import Change, ChangedRow
from shopdesk.models.clock import Clock
from shopdesk.models.complaint import Complaint, ComplaintOption
from shopdesk.models.customer import (
    Customer,
    CustomerAddress,
    CustomerContact,
    CustomerFlag,
    CustomerHandle,
)
from shopdesk.models.evidence import Attachment
from shopdesk.models.follow_up import FollowRule, FollowUp
from shopdesk.models.order import Courier, Order, OrderLine, Parcel, Product
from shopdesk.models.policy import Holiday, Policy, ReadyText
from shopdesk.models.printing import LabelSheet, PrintItem, PrintJob, PrintWish, ShopPaper
from shopdesk.models.reshipment import Reshipment, ReshipmentLine
from shopdesk.models.return_case import ReturnCase, ReturnLine
from shopdesk.models.search import CaseDoc, CustomerDoc, OrderDoc
from shopdesk.models.settling import CostEntry, LiabilityShare, ReceivedItem, Refund
from shopdesk.models.shop import Person, Shop
from shopdesk.models.solution import Solution
from shopdesk.models.tracking import CourierClaim, TrackingEvent, TransitTime

__all__ = [
    "Attachment",
    "Base",
    "Case",
    "CaseDoc",
    "Change",
    "ChangedRow",
    "Clock",
    "Complaint",
    "ComplaintOption",
    "CostEntry",
    "Courier",
    "CourierClaim",
    "Customer",
    "CustomerAddress",
    "CustomerContact",
    "CustomerDoc",
    "CustomerFlag",
    "CustomerHandle",
    "FollowRule",
    "FollowUp",
    "Holiday",
    "LabelSheet",
    "LiabilityShare",
    "NumberCounter",
    "Order",
    "OrderDoc",
    "OrderLine",
    "Parcel",
    "Person",
    "Policy",
    "PrintItem",
    "PrintJob",
    "PrintWish",
    "Product",
    "ReadyText",
    "Reason",
    "ReceivedItem",
    "Refund",
    "Reshipment",
    "ReshipmentLine",
    "ReturnCase",
    "ReturnLine",
    "Shop",
    "ShopPaper",
    "Solution",
    "TimelineEntry",
    "TrackingEvent",
    "TransitTime",
]
