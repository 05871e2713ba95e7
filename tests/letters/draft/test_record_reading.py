"""A wrong record gets one plain sentence: the file, the line, what is allowed."""

import pytest

from answerable import law
from answerable.letters.draft import read_record
from answerable.letters.draft.as_yaml import LONGEST
from answerable.letters.draft.record import DECISIONS, OF_KIND
from answerable.letters.samples import example
from answerable.model import RefusedInputError, UnusableInputError

#: (kind, what is replaced, by what, words of the sentence)
WRONG = [
    ("foia_refusal", "reference:", "referense:", "no field “referense”; did you mean “reference”"),
    ("foia_refusal", "whose:", "wose:", "no field “wose”; did you mean “whose”"),
    ("foia_refusal", "provision: s.43(2)", "provision: s.43(9)", "the law has no such provision"),
    ("foia_refusal", "provision: s.43(2)", "provision: a good one", "not a provision; write it as s31(1)(a)"),
    ("foia_refusal", "threshold: would be likely to", "threshold: might", "allowed are would, would be likely to"),
    ("foia_refusal", "subject: disclosure", "subject: release", "allowed are confirmation, disclosure"),
    ("foia_refusal", "received: 2026-03-03", "received: 3 March 2026", "not a date; write it as 2026-12-10"),
    ("foia_refusal", "received: 2026-03-03", "received: 2026-02-30", "not a date"),
    ("foia_refusal", "regime: FOIA", "regime: FOI", "allowed are FOIA"),
    ("foia_refusal", "kind: foia_refusal", "kind: foia_refussal", "There is no notice “foia_refussal”"),
    ("foia_refusal", "kind: foia_refusal", "kind: eir_refusal", "is a notice under EIR"),
    ("foia_refusal", "kind: foia_refusal", "kind: foia_ncnd", "needs a decision neither_confirm_nor_deny"),
    ("foia_refusal", "decision: withheld", "decision: witheld", "did you mean “withheld”"),
    ("foia_refusal", "decision: withheld", "outcome: withheld", "a decision lacks “decision”"),
    ("foia_refusal", "questions: ['1']", "questions: ['7']", "about question 7"),
    ("foia_refusal", "signed: Information Governance Officer", "reuse: true", "lacks “signed”"),
    ("foia_refusal", "sent: 2026-03-24", "sent: 2026-03-24\nsent: 2026-03-25", "“sent” twice"),
    ("foia_refusal", "kind: council", "kind: castle", "allowed are central, council"),
    ("foia_refusal", "signed: Information", 'signed: "Bell \\a"\nreuse: false\n# ', "control character"),
    ("foia_s12", "hours: 40", "hours: forty", "not a number"),
    ("foia_s12", "hours: 40", "hours: .nan", "not a number"),
    ("foia_s12", "hours: 40", "hours: nan", "not a number"),
    ("foia_s12", "only_to_find_out: false", "only_to_find_out: perhaps", "allowed are true and false"),
    ("foia_full_disclosure", "[2023/24, '1,204']", "[2023/24]", "should have 2 cells"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "old", "new", "words"), WRONG)
def test_a_wrong_field_is_named(kind: str, old: str, new: str, words: str) -> None:
    text = example(kind)
    assert old in text
    with pytest.raises(UnusableInputError) as caught:
        read_record(text.replace(old, new, 1), "letter.yaml")
    sentence = str(caught.value)
    assert words in sentence
    assert "\n" not in sentence


def test_the_line_of_the_wrong_field_is_told() -> None:
    text = example("foia_refusal").replace("whose:", "wose:", 1)
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "wose" in row)
    with pytest.raises(UnusableInputError, match=f"line {line}:"):
        read_record(text, "letter.yaml")


#: (kind, what is replaced, by what, the words at whose line it is, what is allowed)
ALLOWED = [
    ("foia_refusal", "signed:", "authoritty: x\nsigned:", "authoritty", "did you mean “authority”; allowed are kind, regime, authority"),
    ("foia_refusal", "whose:", "wose:", "wose", "did you mean “whose”; allowed are provision, reasons"),
    ("foia_refusal", "kind: foia_refusal", "kind: foia_refuse", "foia_refuse", "did you mean “foia_refusal”; there are foia_full_disclosure"),
    ("foia_refusal", "kind: foia_refusal", "kind: eir_refusal", "kind: eir", "its kinds are foia_full_disclosure"),
    ("foia_refusal", "    questions: ['1']", "    questions: ['7']", "['7']", "the questions are 1"),
    ("foia_refusal", "regime: FOIA", "regime: [FOIA]", "[FOIA]", "“regime” should be one of FOIA, EIR"),
    ("foia_refusal", "reference:", "reference: [a]\n#", "[a]", "should be a text, not a list"),
    ("foia_refusal", "sent: 2026-03-24", "sent: [2026-03-24]", "sent:", "a date, as in 2026-12-10"),
    ("foia_refusal", "sent: 2026-03-24", "sent: 2026-03-01", "sent:", "is before “received”"),
    ("foia_refusal", "sent: 2026-03-24", "sent: 2199-03-24", "sent:", "outside the calendar of bank holidays (20"),
    ("foia_refusal", "decision: withheld", "decision: [withheld]", "[withheld]", "allowed are supplied, withheld"),
    ("foia_refusal", "provision: s.43(2)", "provision: s.43(9)", "s.43(9)", "“answerable law s43” shows those there are"),
    ("foia_refusal", "provision: s.43(2)", "provision: {a: b}", "{a: b}", "a provision, as in s31(1)(a), not named fields"),
    ("foia_s12", "hours: 40", "hours: forty", "forty", "write it as 40 or 12.5"),
    ("foia_full_disclosure", "[2023/24, '1,204']", "[2023/24]", "[2023/24]", "should have 2 cells"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "old", "new", "at", "words"), ALLOWED)
def test_each_wrong_way_has_its_line_and_what_is_allowed(
    kind: str, old: str, new: str, at: str, words: str
) -> None:
    text = example(kind)
    assert old in text
    text = text.replace(old, new, 1)
    line = next(n for n, row in enumerate(text.splitlines(), 1) if at in row)
    with pytest.raises(UnusableInputError) as caught:
        read_record(text, "letter.yaml")
    assert f"“letter.yaml”, line {line}: " in str(caught.value)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("questions", "“questions” is “one”; it should be a list (a hyphen before each item, each with number, text)"),
        ("decisions", "“decisions” is “one”; it should be a list (a hyphen before each item, each with “decision”"),
        ("authority", "authority is “one” and needs named fields: name, address, review_contact, (kind)"),
    ],
)  # fmt: skip
def test_one_word_for_a_list_or_for_fields_is_told_what_is_wanted(name: str, words: str) -> None:
    lines = example("foia_refusal").splitlines()
    start = next(n for n, row in enumerate(lines) if row.startswith(f"{name}:"))
    rest = next((n for n in range(start + 1, len(lines)) if lines[n][:1].isalpha()), len(lines))
    text = "\n".join([*lines[:start], f"{name}: one", *lines[rest:]])
    with pytest.raises(UnusableInputError) as caught:
        read_record(text, "letter.yaml")
    assert f"line {start + 1}: {words}" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "- a\n- b\n",
        "just words",
        "a: [1, 2",
        "\t- x",
        "? [1]\n: 2\n",
        "kind: {a: b}\n",
        "[" * 3000,
    ],
)
def test_what_is_not_a_record_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(UnusableInputError) as caught:
        read_record(text, "letter.yaml")
    assert "\n" not in str(caught.value)


def test_a_record_that_is_far_too_long_is_refused_for_safety() -> None:
    with pytest.raises(RefusedInputError):
        read_record("x" * (LONGEST + 1), "letter.yaml")


def test_a_record_of_aliases_within_aliases_is_refused_at_once() -> None:
    rows = "\n".join(f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]" for n in range(12))
    with pytest.raises(UnusableInputError):
        read_record("a0: &a0 x\n" + rows, "letter.yaml")


#: (what is put for "received: 2026-03-03", words of the sentence)
DATES = [
    ("received: 10/12/2026", "“received” is “10/12/2026”, not a date; write it as 2026-12-10"),
    ("received: 2026-02-30", "“received” is “2026-02-30”, not a date that there is"),
    ("received: 20260303", "not a date; write it as 2026-12-10"),
    ("received: 2026-W10-2", "not a date; write it as 2026-12-10"),
    ("received: 2026-3-3", "not a date; write it as 2026-12-10"),
    ("received: 2026-03-03T10:00:00", "not a date; write it as 2026-12-10"),
    ("received:", "“received” has no date; write it as 2026-12-10"),
    ("received: 9999-12-31", "outside the calendar"),
]


@pytest.mark.parametrize(("new", "words"), DATES)
def test_a_wrong_date_is_told_with_its_line(new: str, words: str) -> None:
    text = example("foia_refusal").replace("received: 2026-03-03", new, 1)
    line = next(n for n, row in enumerate(text.splitlines(), 1) if row.startswith("received:"))
    with pytest.raises(UnusableInputError) as caught:
        read_record(text, "letter.yaml")
    assert f"“letter.yaml”, line {line}: " in str(caught.value)
    assert words in str(caught.value)


#: (what is replaced, by what, words of the sentence)
NOT_YAML = [
    ("\n  review_contact", "\n\t review_contact", "the line is set in with a tab; set it in with spaces"),
    ("reference: ", "reference: a: b ", "there is a second colon in the line"),
    ("sent: 2026-03-24", "sent: *day", "stands for one that was named above"),
    ("signed: ", "\n---\nsigned: ", "a second record begins here"),
    ("signed: ", 'signed: "', "check how far the line is set in"),
    ("signed: ", "signed: \0", "there is a control character"),
    ("      - provision: s.43(2)\n", "      - provision: s.43(2)\n        provision: s.43(1)\n", "“provision” twice"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "words"), NOT_YAML)
def test_what_is_wrong_with_the_yaml_is_told_with_its_line(old: str, new: str, words: str) -> None:
    text = example("foia_refusal")
    assert old in text
    with pytest.raises(UnusableInputError, match=r"“letter\.yaml”, line \d+: ") as caught:
        read_record(text.replace(old, new, 1), "letter.yaml")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_few_words_repeated_by_name_are_fine() -> None:
    text = example("foia_refusal").replace("received: 2026-03-03", "received: &day 2026-03-23")
    record = read_record(text.replace("sent: 2026-03-24", "sent: *day"), "letter.yaml")
    assert record.sent == record.received


def test_much_repeated_by_name_is_refused_for_safety() -> None:
    text = example("foia_refusal").replace("reference: ", f"reference: &b '{'y' * 100_000}' #", 1)
    head, _, rest = text.partition("factors_for:")
    after = rest[rest.index("factors_against:") :]
    indent = head[head.rindex("\n") :]
    text = f"{head}factors_for: [{','.join(['*b'] * 20_000)}]{indent}{after}"
    with pytest.raises(RefusedInputError, match="what is repeated by"):
        read_record(text, "letter.yaml")


def test_every_kind_of_notice_knows_its_decisions() -> None:
    assert set(OF_KIND) == {notice.kind for notice in law.notices()}
    assert {shape for shapes in OF_KIND.values() for shape in shapes} == set(DECISIONS.values())
