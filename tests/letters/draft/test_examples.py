"""Each kind of notice has a worked record; its notice is complete and audits clean."""

import pytest

from answerable import law
from answerable.audit import Case, audit_letter, check_record
from answerable.letters import read_letter
from answerable.letters.draft import read_record, write_notice
from answerable.letters.samples import example, sample
from answerable.letters.writers import to_text
from answerable.model import Certainty, Finding, Severity, UnusableInputError
from answerable.model.decision import NoticeRecord

KINDS = sorted(notice.kind for notice in law.notices())
RECORDS = {kind: example(kind) for kind in KINDS} | {"seed": sample("seed_decision.yaml")}

OUTCOMES = {
    "foia_full_disclosure": "full", "foia_not_held": "not_held", "foia_refusal": "refused",
    "foia_partial": "partial", "foia_ncnd": "ncnd", "foia_s12": "cost_limit",
    "foia_s14": "vexatious", "foia_s21": "already_accessible", "foia_s22": "future_publication",
    "foia_fees_notice": "fees_notice", "foia_s10_3_extension": "extension",
    "foia_clarification": "clarification", "foia_internal_review": "internal_review",
    "eir_response": "full", "eir_refusal": "refused", "eir_ncnd": "ncnd",
    "eir_extension": "extension", "eir_internal_review": "internal_review",
    "foisa_refusal": "refused", "foisa_not_held": "not_held", "foisa_ncnd": "ncnd",
    "foisa_s12_s14": "cost_limit", "foisa_review": "internal_review",
    "foisa_fees": "fees_notice", "eisr_refusal": "refused", "seed": "ncnd",
}  # fmt: skip


def record_of(name: str) -> NoticeRecord:
    return read_record(RECORDS[name], name)


def serious(findings: tuple[Finding, ...]) -> list[str]:
    return [
        f"{finding.slug}: {finding.message} [{finding.excerpt}]"
        for finding in findings
        if finding.certainty is Certainty.SURE or finding.severity >= Severity.HIGH
    ]


def test_there_is_an_example_for_each_of_the_26_kinds_and_for_no_other() -> None:
    assert len(KINDS) == 26


@pytest.mark.parametrize("name", RECORDS)
def test_an_example_lacks_nothing(name: str) -> None:
    assert check_record(record_of(name)) == ()


@pytest.mark.parametrize("name", RECORDS)
def test_the_notice_of_an_example_audits_clean(name: str) -> None:
    record = record_of(name)
    letter = read_letter(to_text(write_notice(record)))
    found = audit_letter(letter, Case(received=record.received, sent=record.sent))
    assert serious(found) == []


@pytest.mark.parametrize("name", OUTCOMES)
def test_the_notice_of_an_example_is_read_as_what_it_is(name: str) -> None:
    record = record_of(name)
    letter = read_letter(to_text(write_notice(record)))
    assert (letter.outcome.value, letter.regime) == (OUTCOMES[name], record.regime)


@pytest.mark.parametrize("name", RECORDS)
def test_every_question_and_the_particulars_stand_in_the_notice(name: str) -> None:
    record = record_of(name)
    text = to_text(write_notice(record))
    for words in (
        record.reference,
        record.authority.name,
        record.signed,
        f"{record.sent:%-d %B %Y}",
    ):
        assert words in text
    for question in record.questions:
        assert question.text in text


@pytest.mark.parametrize("name", RECORDS)
def test_a_licence_stands_only_where_something_is_supplied(name: str) -> None:
    text = to_text(write_notice(record_of(name)))
    gives = any(words in text for words in ("supplies", "is now published"))
    assert ("Open Government Licence" in text) is gives


def test_the_seed_request_is_answered_without_a_licence_and_with_both_ways_on() -> None:
    text = to_text(write_notice(record_of("seed")))
    assert "re-use" not in text.lower()
    for words in ("section 24(2)", "section 31(3)", "section 31(1)(a)", "would be likely to",
                  "section 50", "within 40 working days", "20 working days", "six weeks",
                  "should not be taken as an indication"):  # fmt: skip
        assert words in text, words


def test_a_kind_that_is_not_known_is_refused_in_one_sentence() -> None:
    with pytest.raises(UnusableInputError, match="There is no notice"):
        example("foia_love_letter")
