"""A record whose parts cannot all be so is refused in one sentence; one whose parts can is read."""

import re

import pytest

from answerable.letters.draft import read_record
from answerable.letters.draft.order import amount
from answerable.letters.samples import example
from answerable.model import UnusableInputError


def with_field(kind: str, name: str, value: str) -> str:
    """The worked example of ``kind`` with another value of a field of one line."""
    lines = example(kind).splitlines()
    at = next(n for n, line in enumerate(lines) if line.lstrip(" -").startswith(f"{name}: "))
    before = lines[at][: lines[at].index(f"{name}: ")]
    return "\n".join([*lines[:at], f"{before}{name}: {value}", *lines[at + 1 :]])


def refusal(text: str) -> str:
    with pytest.raises(UnusableInputError) as problem:
        read_record(text, "r.yaml")
    said = str(problem.value)
    assert re.match(r"“r\.yaml”, line \d+: ", said)
    assert said.endswith(".")
    assert "\n" not in said
    return said


# Every worked example is received on 3 March 2026 (reviews: 12 January) and sent on 24 March 2026.
@pytest.mark.parametrize(
    ("kind", "name", "value", "words"),
    [
        ("foia_s10_3_extension", "answer_by", "2026-03-20", "is not after the letter"),
        ("foia_s10_3_extension", "answer_by", "2026-03-24", "is not after the letter"),
        ("eir_extension", "answer_by", "2026-03-20", "is not after the letter"),
        ("foia_clarification", "close_on", "2026-03-24", "is not after the letter"),
        ("foia_internal_review", "asked", "2026-03-25", "is not between"),
        ("foia_internal_review", "asked", "2026-01-11", "is not between"),
        ("foia_fees_notice", "amount", "nothing", "a sum above nought"),
        ("foia_fees_notice", "amount", "£0.00", "a sum above nought"),
        ("foia_fees_notice", "amount", "£-5.00", "a sum above nought"),
        ("foia_fees_notice", "amount", "-£5", "a sum above nought"),
        ("foisa_fees", "amount", "free", "a sum above nought"),
        ("foia_s22", "when", "on 1 January 2026 on our website", "before the letter"),
        ("foia_s22", "when", "in February 2026", "before the letter"),
        ("foia_refusal", "provision", "s.17(1)", "no exemption"),
        ("foia_refusal", "provision", "s.12(1)", "no exemption"),
        ("eir_refusal", "provision", "reg 12(9)", "no exemption or exception"),
    ],
)
def test_what_cannot_be_is_refused(kind: str, name: str, value: str, words: str) -> None:
    assert words in refusal(with_field(kind, name, value))


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("foia_s10_3_extension", "answer_by", "2026-03-25"),
        ("foia_clarification", "close_on", "2026-05-25"),
        ("foia_internal_review", "asked", "2026-03-24"),
        ("foia_internal_review", "asked", "2026-01-12"),
        ("foia_fees_notice", "amount", "£0.50"),
        ("foia_fees_notice", "amount", "12 pounds"),
        ("foia_s22", "when", "in March 2026 on our website"),
        ("foia_s22", "when", "on 24 March 2026, with the accounts of 31 December 2025"),
        ("foia_s22", "when", "in the summer, when the auditors are done"),
        ("foia_refusal", "provision", "s.43(1)"),
    ],
)
def test_what_can_be_is_read(kind: str, name: str, value: str) -> None:
    assert read_record(with_field(kind, name, value), "r.yaml").kind == kind


REPEATED = """  - decision: repeated
    questions: ['1']
    earlier: {}
    reasons: You asked the same on that day and had the whole answer
"""


def repeated(kind: str, day: str) -> str:
    text = example(kind)
    start, end = text.index("  - decision:"), text.index("signed:")
    return text[:start] + REPEATED.format(day) + text[end:]


@pytest.mark.parametrize("kind", ["foia_s14", "foisa_s12_s14"])
def test_a_request_is_repeated_only_after_an_earlier_one(kind: str) -> None:
    assert "is not before this request" in refusal(repeated(kind, "2026-09-01"))
    assert "is not before this request" in refusal(repeated(kind, "2026-03-03"))
    assert read_record(repeated(kind, "2026-02-02"), "r.yaml").kind == kind


@pytest.mark.parametrize(
    ("decision", "fields"),
    [
        ("vexatious", "reasons: The request is one of ninety this year"),
        ("accessible", "where: On our website"),
        ("fees_notice", "amount: £5\n    basis: It is the cost of copying\n    pay: Pay by card"),
    ],
)
def test_the_regulations_do_not_have_what_only_the_acts_have(decision: str, fields: str) -> None:
    more = f"  - decision: {decision}\n    questions: ['1']\n    {fields}\nsigned:"
    said = refusal(example("eir_response").replace("signed:", more, 1))
    assert f"“{decision}”, which EIR does not have" in said
    assert read_record(example("foia_full_disclosure").replace("signed:", more, 1), "r.yaml")


@pytest.mark.parametrize(
    ("field", "day"),
    [("clarified", "2026-03-02"), ("clarified", "2026-03-25"), ("extended_to", "2026-03-02")],
)
def test_the_days_of_the_request_are_in_order(field: str, day: str) -> None:
    text = example("foia_refusal").replace("sent:", f"{field}: {day}\nsent:", 1)
    assert f"“{field}”" in refusal(text)


def test_an_opinion_is_given_before_the_letter_that_tells_of_it() -> None:
    opinion = """        opinion:
          by: the Monitoring Officer
          given: {}
          limbs: [s.36(2)(c)]
          threshold: would
          words: The opinion was that it would prejudice the conduct of public affairs
        balance:
"""
    text = example("foia_refusal").replace("provision: s.43(2)", "provision: s.36(2)(c)", 1)
    assert "the opinion was “given”" in refusal(
        text.replace("        balance:\n", opinion.format("2026-03-25"), 1)
    )
    assert read_record(
        text.replace("        balance:\n", opinion.format("2026-03-24"), 1), "r.yaml"
    )


@pytest.mark.parametrize(
    ("text", "worth"),
    [("£73.50", 73.5), ("£1,250", 1250.0), ("about £12 for copies", 12.0), ("−£5", -5.0),
     ("£ 8.40", 8.4), ("ten pounds", None), ("", None)],
)  # fmt: skip
def test_a_sum_is_read(text: str, worth: float | None) -> None:
    assert amount(text) == worth


def test_a_condition_is_one_that_the_provision_has() -> None:
    text = example("foia_refusal")
    wrong = text.replace("provision: s.43(2)", "provision: s.43(2)\n        condition: s.40(3B)", 1)
    assert "not one of FOIA s.43(2); it has none of its own" in refusal(wrong)
    right = text.replace("provision: s.43(2)", "provision: s.40(2)\n        condition: s.40(3B)", 1)
    assert read_record(right, "r.yaml")
