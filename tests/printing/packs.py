"""A reshipment that got lost, with a claim and evidence, for the pack that is made of it."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from shopdesk.desk import Desk
from shopdesk.queries.evidence_pack import EvidencePack, load_evidence_pack
from shopdesk.rules.evidence import EvidencePlace, StoredFile
from shopdesk.services.claim_drafts import ClaimDraft
from shopdesk.services.claims import open_claim
from shopdesk.services.evidence import attach
from shopdesk.storage.attachments import place_of, store_bytes
from tests.services.test_tracking import MOVED, PICKED, add, sent

MADE_AT = datetime.now(UTC)
DUE = MADE_AT.date() + timedelta(days=20)
_STILL = datetime(2026, 11, 22, 9, 2, tzinfo=UTC)


def add_evidence(desk: Desk, case_id: int, name: str, data: bytes) -> StoredFile:
    """Add a file to a case."""
    stored = store_bytes(desk.folder, data, name)
    desk.write("Evidence", lambda s: attach(s, [stored], EvidencePlace(case_id=case_id)))
    return stored


def lost_with_claim(desk: Desk) -> int:
    """Return a reshipment whose parcel the courier lost, and for which money is claimed."""
    case_id, parcel_id = sent(desk)
    add(desk, parcel_id, PICKED, MOVED)
    draft = ClaimDraft("lost", 15900, freight_minor=800, parcel_id=parcel_id, due_on=DUE)
    desk.write("Claim opened", lambda s: open_claim(s, case_id, draft))
    return case_id


def pack_of(desk: Desk, case_id: int) -> EvidencePack:
    """Return what the pack of a case shows."""
    with desk.reading() as reader:
        return load_evidence_pack(reader, case_id, MADE_AT)


def kept(desk: Desk, stored: StoredFile) -> Path:
    """Return where a file lies."""
    return place_of(desk.folder.attachments, stored.file_name)


def still(value: Any) -> Any:
    """Return data with all its moments, and the month in its numbers, as of one day."""
    if isinstance(value, datetime):
        return _STILL
    if isinstance(value, date):
        return _STILL.date()
    if isinstance(value, str):
        return re.sub(r"\b([RSC])-\d{4}-", r"\1-2611-", value)
    if isinstance(value, tuple):
        return tuple(map(still, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{each.name: still(getattr(value, each.name)) for each in fields(value)}
        )
    return value
