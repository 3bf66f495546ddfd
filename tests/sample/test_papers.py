"""The sample's papers: a log that timelines agree with, a queue with something in it, a logo."""

import json
from base64 import b64decode

from shopdesk.rules.documents import DOCUMENTS
from shopdesk.rules.logos import is_logo
from tests.sample.conftest import Tables


def test_every_job_is_told_by_a_timeline(tables: Tables) -> None:
    jobs = tables.by_id("print_job")
    logged = sorted(
        (item["case_id"], jobs[item["job_id"]]["at"], jobs[item["job_id"]]["document"])
        for item in tables["print_item"]
    )
    told = sorted(
        (entry["case_id"], entry["at"], json.loads(entry["values"])["document"])
        for entry in tables["timeline_entry"]
        if entry["event"] == "printed"
    )
    assert logged == told
    assert {document for _case, _at, document in told} <= DOCUMENTS.keys()


def test_jobs_follow_each_other(tables: Tables) -> None:
    times = [job["at"] for job in sorted(tables["print_job"], key=lambda job: job["id"])]
    assert times == sorted(times)


def test_slips_are_in_the_log_when_the_case_says_so(tables: Tables) -> None:
    printed = {
        (item["case_id"], tables.by_id("print_job")[item["job_id"]]["at"])
        for item in tables["print_item"]
    }
    for table in ("return_case", "reshipment"):
        slips = {
            (row["id"], row["slip_printed_at"]) for row in tables[table] if row["slip_printed_at"]
        }
        assert slips <= printed


def test_papers_look_like_the_shop(tables: Tables) -> None:
    assert tables["print_wish"]
    assert all(is_logo(b64decode(row["logo"])) for row in tables["shop_paper"])
