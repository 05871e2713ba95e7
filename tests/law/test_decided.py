"""References to decisions in every spelling, looked up in the collection."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.law import cases
from answerable.law.decided import by_key, overturned, references
from answerable.letters.samples import sample


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[2025] UKSC 27", "[2025] UKSC 27"),
        ("[2015]  EWCA  Civ  454", "[2015] EWCA CIV 454"),
        ("FS 50626814", "FS50626814"),
        ("fs50626814", "FS50626814"),
        ("IC-155171-g3w9", "IC-155171-G3W9"),
        ("Decision Notice 100/2013", "Decision 100/2013"),
        ("EA/2006/0014", "EA/2006/0014"),
    ],
)
def test_spellings_are_one_key(text: str, key: str) -> None:
    [found] = references(f"see {text}, which holds")
    assert found.key == key


def test_two_numbers_are_two_references() -> None:
    assert [each.key for each in references("EA/2005/0026 and 0030")] == [
        "EA/2005/0026",
        "EA/2005/0030",
    ]


def test_every_decision_of_the_collection_with_a_number_is_found_by_it() -> None:
    known = [each for each in cases() if references(each.citation)]
    assert len(known) > 70
    for decision in known:
        found = by_key(references(decision.citation)[0].key)
        assert found is not None
        assert found.citation.split(";")[0] == decision.citation.split(";")[0]


def test_the_seed_letter_cites_a_decision_of_the_collection() -> None:
    [only] = references(sample("seed_letter.txt"))
    found = by_key(only.key)
    assert found is not None
    assert found.id == "dn-home-office-returnees"


def test_what_is_overturned_names_a_later_decision_of_the_collection() -> None:
    gone = [(each, overturned(each)) for each in cases() if overturned(each)]
    assert gone
    for decision, both in gone:
        assert both is not None
        row, by = both
        assert (by.year or 0) > (decision.year or 0)
        assert row.words
        assert row.part


def test_most_decisions_stand() -> None:
    assert sum(overturned(each) is not None for each in cases()) < len(cases()) / 10


def test_an_unknown_key_is_no_decision() -> None:
    assert by_key("FS99999999") is None


@given(st.text(alphabet="[]2025 UKSCFTIA/-0andDecision\n.", max_size=200))
def test_any_text_is_read_without_complaint(text: str) -> None:
    for each in references(text):
        assert each.span.end <= len(text)
