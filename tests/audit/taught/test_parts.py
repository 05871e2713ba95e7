"""Which part of a request is dealt with where, in letters of several decisions."""

from benchmarks.audit_sentences import short_letter

from answerable.audit import audit_letter
from answerable.letters import read_letter
from answerable.model import Outcome

THREE = """Wharfbourne Council
12 May 2026

Dear applicant

You wrote on 1 May 2026:

"1. How many alarms were false in 2025?
2. What did each cost?
3. How many premises were charged for them?"

Response

1. The Council holds this. There were 2,140.

2. The Council holds this. The average is 402 pounds.

If you are unhappy with how your request has been handled, ask for an internal review within 40 working days.
"""


def test_what_becomes_of_the_request_is_not_told_by_the_paragraph_of_rights() -> None:
    found = audit_letter(read_letter(THREE))
    assert "parts-unanswered" in {each.slug for each in found}


FOUR = """Wharfbourne Council
12 May 2026

Dear applicant

You wrote on 1 May 2026 under the Freedom of Information Act 2000:

1) how many burglaries were recorded in 2025;
2) how many led to a charge;
3) whether a test purchase is planned in Market Street before July;
4) whether the owner of the kiosk there has been cautioned;
5) what the visits cost.

1) AND 2)
118, of which nine have led to a charge.

3)
We neither confirm nor deny that we hold this, under section 31(3). Each of them who sells would clear the shelves.

4)
We neither confirm nor deny that we hold this. It is refused under {limb}.
{five}
If you are unhappy, ask for an internal review within 40 working days.
"""


def _slugs(**words: str) -> set[str]:
    return {each.slug for each in audit_letter(read_letter(FOUR.format(**words)))}


def test_one_part_alone_may_rest_on_a_limb_that_does_not_lift_the_duty() -> None:
    found = _slugs(limb="section 40(2) by virtue of section 40(3A)(a)", five="")
    assert {"s40-wrong-limb", "ncnd-wrong-limb", "parts-unanswered"} <= found


def test_the_right_limb_and_an_answer_to_each_part_are_left_alone() -> None:
    found = _slugs(limb="section 40(5B)(a)(i)", five="\n5)\n£4,112.\n")
    wrong = {"s40-wrong-limb", "ncnd-wrong-limb", "parts-unanswered"}
    assert not found & {*wrong, "blanket-exemption"}  # no part of it is known to be held


DECISIONS = """Wharfbourne Council
14 November 2025

Dear Ms R

This is the answer to your request of 20 October 2025 under the Freedom of Information Act 2000. You put three questions.

  Q1  Annual fee paid to the operator          answered
  Q2  Operator's financial model               held, withheld: s.43(2)
  Q3  Customer survey for 2022                 not held

Q1. £318,400 in 2023/24 and £326,150 in 2024/25.

Q2. The model was sent in by Brightwater Leisure Ltd. Section 43(2) applies, as rivals would be likely to undercut it.

Q3. We do not hold this. The survey was not run.
"""


def test_a_list_of_decisions_stands_above_the_answers() -> None:
    letter = read_letter(DECISIONS)
    assert len(letter.questions) == 3
    assert letter.outcome is Outcome.PARTIAL
    assert [str(use.cite) for use in letter.relied()] == ["FOIA s.43(2)"]


SECTION_18 = """Ferncraig Council
5 December 2025

Dear Requester

You asked on 10 November 2025 under the Freedom of Information (Scotland) Act 2002 for any record of surveillance.

1. Decision

I am refusing this request by giving notice under section 18(1). It would be contrary to the public interest to reveal whether information exists or is held.

2. The exemption that would apply

Were there any, it would be exempt under section 35(1)(a): its disclosure would be likely to prejudice substantially the detection of crime.

3. Why it would be contrary to the public interest to reveal it

There is something to be said for answering. Against this, anyone could find out by asking about one garage after another.

4. If you are dissatisfied

You may ask for a review within 40 working days.
"""


def test_headings_with_numbers_are_not_parts_of_the_request() -> None:
    letter = read_letter(SECTION_18)
    assert letter.answers == ()
    assert "foisa-s18-no-exemption" not in {each.slug for each in audit_letter(letter)}


def test_a_part_that_is_missing_is_not_placed_on_other_words() -> None:
    request = (
        "Please send me:\n1. The number of fines\n2. The income from them\n3. The busiest ward\n"
    )
    body = "We hold it.\n\n1. There were 14,212.\n2. It came to £512,340."
    text = short_letter(body, asked="three things")
    found = audit_letter(read_letter(text, request=request))
    missing = [each for each in found if each.slug == "parts-unanswered"]
    assert [each.excerpt for each in missing] == [""]
