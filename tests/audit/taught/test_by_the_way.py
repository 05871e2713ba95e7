"""Provisions that a letter only tells of, and other ways in which officers rest on one."""

import pytest
from benchmarks.audit_sentences import RIGHTS, short_letter

from answerable.audit import audit_letter
from answerable.letters import read_letter
from answerable.model import Outcome, Severity

GIVES = "We hold this. There are 12 vans. "
TOLD_OF = [
    "We turned down 48 requests in 2025: 31 under section 40(2), 9 under section 12(1) and 8 on section 31(1)(a).",
    "Section 14(1): 3 times. Section 12: 41 times. Section 40(2) was the exemption we used most, 212 times.",
    "Section 43(2) was cited in 14 cases and section 36(2)(c) on 2 occasions.",
    GIVES + "Exemptions include section 21 (already accessible), section 40 (personal data) and section 43 (commercial interests).",
    GIVES + "An authority may have grounds such as section 31(1)(a) or section 43(2) for saying no.",
    GIVES + "For information, section 43(2) provides that information is exempt if its disclosure would prejudice commercial interests. It has no bearing on your request.",
    "Last spring we withheld the rates under section 43(2). This year we are releasing them: £34.10 to £51.75.",
    "In our letter of 3 January we refused it under section 22(1) as it was about to be published. It now has been, and we enclose it.",
    "The guidance is attached. In short, staff should consider section 12 where the work is over 18 hours, and section 40(2) for names.",
    GIVES + "Colleagues are told to use section 14(1) with care.",
    "We did think about section 43(2) for the rates but decided it wasn't engaged, so you are getting those: £34 to £51.",
    "We looked at section 43(2) and section 12 for the rates but neither applies, and the rates are enclosed.",
    "We toyed with section 36(2)(c), and in the end decided against it. The minutes are enclosed.",
    "Other councils have refused this under section 43(2); we see no reason to. The rates are enclosed.",
    "Several neighbouring forces have withheld theirs under section 31(1)(a). Ours are attached.",
    "Section 43(2) was raised by one agency; it is not being claimed. The rates are enclosed.",
    "We withdraw our earlier reliance on section 36(2)(c) and section 43(2). The minutes are enclosed.",
    "We needed until 6 May to weigh the public interest in section 43(2), which we have decided does not apply. The rates are enclosed.",
    "We hold this and it is below.\n\nExemption        Times used\nSection 40(2)    118\nSection 31(1)(a) 9\nNeither confirm nor deny (section 40(5B)) 6",
    "The induction note is enclosed. It reminds new staff to refuse under section 14(1) only what is vexatious, and to neither confirm nor deny under section 31(3) with approval.",
    "The handling file is enclosed. On 3 December 2025 we refused FOI 7 under section 43(2), as Rook Ltd would have been harmed.",
    "A copy of our reply to Mr Hale is enclosed. In it we refused his request under section 40(2).",
    "Both letters are enclosed in full. Dunmore Council refused a similar request under section 43(2).",
    "All six emails are enclosed. In the last of them the ministry writes that it would withhold its own under section 35(1)(a).",
    "We hold this: £41 a tonne. The supplier wrote that the figure ought to be withheld under section 43(2). Having weighed that, we find the exemption is not made out.",
    "The maps are enclosed as PDF. We do not send files in other formats.",
]  # fmt: skip


@pytest.mark.parametrize("says", TOLD_OF)
def test_what_is_told_of_is_not_relied_on(says: str) -> None:
    letter = read_letter(short_letter(says))
    assert letter.relied() == ()
    assert letter.outcome is Outcome.FULL
    assert not [f.slug for f in audit_letter(letter) if f.severity >= Severity.HIGH]


ANNEXES = [
    "\n\nAnnex A - extract from the Act\n\nSection 40 Personal information\n(1) Any information to which a request for information relates is exempt information if it constitutes personal data of which the applicant is the data subject.\n(2) Any information to which a request for information relates is also exempt information if it constitutes personal data which does not fall within subsection (1).\n",
    "\n\nAnnex: the Act\n\nSection 40(2): Any information to which a request for information relates is also exempt information if it constitutes personal data.\n",
]  # fmt: skip


@pytest.mark.parametrize("annex", ANNEXES)
def test_the_words_of_the_act_below_a_letter_refuse_nothing(annex: str) -> None:
    letter = read_letter(short_letter(GIVES, rights=RIGHTS + annex))
    assert letter.relied() == ()
    assert letter.outcome is Outcome.FULL


RELIES = [
    ("It would cost more than the appropriate limit of £450 to answer, so section 12(1) applies.", "FOIA s.12(1)", Outcome.COST_LIMIT),
    ("It would take 95 hours and we are therefore using section 12(1).", "FOIA s.12(1)", Outcome.COST_LIMIT),
    ("Section 40(2) stops us from giving you the names.", "FOIA s.40(2)", Outcome.REFUSED),
    ("Section 44(1)(a) bars the Trust from sending the return, by the Census Act 1920.", "FOIA s.44(1)(a)", Outcome.REFUSED),
    ("The names are hidden by black marks, and the reason for each is section 40(2).", "FOIA s.40(2)", Outcome.PARTIAL),
    ("We hold it. The answer must be no. Section 40(2).", "FOIA s.40(2)", Outcome.REFUSED),
    ("Section 31(1)(a) permits us to keep the plan back and we have decided to.", "FOIA s.31(1)(a)", Outcome.REFUSED),
    ("It is at www.lark.example/data, so section 21(1) lets us off sending it.", "FOIA s.21(1)", Outcome.ALREADY_ACCESSIBLE),
    ("It will be published on 1 May, and until then section 22(1) covers it.", "FOIA s.22(1)", Outcome.FUTURE_PUBLICATION),
    ("Like other forces we refuse to give the plan, under section 31(1)(a).", "FOIA s.31(1)(a)", Outcome.REFUSED),
    ("As it is personal data of which you are not the subject we may not disclose it, by section 40(2).", "FOIA s.40(2)", Outcome.REFUSED),
]  # fmt: skip


@pytest.mark.parametrize(("says", "cite", "outcome"), RELIES)
def test_what_a_refusal_rests_on_is_relied_on(says: str, cite: str, outcome: Outcome) -> None:
    letter = read_letter(short_letter(says))
    assert [str(use.cite) for use in letter.relied()] == [cite]
    assert letter.outcome is outcome


@pytest.mark.parametrize(
    "says",
    [
        "We sent you a fees notice on 12 March and received your payment on 18 March. The copies are enclosed.",
        "Thank you for paying the fee of £20. The copies are enclosed.",
    ],
)
def test_a_fee_that_was_paid_is_not_asked_for(says: str) -> None:
    assert read_letter(short_letter(says)).outcome is Outcome.FULL


@pytest.mark.parametrize(
    "ending",
    [
        "You will have an answer to your request for review within 20 working days.",
        "You will receive the outcome of your request for an internal review within 20 working days.",
    ],
)
def test_a_review_to_come_is_not_the_review(ending: str) -> None:
    says = "We neither confirm nor deny that we hold it, under section 31(3)."
    rights = f"\n\nYou may ask for a review within 40 working days. {ending}\n\nYours sincerely\n"
    assert read_letter(short_letter(says, rights=rights)).outcome is Outcome.NCND
