"""People: who adds them, gives roles, closes a sign-in; and who may do what, for everybody."""

from collections.abc import Callable

import pytest
from django.test import Client

from answerable.desk.people.models import ServiceArea, User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import roles

Browser = Callable[[User], Client]
NEW = {
    "name": "Ivy New",
    "email": "Ivy.New@northmere.example",
    "post": "Records Officer",
    "password": "a long first password",
    "roles": ["officer"],
}
OTHERS = [role.id for role in roles() if role.id != "administrator"]


def test_an_administrator_adds_a_person_who_can_sign_in(
    administrator: User, housing: ServiceArea, as_: Browser
) -> None:
    answer = as_(administrator).post(
        "/desk/people/add", {**NEW, "service_areas": [housing.pk]}, follow=True
    )
    assert "Ivy New was added." in answer.content.decode()
    ivy = User.objects.get(email="ivy.new@northmere.example")
    assert ivy.role_names == ["Information officer"]
    assert list(ivy.service_areas.all()) == [housing]
    assert ivy.check_password("a long first password")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"email": "officer@northmere.example"}, "Somebody has this address already."),
        ({"email": "nonsense"}, "There is a problem"),
        ({"password": "short"}, "There is a problem"),
        ({"name": ""}, "There is a problem"),
        ({"roles": ["king"]}, "There is a problem"),
    ],
)
def test_a_person_who_cannot_be_is_refused(
    change: dict[str, object], words: str, administrator: User, officer: User, as_: Browser
) -> None:
    before = User.objects.count()
    page = as_(administrator).post("/desk/people/add", {**NEW, **change}).content.decode()
    assert words in page
    assert "a long first password" not in page
    assert User.objects.count() == before


def test_a_role_is_given_and_ended(administrator: User, officer: User, as_: Browser) -> None:
    browser, path = as_(administrator), f"/desk/people/{officer.public_id}/change"
    browser.post(path, {"give": "publisher"})
    assert "Publisher" in User.objects.get(pk=officer.pk).role_names
    browser.post(path, {"end": "publisher"})
    assert "Publisher" not in User.objects.get(pk=officer.pk).role_names


def test_an_unknown_role_changes_nothing(administrator: User, officer: User, as_: Browser) -> None:
    as_(administrator).post(f"/desk/people/{officer.public_id}/change", {"give": "king"})
    assert User.objects.get(pk=officer.pk).role_names == ["Information officer"]


def test_nobody_gives_themselves_a_role_by_the_page(administrator: User, as_: Browser) -> None:
    answer = as_(administrator).post(
        f"/desk/people/{administrator.public_id}/change", {"give": "approver"}
    )
    assert answer.status_code == 403
    assert User.objects.get(pk=administrator.pk).role_names == ["Administrator"]


def test_a_closed_sign_in_is_shown_as_left(
    administrator: User, officer: User, as_: Browser
) -> None:
    browser = as_(administrator)
    browser.post(f"/desk/people/{officer.public_id}/change", {"leave": "yes"})
    assert "left" in browser.get("/desk/people").content.decode()
    assert not User.objects.get(pk=officer.pk).is_active


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_sees_or_changes_people(
    role: str, person: Callable[..., User], officer: User, as_: Browser
) -> None:
    browser = as_(person(role, name="zed"))
    for path in ("/desk/people", "/desk/people/add", f"/desk/people/{officer.public_id}"):
        assert browser.get(path).status_code == 403
    change = browser.post(f"/desk/people/{officer.public_id}/change", {"leave": "yes"})
    assert change.status_code == 403
    assert User.objects.get(pk=officer.pk).is_active


@pytest.mark.parametrize("role", [role.id for role in roles()])
def test_everybody_sees_who_may_do_what(
    role: str, person: Callable[..., User], as_: Browser
) -> None:
    page = as_(person(role, name="zed")).get("/desk/who-may-do-what").content.decode()
    for each in roles():
        assert each.name in page
    for permission in Permission:
        assert permission.value.split("'")[0] in page


def test_a_stranger_does_not_see_who_may_do_what(authority: object) -> None:
    assert Client().get("/desk/who-may-do-what").status_code == 302


def test_a_looked_up_person_who_does_not_exist_is_not_found(
    administrator: User, as_: Browser
) -> None:
    assert as_(administrator).get("/desk/people/aaaa").status_code == 404
