"""Where each document goes: by country where no paper was chosen, with what speaks against it."""

from collections.abc import Callable
from dataclasses import replace

from shopdesk.desk import Desk
from shopdesk.models import Case, Shop
from shopdesk.printers import PrinterRow
from shopdesk.services.shops import add_shop
from shopdesk.settings import PaperChoice
from shopdesk.ui.pages.printing.places import Papers, Printers, place_of
from tests.conftest import SHOP
from tests.ui.printing.conftest import OpenQueue, wish

Agreed = Callable[..., list[int]]
ZEBRA = PrinterRow("Zebra", "Zebra", 203, is_label=True, is_default=False)


def test_a_sheet_of_labels_on_a_label_printer_is_asked_about() -> None:
    printers = Printers((ZEBRA,), is_known=True)
    place = place_of([PaperChoice("sheet:a4-2x4", printer="Zebra")], Papers(), printers)
    assert place.doubt == place.sentence
    assert "this is a sheet of 8 labels" in place.doubt
    assert (place.why_not, place.tone, place.printer) == ("", "wait", "Zebra")
    assert place_of([PaperChoice("100x150", printer="Zebra")], Papers(), printers).doubt == ""


def test_without_a_chosen_paper_it_is_that_of_each_shops_country(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk
) -> None:
    here, there = agreed("A1", "A2")
    draft = replace(SHOP, name="Maple", region="US", currency="USD", timezone="America/New_York")
    shop = desk.write("Shop", lambda session: add_shop(session, draft)).value
    desk.write("Moved", lambda session: setattr(session.get(Case, there), "shop_id", shop))
    wish(desk, "inspection_sheet", here, there)
    queue = open_queue()
    queue.has(return_slip=2, inspection_sheet=2)
    state = queue.page.state
    assert state.place("inspection_sheet").paper == "A4 or Letter, by country"
    lots = [(lot.choice.paper, lot.case_ids) for lot in state.lots("inspection_sheet")]
    assert sorted(lots) == [("A4", (here,)), ("letter", (there,))]
    state.ticks.turn("inspection_sheet", [here])
    assert state.place("inspection_sheet").paper == "Letter"


def test_in_one_country_it_is_named(agreed: Agreed, open_queue: OpenQueue, desk: Desk) -> None:
    desk.write("Moved", lambda session: setattr(session.get(Shop, 1), "region", "US"))
    wish(desk, "inspection_sheet", *agreed("A1"))
    queue = open_queue()
    queue.has(return_slip=1, inspection_sheet=1)
    assert queue.page.state.place("inspection_sheet").paper == "Letter"


def test_the_first_printer_is_offered_for_all_slips_and_labels(
    agreed: Agreed, open_queue: OpenQueue, desk: Desk
) -> None:
    agreed("A1")
    queue = open_queue()
    queue.has(return_slip=1)
    head = queue.page.queue.head
    assert head.share.isHidden()
    queue.page.doing.use_printer("Zebra")
    assert not head.share.isHidden()
    head.share.click()
    assert head.share.isHidden()
    now = desk.settings.now
    assert {now.paper_choice(code).printer for code in ("packing_slip", "return_label")} == {
        "Zebra"
    }
    assert now.paper_choice("packing_list").printer == ""
