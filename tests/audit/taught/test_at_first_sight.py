"""What letters are seen to do in words that were met for the first time."""

import pytest
from benchmarks.audit_sentences import short_letter

from answerable.letters import read_letter
from answerable.model import Outcome


@pytest.mark.parametrize(
    ("law", "body", "outcome"),
    [
        ("FOISA", "We hold the registers. This is a fees notice under section 9. When payment has been received the copies will be sent.", Outcome.FEES_NOTICE),
        ("FOISA", "FEES NOTICE\n\nWe hold them. Copying comes to £90 and the fee is £24. We need not give you them until the fee has been paid.", Outcome.FEES_NOTICE),
        ("FOIA", "We hold the registers. You paid the fee of £31 under section 9; the copies are enclosed.", Outcome.FULL),
        ("FOIA", "We hold the registers. Your payment was received on 2 June and the copies are attached.", Outcome.FULL),
        ("FOIA", "Section 14(1) applies, as you have made 60 requests since May about one officer.", Outcome.VEXATIOUS),
        ("FOIA", "Section 14(1) was applied to 12 requests in 2024. The table is enclosed.", Outcome.FULL),
        ("FOIA", "The Board found your request for the diaries of the Chair to be vexatious under section 14(1).", Outcome.VEXATIOUS),
        ("FOIA", "You were told at the time that they were exempt under section 43(2). We do not hold them any more.", Outcome.NOT_HELD),
        ("FOIA", "You asked us for the registers in May and were told then that, under section 43(2), you could not have them. They have been published since and are enclosed.", Outcome.FULL),
        ("FOIA", "We hold it. I have had to black out a few names under section 40(2); the rest is attached.", Outcome.PARTIAL),
        ("FOIA", "The answer to (1) is seven. The report is exempt under section 44(1)(a).", Outcome.PARTIAL),
        ("FOIA", "The first bit is easy: it was £31,460 in 2024/25. The scores are exempt under section 43(2).", Outcome.PARTIAL),
        ("FOIA", "We neither confirm nor deny that we hold it, under section 31(3). The tests are set out below. People can hold the Chief Constable to account by other means.", Outcome.NCND),
        ("FOIA", "It falls within section 35(1)(a) and we still need to consider where the balance of the public interest lies. We hope to send a full reply by 30 June 2026.", Outcome.EXTENSION),
        ("FOIA", "You were told in May that they were exempt and we now refuse them again under section 43(2).", Outcome.REFUSED),
    ],
)  # fmt: skip
def test_what_the_letter_does(law: str, body: str, outcome: Outcome) -> None:
    assert read_letter(short_letter(body, law=law)).outcome is outcome


@pytest.mark.parametrize(
    ("body", "ncnd"),
    [
        ("It is vexatious and refused under section 14(1). We have not said whether we hold the records, as that duty does not arise either.", False),
        ("We are not obliged to say whether it is held, as the request repeats one of May: section 14(2).", False),
        ("We neither confirm nor deny that we hold it: section 40(5B)(a)(i). The rest of the request is vexatious, section 14(1).", True),
        ("We are not obliged to say whether it is held. Section 31(3) applies.", True),
    ],
)  # fmt: skip
def test_a_vexatious_request_is_owed_no_answer_at_all(body: str, ncnd: bool) -> None:
    assert read_letter(short_letter(body)).ncnd is ncnd


@pytest.mark.parametrize(
    ("law", "body", "relied"),
    [
        ("FOIA", "The following is withheld:\n\n(1) The advice, under section 42(1), as it is privileged.\n\n(2) The names of five officials, under section 40(2).", ["FOIA s.40(2)", "FOIA s.42(1)"]),
        ("FOIA", "A figure below 5 is shown as <5, under section 40(2), so that nobody is known by it.", ["FOIA s.40(2)"]),
        ("EIR", "We hold this but we're not giving it out, under regulation 12(5)(e), as it would affect our trading.", ["EIR reg.12(5)(e)"]),
        ("EIR", "Under regulation 12(5)(a) we don't have to share what would affect public safety.", ["EIR reg.12(5)(a)"]),
        ("FOIA", "The report is enclosed. Such a thing has been considered before, under section 43(2).", []),
        ("FOIA", "The report is enclosed. You asked whether the names had been considered under section 40(2).", []),
    ],
)  # fmt: skip
def test_what_is_done_under_a_provision_rests_on_it(law: str, body: str, relied: list[str]) -> None:
    letter = read_letter(short_letter(body, law=law))
    assert sorted(str(use.cite) for use in letter.relied()) == relied


@pytest.mark.parametrize(
    ("body", "relied"),
    [
        ("The figures are not personal data and section 40(2) was wrongly relied on for them; they are enclosed. The report is another matter. Section 40(2) applies to it.", ["FOIA s.40(2)"]),
        ("I do not find that anybody would be harmed, so section 43(2) was not engaged. The rates are enclosed. Replies that rely on section 43(2) now need the supplier's answer on file.", []),
        ("Having withdrawn section 43(2), I have decided that the report is instead exempt under section 41(1).", ["FOIA s.41(1)"]),
        ("We refused the report under section 43(2). It remains withheld under section 43(2), as the firm still trades.", ["FOIA s.43(2)"]),
    ],
)  # fmt: skip
def test_a_review_may_drop_a_provision_for_one_thing_and_keep_it_for_another(
    body: str, relied: list[str]
) -> None:
    text = short_letter("Outcome of the internal review\n\n" + body)
    assert sorted(str(use.cite) for use in read_letter(text).relied()) == relied


POINTS = (
    "I refer to your representations of 8 May 2026 about our decision of 6 May not to supply the "
    "appraisal lodged with the plans.\n\nYou made two points:\n\n  - that the summary was shown on a "
    "screen;\n  - that the costs are from a published index.\n\nThe decision stands."
)


def test_the_points_of_a_complaint_ask_for_nothing() -> None:
    text = short_letter("Outcome of the reconsideration\n\n" + POINTS, law="EIR")
    questions = read_letter(text).questions
    assert not any(question.text.startswith("that ") for question in questions)


def test_numbered_paragraphs_of_a_whole_letter_are_no_questions() -> None:
    text = (
        "Coastal Enterprise\n15 January 2026\n\nDear Sir\n\nReview of decision\n\n"
        "1. I refer to your letter of 19 November 2025 in which you required us to review our decision "
        "not to give you the business case for the loan.\n\n2. The review was carried out by me.\n\n"
        "3. I have considered the public interest.\n\n4. This decision is final.\n\nYours faithfully\n"
    )
    assert len(read_letter(text).questions) == 1


def test_a_second_question_in_the_same_breath_is_asked_too() -> None:
    text = (
        "Strath Police\n9 June 2025\n\nThe request is below.\n\n    How many people under 18 have been "
        "authorised? Of those, how many were under 16?\n\nThe Chief Constable can neither confirm nor "
        "deny that anything is held, in terms of section 18 of the Freedom of Information (Scotland) Act "
        "2002.\n\nYours faithfully\n"
    )
    letter = read_letter(text)
    assert letter.outcome is Outcome.NCND
    assert letter.shows.supplied is None


def test_a_review_that_was_asked_for_is_no_way_to_ask_for_one() -> None:
    body = (
        "Outcome of the internal review\n\nI write further to your e-mail of 10 March 2026, which "
        "requested that the Council review its response. The decision stands. You may complain to the "
        "Information Commissioner. You should do so within six weeks of this letter."
    )
    assert read_letter(short_letter(body, rights="")).shows.review is None
