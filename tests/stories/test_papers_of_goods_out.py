"""Paper of what goes out: slips and labels from the page and the packing list, evidence packs."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from shopdesk.desk import Desk
from shopdesk.queries.open_work import count_open_work
from shopdesk.queries.print_queue import find_waiting_ids
from shopdesk.rules.today.tiles import PAPERS
from shopdesk.services.printing import print_later
from shopdesk.services.reshipments import write_wait_note
from shopdesk.ui.claims import ClaimSection
from shopdesk.ui.pages.cases.paper_actions import PRINT_LABEL
from shopdesk.ui.pages.cases.shown_actions import EVIDENCE_PACK
from shopdesk.ui.pages.cases.waiting_papers import PRINT_SLIPS
from shopdesk.ui.pages.packing.page import PRINT_LABELS
from shopdesk.ui.papers.preview import PaperDialog
from tests.complaining import complain_of_order
from tests.making import make_order, make_return
from tests.pictures import picture
from tests.printing.packs import add_evidence, lost_with_claim
from tests.services.reshipping import brought, found, of_order
from tests.stories.conftest import Seat, Sit
from tests.stories.reshipment_hands import open_reshipment


def preview_of(seat: Seat) -> PaperDialog:
    preview = seat.dialog(PaperDialog)
    seat.until(lambda: preview.paper)
    return preview


def pack_of(seat: Seat) -> PaperDialog:
    preview = seat.dialog(PaperDialog)
    seat.until(lambda: preview.out.paper)
    return preview


def unprinted(desk: Desk) -> list[int]:
    with desk.reading() as reader:
        return find_waiting_ids(reader, "packing_slip")


def test_a_slip_is_printed_by_key_and_remembered_once(sit: Sit, desk: Desk, tmp_path: Path) -> None:
    case_id = of_order(desk)
    seat = sit()
    open_reshipment(seat, case_id)
    seat.press(Qt.Key.Key_P, control=True)
    preview = preview_of(seat)
    for name in ("one.pdf", "two.pdf"):
        preview.out.save_to(tmp_path / name)
        seat.until((tmp_path / name).exists)
    seat.until(lambda: found(desk, case_id).slip_printed_at)
    number = found(desk, case_id).number
    assert number in PdfReader(tmp_path / "one.pdf").pages[0].extract_text()
    preview.reject()
    page = seat.page("reshipments")
    seat.until(lambda: "Packing slip: saved as PDF" in seat.words(page.detail))
    assert unprinted(desk) == []


def test_a_label_leaves_the_slip_to_be_printed(sit: Sit, desk: Desk, tmp_path: Path) -> None:
    case_id = of_order(desk)
    seat = sit()
    open_reshipment(seat, case_id)
    seat.page("reshipments").case_actions.actions[PRINT_LABEL].trigger()
    preview = preview_of(seat)
    preview.out.save_to(tmp_path / "label.pdf")
    seat.until((tmp_path / "label.pdf").exists)
    seat.until(lambda: "Saved" in preview.notices.sentence("outcome"))
    assert "林小雨" in PdfReader(tmp_path / "label.pdf").pages[0].extract_text()
    preview.reject()
    assert unprinted(desk) == [case_id]


def test_all_that_wait_are_printed_from_the_packing_list(
    sit: Sit, desk: Desk, tmp_path: Path
) -> None:
    ids = [of_order(desk), of_order(desk), of_order(desk)]
    brought(desk, ids[1], "pack")
    seat = sit()
    seat.window.go("packing")
    page = seat.page("packing")
    seat.until(lambda: page.slips.ids == ids)
    actions = page._page_actions
    assert actions[PRINT_SLIPS].text() == "Print packing slips (3)"
    assert actions[PRINT_LABELS].text() == "Print labels (3)"
    actions[PRINT_SLIPS].trigger()
    preview = preview_of(seat)
    preview.out.save_to(tmp_path / "slips.pdf")
    seat.until(lambda: page.slips.ids == [])
    assert len(PdfReader(tmp_path / "slips.pdf").pages) == 3
    preview.reject()
    assert not actions[PRINT_SLIPS].isEnabled()


def test_a_held_parcel_is_counted_apart_and_its_slip_waits_with_it(sit: Sit, desk: Desk) -> None:
    ids = [of_order(desk), of_order(desk)]
    desk.write("Waits", lambda session: write_wait_note(session, ids[0], "No stock"))
    seat = sit()
    seat.window.go("packing")
    page = seat.page("packing")
    seat.until(lambda: page.slips.ids == ids[1:])
    assert page._page_actions[PRINT_SLIPS].text() == "Print packing slip (1)"
    assert page.count.text() == "2 to pack · 0 packed, to send · 1 of them waits"


def test_today_counts_papers_as_the_rail_does_and_leads_to_where_they_are_printed(
    sit: Sit, desk: Desk
) -> None:
    back = make_return(desk, make_order(desk), agree=True)
    out = of_order(desk)
    desk.write("Put off", lambda session: print_later(session, "inspection_sheet", [back]))
    seat = sit()
    seat.window.go("today")
    page = seat.page("today")
    button = page.tiles.buttons[PAPERS]
    seat.until(lambda: button.words.count == 3)
    assert button.words.line == "Return slip, Packing slip, Inspection sheet"
    with desk.reading() as reader:
        rail = count_open_work(reader, awaited=desk.settings.now.waiting_documents())
    assert rail["printing"].count == 3
    button.click()
    seat.until(lambda: seat.window.page == "printing")
    state = seat.page("printing").state
    seat.until(lambda: state.ticked("return_slip") == (back,))
    assert state.ticked("packing_slip") == (out,)


def test_a_claim_leads_to_its_evidence_pack(sit: Sit, desk: Desk, tmp_path: Path) -> None:
    case_id = lost_with_claim(desk)
    add_evidence(desk, case_id, "box.jpg", picture())
    seat = sit()
    open_reshipment(seat, case_id)
    section = seat.page("reshipments").detail.findChild(ClaimSection)
    buttons = {button.text(): button for button in section.findChildren(QPushButton)}
    buttons["Evidence pack…"].click()
    preview = pack_of(seat)
    preview.out.save_to(tmp_path / "pack.pdf")
    seat.until((tmp_path / "pack.pdf").exists)
    assert "box.jpg" in "".join(p.extract_text() for p in PdfReader(tmp_path / "pack.pdf").pages)
    preview.reject()


def test_returns_and_complaints_have_one_in_their_menus(sit: Sit, desk: Desk) -> None:
    back, said = make_return(desk, make_order(desk)), complain_of_order(desk)
    seat = sit()
    seat.open_return(back)
    seat.page("returns").case_actions.actions[EVIDENCE_PACK].trigger()
    pack_of(seat).reject()
    seat.no_dialog()
    seat.window.go("complaints", said)
    seat.page("complaints").sheet.doing.actions[EVIDENCE_PACK].trigger()
    assert pack_of(seat).windowTitle().startswith("Evidence pack C-")
    pack_of(seat).reject()
