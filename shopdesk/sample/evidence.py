"""Which photos the desk keeps of a return or of a parcel that is nobody's."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from shopdesk.paths import DataFolder
from shopdesk.rules.reasons import REASONS
from shopdesk.sample.case_rows import AttachmentRow
from shopdesk.sample.claims import Claim
from shopdesk.sample.notes import PHOTO_NOTES
from shopdesk.sample.pictures import PICTURES, Picture
from shopdesk.storage.attachments import store_bytes

_SHOWN = 0.35
_FAULTS = frozenset({"seller", "courier"})
_BUYERS = PICTURES[:3]
_DESKS = PICTURES[3:]


def photos_of(
    rng: Random, claim: Claim, case_id: int, first_line_id: int
) -> Iterator[AttachmentRow]:
    """Yield what shows a fault: the buyer's photo, and the desk's own once it was inspected."""
    if REASONS[claim.story.reason].fault not in _FAULTS or rng.random() >= _SHOWN:
        return
    note = rng.choice(PHOTO_NOTES[claim.sale.store.speech])
    photo = _photo(rng.choice(_BUYERS), claim.opened_s, claim.owner, note)
    yield photo._replace(case_id=case_id, line_id=first_line_id)
    inspected = claim.story.at("inspect")
    if inspected is not None:
        yield _photo(rng.choice(_DESKS), inspected, claim.owner)._replace(case_id=case_id)


def photo_of_parcel(rng: Random, parcel_id: int, at: int, person: str) -> AttachmentRow:
    """Return the photo of a parcel on the shelf."""
    return _photo(rng.choice(_DESKS), at, person)._replace(parcel_id=parcel_id)


def keep_pictures(folder: Path) -> None:
    """Put the photos, which rows name by their content, where evidence lies beside a shop's file.

    Raises StorageError for trouble with the disk.
    """
    for picture in PICTURES:
        store_bytes(DataFolder(folder), picture.data, picture.name)


def _photo(picture: Picture, at: int, person: str, note: str = "") -> AttachmentRow:
    stored = picture.stored
    return AttachmentRow(
        case_id=None,
        parcel_id=None,
        line_id=None,
        sha256=stored.sha256,
        size=stored.size,
        kind=stored.kind,
        name=stored.name,
        note=note,
        added_at=at,
        person=person,
    )
