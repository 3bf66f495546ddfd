"""Many sent at once: what each line is taken for, and that each parcel goes out exactly once."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.desk import Desk
from shopdesk.queries.sending import Judged, judge_pairs
from shopdesk.rules.sending import read_pairs
from shopdesk.services.drafts import DispatchDraft
from shopdesk.services.many import ManyDone
from shopdesk.services.sending import Outgoing, send_many
from tests.services.reshipping import NUMBERS, found, of_order, take
from tests.services.snapshots import everything


def judged(desk: Desk, text: str) -> list[Judged]:
    with desk.reading() as reader:
        return judge_pairs(reader, read_pairs(text))


def send(desk: Desk, pairs: list[Judged]) -> tuple[ManyDone, int | None]:
    parcels = [
        Outgoing(
            each.case_id,
            each.version,
            each.reshipment,
            DispatchDraft(each.courier, each.pair.waybill),
        )
        for each in pairs
        if each.verdict == "sends"
    ]
    written = desk.write("{n} parcels sent.", lambda session: send_many(session, parcels))
    assert written.values == {"n": len(written.value.done)}
    return written.value, written.change_id


def waybill() -> str:
    return f"SF{next(NUMBERS):013d}"


def order_number(desk: Desk, case_id: int) -> str:
    with desk.reading() as reader:
        sql = "SELECT number FROM orders WHERE id = (SELECT order_id FROM cases WHERE id = ?)"
        return str(reader.value(sql, (case_id,)))


def test_of_a_long_list_no_line_is_left_out() -> None:
    text = "\n".join(f"S-2611-{n:05d} SF{n:013d}" for n in range(1, 6_001))
    assert [pair.line for pair in read_pairs(text)] == list(range(1, 6_001))


def test_each_line_is_taken_for_what_it_is(desk: Desk) -> None:
    first, second, sent = of_order(desk), of_order(desk), of_order(desk)
    take(desk, sent, "send")
    known = found(desk, sent).parcels[0].waybill
    one, two = found(desk, first).number, found(desk, second).number
    once = waybill()
    lines = [
        ("Number\tWaybill", None),
        (f"{one}\t{once}\t顺丰速运", "sends"),
        ("", None),
        ("垃圾行", "unread"),
        (f"{order_number(desk, second)},{waybill()}", "sends"),
        (f"{two} {waybill()}", "twice"),
        (f"{found(desk, sent).number} {waybill()}", "sent"),
        (f"S-2001-0001 {waybill()}", "unknown"),
        (f"{one.lower()} ", "no_waybill"),
    ]
    verdicts = [each.verdict for each in judged(desk, "\n".join(text for text, _is in lines))]
    assert verdicts == [verdict for _text, verdict in lines if verdict]
    assert [each.verdict for each in judged(desk, f"{two} {known}")] == ["waybill_known"]
    assert [each.verdict for each in judged(desk, f"{two} 4711 Nobody")] == ["courier"]
    assert [each.verdict for each in judged(desk, f"{two} EA123456789CN")] == ["misread"]
    assert [each.verdict for each in judged(desk, f"{two} EA123456785CN")] == ["sends"]
    twice = judged(desk, f"{one} {once}\n{two} {once}")
    assert [each.verdict for each in twice] == ["sends", "waybill_twice"]


def test_a_courier_is_told_by_its_name_or_by_the_form_of_the_number(desk: Desk) -> None:
    number = found(desk, of_order(desk)).number
    for line, courier in ((f"{number} SF1234567890123", "sf"), (f"{number} 773123456 中通", "zto")):
        assert [each.courier for each in judged(desk, line)] == [courier]


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_pairs_are_sent_exactly_once_in_one_change(desk: Desk, data: st.DataObject) -> None:
    cases = [of_order(desk) for _n in range(3)]
    picked = data.draw(st.lists(st.sampled_from(cases), min_size=1, max_size=6))
    text = "\n".join(f"{found(desk, case_id).number} {waybill()}" for case_id in picked)
    before = everything(desk)
    done, change = send(desk, judged(desk, text))
    assert sorted(done.done) == sorted(set(picked))
    for case_id in cases:
        row = found(desk, case_id)
        assert (row.state, len(row.parcels)) == (
            ("sent", 1) if case_id in picked else ("to_pack", 0)
        )
    assert {each.verdict for each in judged(desk, text)} == {"sent"}
    assert change is not None
    desk.undo(change)
    assert everything(desk) == before


def test_one_that_was_changed_meanwhile_is_left_and_the_others_go(desk: Desk) -> None:
    first, second = of_order(desk), of_order(desk)
    text = "\n".join(f"{found(desk, case_id).number} {waybill()}" for case_id in (first, second))
    pairs = judged(desk, text)
    take(desk, first, "cancel")
    done, _change = send(desk, pairs)
    assert (done.done, [each.case_id for each in done.refused]) == ((second,), [first])
