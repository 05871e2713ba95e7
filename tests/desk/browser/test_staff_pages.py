"""The pages of the desk in a real browser: accessible, with and without JavaScript, on a phone."""

import gzip
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from answerable.desk.cases.actions import add_note, move
from answerable.desk.cases.models import Case
from answerable.desk.people.models import User

Visit = Callable[..., Page]
Clean = Callable[[Page], None]
MOST_KILOBYTES = 100

#: A page's name, who looks at it, and its address with the case's reference put in.
PAGES = {
    "sign-in": ("", "/desk/accounts/login/"),
    "forgotten password": ("", "/desk/accounts/password/reset/"),
    "my sign-in": ("officer", "/desk/accounts/2fa/"),
    "work": ("officer", "/desk/work?view=all"),
    "work, nothing found": ("officer", "/desk/work?q=zzz"),
    "case": ("officer", "/desk/cases/{}"),
    "case, part of the timeline": ("auditor", "/desk/cases/{}?show=in"),
    "why this date": ("officer", "/desk/cases/{}/why"),
    "give": ("approver", "/desk/cases/{}/give"),
    "people": ("administrator", "/desk/people"),
    "add a person": ("administrator", "/desk/people/add"),
    "who may do what": ("contributor", "/desk/who-may-do-what"),
    "authority": ("administrator", "/desk/authority"),
    "not found": ("officer", "/desk/cases/FOI-0000-0000"),
    "not allowed": ("administrator", "/desk/cases/{}"),
}


@pytest.fixture
def opened(
    visit: Visit, case: Case, officer: User, person: Callable[..., User]
) -> Callable[..., Page]:
    """Open a page of the list as the person who looks at it."""
    add_note(case, "Asked Housing for the figures.", by=officer)

    def open_(name: str, **how: Any) -> Page:
        role, path = PAGES[name]
        user = officer if role == "officer" else person(role, name="zed") if role else None
        return visit(path.format(case.reference), user=user, **how)

    return open_


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(
    name: str, script: bool, opened: Callable[..., Page], clean: Clean
) -> None:
    page = opened(name, script=script)
    assert page.locator("h1").count() == 1
    clean(page)


@pytest.mark.parametrize("name", PAGES)
def test_at_four_times_the_size_nothing_lies_beside_the_screen(
    name: str, opened: Callable[..., Page]
) -> None:
    page = opened(name, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", ["sign-in", "work", "case"])
def test_styles_and_scripts_of_a_page_are_small(name: str, opened: Callable[..., Page]) -> None:
    page = opened(name)
    page.wait_for_load_state("networkidle")
    fetched = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    files = [url for url in fetched if url.endswith((".css", ".js"))]
    assert len(files) >= 4
    sizes = [len(gzip.compress(page.request.get(url).body())) for url in files]
    assert sum(sizes) < MOST_KILOBYTES * 1024


def test_nothing_is_fetched_from_elsewhere(visit: Visit, site: str) -> None:
    page = visit("about:blank")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{site}/desk/accounts/login/")
    page.wait_for_load_state("networkidle")
    assert fetched
    assert all(url.startswith((site, "data:")) for url in fetched)


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
def test_an_officer_signs_in_and_adds_a_note(visit: Visit, case: Case, script: bool) -> None:
    page = visit("/desk/", script=script)
    page.get_by_label("Work e-mail address").fill("officer@northmere.example")
    page.locator("input[name=password]").fill("correct horse battery")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("link", name="Parking fines").click()
    page.get_by_label("Add a note").fill("Rang Housing.")
    page.get_by_role("button", name="Add the note").click()
    expect(page.get_by_text("The note was added.")).to_be_visible()
    expect(page.get_by_text("Rang Housing.")).to_be_visible()


def test_errors_are_summed_up_and_lead_to_their_fields(
    visit: Visit, administrator: User, clean: Clean
) -> None:
    page = visit("/desk/people/add", user=administrator)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page).to_have_title(re.compile("^Error: "))
    page.locator(".govuk-error-summary a").first.click()
    expect(page.locator("[name=name]")).to_be_focused()
    clean(page)


def test_the_keyboard_reaches_the_page_past_the_menus(visit: Visit, officer: User) -> None:
    page = visit("/desk/work", user=officer)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_on_paper_there_are_no_menus(visit: Visit, officer: User, case: Case) -> None:
    page = visit(f"/desk/cases/{case.reference}", user=officer)
    page.emulate_media(media="print")
    expect(page.locator(".govuk-service-navigation")).not_to_be_visible()
    expect(page.get_by_role("button", name="Add the note")).not_to_be_visible()
    expect(page.get_by_role("heading", name="Questions")).to_be_visible()


def test_a_waiting_case_shows_no_strip(visit: Visit, officer: User, case: Case) -> None:
    move(case, "ask_to_clarify", by=officer)
    page = visit(f"/desk/cases/{case.reference}", user=officer)
    assert page.locator(".app-cases-strip").count() == 0


def test_a_passkey_is_added_and_signs_in(visit: Visit, officer: User, case: Case) -> None:
    page = visit("/desk/accounts/login/")
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    page.goto(page.url.replace("127.0.0.1", "localhost"))  # a key belongs to a name
    page.get_by_label("Work e-mail address").fill(officer.email)
    page.locator("input[name=password]").fill("correct horse battery")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("link", name="My sign-in").click()
    page.get_by_role("link", name="Add passkeys").click()
    page.locator("input[name=password]").fill("correct horse battery")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("What you call it").fill("blue key")
    page.get_by_label("A passkey").check()
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    page.get_by_role("link", name="Sign out").click()
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("heading", name="My work").wait_for()
