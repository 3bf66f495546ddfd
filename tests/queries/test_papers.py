"""What papers show is what the pages show, for one case and for hundreds; all of one moment."""

import pytest

from shopdesk.desk import Desk
from shopdesk.errors import DomainError
from shopdesk.queries.papers import READERS, read_papers
from shopdesk.queries.reshipment_detail import load_reshipment_detail
from shopdesk.queries.return_detail import load_return_detail
from shopdesk.queries.values import CHUNK
from shopdesk.rules.documents import DOCUMENTS
from shopdesk.services.case_drafts import BuyerDraft, ReshipmentDraft
from shopdesk.services.drafts import GoodsOutDraft, GoodsOutLine
from shopdesk.services.reshipments import log_reshipment
from tests.making import make_order, make_return
from tests.services.reshipping import brought, of_order


def test_every_document_can_be_read() -> None:
    assert READERS.keys() == DOCUMENTS.keys()


def test_a_return_slip_shows_what_the_page_shows(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk), agree=True)
    with desk.reading() as reader:
        (slip,) = read_papers(reader, "return_slip", [case_id])
        page = load_return_detail(reader, case_id)
    assert page is not None
    shared = (
        *("number", "buyer_name", "buyer_phone", "buyer_handle", "order_number", "reason"),
        *("remedy", "freight_payer", "send_by", "note", "shop_name", "platform"),
    )
    assert [getattr(slip, name) for name in shared] == [getattr(page, name) for name in shared]
    assert [(line.title, line.quantity) for line in slip.lines] == [("云柔针织开衫", 1)]
    assert (slip.to_name, slip.region) == ("云柔家居 售后组", "CN")


def test_a_packing_slip_shows_what_the_page_shows(desk: Desk) -> None:
    case_id = of_order(desk)
    brought(desk, case_id, "send")
    with desk.reading() as reader:
        (slip,) = read_papers(reader, "packing_slip", [case_id])
        page = load_reshipment_detail(reader, case_id)
    assert page is not None
    goods, parcel = page.goods, page.goods.parcels[-1]
    assert (slip.to_name, slip.to_phone, slip.to_address, slip.to_country) == (
        goods.recipient,
        goods.phone,
        goods.address,
        goods.country,
    )
    assert (slip.courier, slip.courier_name, slip.waybill) == (
        parcel.courier,
        parcel.courier_name,
        parcel.waybill,
    )


def test_what_is_not_known_stays_empty(desk: Desk) -> None:
    goods = GoodsOutDraft((GoodsOutLine("Mug", 1),), country="DE")
    draft = ReshipmentDraft(1, "goodwill", goods, buyer=BuyerDraft("Ada"))
    case_id = desk.write("x", lambda session: log_reshipment(session, draft)).value
    with desk.reading() as reader:
        (slip,) = read_papers(reader, "address_label", [case_id])
    assert (slip.to_name, slip.to_phone, slip.to_address, slip.to_country) == ("Ada", "", "", "DE")


def test_hundreds_come_in_the_order_asked_for(desk: Desk) -> None:
    cases = [of_order(desk) for _n in range(3)]
    asked = cases[::-1] * CHUNK
    with desk.reading() as reader:
        numbers = [slip.number for slip in read_papers(reader, "packing_slip", asked)]
        first = reader.rows("SELECT number FROM cases WHERE kind = 'reshipment' ORDER BY id DESC")
    assert numbers == [number for (number,) in first] * CHUNK


def test_all_papers_are_of_the_same_moment(desk: Desk) -> None:
    cases = [of_order(desk) for _n in range(2)]
    with desk.reading() as reader:
        papers = read_papers(reader, "evidence_pack", cases)
        next(papers)
        brought(desk, cases[1], "cancel")
        assert next(papers).case.state == "to_pack"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_case_that_is_gone_is_said(desk: Desk, document: str) -> None:
    with desk.reading() as reader, pytest.raises(DomainError):
        list(read_papers(reader, document, [999]))


def test_a_paper_of_another_kind_is_not_made(desk: Desk) -> None:
    case_id = make_return(desk, make_order(desk))
    with desk.reading() as reader, pytest.raises(DomainError):
        list(read_papers(reader, "packing_slip", [case_id]))
