"""Signing in: every page of it in our skin, nobody signs up, and staff get a second factor."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from allauth.account.internal.userkit import user_id_to_str
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    yield_hotp_counters_from_time,
)
from allauth.mfa.totp.internal.auth import hotp_value as _hotp
from django.core import mail
from django.test import Client
from django.urls import URLResolver, get_resolver

from answerable.desk.people.actions import close_sign_in
from answerable.desk.people.models import User

Browser = Callable[[User], Client]
SETTING_UP = "/desk/accounts/2fa/"
CLOSED = (
    "signup/",
    "email/",
    "confirm-email/",
    "confirm-email/abc:def/",
    "3rdparty/signup/",
    "social/signup/",
    "login/code/confirm/",
    "reauthenticate/code/",
)


def _code(secret: str) -> str:
    return format_hotp_value(_hotp(secret, next(iter(yield_hotp_counters_from_time()))))


def _addresses() -> list[str]:
    allauth = [
        f"/{entry.pattern}{path}"
        for entry in get_resolver("answerable.desk.urls_staff").url_patterns
        if isinstance(entry, URLResolver) and str(entry.pattern) == "desk/accounts/"
        for path in _paths(entry.url_patterns, "")
    ]
    assert len(allauth) > 25
    return sorted(set(allauth))


def _paths(found: list[Any], before: str) -> Iterator[str]:
    for entry in found:
        here = before + re.sub(r"[\^$]", "", str(entry.pattern))
        if isinstance(entry, URLResolver):
            yield from _paths(entry.url_patterns, here)
        else:
            yield _filled(here)


def _filled(path: str) -> str:
    path = re.sub(r"\(\?P<uidb36>[^)]*\)-\(\?P<key>[^)]*\)", "1-set-password", path)
    path = re.sub(r"\(\?P<\w+>[^)]*\)", "authority", path)
    return re.sub(r"<int:\w+>", "1", path)


def _in_our_skin(page: str) -> bool:
    return (
        '<html lang="en"' in page
        and page.count("<main") == 1
        and page.count("<h1") == 1
        and "Northmere Borough Council" in page
        and "govuk-skip-link" in page
        and "<style" not in page
        and " style=" not in page
    )


def _looked_at(browser: Client, path: str) -> int:
    answer = browser.get(path)
    if answer.status_code in (200, 401) and answer["Content-Type"].startswith("text/html"):
        assert _in_our_skin(answer.content.decode()), path
        return 1
    assert answer.status_code in (200, 301, 302, 403, 404, 405), f"{path}: {answer.status_code}"
    return 0


@pytest.fixture
def keyed(officer: User) -> User:
    """An officer with an authenticator app and recovery codes."""
    TOTP.activate(officer, generate_totp_secret())
    RecoveryCodes.activate(officer)
    return officer


def _signed_in(user: User, password: str = "correct horse battery") -> Client:
    browser = Client()
    answer = browser.post("/desk/accounts/login/", {"login": user.email, "password": password})
    assert answer.status_code == 302
    return browser


def _confirmed(browser: Client) -> Client:
    """What changes a sign-in asks for the password once more."""
    answer = browser.post("/desk/accounts/reauthenticate/", {"password": "correct horse battery"})
    assert answer.status_code == 302
    return browser


def test_every_page_of_signing_in_is_in_our_skin_for_a_stranger(authority: object) -> None:
    assert sum(_looked_at(Client(), path) for path in _addresses()) >= 6


def test_every_page_of_signing_in_is_in_our_skin_for_an_officer(officer: User) -> None:
    browser = _confirmed(_signed_in(officer))
    assert sum(_looked_at(browser, path) for path in _addresses()) >= 10


def test_every_page_of_signing_in_is_in_our_skin_with_a_second_factor(keyed: User) -> None:
    browser = Client()
    browser.force_login(keyed)
    _confirmed(browser)
    assert sum(_looked_at(browser, path) for path in _addresses()) >= 8


def test_the_page_that_asks_for_the_second_factor_is_in_our_skin(keyed: User) -> None:
    browser = _signed_in(keyed)
    assert _looked_at(browser, "/desk/accounts/2fa/authenticate/")


@pytest.mark.parametrize("path", CLOSED)
def test_what_makes_no_sense_here_is_not_found(path: str, officer: User, as_: Browser) -> None:
    for browser in (Client(), as_(officer)):
        answer = browser.get(f"/desk/accounts/{path}")
        assert answer.status_code == 404
        assert "Page not found" in answer.content.decode()


def test_nobody_signs_up_by_posting_either(authority: object) -> None:
    fields = {"email": "new@northmere.example", "password1": "a long password", "password2": "a"}
    assert Client().post("/desk/accounts/signup/", fields).status_code == 404
    assert not User.objects.exists()


def test_a_password_signs_in(officer: User) -> None:
    assert _signed_in(officer).get("/desk/work").status_code == 200


def test_a_wrong_password_does_not_and_is_not_shown_again(officer: User) -> None:
    browser = Client()
    answer = browser.post(
        "/desk/accounts/login/", {"login": officer.email, "password": "wrong-but-secret"}
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "There is a problem" in page
    assert "wrong-but-secret" not in page
    assert browser.get("/desk/work").status_code == 302


def test_who_has_left_does_not_get_in(officer: User, administrator: User) -> None:
    close_sign_in(by=administrator, user=officer)
    browser = Client()
    browser.post(
        "/desk/accounts/login/", {"login": officer.email, "password": "correct horse battery"}
    )
    assert browser.get("/desk/work").status_code == 302


def test_a_forgotten_password_is_chosen_anew_by_a_link(officer: User) -> None:
    Client().post("/desk/accounts/password/reset/", {"email": officer.email})
    message = mail.outbox[0]
    assert "Northmere Borough Council" in message.body
    link = re.search(r"http://testserver(\S+)", message.body)
    assert link
    browser = Client()
    page = browser.get(link[1], follow=True)
    new = {"password1": "another long one", "password2": "another long one"}
    browser.post(page.request["PATH_INFO"], new)
    assert _signed_in(officer, "another long one")


def test_an_unknown_address_gets_the_same_page_as_a_known_one(officer: User) -> None:
    pages = [
        Client().post("/desk/accounts/password/reset/", {"email": email}, follow=True)
        for email in (officer.email, "nobody@elsewhere.example")
    ]
    bodies = [re.sub(r'value="\w{64}"', "", page.content.decode()) for page in pages]
    assert bodies[0] == bodies[1]


def test_who_has_no_second_factor_is_led_to_set_one_up(officer: User, settings: Any) -> None:
    settings.SECOND_FACTOR = True
    browser = _signed_in(officer)
    answer = browser.get("/desk/work")
    assert answer.status_code == 302
    assert answer["Location"] == SETTING_UP
    assert "You need a second factor" in browser.get(SETTING_UP).content.decode()


def test_an_authenticator_app_opens_the_desk(officer: User, settings: Any) -> None:
    settings.SECOND_FACTOR = True
    browser = _confirmed(_signed_in(officer))
    browser.get("/desk/accounts/2fa/totp/activate/")
    secret = browser.session["mfa.totp.secret"]
    answer = browser.post("/desk/accounts/2fa/totp/activate/", {"code": _code(secret)}, follow=True)
    assert "Recovery codes" in answer.content.decode()
    assert browser.get("/desk/work").status_code == 200


def test_a_wrong_code_sets_nothing_up(officer: User) -> None:
    browser = _confirmed(_signed_in(officer))
    answer = browser.post("/desk/accounts/2fa/totp/activate/", {"code": "000000"})
    assert "There is a problem" in answer.content.decode()
    assert not Authenticator.objects.exists()


def test_with_a_second_factor_the_password_alone_opens_nothing(keyed: User) -> None:
    browser = _signed_in(keyed)
    assert browser.get("/desk/work").status_code == 302


def test_whoever_came_by_the_authoritys_own_account_has_its_second_factor(
    officer: User, settings: Any
) -> None:
    settings.SECOND_FACTOR = True
    browser = Client()
    browser.force_login(officer)
    session = browser.session
    session["account_authentication_methods"] = [{"method": "socialaccount", "at": 1.0}]
    session["account_authentication_methods_user"] = user_id_to_str(officer)
    session.save()
    assert browser.get("/desk/work").status_code == 200


def test_without_the_setting_nobody_is_led_anywhere(officer: User, settings: Any) -> None:
    settings.SECOND_FACTOR = False
    assert _signed_in(officer).get("/desk/work").status_code == 200


def test_no_button_for_a_work_account_where_none_is_set(authority: object) -> None:
    assert "work account" not in Client().get("/desk/accounts/login/").content.decode()


def test_the_work_account_has_its_button_where_one_is_set(authority: object, settings: Any) -> None:
    app = {
        "provider_id": "authority",
        "name": "your Northmere account",
        "client_id": "desk",
        "secret": "s",
        "settings": {"server_url": "https://sso.northmere.example"},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    page = Client().get("/desk/accounts/login/").content.decode()
    assert "Sign in with your Northmere account" in page
    assert 'action="/desk/accounts/oidc/authority/login/' in page
