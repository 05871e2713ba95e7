"""How many questions a page asks of the database, however much there is to show."""

from collections.abc import Callable

import pytest
from django.test import Client, RequestFactory

from answerable.desk.authority.models import Authority, read_once, the_authority
from answerable.desk.authority.once import once_a_request
from answerable.desk.cases.models import Case, Question
from answerable.desk.cases.there import nothing, with_what_is_there
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.models import User
from answerable.desk.sending.queue import queue_mail

Browser = Callable[[User], Client]
AtMost = Callable[..., object]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/desk/", 8),
        ("/desk/?view=all", 8),
        ("/desk/tasks", 8),
        ("/desk/log", 8),
        ("/desk/ncnd", 8),
    ],
)
def test_a_list_asks_at_most_eight(
    path: str, most: int, case: Case, officer: User, as_: Browser,
    django_assert_max_num_queries: AtMost,
) -> None:  # fmt: skip
    browser = as_(officer)
    with django_assert_max_num_queries(most):  # type: ignore[attr-defined]
        assert browser.get(path).status_code == 200


def test_the_page_of_a_new_case_asks_at_most_eight(
    case: Case, officer: User, as_: Browser, django_assert_max_num_queries: AtMost
) -> None:
    browser = as_(officer)
    with django_assert_max_num_queries(8):  # type: ignore[attr-defined]
        assert browser.get(f"/desk/cases/{case.reference}").status_code == 200


def test_more_questions_ask_no_more(
    case: Case, officer: User, as_: Browser, django_assert_max_num_queries: AtMost
) -> None:
    for n in range(3, 23):
        Question.objects.create(case=case, position=n, number=str(n), text=f"How many in {n}?")
    browser = as_(officer)
    with django_assert_max_num_queries(8):  # type: ignore[attr-defined]
        assert "How many in 22?" in browser.get(f"/desk/cases/{case.reference}").content.decode()


def test_the_page_of_a_case_with_decisions_letter_and_mail_asks_at_most_eight(
    written: LetterVersion, officer: User, as_: Browser, django_assert_max_num_queries: AtMost
) -> None:
    case = written.case
    for n in range(5):
        queue_mail(case=case, kind="acknowledgement", to="reader@example.org", subject=str(n),
                   body="Thank you.", by=officer)  # fmt: skip
    browser = as_(officer)
    with django_assert_max_num_queries(8):  # type: ignore[attr-defined]
        assert browser.get(f"/desk/cases/{case.reference}").status_code == 200


def test_nothing_is_said_only_of_what_was_asked_for(case: Case) -> None:
    assert not nothing(case, "mail")  # it was read without, so nobody knows
    known = with_what_is_there(Case.objects.filter(pk=case.pk)).get()
    assert nothing(known, "letters") and nothing(known, "third_parties")
    assert not nothing(known, "questions")


def test_what_is_there_is_told_for_each_case_apart(written: LetterVersion, officer: User) -> None:
    other = Case.objects.create(regime="FOIA", received_on=written.case.received_on)
    known = {each.pk: each for each in with_what_is_there(Case.objects.all())}
    assert not nothing(known[written.case.pk], "letters")
    assert nothing(known[other.pk], "letters")


def test_the_authority_is_read_once_a_request(
    authority: Authority, django_assert_num_queries: AtMost
) -> None:
    with django_assert_num_queries(1), read_once():  # type: ignore[attr-defined]
        assert the_authority() is the_authority()


def test_a_change_of_the_authority_is_seen_within_the_request(authority: Authority) -> None:
    with read_once():
        assert the_authority().short_name == "Northmere"
        authority.short_name = "Southmere"
        authority.save()
        assert the_authority().short_name == "Southmere"


def test_the_next_request_reads_the_authority_anew(authority: Authority) -> None:
    seen = []

    def view(request: object) -> object:
        seen.append(the_authority().short_name)
        return None

    answer = once_a_request(view)  # type: ignore[arg-type]
    answer(RequestFactory().get("/"))
    Authority.objects.update(short_name="Changed elsewhere")
    answer(RequestFactory().get("/"))
    assert seen == ["Northmere", "Changed elsewhere"]


def test_outside_of_a_request_the_authority_is_always_read(authority: Authority) -> None:
    assert the_authority().short_name == "Northmere"
    Authority.objects.update(short_name="Changed elsewhere")
    assert the_authority().short_name == "Changed elsewhere"
