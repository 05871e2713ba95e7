"""The letter that a complete record makes is read as an applicant will read it."""

from answerable.audit import check_record, check_words
from answerable.letters.draft import read_record
from answerable.letters.samples import example


def test_a_worked_example_has_nothing_against_it() -> None:
    assert check_words(read_record(example("foia_ncnd"), "record.yaml")) == ()


def test_reasons_that_give_away_that_something_is_held_are_told() -> None:
    text = example("foia_ncnd")
    at = text.index("To say yes or no")
    told = text[:at] + "The information we hold would tell a reader who is helped. " + text[at:]
    record = read_record(told, "record.yaml")
    assert [finding.slug for finding in check_record(record)] == ["ncnd-implicit-confirmation"]
    assert "ncnd-implicit-confirmation" in {finding.slug for finding in check_words(record)}
