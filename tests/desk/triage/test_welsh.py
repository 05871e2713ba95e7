"""Letters of triage in Welsh, where the applicant chose it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from answerable.desk.authority.models import Authority
from answerable.desk.cases.models import Case
from answerable.desk.people.models import User
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.sites import staff_url
from answerable.desk.triage.actions import acknowledge, ask_to_clarify
from answerable.desk.triage.actions.clarify import Wanted
from answerable.desk.triage.actions.fee import Wanted as Fee
from answerable.desk.triage.actions.fee import fee_letter
from answerable.desk.triage.letters import acknowledgement
from answerable.model import UnusableInputError
from answerable.model.decision import Translated

NEEDED = "Please tell us which years you mean"
PAIRS = (Translated(NEEDED, "Dywedwch wrthym pa flynyddoedd sydd dan sylw"),)


@pytest.fixture(autouse=True)
def monday(on: Callable[[date], None]) -> None:
    on(date(2026, 11, 9))


@pytest.fixture
def welsh(monday: None, case: Case) -> Case:
    Authority.objects.update(
        welsh=True,
        review_contact_welsh="Pennaeth Llywodraethu Gwybodaeth, Neuadd y Dref",
        signs_welsh="Y Tîm Llywodraethu Gwybodaeth",
    )
    Case.objects.filter(pk=case.pk).update(language="cy")
    return Case.objects.get(pk=case.pk)


def test_an_acknowledgement_is_in_welsh(welsh: Case, officer: User) -> None:
    acknowledge(welsh, by=officer)
    mail = OutgoingMail.objects.get()
    assert mail.subject.startswith("Cydnabod eich cais (")
    assert "ar 2 Tachwedd 2026" in mail.body
    assert "20 diwrnod gwaith ar ôl 2 Tachwedd 2026 (adran 10(1))" in mail.body
    assert "Gallwch ddilyn eich cais" in mail.body
    assert "/cy/" in mail.body
    assert "Y Tîm Llywodraethu Gwybodaeth" in mail.body
    assert "request" not in mail.body


def test_an_acknowledgement_in_english_is_as_it_was(case: Case) -> None:
    assert acknowledgement(case) == (
        "Thank you for your request for information, which Northmere Borough Council received on "
        f"2 November 2026.\n\nOur reference is {case.reference}. Please give it when you write to "
        "us.\n\nWe will answer as soon as we can, and by 1 December 2026 at the latest. That is "
        "20 working days from 2 November 2026 (FOIA s.10(1)); weekends and bank holidays do not "
        "count.\n\nIf we need anything more from you to find what you want, we will write to you "
        "soon.\n\nYours faithfully\n\nInformation Governance Team\nNorthmere Borough Council\n"
    )


def test_a_clarification_goes_in_welsh(welsh: Case, officer: User) -> None:
    ask_to_clarify(welsh, Wanted(NEEDED, welsh=PAIRS), by=officer)
    mail = OutgoingMail.objects.get()
    assert mail.subject.startswith("Mae angen ychydig mwy o fanylion arnom (")
    assert "Dywedwch wrthym pa flynyddoedd sydd dan sylw." in mail.body
    assert "Please" not in mail.body


def test_a_clarification_without_its_welsh_is_refused_and_nothing_happens(
    welsh: Case, officer: User
) -> None:
    with pytest.raises(UnusableInputError, match=NEEDED):
        ask_to_clarify(welsh, Wanted(NEEDED), by=officer)
    assert not OutgoingMail.objects.exists()
    assert Case.objects.get(pk=welsh.pk).state == welsh.state


def test_the_page_asks_for_the_welsh_shows_the_letter_and_sends_it(
    welsh: Case, officer: User, as_: Callable[[User], Client]
) -> None:
    browser, address = as_(officer), staff_url("triage_clarify", welsh.reference)
    assert "In Welsh" not in browser.get(address).content.decode()
    typed = {"needed": NEEDED, "questions": [q.public_id for q in welsh.questions.all()]}
    asked = browser.post(address, typed | {"step": "send"}).content.decode()
    assert "these texts have no Welsh" in asked
    assert f'value="{NEEDED}"' in asked
    typed |= {"english-1": NEEDED, "welsh-1": PAIRS[0].cy}
    shown = browser.post(address, typed | {"step": "show"}).content.decode()
    assert "Annwyl ymgeisydd" in shown
    assert f">{PAIRS[0].cy}</textarea>" in shown
    assert browser.post(address, typed | {"step": "send"}).status_code == 302
    assert PAIRS[0].cy in OutgoingMail.objects.get().body


def test_a_charge_for_environmental_information_is_in_welsh(welsh: Case) -> None:
    Case.objects.update(regime="EIR")
    case = Case.objects.get(pk=welsh.pk)
    wanted = Fee(Decimal("12.50"), "It is 125 pages", "You can pay by card")
    with pytest.raises(UnusableInputError, match="It is 125 pages"):
        fee_letter(case, wanted)
    pairs = (
        Translated("It is 125 pages", "Mae’n 125 tudalen"),
        Translated("You can pay by card", "Gallwch dalu â cherdyn"),
    )
    text = fee_letter(case, Fee(wanted.amount, wanted.basis, wanted.pay, pairs))
    assert "tâl rhesymol o £12.50" in text
    assert "(rheoliad 8)" in text
    assert "Yn gywir" in text
    assert "Please" not in text


def test_an_applicant_who_chose_english_is_asked_for_no_welsh(case: Case, officer: User) -> None:
    ask_to_clarify(case, Wanted(NEEDED), by=officer)
    assert "Dear applicant" in OutgoingMail.objects.get().body
