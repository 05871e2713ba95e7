"""What one sentence does with a provision, and what that makes of the letter."""

import pytest

from answerable.letters import read_letter
from answerable.model import Letter, Outcome, Role

HEAD = "Ferndale Council\nRef 1/26\n3 March 2026\n\nDear Sir\n\nFreedom of Information Act 2000\n\nYou asked for the report.\n\n"


def _read(body: str) -> Letter:
    return read_letter(HEAD + body + "\n\nYours faithfully\nOfficer\n")


def _roles(letter: Letter) -> dict[str, Role]:
    return {use.cite.short: use.role for use in letter.provisions}


@pytest.mark.parametrize(
    ("body", "cite"),
    [
        ("It is exempt under section 43(2).", "s.43(2)"),
        ("We are withholding it by virtue of section 43(2).", "s.43(2)"),
        ("Section 43(2) applies, as a rival would gain.", "s.43(2)"),
        ("We rely on s.43(2).", "s.43(2)"),
        ("A rival would gain (s43(2)).", "s.43(2)"),
        ("The Council will not release it: section 43(2).", "s.43(2)"),
        ("Section 43(2) – commercial interests\n\nA rival would gain, so it is withheld.", "s.43(2)"),
        ("The following exemptions apply:\n\n- Section 43(2), commercial interests", "s.43(2)"),
        ("It would exceed the limit in section 12(1).", "s.12(1)"),
        ("Section 12(1) means that we do not have to answer.", "s.12(1)"),
        ("Your request is vexatious and refused under section 14(1).", "s.14(1)"),
        ("We neither confirm nor deny that we hold it, under section 31(3).", "s.31(3)"),
        ("The duty to confirm or deny does not arise by virtue of section 24(2).", "s.24(2)"),
        ("Section 40(2) applies; a legitimate interest exists but is not enough.", "s.40(2)"),
        ("I do not doubt that section 43(2) is engaged. A rival would gain.", "s.43(2)"),
        ("I do not think you are right, and section 43(2) is engaged.", "s.43(2)"),
    ],
)  # fmt: skip
def test_it_is_relied_on(body: str, cite: str) -> None:
    assert _roles(_read(body))[cite] is Role.RELIED


@pytest.mark.parametrize(
    ("body", "cite"),
    [
        ("We do not rely on section 43(2). The report is enclosed.", "s.43(2)"),
        ("We are not applying section 43(2). The report is enclosed.", "s.43(2)"),
        ("Section 43(2) does not apply. The report is enclosed.", "s.43(2)"),
        ("Section 43(2) has no part to play. The report is enclosed.", "s.43(2)"),
        ("Nor do we rely on section 43(2). The report is enclosed.", "s.43(2)"),
        ("I do not think section 43(2) is engaged, so I did not have to go on to a balance. It is enclosed.", "s.43(2)"),
        ("I am not persuaded that section 43(2) applies. The report is enclosed.", "s.43(2)"),
        ("We do not consider section 43(2) to be engaged. The report is enclosed.", "s.43(2)"),
        ("We considered whether section 43(2) applied but decided that it did not. It is enclosed.", "s.43(2)"),
        ("We considered whether section 12 applied and found that it did not. It is enclosed.", "s.12"),
        ("The firm asked us to withhold it under section 43(2). It is enclosed.", "s.43(2)"),
        ("Last year we refused it under section 43(2). It is enclosed now.", "s.43(2)"),
        ("It would take 40 hours, over the limit: section 12(1). If narrowed, some may be exempt under section 40(2).", "s.40(2)"),
        ("We neither confirm nor deny that we hold it under section 31(3), since to say would be likely to prejudice the prevention of crime (section 31(1)(a)).", "s.31(1)(a)"),
        ("It is exempt under section 40(2) with section 40(3A)(a).", "s.40(3A)(a)"),
        ("It is exempt under section 43(2); this is a notice under section 17.", "s.17"),
        ("You may apply under section 50 of the Act. The report is enclosed.", "s.50"),
    ],
)  # fmt: skip
def test_it_is_only_mentioned(body: str, cite: str) -> None:
    assert _roles(_read(body))[cite] is Role.MENTIONED


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("The report is enclosed.", Outcome.FULL),
        ("Please find the report attached.", Outcome.FULL),
        ("The report cost £400.", Outcome.FULL),
        ("We do not hold it.", Outcome.NOT_HELD),
        ("No such report is held.", Outcome.NOT_HELD),
        ("We searched the archive and found nothing.", Outcome.NOT_HELD),
        ("It is exempt under section 43(2).", Outcome.REFUSED),
        ("I am afraid that we cannot share it.", Outcome.REFUSED),
        ("It is exempt under section 43(2). You are free to use the information supplied in this response for your own study.", Outcome.REFUSED),
        ("It is enclosed, with two names removed under section 40(2).", Outcome.PARTIAL),
        ("Part of it is enclosed. We hold no annex.", Outcome.PARTIAL),
        ("We neither confirm nor deny that we hold it: section 31(3).", Outcome.NCND),
        ("It would exceed the limit in section 12(1).", Outcome.COST_LIMIT),
        ("It is vexatious and refused under section 14(1).", Outcome.VEXATIOUS),
        ("It is exempt under section 12(1) and section 14(1).", Outcome.REFUSED),
        ("We answered this in May and refuse it under section 14(2).", Outcome.REPEATED),
        ("It is exempt under section 21, being on our website.", Outcome.ALREADY_ACCESSIBLE),
        ("It is exempt under section 22(1) until it is published in May.", Outcome.FUTURE_PUBLICATION),
        ("Please tell us which report you mean.", Outcome.CLARIFICATION),
        ("We need more time to weigh the public interest under section 10(3) and will write by 2 May.", Outcome.EXTENSION),
        ("We have transferred your request to the County Council.", Outcome.TRANSFER),
        ("A fee of £40 is payable before we send it: section 9.", Outcome.FEES_NOTICE),
        ("I have carried out an internal review and uphold the decision under section 43(2).", Outcome.INTERNAL_REVIEW),
        ("Your request is being dealt with and we will reply by 2 May.", Outcome.OTHER),
    ],
)  # fmt: skip
def test_what_the_letter_does(body: str, outcome: Outcome) -> None:
    assert _read(body).outcome is outcome


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("In that case it was held that the force had been right.", False),
        ("The Tribunal held that silence was proper, and it has been held that the same is true here.", False),
        ("The report exists and it is held by the archive.", True),
        ("Information is held that answers the question.", True),
    ],
)  # fmt: skip
def test_what_a_court_held_is_not_held_by_us(said: str, held: bool) -> None:
    assert (_read(said).shows.held is not None) is held


def test_a_figure_alone_below_its_question_answers_it() -> None:
    answered = "1. How many crossings had no warden?\n\n17 of 94\n\n2. Who are the wardens?\n\nExempt, section 40(2)."
    refused = answered.replace("17 of 94", "Exempt, section 40(2).")
    assert _read(answered).outcome is Outcome.PARTIAL
    assert _read(refused).outcome is Outcome.REFUSED


def test_an_exemption_knows_the_question_it_is_applied_to() -> None:
    letter = read_letter(
        "Ferndale Council\n3 March 2026\n\nDear Sir\n\nYou asked:\n\n1. What was paid?\n2. Who to?\n\n"
        "Question 1: £400.\n\nQuestion 2: This is exempt under section 40(2).\n\nYours faithfully\n"
    )
    (use,) = letter.relied()
    assert use.parts == ("2",)
    outcomes = {answer.numbers: answer.outcome for answer in letter.answers}
    assert outcomes == {("1",): Outcome.FULL, ("2",): Outcome.REFUSED}


@pytest.mark.parametrize(
    "said",
    [
        "nothing has been withheld",
        "we hold the report and nothing is held back",
        "no exemption has been applied",
    ],
)
def test_what_is_not_kept_back_is_not_kept_back(said: str) -> None:
    letter = _read(f"The report is enclosed and {said}.")
    assert letter.outcome is Outcome.FULL


@pytest.mark.parametrize(
    ("said", "ask", "answer"),
    [
        ("You may ask for an internal review within 40 working days. We reply in 20 working days.", 40, 20),
        ("Ask the Clerk to look at this again within two months.", 40, None),
        ("Reply within forty (40) working days asking for a review; you will have an answer in twenty working days.", 40, 20),
        ("If you are unhappy please write to the Clerk.", None, None),
    ],
)  # fmt: skip
def test_the_way_to_a_review(said: str, ask: int | None, answer: int | None) -> None:
    route = _read(f"The report is enclosed.\n\n{said}").shows.review
    assert route is not None
    assert (route.ask_days, route.answer_days) == (ask, answer)


@pytest.mark.parametrize(
    "said",
    [
        "You may complain to the Information Commissioner.",
        "After that you can apply to the Information Commissioner for a decision.",
        "Then the ICO: ico.org.uk/make-a-complaint.",
        "The Information Commissioner can be asked to decide whether we were right.",
        "If still unhappy you may contact:\n\nInformation Commissioner's Office, Wycliffe House",
    ],
)
def test_the_way_to_the_commissioner(said: str) -> None:
    assert _read(f"The report is enclosed.\n\n{said}").shows.regulator is not None


@pytest.mark.parametrize(
    "said",
    [
        "Guidance is on the website of the Information Commissioner, ico.org.uk.",
        "We are registered with the Information Commissioner as a data controller.",
        "The Information Commissioner upheld a refusal of this kind in 2017.",
        "We report statistics to the Information Commissioner each year.",
    ],
)
def test_a_commissioner_named_in_passing_is_no_way_to_one(said: str) -> None:
    assert _read(f"The report is enclosed.\n\n{said}").shows.regulator is None
