"""What a request must say about who asks, with the source of each."""

import pytest

from answerable import law
from answerable.law.cites import parse_one
from answerable.model import Regime


@pytest.mark.parametrize("regime", list(Regime))
def test_every_regime_says_whether_a_name_is_asked_for_and_where(regime: Regime) -> None:
    entry = law.table("validity")[regime.value]
    cite = parse_one(entry["provision"], regime)
    assert cite is not None
    assert law.exists(cite)
    assert entry["name"] is (regime in (Regime.FOIA, Regime.FOISA))


def test_what_was_read_in_a_secondary_source_says_so() -> None:
    for entry in law.table("validity").values():
        secondary = entry["verified"] == "secondary"
        assert secondary is ("secondary" in entry)
        assert secondary or entry["verified"].startswith("http")
