"""What stands beside a buyer's name on a case: marks, whose case it is, what is hidden."""

import json
from dataclasses import dataclass

from shopdesk.storage.reader import Reader


@dataclass(frozen=True, slots=True)
class Mark:
    """A key of rules.customers.FLAGS, and why it was set."""

    flag: str
    reason: str
    set_by: str


@dataclass(frozen=True, slots=True)
class BuyerMarks:
    """`owner` is empty where nobody has the case; `masks` is the shop's wish to hide contacts."""

    marks: tuple[Mark, ...] = ()
    owner: str = ""
    masks: bool = False


_OF_CASE = """
    SELECT (SELECT json_group_array(json_array(flag, reason, set_by)) FROM
            (SELECT * FROM customer_flag WHERE customer_id = cases.customer_id ORDER BY id)),
        coalesce(person.name, ''), shop.masks_contacts
    FROM cases JOIN shop ON shop.id = cases.shop_id
    LEFT JOIN person ON person.id = cases.owner_id
    WHERE cases.id = ?
"""


def load_buyer_marks(reader: Reader, case_id: int) -> BuyerMarks:
    """Return what is to be borne in mind about the buyer of a case."""
    row = reader.row(_OF_CASE, (case_id,))
    if row is None:
        return BuyerMarks()
    marks = tuple(Mark(*mark) for mark in json.loads(row[0]))
    return BuyerMarks(marks, row[1], bool(row[2]))


def masks_contacts(reader: Reader, shop_id: int) -> bool:
    """Tell whether a shop wants phones and addresses hidden on the screen."""
    return bool(reader.value("SELECT masks_contacts FROM shop WHERE id = ?", (shop_id,)))


def case_masks_contacts(reader: Reader, case_id: int) -> bool:
    """Tell whether a case's shop wants it."""
    sql = "SELECT masks_contacts FROM shop JOIN cases ON cases.shop_id = shop.id WHERE cases.id = ?"
    return bool(reader.value(sql, (case_id,)))
