"""A numbered part refused in everyday words, with no provision, among parts that are answered."""

import pytest

from answerable.audit import audit_letter
from answerable.letters import read_letter
from answerable.model import Outcome

LETTER = """Wharfbourne Council
12 May 2026

Our ref: FOI 221

Dear Ms Roe

Thank you for your request of 1 May 2026 under the Freedom of Information Act 2000. You asked:

1. How many bids were received for the harbour lease?
2. What are the names of the bidders?
3. When will the lease begin?

1. We received seven bids.
2. {answer}
3. The lease begins on 1 September 2026.

If you are unhappy with how your request has been handled, you can ask for an internal review within 40 working days by writing to foi@wharfbourne.example. If you remain unhappy you may complain to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow SK9 5AF.

Yours sincerely
Information Officer
"""

REFUSED = (
    "We will not be giving you the names of the bidders.",
    "We are not going to give you the names.",
    "We won't be giving you those.",
    "We would rather not say who they were.",
    "You will not be getting the names of the bidders from us.",
    "We do not intend to name the bidders.",
    "The names will not be given.",
    "The names of the bidders are not being given out.",
    "We are not naming them.",
    "I am afraid we cannot let you have the names.",
    "We do not propose to give out the names of bidders.",
    "We're keeping the names of the bidders to ourselves.",
    "The names stay with us.",
    "We shall not be telling you who bid.",
    "We have decided not to send you the names.",
    "We are not able to tell you who the bidders were.",
    "We will not be sending you the names of the bidders.",
    "That is not something we will tell you.",
    "The bidders' names are confidential and you may not have them.",
    "No names will be given.",
)
GIVEN = (
    "We will not be sending a paper copy. The bidders were Aster Ltd and Borage Ltd.",
    "The bidders were Aster Ltd and Borage Ltd; we will not be sending a paper copy.",
    "Aster Ltd and Borage Ltd. We will not be giving a running commentary as the lease is signed.",
    "Aster Ltd, Borage Ltd and Clover Ltd. We will not be charging you for this.",
    "Aster Ltd and Borage Ltd. We will not be writing to you again about this.",
    "The names are in the table enclosed. We will not be sending it in any other format.",
    "Aster Ltd, Borage Ltd. You will not be getting a paper copy.",
    "The names are Aster Ltd and Borage Ltd. We will not be giving you a print of the page, which is online at https://wharfbourne.example/lease.",
    "We cannot say who they were, as no record of the names was kept.",
    "They are not named in anything we hold.",
)


def _read(answer: str) -> tuple[Outcome, set[str]]:
    letter = read_letter(LETTER.format(answer=answer))
    return letter.outcome, {found.slug for found in audit_letter(letter)}


@pytest.mark.parametrize("answer", REFUSED)
def test_a_part_refused_in_plain_words_makes_the_letter_partial(answer: str) -> None:
    outcome, found = _read(answer)
    assert outcome is Outcome.PARTIAL
    assert "no-section" in found


@pytest.mark.parametrize("answer", GIVEN)
def test_a_form_of_it_that_is_not_sent_refuses_nothing(answer: str) -> None:
    outcome, found = _read(answer)
    assert outcome is not Outcome.REFUSED
    assert "no-section" not in found


@pytest.mark.parametrize("answer", GIVEN[:8])
def test_and_the_letter_answers_in_full(answer: str) -> None:
    assert _read(answer)[0] is Outcome.FULL
