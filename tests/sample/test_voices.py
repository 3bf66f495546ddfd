"""Buyers of the sample have words for whatever they may complain of."""

from shopdesk.rules.situations import SITUATIONS
from shopdesk.sample.grievance_voices import GRIEVANCES
from shopdesk.sample.stores import STORES


def test_there_are_words_for_each_situation_in_each_language() -> None:
    assert set(GRIEVANCES) == {store.speech for store in STORES}
    assert all(voices.keys() == SITUATIONS.keys() for voices in GRIEVANCES.values())
