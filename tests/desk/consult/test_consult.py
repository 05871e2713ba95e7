"""Third parties: named, asked, answered, weighed, with dates; and never for a silent case."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import next_steps, panels
from answerable.desk.cases.timeline import timeline
from answerable.desk.consult.actions import Party, add_party, ask, note_answer, note_weighed
from answerable.desk.consult.letter import draft_letter
from answerable.desk.consult.models import ThirdParty
from answerable.desk.events.models import Event
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import Role, roles
from answerable.desk.sending.models import OutgoingMail
from answerable.model import UnusableInputError

BY = date(2026, 11, 12)
Browser = Callable[[User], Client]


@pytest.fixture
def silent(open_case: Case, officer: User) -> Callable[[], Case]:
    def govern() -> Case:
        ruling = NcndClass.objects.create(
            name="Watched places", subject="places", regime="FOIA", proposed_by=officer
        )
        Case.objects.filter(pk=open_case.pk).update(ncnd_class=ruling)
        return Case.objects.get(pk=open_case.pk)

    return govern


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_only_who_works_on_cases_deals_with_third_parties(
    role: Role, open_case: Case, party: ThirdParty, person: Callable[..., User]
) -> None:
    by = person(role.id, name=f"{role.id}_too")
    if Permission.WRITE_CASES in role.may:
        ask(party, "Dear Acme", by=by, how="email", answer_by=BY)
        note_answer(party, "No objection", by=by)
        note_weighed(party, "Accepted", by=by)
        return
    events = Event.objects.count()
    for deed in (
        lambda: add_party(open_case, Party("B", "why", "b@b.example"), by=by),
        lambda: ask(party, "Dear Acme", by=by, how="email", answer_by=BY),
        lambda: note_answer(party, "No", by=by),
        lambda: note_weighed(party, "No", by=by),
    ):
        with pytest.raises(PermissionDenied):
            deed()
    party.refresh_from_db()
    assert party.asked_on is None
    assert Event.objects.count() == events


def test_mail_goes_out_and_the_dates_stand_on_the_timeline(
    party: ThirdParty, officer: User
) -> None:
    ask(party, "Dear Acme, please tell us.", by=officer, how="email", answer_by=BY)
    mail = OutgoingMail.objects.get(kind="consultation")
    assert mail.to == "contracts@acme.example"
    assert mail.body == "Dear Acme, please tell us.\n"
    note_answer(party, "We object", by=officer)
    said = [entry.words for entry in timeline(party.case)]
    assert "A third party was asked on 5 November 2026, for an answer by 12 November 2026" in said
    assert "A third party answered on 5 November 2026" in said


def test_post_is_noted_with_its_day_and_sends_no_mail(party: ThirdParty, officer: User) -> None:
    ask(party, "Dear Acme", by=officer, how="post", answer_by=BY, on=date(2026, 11, 4))
    assert party.asked_on == date(2026, 11, 4)
    assert not OutgoingMail.objects.exists()


def test_the_draft_names_the_questions_and_not_who_asked(party: ThirdParty) -> None:
    letter = draft_letter(party, the_authority(), BY)
    assert "How many parking fines" in letter
    assert "because the prices of your contract are in what was asked for." in letter
    assert "12 November 2026" in letter
    assert "Reader" not in letter


def test_a_letter_that_names_who_asked_is_stopped(party: ThirdParty, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="names who asked"):
        ask(party, "A. reader asked us", by=officer, how="email", answer_by=BY)
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(
    ("letter", "how", "by_day", "on"),
    [
        (" ", "email", BY, None),
        ("Dear", "pigeon", BY, None),
        ("Dear", "email", date(2026, 11, 5), None),
        ("Dear", "post", BY, date(2026, 11, 6)),
        ("Dear", "post", date(2026, 11, 3), date(2026, 11, 4)),
    ],
)
def test_a_letter_that_cannot_be_goes_nowhere(
    letter: str, how: str, by_day: date, on: date | None, party: ThirdParty, officer: User
) -> None:
    with pytest.raises(UnusableInputError):
        ask(party, letter, by=officer, how=how, answer_by=by_day, on=on)
    party.refresh_from_db()
    assert party.asked_on is None
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(
    ("email", "address", "how"), [("", "1 Way", "email"), ("a@b.example", "", "post")]
)
def test_one_is_asked_by_a_way_that_leads_there(
    email: str, address: str, how: str, open_case: Case, officer: User
) -> None:
    party = add_party(open_case, Party("B", "why", email, address), by=officer)
    with pytest.raises(UnusableInputError, match="There is no"):
        ask(party, "Dear", by=officer, how=how, answer_by=BY)


def test_one_is_asked_once(party: ThirdParty, officer: User) -> None:
    ask(party, "Dear Acme", by=officer, how="email", answer_by=BY)
    with pytest.raises(UnusableInputError, match="already"):
        ask(party, "Dear Acme", by=officer, how="email", answer_by=BY)
    assert OutgoingMail.objects.count() == 1


@pytest.mark.parametrize(
    "who", [Party("", "why", "a@b.example"), Party("B", " ", "a@b.example"), Party("B", "why")]
)
def test_half_a_third_party_is_refused(who: Party, open_case: Case, officer: User) -> None:
    with pytest.raises(UnusableInputError):
        add_party(open_case, who, by=officer)
    assert not ThirdParty.objects.exists()


def test_an_answer_before_the_question_is_refused(party: ThirdParty, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="not been asked"):
        note_answer(party, "No", by=officer)
    ask(party, "Dear Acme", by=officer, how="email", answer_by=BY)
    for day in (date(2026, 11, 4), date(2026, 11, 6)):
        with pytest.raises(UnusableInputError, match="before the question or in the future"):
            note_answer(party, "No", by=officer, on=day)


def test_events_do_not_say_who_it_is_nor_what_they_said(party: ThirdParty, officer: User) -> None:
    ask(party, "Dear Acme", by=officer, how="email", answer_by=BY)
    note_answer(party, "CANARY-VIEWS", by=officer)
    note_weighed(party, "CANARY-WEIGHED", by=officer)
    facts = " ".join(str(event.facts) for event in Event.objects.all())
    assert "Acme" not in facts
    assert "CANARY" not in facts


def test_a_silent_case_asks_nobody(silent: Callable[[], Case], officer: User) -> None:
    case = silent()
    events = Event.objects.count()
    with pytest.raises(UnusableInputError, match="register"):
        add_party(case, Party("B", "why", "b@b.example"), by=officer)
    assert not ThirdParty.objects.exists()
    assert Event.objects.count() == events


def test_what_was_begun_before_the_class_goes_no_further_and_is_not_shown(
    party: ThirdParty, silent: Callable[[], Case], officer: User, as_: Browser
) -> None:
    case = silent()
    fresh = ThirdParty.objects.get(pk=party.pk)
    for deed in (
        lambda: ask(fresh, "Dear Acme", by=officer, how="email", answer_by=BY),
        lambda: note_answer(fresh, "No", by=officer),
        lambda: note_weighed(fresh, "No", by=officer),
    ):
        with pytest.raises(UnusableInputError, match="register"):
            deed()
    assert not OutgoingMail.objects.exists()
    browser = as_(officer)
    assert browser.get(f"/desk/third-parties/{party.public_id}").status_code == 404
    assert browser.get(f"/desk/cases/{case.reference}/third-parties/add").status_code == 409
    assert "Acme" not in browser.get(f"/desk/cases/{case.reference}").content.decode()
    assert "Third parties" not in [panel.title for panel in panels(case, officer)]


def test_a_third_party_is_asked_and_answered_by_plain_posts(
    open_case: Case, officer: User, as_: Browser
) -> None:
    browser = as_(officer)
    add = f"/desk/cases/{open_case.reference}/third-parties/add"
    assert browser.get(add).status_code == 200
    assert "Say who it is" in browser.post(add, {}).content.decode()
    posted = browser.post(add, {"name": "Acme Ltd", "email": "a@acme.example", "why": "Prices"})
    party = ThirdParty.objects.get()
    assert posted["Location"] == f"/desk/third-parties/{party.public_id}"
    page = browser.get(posted["Location"]).content.decode()
    assert "Dear Acme Ltd" in page
    deed = f"/desk/third-parties/{party.public_id}/"
    letter = {"letter": "Dear Acme", "how": "email", "answer_by": "2026-11-12"}
    assert browser.post(f"{deed}ask", {**letter, "answer_by": "2026-11-01"}).status_code == 422
    assert browser.post(f"{deed}ask", letter).status_code == 302
    assert browser.post(f"{deed}answer", {"views": "", "on": "2026-11-05"}).status_code == 422
    assert (
        browser.post(f"{deed}answer", {"views": "We object", "on": "2026-11-05"}).status_code == 302
    )
    assert browser.post(f"{deed}weigh", {"weighed": "Accepted for prices"}).status_code == 302
    page = browser.get(f"/desk/third-parties/{party.public_id}").content.decode()
    assert "We object" in page
    assert "Accepted for prices" in page


@pytest.mark.parametrize("role", ["contributor", "administrator"])
def test_who_reads_no_cases_sees_no_third_party(
    role: str, party: ThirdParty, person: Callable[..., User], as_: Browser
) -> None:
    page = as_(person(role, name="zed")).get(f"/desk/third-parties/{party.public_id}")
    assert page.status_code == 403
    assert "Acme" not in page.content.decode()


def test_an_auditor_reads_and_changes_nothing(
    party: ThirdParty, auditor: User, as_: Browser
) -> None:
    browser = as_(auditor)
    page = browser.get(f"/desk/third-parties/{party.public_id}")
    assert page.status_code == 200
    assert "<form" not in page.content.decode().partition("<main")[2]
    assert browser.post(f"/desk/third-parties/{party.public_id}/ask", {}).status_code == 403


def test_an_answer_that_is_overdue_or_not_weighed_is_a_next_step(
    party: ThirdParty, officer: User
) -> None:
    ask(party, "Dear Acme", by=officer, how="email", answer_by=date(2026, 11, 6))
    case = Case.objects.get(pk=party.case_id)
    assert "Acme Ltd has not answered" not in [step.words for step in next_steps(case, officer)]
    ThirdParty.objects.update(asked_on=date(2026, 11, 2), answer_by=date(2026, 11, 4))
    case = Case.objects.get(pk=party.case_id)
    assert "Acme Ltd has not answered" in [step.words for step in next_steps(case, officer)]
    note_answer(ThirdParty.objects.get(), "We object", by=officer)
    case = Case.objects.get(pk=party.case_id)
    assert "Weigh what Acme Ltd said" in [step.words for step in next_steps(case, officer)]
