"""Papers are made whatever became of what was chosen for them, and remembered as they are."""

from base64 import b64encode

import pytest

from shopdesk.desk import Desk
from shopdesk.models import ShopPaper
from shopdesk.printing.making import MadeLot, PaperWanted, make, printed
from shopdesk.services.label_sheets import remove_label_sheet, save_label_sheet
from shopdesk.services.paper_drafts import LabelSheetDraft
from shopdesk.settings import PaperChoice
from tests.making import make_order, make_return

SHEET = LabelSheetDraft("Jars", "A4", 2, 2, 9000, 9000, 0, 0)


def lot(desk: Desk, paper: str, document: str = "return_slip", start: int = 1) -> MadeLot:
    order_id = make_order(desk, quantity=3)
    cases = tuple(make_return(desk, order_id, agree=True) for _n in range(3))
    wanted = PaperWanted(document, cases, PaperChoice(paper, "en"), "en", start=start)
    with desk.reading() as reader:
        return make(reader, wanted, lambda _done: None)


@pytest.mark.parametrize(
    ("document", "usual"), [("return_slip", "100x150"), ("return_label", "100x150")]
)
def test_a_sheet_that_is_gone_is_not_drawn_on_and_not_remembered(
    desk: Desk, document: str, usual: str
) -> None:
    sheet_id = desk.write("Sheet", lambda session: save_label_sheet(session, SHEET)).value
    desk.write("Gone", lambda session: remove_label_sheet(session, sheet_id))
    made = lot(desk, f"sheet:{sheet_id}", document)
    assert made.paper.size.code == usual
    assert any("not there any more" in remark for remark in made.remarks)
    assert printed(made, "file").paper == usual
    assert made.sheet is None


def test_a_sheet_that_is_there_is_remembered_by_its_code(desk: Desk) -> None:
    sheet_id = desk.write("Sheet", lambda session: save_label_sheet(session, SHEET)).value
    made = lot(desk, f"sheet:{sheet_id}")
    assert printed(made, "file").paper == f"sheet:{sheet_id}"
    assert not any("not there any more" in remark for remark in made.remarks)


@pytest.mark.parametrize(
    ("start", "pages", "after"), [(4, 2, 3), (5, 1, 4), (200, 1, 4), (-3, 1, 4)]
)
def test_a_start_that_the_sheet_does_not_have_is_its_first_label(
    desk: Desk, start: int, pages: int, after: int
) -> None:
    made = lot(desk, "sheet:a4-2x2", start=start)
    assert (made.paper.pages, made.next_start) == (pages, after)


def test_a_logo_that_broke_is_left_out_and_told_of(desk: Desk) -> None:
    logo = b64encode(b"\x89PNG\r\n\x1a\nbroken").decode()
    with desk.database.write("Shop", by="") as unit:
        unit.session.add(ShopPaper(shop_id=1, logo=logo))
    made = lot(desk, "A6")
    assert any("logo cannot be read" in remark for remark in made.remarks)


@pytest.mark.parametrize("order", ["", "number"])
def test_a_case_that_is_gone_stops_no_other(desk: Desk, order: str) -> None:
    order_id = make_order(desk, quantity=3)
    cases = [make_return(desk, order_id, agree=True) for _n in range(2)]
    wanted = PaperWanted(
        "return_slip", (cases[0], 9999, cases[1]), PaperChoice("A6", "en", order=order), "en"
    )
    with desk.reading() as reader:
        made = make(reader, wanted, lambda _done: None)
    assert made.case_ids == tuple(cases)
    assert made.paper.pages == 2
    assert "1 case is no longer there and is left out." in made.remarks
