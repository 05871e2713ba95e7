"""A right letter in short words, and ways on told in words of their own."""

import pytest
from benchmarks.audit_sentences import short_letter

from answerable.audit import audit_letter
from answerable.letters import read_letter

PLAIN = short_letter(
    "We have this. But we will not give it to you. The rule we use is section 31(1)(a). A thief with "
    "the list would be likely to walk in by the door that no camera sees, and crime would be harder "
    "to stop. Even one line of the list tells a thief where a blind spot is, so we cannot send a part.\n\n"
    "We must also ask what is best for the public. There are good points on both sides.\n\n"
    "For giving it out: people have a right to know if we film the street.\n\n"
    "For not giving it out: new tools cost money that should go on other things.\n\n"
    "The points against are stronger. What the public gains if we keep to this rule is more than what "
    "it gains if we let the list out.\n\n"
    "Not happy? Write to the Chief Officer at Fire House. Do this in 40 working days. Someone who has "
    "not seen your case will check what we did. They will write to you in 20 working days.\n\n"
    "Still not happy? You can ask the Information Commissioner to decide if we got it right, under "
    "section 50: Wycliffe House, Water Lane, Wilmslow SK9 5AF.\n\nYours\n",
    asked="where each camera is",
    rights="",
)


def test_a_right_letter_in_short_words_is_left_alone() -> None:
    assert audit_letter(read_letter(PLAIN)) == ()


def test_a_way_on_that_follows_a_question_is_a_review() -> None:
    review = read_letter(PLAIN).shows.review
    assert review is not None
    assert (review.ask_days, review.answer_days) == (40, 20)


@pytest.mark.parametrize(
    "words",
    [
        "Complaint to the regulator\n\nThe Information Commissioner enforces the Act and may be asked to decide.",
        "Our patient team will talk you through the NHS complaints procedure for patients.",
    ],
)
def test_another_complaint_is_no_review(words: str) -> None:
    body = "It is exempt under section 31(1)(a).\n\n" + words
    text = short_letter(body, rights="\n\nYours sincerely\n")
    assert read_letter(text).shows.review is None


def test_a_body_without_a_procedure_says_so() -> None:
    words = "It has no procedure for an internal review of decisions under the Act."
    review = read_letter(short_letter(words, rights="")).shows.review
    assert review is not None
    assert review.none_offered


@pytest.mark.parametrize(
    "words",
    [
        "The Department has no procedure of its own for dealing with complaints about requests.",
        "The procedure was abolished. There is therefore no internal review to ask for.",
    ],
)
def test_that_there_is_no_review_is_told_in_other_words_too(words: str) -> None:
    review = read_letter(short_letter(words, rights="")).shows.review
    assert review is not None
    assert review.none_offered
