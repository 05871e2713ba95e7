"""What a letter tells of a fee and of a closed school moves the day its answer was due."""

from datetime import date

import pytest

from answerable.audit import Case, audit_letter
from answerable.audit.wordings.on_the_way import due_as_told
from answerable.letters import read_letter
from answerable.model import Finding, Letter

LETTER = """{name}
Information Team

Ref AB/163
{sent}

Dear Resident

Your request under the {act}, received on {came}, was for the plans. {says}

The plans are enclosed.

You may ask for an internal review within 40 working days by writing to review@alderwick.example; you will have an answer within 20 working days. You may then apply to the Information Commissioner for a decision: Wycliffe House, Water Lane, Wilmslow SK9 5AF, ico.org.uk/foicomplaints.

Yours sincerely

Information Officer
"""
COUNCIL = {
    "name": "Alderwick Borough Council",
    "act": "Freedom of Information Act 2000",
    "came": "2 March 2026",
    "sent": "12 May 2026",
}
ACADEMY = COUNCIL | {
    "name": "Penhallow Academy Trust",
    "came": "16 July 2026",
    "sent": "10 September 2026",
}


def _letter(says: str, **about: str) -> Letter:
    return read_letter(LETTER.format(says=says, **(COUNCIL | about)))


def _late(letter: Letter) -> list[Finding]:
    return [
        finding
        for finding in audit_letter(letter)
        if finding.message.startswith("The request came")
    ]


PAID_IN_TIME = [
    "Our fees notice was sent on 9 March and your payment was received on 20 April.",
    "We asked for £45 on 9 March and your cheque reached us on 20 April.",
    "On 9 March we asked for a fee of £45, and on 20 April your cheque reached us.",
    "We sent you a fees notice for £45 on 9 March. You paid on 20 April.",
    "A fees notice was issued on 9 March 2026; the money arrived on 20 April 2026.",
    "We gave you notice on 9 March that copying would cost £45, which you paid on 20 April.",
]


@pytest.mark.parametrize("says", PAID_IN_TIME)
def test_the_days_from_the_notice_to_the_payment_do_not_count(says: str) -> None:
    letter = _letter(says)
    assert letter.dates.received is not None
    assert letter.dates.received.day == date(2026, 3, 2)
    assert due_as_told(letter, Case()) == date(2026, 5, 13)
    assert _late(letter) == []


@pytest.mark.parametrize("says", PAID_IN_TIME)
def test_an_answer_late_even_so_is_told_of_with_its_day(says: str) -> None:
    soon = says.replace("20 April", "13 March")
    [found] = _late(_letter(soon))
    assert "9 April 2026" in found.message
    assert "the notice of the fee" in found.message


def test_the_regulations_have_such_a_notice_too() -> None:
    says = "We sent you a notice under regulation 8 on 9 March and your payment of £45 was received on 20 April."
    letter = _letter(says, act="Environmental Information Regulations 2004")
    assert due_as_told(letter, Case()) == date(2026, 5, 13)
    assert _late(letter) == []


def test_a_fee_asked_for_after_the_time_moves_nothing() -> None:
    [found] = _late(_letter("We asked for £45 on 20 April and your cheque reached us on 30 April."))
    assert "31 March 2026" in found.message
    assert "fee" not in found.message


@pytest.mark.parametrize(
    "says",
    [
        "A fees notice for the paper copies is enclosed.",
        "This letter is also a fees notice under section 9 for the large maps, which cost £45.",
        "No charge is made for this.",
        "A fee of £10 used to apply to such requests.",
        "If you want paper copies a fee of £10 is payable, and we will send them when your payment is received.",
        "No fees notice was sent to you.",
        "We have decided not to charge a fee.",
        "The fee paid to the architect was £4,000.",
        "The plans show the fee received from each applicant.",
        "The fee of the architect was asked for on 9 March and paid to her on 20 April.",
        "The plans do not cover school holidays.",
    ],
)
def test_a_fee_only_spoken_of_does_not_switch_the_check_off(says: str) -> None:
    [found] = _late(_letter(says))
    assert "31 March 2026" in found.message


@pytest.mark.parametrize(
    "says",
    [
        "We sent you a fees notice, and have since received your payment.",
        "Our fees notice of 9 March was paid.",
    ],
)
def test_a_fee_taken_on_days_that_are_not_told_is_left(says: str) -> None:
    assert _late(_letter(says)) == []


CLOSED = [
    "The Academy was closed from 20 July to 2 September.",
    "The Academy was closed between 20 July and 2 September for the summer.",
    "The school holidays (20 July to 2 September 2026) are not counted.",
    "Term ended on 17 July and began again on 3 September.",
    "The school closed on 20 July and reopened on 3 September.",
    "We were closed for the summer holiday from Monday 20 July to Wednesday 2 September.",
]


@pytest.mark.parametrize("says", CLOSED)
def test_the_days_on_which_a_school_was_closed_do_not_count(says: str) -> None:
    assert _late(_letter(says, **ACADEMY)) == []


@pytest.mark.parametrize("says", CLOSED)
def test_a_school_may_be_late_even_so(says: str) -> None:
    [found] = _late(_letter(says, **(ACADEMY | {"sent": "12 October 2026"})))
    assert "29 September 2026" in found.message
    assert "school was closed" in found.message


def test_the_request_may_be_told_of_after_the_closure() -> None:
    text = LETTER.format(says="", **ACADEMY).replace(
        "Your request under the Freedom of Information Act 2000, received on 16 July 2026, was for the plans.",
        "You asked under the Freedom of Information Act 2000 for the plans. The Academy was closed "
        "from 20 July to 2 September; your request reached us on 16 July.",
    )
    assert _late(read_letter(text)) == []
    assert _late(read_letter(text.replace("10 September", "12 October")))


@pytest.mark.parametrize(
    "says",
    [
        "The Academy was closed from 20 July to 24 July.",
        "The register was closed from 20 July to 2 September.",
        "The Academy will be closed from 20 October to 30 October.",
    ],
)
def test_no_such_closure_moves_nothing(says: str) -> None:
    assert _late(_letter(says, **ACADEMY))


def test_no_day_is_left_out_for_a_council_that_was_closed() -> None:
    says = "The council was closed from 20 July to 2 September."
    about = {"came": "16 July 2026", "sent": "10 September 2026"}
    [found] = _late(_letter(says, **about))
    assert "14 August 2026" in found.message


def test_two_months_of_holidays_end_at_the_sixtieth_working_day() -> None:
    says = "The Academy was closed from 17 July to 30 September."
    letter = _letter(says, **(ACADEMY | {"sent": "15 October 2026"}))
    assert due_as_told(letter, Case()) == date(2026, 10, 12)
    assert _late(letter)
