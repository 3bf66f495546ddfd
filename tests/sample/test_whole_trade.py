"""The sample shop holds every kind of thing that a desk meets, and all of it is sound."""

import pytest

from shopdesk.queries.soundness import find_troubles
from shopdesk.rules.costs import COST_KINDS
from shopdesk.rules.inspecting import CONDITIONS, DISPOSITIONS
from shopdesk.rules.remedies import REMEDIES
from shopdesk.rules.replies import REPLIES, unknown_blanks
from shopdesk.rules.reshipments import REASONS
from shopdesk.storage.attachments import place_of, trouble_with
from tests.sample.conftest import NOW, Tables, build

# What the figure counts; the least and the most that is believable of 450 returns.
FIGURES = (
    ("refused parcels", "return_case WHERE sent_at IS NULL AND arrived_at IS NOT NULL", 2, 20),
    ("several refunds", "(SELECT 1 FROM refund GROUP BY case_id HAVING count(*) > 1)", 1, 30),
    ("deductions", "refund WHERE deduction_minor > 0 AND deduction_reason <> ''", 3, 50),
    ("dearer exchanges", "refund WHERE collected_minor > 0", 1, 40),
    ("written off", "cost_entry WHERE received_item_id IS NOT NULL", 10, 100),
    ("confirmed shares", "liability_share WHERE confirmed_at IS NOT NULL", 200, 500),
    ("shared liability", "liability_share WHERE percent < 100", 10, 150),
    ("missed clocks", "clock WHERE outcome = 'missed'", 5, 150),
    ("reminders", "clock WHERE source = 'reminder'", 5, 80),
    ("ways out", "reshipment", 50, 200),
    ("ways out to be sent", "reshipment WHERE sent_at IS NULL", 1, 40),
    ("on the shelf", "parcel WHERE number <> '' AND let_go_at IS NULL AND note <> ''", 3, 6),
    ("let go", "parcel WHERE let_go_at IS NOT NULL", 1, 1),
    ("photos", "attachment WHERE case_id IS NOT NULL", 20, 300),
    ("photos on the shelf", "attachment WHERE parcel_id IS NOT NULL", 3, 6),
    ("versions of policies", "policy", 4, 4),
    ("own days", "holiday", 3, 10),
    ("own words", "ready_text", 1, 1),
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(build(tmp_path_factory.mktemp("trade")))


@pytest.mark.parametrize(("name", "rows", "least", "most"), FIGURES)
def test_a_desk_meets_it(sample: Tables, name: str, rows: str, least: int, most: int) -> None:
    found = sample.reader.value(f"SELECT count(*) FROM {rows}")
    assert least <= found <= most, name


def test_every_code_occurs_in_a_larger_shop(tables: Tables) -> None:
    conditions = {row["condition"] for row in tables["received_item"]}
    assert conditions <= {"", *CONDITIONS}
    assert {row["disposition"] for row in tables["received_item"]} <= {"", *DISPOSITIONS}
    assert {row["kind"] for row in tables["cost_entry"]} <= COST_KINDS.keys()
    assert {row["reason"] for row in tables["reshipment"]} <= REASONS.keys()
    assert {row["remedy"] for row in tables["return_case"]} <= REMEDIES.keys()
    assert {"intact", "opened", "damaged"} <= conditions
    assert {"exchange", "send_back"} <= {row["reason"] for row in tables["reshipment"]}


def test_it_is_sound(tables: Tables) -> None:
    assert list(find_troubles(tables.reader)) == []


def test_the_photos_are_there(sample: Tables) -> None:
    root = sample.path.parent / "att"
    for row in sample["attachment"]:
        name = f"{row['sha256']}.{row['kind']}"
        assert trouble_with(root, name, row["size"]) == ""
        assert place_of(root, name).is_file()
        assert row["added_at"] < NOW.timestamp()


def test_own_words_are_of_a_text_that_there_is(sample: Tables) -> None:
    for row in sample["ready_text"]:
        assert row["code"] in REPLIES
        assert unknown_blanks(row["text"]) == []
