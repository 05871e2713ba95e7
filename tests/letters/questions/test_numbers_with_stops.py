"""Asks numbered "1. … 2. …" on one line, and figures with a stop that number nothing."""

import pytest

from answerable.letters import read_letter, read_request


def _asks(text: str) -> list[str]:
    return [question.text for question in read_request(text).questions]


def test_three_on_one_line_are_three() -> None:
    assert _asks("Please tell me: 1. How many dogs? 2. How many cats? 3. The cost of each.") == [
        "How many dogs?",
        "How many cats?",
        "The cost of each.",
    ]


def test_a_year_before_a_stop_numbers_nothing() -> None:
    found = _asks("How many dogs were seized in 2024. I saw 2. How many cats were seized?")
    assert not any(each.startswith("How many cats") and "dogs" in each for each in found)
    assert len(found) <= 2


INLINE = "You asked: 1. How many vans do you own? 2. How many of them are electric? 3. What was spent on fuel?"
QUESTIONS = [
    "How many vans do you own?",
    "How many of them are electric?",
    "What was spent on fuel?",
]


def _questions(letter: str) -> list[str]:
    return [question.text for question in read_letter(letter).questions]


@pytest.mark.parametrize(
    "answers",
    [
        "1. 12 vans.\n2. 3 are electric.\n3. £4,100.",
        "1) 12 vans.\n\n2) 3 are electric.\n\n3) £4,100.",
        "Our answers are: 1. 12 vans. 2. 3 are electric. 3. £4,100.",
        "We own 12 vans. 3 are electric. £4,100 was spent on fuel.",
    ],
)
def test_questions_of_one_paragraph_are_the_questions_whatever_shape_the_answers_have(
    answers: str,
) -> None:
    assert _questions(f"Lark Council\n\nDear Ms Reed\n\n{INLINE}\n\n{answers}\n") == QUESTIONS


def test_the_first_of_them_may_begin_the_line() -> None:
    assert _asks(INLINE.removeprefix("You asked: ")) == QUESTIONS


def test_one_numbered_question_alone_is_one() -> None:
    assert _asks("1. How many vans do you own?") == ["How many vans do you own?"]


def test_a_figure_within_a_numbered_question_begins_no_other() -> None:
    assert len(_asks("1. How many cases cost over £1.2 million in 2024?")) == 1
    assert len(_asks("1. What does rule 2. 4 of the byelaws say?")) == 1
