"""What stands on every page: navigation by permission, the authority's colour, help in one place."""

from collections.abc import Callable

import pytest
from django.test import Client

from answerable.desk.authority.models import Authority
from answerable.desk.people.models import User

Browser = Callable[[User], Client]


def _menu(page: str) -> str:
    return page[page.index("<header") : page.index("</header>")]


def test_the_colour_comes_by_a_style_sheet_of_its_own(authority: Authority) -> None:
    Authority.objects.update(colour="#123456")
    answer = Client().get("/brand.css")
    assert answer["Content-Type"].startswith("text/css")
    assert "#123456" in answer.content.decode()


def test_a_colour_that_is_none_never_reaches_the_style_sheet(authority: Authority) -> None:
    Authority.objects.update(colour="red;}")
    assert "red" not in Client().get("/brand.css").content.decode()


def test_an_officer_is_shown_work_and_not_people(officer: User, as_: Browser) -> None:
    menu = _menu(as_(officer).get("/desk/who-may-do-what").content.decode())
    assert "Work" in menu
    assert "People" not in menu


def test_an_administrator_is_shown_people_and_not_work(administrator: User, as_: Browser) -> None:
    menu = _menu(as_(administrator).get("/desk/people").content.decode())
    assert "People" in menu
    assert ">Work<" not in menu


def test_a_stranger_is_shown_no_menu_of_staff(authority: Authority) -> None:
    menu = _menu(Client().get("/desk/accounts/login/").content.decode())
    assert "Sign out" not in menu
    assert "People" not in menu


@pytest.mark.parametrize("path", ["/desk/work", "/desk/accounts/2fa/", "/desk/nothing-here"])
def test_help_stands_in_the_same_order_on_every_page(
    path: str, officer: User, as_: Browser
) -> None:
    page = as_(officer).get(path).content.decode()
    foot = page[page.index("<footer") :]
    places = [
        foot.index(words) for words in ("Accessibility", "Privacy", "Cookies") if words in foot
    ]
    assert places == sorted(places)


def test_neither_crown_nor_font_of_gov_uk_is_on_a_page(officer: User, as_: Browser) -> None:
    page = as_(officer).get("/desk/work").content.decode().lower()
    for sign in ("crown", "gds-transport", "gov.uk<", "opengraph"):
        assert sign not in page


def test_the_skip_link_is_the_first_thing_and_leads_to_main(officer: User, as_: Browser) -> None:
    page = as_(officer).get("/desk/work").content.decode()
    assert page.index('href="#main"') < page.index("<header")
    assert page.count('id="main"') == 1


def test_a_page_says_who_is_signed_in(officer: User, as_: Browser) -> None:
    assert "Officer" in _menu(as_(officer).get("/desk/work").content.decode())
