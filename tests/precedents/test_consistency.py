"""Earlier answers beside the one now meant: shown both ways, never decided."""

from datetime import date

import pytest

from answerable.precedents import Entry, Similar
from answerable.precedents.consistency import consistency
from answerable.precedents.outcomes import kind_of_outcome, openness


def near(id_: str, outcome: str, body: str = "", when: str = "2025-01-10") -> Similar:
    return Similar(Entry(id_, "How many dogs?", "", when, outcome, body), 0.9, "near duplicate")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Full disclosure", "full"), ("successful", "full"), ("partially_successful", "partial"),
        ("Information not held", "not_held"), ("Refused - S40(2)", "refused"), ("rejected", "refused"),
        ("Neither confirmed nor denied", "ncnd"), ("Neither confirm nor deny", "ncnd"),
        ("Exempt (section 12)", "cost_limit"), ("Not disclosed", "refused"), ("", ""), ("waiting", ""),
    ],
)  # fmt: skip
def test_the_words_of_logs_are_known(words: str, kind: str) -> None:
    assert kind_of_outcome(words) == kind


def test_both_ways_are_shown_and_ours_come_first_newest_first() -> None:
    found = [
        near("A", "Refused", "Bexby Council"),
        near("B", "Full", when="2023-01-01"),
        near("C", "Neither confirm nor deny", "tarnbrook council", "2025-02-01"),
        near("D", "partial"),
    ]
    shown = consistency(found, "partial", "Tarnbrook Council", date(2025, 3, 1))
    assert [(e.entry.id, e.way) for e in shown.ours] == [
        ("C", "less open"), ("D", "the same"), ("B", "more open"),
    ]  # fmt: skip
    assert [(e.entry.id, e.way) for e in shown.others] == [("A", "less open")]
    assert [e.entry.id for e in shown.differing] == ["C", "B", "A"]
    assert shown.ours[0].days == 28
    assert shown.others[0].sentence.startswith("Bexby Council answered A on 2025-01-10: Refused")


def test_what_only_shares_words_and_what_has_no_outcome_is_not_compared() -> None:
    words = Similar(Entry("A", "dogs", outcome="Full"), 0.9, "same words")
    shown = consistency([words, near("B", "awaiting reply")], "refused", "us")
    assert shown.ours == shown.others == ()
    assert [entry.id for entry in shown.unknown] == ["B"]


def test_not_held_is_neither_more_nor_less() -> None:
    assert openness("not_held") is None
    [one] = consistency([near("A", "Not held")], "full", "us").ours
    assert one.way == "another way"
    assert one.days is None
