"""Ways of telling a request, a refusal and a day that other writers used, in letters of ours."""

from datetime import date

import pytest
from benchmarks.audit_sentences import short_letter

from answerable.letters import read_letter
from answerable.model import Outcome

SET_IN = """Wharfbourne Council
13 May 2026

Dear Mrs E

We have considered your request, which is set out here for ease of reference:

   The report of the harbour board, which you have put on the internet, says that
   19 of the 52 lamps were out at Easter. I would like to know:
   (1) How many lamps were out on 5 April 2026?
   (2) What is the cost of a lamp?

The lamps are looked after by another body, and we do not hold either.
"""


def test_a_request_set_in_from_the_margin_may_open_with_a_statement() -> None:
    assert len(read_letter(SET_IN).questions) == 2


POINTS = """Wharfbourne Council
13 May 2026

Dear Mr N

I take your three points in order.

YOUR FIRST POINT
"Everything on paper about the meetings with the builders, with the minutes."

No minutes are held.

YOUR SECOND POINT
"Why was the station sold for less than it was worth?"

We do not hold a record of the reason.

YOUR THIRD POINT
"How many people did the office employ in March?"

{third}
"""


def test_each_quotation_that_stands_by_itself_is_a_question() -> None:
    letter = read_letter(POINTS.format(third="Eleven."))
    assert [question.text[:10] for question in letter.questions] == [
        "Everything",
        "Why was th",
        "How many p",
    ]


def test_points_of_a_complaint_quoted_one_by_one_ask_for_nothing() -> None:
    text = POINTS.format(third="Eleven.")
    for asked, said in (
        ("Why was the station sold for less than it was worth?", "Most of it must be harmless."),
        ("How many people did the office employ in March?", "The office hides something."),
    ):
        text = text.replace(asked, said)
    assert len(read_letter(text).questions) < 3


@pytest.mark.parametrize(
    "says",
    [
        "Under section 31(3) we are excused from telling you whether or not we hold the information.",
        "Section 31(3) applies. The Trust is relieved of saying so; it neither confirms nor denies it.",
        "By section 31(3) the Council is relieved from the duty to say whether it holds anything.",
    ],
)
def test_to_be_excused_from_telling_neither_confirms_nor_denies(says: str) -> None:
    letter = read_letter(short_letter(says))
    assert letter.outcome is Outcome.NCND
    assert [str(use.cite) for use in letter.relied()] == ["FOIA s.31(3)"]


@pytest.mark.parametrize(
    ("law", "says", "cites"),
    [
        ("FOIA", "We will neither confirm nor deny it. The provisions we use are sections 24(2) and 31(3) of the Act.", ["FOIA s.24(2)", "FOIA s.31(3)"]),
        ("FOISA", "I am giving you notice under section 18(1) of the Act. It is not revealed whether it exists or is held.", ["FOISA s.18(1)"]),
        ("FOIA", "You had our answer on 2 February, in which you were told that they were exempt under section 42(1). This is a repeated request, and refused under section 14(2).", ["FOIA s.14(2)"]),
    ],
)  # fmt: skip
def test_what_is_used_is_relied_on_and_what_you_were_told_is_not(
    law: str, says: str, cites: list[str]
) -> None:
    letter = read_letter(short_letter(says, law=law))
    assert [str(use.cite) for use in letter.relied()] == cites


def test_a_review_offered_in_the_event_of_dissatisfaction_is_not_done() -> None:
    says = (
        "The report is exempt under section 30(1)(a)(i).\n\nIn the event that you are dissatisfied "
        "with the handling of your request you may ask for an internal review within 40 working days.\n\n"
        "    Information Commissioner's Office, Wycliffe House, Wilmslow SK9 5AF\n"
        "    Tel: 0303 123 1113        Web: ico.org.uk/foicomplaints"
    )
    assert read_letter(short_letter(says, rights="")).outcome is Outcome.REFUSED


def test_a_table_of_decisions_and_harms_supplies_nothing() -> None:
    says = (
        "The table shows what we have decided.\n\nItem | Asked for | Exemption\n1 | Report | section 43(2)\n\n"
        "Item 1. Appendix C has the price of each of 84 repairs. A bidder who saw it would be likely to "
        "price up to it, which would be likely to prejudice our interests. We do not release parts of reports."
    )
    assert read_letter(short_letter(says)).outcome is Outcome.REFUSED


ASKS = """From: enquiries@park.example
Date: Friday 11 September 2026, 10:14
Subject: Your request

Dear Mr J,

Your message reached the Park Authority on Tuesday (8 September). In it you ask, under the Freedom of Information Act 2000, for "the agreement with the company and what it has cost you".

I am stuck on which company you have in mind. Could you tell me if it's one of those in the news? I can send you our register to look through.

Section 1(3) of the Act says we needn't carry on until we have this. I'll keep your request open until 11 November.

With best wishes
"""


def test_asking_which_is_meant_is_clarification_and_to_keep_open_until_a_day_is_no_receipt() -> (
    None
):
    letter = read_letter(ASKS)
    assert letter.outcome is Outcome.CLARIFICATION
    assert letter.dates.received is not None
    assert letter.dates.received.day == date(2026, 9, 8)


def test_what_you_need_not_send_is_not_withheld() -> None:
    says = (
        "We do not hold this. We have passed your request to the County, whose time of 20 working days "
        "runs from today, when it received it. You need not send the request again."
    )
    assert read_letter(short_letter(says)).outcome is Outcome.TRANSFER


def test_what_is_thanked_for_and_then_asked_is_one_thing() -> None:
    says = "We hold no letters."
    text = short_letter(says).replace(
        "You asked on 5 May 2026 under the Freedom of Information Act 2000 for the registers.",
        "Thank you for asking about the bequest. You wanted copies of all the letters about it.",
    )
    assert [q.text for q in read_letter(text).questions] == ["copies of all the letters about it."]


def test_a_number_of_things_for_a_year_is_asked_for_without_a_verb() -> None:
    says = '"For 2025, number of staff warned, by site. Also the number dismissed, by site."'
    text = short_letter(says).replace(" for the registers.", ":")
    assert len(read_letter(text).questions) == 2
