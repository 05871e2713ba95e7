"""What stops a letter: duties of the Acts, plainly not met. Nothing else does."""

from dataclasses import replace
from datetime import date

import pytest
from tests.desk.letters.fixtures import SAMPLES, sample

from answerable.desk.letters.annotated import laid_out
from answerable.desk.letters.checking import check, is_gap
from answerable.desk.letters.compose import Free
from answerable.model import Basis, Certainty, Severity
from answerable.model.decision import NeitherConfirmNorDeny, NoticeRecord

NAMES = sorted(each.name.removesuffix(".yaml") for each in SAMPLES.iterdir())


def without_balance() -> NoticeRecord:
    """The lawful NCND record, its public interest balance forgotten."""
    record = sample("foia_ncnd")
    decision = record.decisions[0]
    assert isinstance(decision, NeitherConfirmNorDeny)
    grounds = tuple(replace(ground, balance=None) for ground in decision.grounds)
    return replace(record, decisions=(replace(decision, grounds=grounds),))


@pytest.mark.parametrize("name", NAMES)
def test_a_right_letter_of_every_kind_is_not_stopped(name: str) -> None:
    record = sample(name)
    assert check(record, Free(), on=record.sent).gaps == ()


def test_an_ncnd_letter_that_is_lawful_is_not_blocked() -> None:
    record = sample("foia_ncnd")
    assert check(record, Free(opening="Thank you for your request."), on=record.sent).gaps == ()


def test_a_balance_that_is_missing_stops_the_letter() -> None:
    record = without_balance()
    gaps = check(record, Free(), on=record.sent).gaps
    assert gaps
    assert all(gap.basis is Basis.STATUTORY and gap.severity >= Severity.HIGH for gap in gaps)


def test_a_gap_of_one_rule_is_said_once() -> None:
    gaps = check(without_balance(), Free(), on=date(2026, 3, 24)).gaps
    assert len({gap.slug for gap in gaps}) == len(gaps)


@pytest.mark.parametrize(
    "weaker",
    [
        {"certainty": Certainty.LIKELY},
        {"severity": Severity.MEDIUM},
        {"basis": Basis.GOOD_PRACTICE},
        {"basis": Basis.MERITS},
    ],
    ids=str,
)
def test_what_is_less_than_plain_duty_stops_nothing(weaker: dict[str, object]) -> None:
    gap = check(without_balance(), Free(), on=date(2026, 3, 24)).gaps[0]
    assert is_gap(gap)
    assert not is_gap(replace(gap, **weaker))  # type: ignore[arg-type]


def test_a_letter_that_goes_after_its_time_has_to_say_why() -> None:
    record = sample("foia_partial")  # received on 3 March 2026
    assert check(record, Free(), on=date(2026, 3, 31)).gaps == ()
    late = check(record, Free(), on=date(2026, 4, 20)).report.findings
    assert "late-notice" in {finding.slug for finding in late}
    explained = check(record, Free(late_because="The file was mislaid"), on=date(2026, 4, 20))
    assert "late-notice" not in {gap.slug for gap in explained.gaps}


def test_free_words_are_audited_like_the_rest() -> None:
    record = sample("foia_ncnd")
    own = Free(covering="We can confirm that we do hold footage from the cameras in Mill Lane.")
    assert len(check(record, own, on=record.sent).report.findings) > 0


def test_every_finding_has_a_number_and_stands_somewhere() -> None:
    checked = check(without_balance(), Free(), on=date(2026, 3, 24))
    sheet = laid_out(checked)
    placed = {number for row in sheet.rows for number in row.notes}
    missing = {note.number for note in sheet.missing}
    assert placed | missing == set(sheet.notes)
    assert not placed & missing
    assert len(sheet.stopping) == len(checked.gaps)


def test_a_gap_let_through_is_shown_and_stops_no_more() -> None:
    checked = check(without_balance(), Free(), on=date(2026, 3, 24))
    let = {gap.slug: "Ann Other: the balance is in our earlier letter" for gap in checked.gaps}
    sheet = laid_out(checked, let)
    assert sheet.stopping == ()
    assert any(note.let_through for note in sheet.notes.values())


def test_a_right_letter_has_nothing_to_put_right() -> None:
    record = sample("foia_ncnd")
    sheet = laid_out(check(record, Free(), on=record.sent))
    assert sheet.stopping == ()
    assert sheet.rows
