"""The pages from which answers are proposed, published and withdrawn."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.desk.publish.test_actions import ncnd_class, proposed, sent

from answerable.desk.cases.models import Case
from answerable.desk.letters.models import LetterVersion
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.publish.models import ClassPolicy, Publication
from answerable.desk.publish.panel import for_case, next_steps
from answerable.desk.sites import staff_url

Browser = Callable[[User], Client]
__all__ = ["ncnd_class", "proposed", "sent"]


def test_an_officer_proposes_and_a_publisher_publishes_by_plain_forms(
    sent: Case, officer: User, publisher: User, as_: Browser
) -> None:
    address = staff_url("propose", sent.reference)
    page = as_(officer).get(address).content.decode()
    assert "[name removed]" in page
    assert "A. Reader" not in page
    typed = {"title": "Fines", "request": "How many?", "answer": "1,204.", "subject": "Other"}
    assert as_(officer).post(address, typed).status_code == 302
    entry = Publication.objects.get()
    seen = as_(publisher).get(staff_url("log_entry", entry.public_id)).content.decode()
    assert "1,204." in seen
    as_(publisher).post(
        staff_url("log_act", entry.public_id, "publish"), {"version": str(entry.version)}
    )
    assert Publication.objects.get().state == "published"
    as_(publisher).post(
        staff_url("log_act", entry.public_id, "withdraw"),
        {"version": str(entry.version + 1), "because": "A wrong table."},
    )
    assert (
        "A wrong table."
        in as_(publisher).get(staff_url("log_entry", entry.public_id)).content.decode()
    )


def test_what_tells_who_asked_is_said_on_the_page(sent: Case, officer: User, as_: Browser) -> None:
    typed = {"title": "Fines", "request": "I, A. Reader", "answer": "x", "subject": "Other"}
    page = as_(officer).post(staff_url("propose", sent.reference), typed)
    assert "The request still tells who asked" in page.content.decode()
    assert not Publication.objects.exists()


def test_without_a_subject_nothing_is_proposed(sent: Case, officer: User, as_: Browser) -> None:
    page = as_(officer).post(
        staff_url("propose", sent.reference), {"title": "F", "request": "R", "answer": "A"}
    )
    assert "Choose a subject" in page.content.decode()
    assert not Publication.objects.exists()


def test_a_publisher_who_may_not_read_who_asked_does_not_read_it_here(
    sent: Case, publisher: User, as_: Browser
) -> None:
    page = as_(publisher).get(staff_url("propose", sent.reference)).content
    assert b"A. Reader" not in page
    assert b"reader@example.org" not in page


def test_the_officer_who_proposed_is_told_that_another_publishes(
    proposed: Publication, officer: User, as_: Browser
) -> None:
    page = as_(officer).get(staff_url("log_entry", proposed.public_id)).content.decode()
    assert "Somebody else has to publish it" in page
    answer = as_(officer).post(
        staff_url("log_act", proposed.public_id, "publish"), {"version": "1"}
    )
    assert answer.status_code == 403


@pytest.mark.parametrize("version", ["", "0", "99", "x", "²"])
def test_an_old_page_publishes_nothing(
    version: str, proposed: Publication, publisher: User, as_: Browser
) -> None:
    as_(publisher).post(staff_url("log_act", proposed.public_id, "publish"), {"version": version})
    assert Publication.objects.get().state == "proposed"


@pytest.mark.parametrize("role", ["approver", "contributor", "auditor", "administrator"])
def test_who_does_not_work_on_the_log_is_refused(
    role: str, proposed: Publication, person: Callable[..., User], as_: Browser
) -> None:
    browser = as_(person(role, name="zed"))
    for address in (
        staff_url("publications"),
        staff_url("log_entry", proposed.public_id),
        staff_url("propose", proposed.reference),
    ):
        assert browser.get(address).status_code == 403


def test_the_list_shows_what_is_proposed(
    proposed: Publication, publisher: User, as_: Browser
) -> None:
    assert "Parking fines" in as_(publisher).get(staff_url("publications")).content.decode()


def test_under_a_class_the_page_says_why_not_and_nothing_else(
    sent: Case, officer: User, ncnd_class: NcndClass, as_: Browser
) -> None:
    Case.objects.filter(pk=sent.pk).update(ncnd_class=ncnd_class)
    page = as_(officer).get(staff_url("propose", sent.reference)).content.decode()
    assert "decided for the whole class" in page
    assert "How many parking fines" not in page
    for word in ("held", "search", "found"):
        assert word not in page.split("<main")[1].split("</main>")[0].lower()
    assert next_steps(Case.objects.get(pk=sent.pk), officer) == []


def test_an_approver_decides_for_a_class(
    ncnd_class: NcndClass, approver: User, officer: User, as_: Browser
) -> None:
    address = staff_url("log_policies")
    assert "not in the log" in as_(approver).get(address).content.decode()
    as_(approver).post(address, {"class": ncnd_class.public_id, "published": "yes"})
    assert ClassPolicy.objects.get().published
    refused = as_(officer).post(address, {"class": ncnd_class.public_id, "published": "no"})
    assert refused.status_code == 403
    assert ClassPolicy.objects.get().published


def test_the_case_offers_the_log_once_it_is_answered(written: LetterVersion, officer: User) -> None:
    assert next_steps(written.case, officer) == []
    assert for_case(written.case, officer) == []


def test_the_case_shows_its_entry(
    proposed: Publication, officer: User, publisher: User, as_: Browser
) -> None:
    case = proposed.case
    assert [panel.title for panel in for_case(case, officer)] == ["Disclosure log"]
    assert next_steps(case, officer) == []
    assert [step.words for step in next_steps(case, publisher)] == ["Proposed for the log"]
    page = as_(officer).get(staff_url("case", case.reference)).content.decode()
    assert "The entry" in page


def test_the_register_leads_to_what_is_decided_about_the_log(
    ncnd_class: NcndClass, approver: User, as_: Browser
) -> None:
    page = as_(approver).get(staff_url("ncnd_classes")).content.decode()
    assert f'href="{staff_url("log_policies")}"' in page


def test_from_there_one_comes_back_to_the_register(
    ncnd_class: NcndClass, approver: User, as_: Browser
) -> None:
    page = as_(approver).get(staff_url("log_policies")).content.decode()
    assert f'class="govuk-back-link" href="{staff_url("ncnd_classes")}"' in page
