"""Evidence is added, moved and removed as rows; every one of these steps can be taken back."""

import pytest

from shopdesk.desk import Desk
from shopdesk.errors import DomainError, FieldError
from shopdesk.models import Parcel
from shopdesk.queries.evidence import EvidenceRow, load_evidence, load_evidence_lines
from shopdesk.queries.return_detail import load_timeline
from shopdesk.rules.evidence import EvidencePlace, StoredFile
from shopdesk.services.evidence import (
    attach,
    move_evidence,
    note_troubles,
    remove_evidence,
    set_line,
    set_note,
)
from tests.making import make_order, make_return

FILES = [StoredFile(f"{n}" * 64, 10 * n, "jpg", f"{n}.jpg") for n in range(1, 4)]


@pytest.fixture
def case_id(desk: Desk) -> int:
    return make_return(desk, make_order(desk))


def add(desk: Desk, place: EvidencePlace, *files: StoredFile) -> list[int]:
    return desk.write("Evidence added", lambda s: attach(s, files, place)).value


def shown(desk: Desk, place: EvidencePlace) -> tuple[EvidenceRow, ...]:
    with desk.reading() as reader:
        return load_evidence(reader, place)


def told(desk: Desk, case_id: int) -> list[str]:
    with desk.reading() as reader:
        return [f"{e.event} {e.text}" for e in load_timeline(reader, case_id)]


def ownerless(desk: Desk) -> int:
    def work(session: object) -> int:
        parcel = Parcel(direction="back", waybill="SF1", waybill_folded="SF1")
        session.add(parcel)  # type: ignore[attr-defined]
        session.flush()  # type: ignore[attr-defined]
        return parcel.id

    return desk.write("Parcel kept", work).value


def test_files_are_added_once_and_told_once(desk: Desk, case_id: int) -> None:
    place = EvidencePlace(case_id)
    assert len(add(desk, place, FILES[0], FILES[1], FILES[0])) == 2
    assert len(add(desk, place, FILES[1], FILES[2])) == 1
    assert [row.name for row in shown(desk, place)] == ["1.jpg", "2.jpg", "3.jpg"]
    assert told(desk, case_id)[:2] == ["evidence 3.jpg", "evidence 1.jpg, 2.jpg"]
    assert add(desk, place, FILES[2]) == []
    assert len(told(desk, case_id)) == 3


def test_a_file_shows_a_line_of_its_own_return_only(desk: Desk, case_id: int) -> None:
    other = make_return(desk, make_order(desk, "77"))
    with desk.reading() as reader:
        mine, theirs = (load_evidence_lines(reader, each)[0] for each in (case_id, other))
    with pytest.raises(FieldError, match="another return"):
        add(desk, EvidencePlace(case_id, theirs.id), FILES[0])
    (evidence_id,) = add(desk, EvidencePlace(case_id), FILES[0])
    desk.write("Line", lambda s: set_line(s, evidence_id, mine.id))
    with pytest.raises(FieldError, match="another return"):
        desk.write("Line", lambda s: set_line(s, evidence_id, theirs.id))
    (row,) = shown(desk, EvidencePlace(case_id, mine.id))
    assert (row.line_id, row.line_title) == (mine.id, mine.title)


def test_removing_is_told_and_taken_back(desk: Desk, case_id: int) -> None:
    place = EvidencePlace(case_id)
    (evidence_id,) = add(desk, place, FILES[0])
    desk.write("Note", lambda s: set_note(s, evidence_id, "  a crack at the rim "))
    before = shown(desk, place)
    removed = desk.write("Removed", lambda s: remove_evidence(s, evidence_id))
    assert shown(desk, place) == ()
    assert told(desk, case_id)[0] == "evidence_removed 1.jpg"
    assert removed.change_id is not None
    desk.undo(removed.change_id)
    assert shown(desk, place) == before
    assert before[0].note == "a crack at the rim"


def test_evidence_follows_a_parcel_to_its_case_and_back(desk: Desk, case_id: int) -> None:
    parcel_id = ownerless(desk)
    add(desk, EvidencePlace(case_id), FILES[0])
    ids = add(desk, EvidencePlace(parcel_id=parcel_id), FILES[0], FILES[1])
    with pytest.raises(DomainError, match="Match the parcel"):
        desk.write("Line", lambda s: set_line(s, ids[0], 1))
    moved = desk.write("Matched", lambda s: move_evidence(s, parcel_id, case_id))
    assert [row.name for row in shown(desk, EvidencePlace(case_id))] == ["1.jpg", "2.jpg"]
    assert shown(desk, EvidencePlace(parcel_id=parcel_id)) == ()
    assert told(desk, case_id)[0] == "evidence 2.jpg"
    assert moved.change_id is not None
    desk.undo(moved.change_id)
    assert len(shown(desk, EvidencePlace(parcel_id=parcel_id))) == 2


def test_a_trouble_keeps_its_day_until_it_is_over(desk: Desk, case_id: int) -> None:
    place = EvidencePlace(case_id)
    add(desk, place, FILES[0])
    look = {FILES[0].sha256: "missing"}
    desk.write("Looked", lambda s: note_troubles(s, look))
    (first,) = shown(desk, place)
    assert first.trouble == "missing"
    assert desk.write("Looked", lambda s: note_troubles(s, look)).change_id is None
    desk.write("Looked", lambda s: note_troubles(s, {FILES[0].sha256: ""}))
    (last,) = shown(desk, place)
    assert (last.trouble, last.trouble_at) == ("", None)


def test_what_is_gone_takes_no_evidence(desk: Desk) -> None:
    for place in (EvidencePlace(99), EvidencePlace(parcel_id=99), EvidencePlace()):
        with pytest.raises(DomainError, match="no longer there"):
            add(desk, place, FILES[0])
