"""Questions labelled "1st", "Second:", "Point the third", and reasons that are counted likewise."""

import pytest

from answerable.letters import read_letter
from answerable.letters.questions import read_request
from answerable.model import Outcome

HEAD = """Wharfbourne Council
12 May 2026

Dear Ms Roe

Thank you for your request of 1 May 2026 under the Freedom of Information Act 2000. You asked:

"""
TAIL = """

If you are unhappy you can ask for an internal review within 40 working days by writing to foi@wharfbourne.example.

Yours sincerely
Information Officer
"""
LABELS = [
    ("1st", "2nd", "3rd"),
    ("1st.", "2nd.", "3rd."),
    ("1st)", "2nd)", "3rd)"),
    ("1st -", "2nd -", "3rd -"),
    ("First,", "Second,", "Third,"),
    ("First:", "Second:", "Third:"),
    ("Firstly,", "Secondly,", "Thirdly,"),
    ("First question:", "Second question:", "Third question:"),
    ("The first question -", "The second question -", "The third question -"),
    ("1st question:", "2nd question:", "3rd question:"),
    ("Point the first:", "Point the second:", "Point the third:"),
    ("Point the first.", "Point the second.", "Point the third."),
    ("FIRST POINT:", "SECOND POINT:", "THIRD POINT:"),
    ("Question one:", "Question two:", "Question three:"),
]
ASKED = (
    "How many bids were received?",
    "What are the names of the bidders?",
    "When will the lease begin?",
)
ANSWERS = (
    "We received seven bids.",
    "The names are withheld under section 43(2), as disclosure would be likely to prejudice the bidders.",
    "The lease begins on 1 September 2026.",
)


def listed(labels: tuple[str, ...], words: tuple[str, ...], gap: str = "\n") -> str:
    return gap.join(f"{label} {each}" for label, each in zip(labels, words, strict=True))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("labels", LABELS, ids=lambda labels: labels[0])
def test_the_request_is_told_apart(labels: tuple[str, ...], gap: str) -> None:
    request = f"Dear Council,\n\nPlease tell me:\n\n{listed(labels, ASKED, gap)}\n\nThank you"
    found = read_request(request).questions
    assert [(each.number, each.text) for each in found] == list(zip("123", ASKED, strict=True))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("labels", LABELS, ids=lambda labels: labels[0])
def test_each_answer_is_set_against_its_question(labels: tuple[str, ...], gap: str) -> None:
    body = f"{listed(labels, ASKED, gap)}\n\nOur answers\n\n{listed(labels, ANSWERS, chr(10) * 2)}"
    letter = read_letter(HEAD + body + TAIL)
    assert [(q.number, q.text) for q in letter.questions] == list(zip("123", ASKED, strict=True))
    assert [(each.numbers, each.outcome) for each in letter.answers] == [
        (("1",), Outcome.FULL),
        (("2",), Outcome.REFUSED),
        (("3",), Outcome.FULL),
    ]
    assert letter.outcome is Outcome.PARTIAL


REASONS = """1. How many bids were received?
2. What are the names of the bidders?

1. We received seven bids.

2. The names are held and withheld under section 43(2). We have weighed the public interest.

First, there is an interest in how leases are let.

Second, there is an interest in a fair contest.

Third, the names will be published when the lease is signed."""


def test_reasons_that_are_counted_answer_no_question() -> None:
    letter = read_letter(HEAD + REASONS + TAIL)
    assert [question.number for question in letter.questions] == ["1", "2"]
    assert [each.numbers for each in letter.answers] == [("1",), ("2",)]
    numbered = [block.number for block in letter.blocks if block.number]
    assert numbered == ["1", "2", "1", "2"]


@pytest.mark.parametrize(
    "words",
    [
        "First, thank you for your last reply.\n\nSecond, how many bids were there?",
        "1st May 2026\n\nHow many bids were received?",
        "The first phase ended in May.\nSecond phase works go on.\nHow many bids were received?",
    ],
)
def test_what_is_counted_and_not_asked_is_no_question(words: str) -> None:
    found = read_request(f"Dear Council,\n\n{words}\n\nThank you").questions
    assert len(found) == 1
    assert found[0].text.endswith("?")
