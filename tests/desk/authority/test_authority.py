"""The authority's details: who may change them, and a colour on which words can be read."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from answerable.desk.authority.actions import set_authority
from answerable.desk.authority.contrast import contrast_with_white
from answerable.desk.authority.models import Authority
from answerable.desk.events.models import Event
from answerable.desk.people.models import User
from answerable.desk.people.roles import roles

Browser = Callable[[User], Client]
PATH = "/desk/authority"
DETAILS: dict[str, Any] = {
    "name": "Southmere District Council",
    "short_name": "Southmere",
    "kind": "council",
    "address": "Civic Centre\nSouthmere SM1 1AA",
    "email": "foi@southmere.example",
    "review_contact": "Head of Legal, Civic Centre, Southmere SM1 1AA",
    "signs": "Information Team",
    "colour": "#4c2c92",
    "clearance": "approver",
}


@pytest.mark.parametrize(
    ("colour", "contrast"), [("#ffffff", 1.0), ("#000000", 21.0), ("#767676", 4.54)]
)
def test_contrast_is_counted_as_wcag_says(colour: str, contrast: float) -> None:
    assert contrast_with_white(colour) == pytest.approx(contrast, abs=0.01)


def test_an_administrator_changes_the_details(administrator: User, as_: Browser) -> None:
    answer = as_(administrator).post(PATH, DETAILS, follow=True)
    assert "The details were changed." in answer.content.decode()
    assert Authority.objects.get().name == "Southmere District Council"
    assert Event.objects.filter(kind="authority.changed", actor=administrator.public_id).exists()


@pytest.mark.parametrize("colour", ["#ffff00", "#777777", "#ffffff"])
def test_a_colour_on_which_white_cannot_be_read_is_refused_in_words(
    colour: str, administrator: User, as_: Browser
) -> None:
    answer = as_(administrator).post(PATH, {**DETAILS, "colour": colour})
    assert "Choose a darker one." in answer.content.decode()
    assert Authority.objects.get().colour == "#1d4f76"


@pytest.mark.parametrize("colour", ["red", "#12345", "#1d4f76;}", ""])
def test_what_is_no_colour_is_refused(colour: str, administrator: User, as_: Browser) -> None:
    answer = as_(administrator).post(PATH, {**DETAILS, "colour": colour})
    assert "There is a problem" in answer.content.decode()
    assert Authority.objects.get().colour == "#1d4f76"


@pytest.mark.parametrize("role", [r.id for r in roles() if r.id != "administrator"])
def test_nobody_else_reads_or_changes_them_here(
    role: str, person: Callable[..., User], as_: Browser
) -> None:
    someone = person(role, name="zed")
    browser = as_(someone)
    assert browser.get(PATH).status_code == 403
    assert browser.post(PATH, DETAILS).status_code == 403
    with pytest.raises(PermissionDenied):
        set_authority(by=someone, name="Mine now")
    assert Authority.objects.get().name == "Northmere Borough Council"


def test_a_stranger_is_led_to_sign_in(authority: Authority) -> None:
    assert Client().get(PATH)["Location"].startswith("/desk/accounts/login/")
