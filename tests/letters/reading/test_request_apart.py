"""A letter beside the request it answers, which is given in a file of its own."""

import pytest

from answerable.audit import audit_letter
from answerable.letters import read_letter
from answerable.model import Letter, Outcome

REQUEST = """\
Dear Lark Council,

Under the Freedom of Information Act please tell me:
1. How many vans do you own?
2. How many of them are electric?
3. What was spent on fuel in 2025?

Thanks, A Reed
"""
HEAD = "Lark Council\nFOI 9, 12 March 2026\n\nDear Ms Reed\n\nFreedom of Information Act 2000: your request received on 18 February 2026\n\n"
RIGHTS = (
    "\n\nIf you are unhappy you may ask for an internal review within 40 working days: review@lark.example. "
    "We will answer within 20 working days. You may then apply to the Information Commissioner for a decision "
    "(section 50): Wycliffe House, Water Lane, Wilmslow, SK9 5AF, ico.org.uk/foicomplaints.\n"
)


def _read(words: str) -> Letter:
    return read_letter(HEAD + words + RIGHTS, request=REQUEST)


def _unanswered(letter: Letter) -> list[str]:
    return [each.message for each in audit_letter(letter) if each.slug == "parts-unanswered"]


@pytest.mark.parametrize(
    "answers",
    [
        "1. 12 vans.\n2. 3 are electric.",
        "1) 12 vans.\n\n2) 3 of them.",
        "We own 12 vans, and 3 of them are electric.",
        "We hold this information. We own 12 vans, of which 3 are electric.",
        "We hold this information.\n\nHow many vans do you own? 12.\n\nHow many of them are electric? 3.",
    ],
)
def test_the_question_that_is_passed_over_is_the_one_named(answers: str) -> None:
    letter = _read(answers)
    assert letter.outcome is Outcome.FULL
    (said,) = _unanswered(letter)
    assert "question 3" in said


@pytest.mark.parametrize(
    "answers",
    [
        "1. 12 vans.\n2. 3 are electric.\n3. £4,100.",
        "We own 12 vans, and 3 of them are electric. £4,100 was spent on fuel.",
        "How many vans do you own? 12.\n\nHow many of them are electric? 3.\n\nWhat was spent on fuel in 2025? £4,100.",
        "1. How many vans do you own?\n12.\n\n2. How many of them are electric?\n3.\n\n3. What was spent on fuel in 2025?\n£4,100.",
        "You asked:\n\n1. How many vans do you own?\n2. How many of them are electric?\n3. What was spent on fuel in 2025?\n\nThe answers to questions 1, 2 and 3 are 12, 3 and £4,100.",
    ],
)
def test_nothing_is_said_where_each_has_its_answer(answers: str) -> None:
    letter = _read(answers)
    assert [question.number for question in letter.questions] == ["1", "2", "3"]
    assert letter.outcome is Outcome.FULL
    assert _unanswered(letter) == []


def test_a_request_told_again_in_other_words_stays_the_applicants() -> None:
    letter = _read(
        "1. The vans that you own and how many\n2. The electric ones and how many they are\n3. What you spent on fuel in 2025\n\n"
        "The answers are in the sheet we attach."
    )
    assert "electric ones" not in letter.own


@pytest.mark.parametrize(
    "words",
    [
        "Thank you for your request about vans. We will reply by 18 March 2026.",
        "We have received it and given it the reference FOI 9.",
        "Your request has been logged.",
    ],
)
def test_an_acknowledgement_answers_nothing(words: str) -> None:
    letter = _read(words)
    assert letter.outcome is not Outcome.FULL
    assert _unanswered(letter) == []
