"""What stands in the service navigation: the pages of this site that this person may open."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix
from django.utils.translation import gettext_noop as _

from answerable.desk.people.can import can
from answerable.desk.people.permissions import Permission
from answerable.desk.sites import public_url, staff_url
from answerable.desk.ui.said import said

_STAFF = (
    ("home", "Work", (Permission.READ_CASES,)),
    ("tasks", "Tasks", (Permission.ANSWER_TASKS,)),
    ("take_in", "Take in a request", (Permission.WRITE_CASES,)),
    ("clearance", "For clearance", (Permission.CLEAR,)),
    ("other_logs", "Other bodies", (Permission.WRITE_CASES, Permission.MANAGE_AUTHORITY)),
    ("ncnd_classes", "Register", (Permission.READ_NCND,)),
    ("publications", "Log", (Permission.PROPOSE_PUBLICATION, Permission.PUBLISH)),
    ("people", "People", (Permission.MANAGE_PEOPLE,)),
    ("authority", "Authority", (Permission.MANAGE_AUTHORITY,)),
    ("api_tokens", "API", (Permission.MANAGE_PEOPLE,)),
)


def navigation(request: HttpRequest, *, staff: bool) -> list[dict[str, Any]]:
    """The items, with the one we are on marked."""
    pairs = _staff(request) if staff else _public()
    path = request.path
    found = [{"text": words, "href": address} for words, address in pairs]
    here = max(
        (item["href"] for item in found if path.startswith(item["href"])), key=len, default=""
    )
    return [{**item, "active": item["href"] == here} for item in found]


def footer(*, staff: bool) -> list[tuple[str, str]]:
    """Help in the same place on every page."""
    names = (
        ("accessibility", _("Accessibility")),
        ("privacy", _("Privacy")),
        ("cookies", _("Cookies")),
        ("contact", _("Contact us")),
    )
    return [(said(words), address) for name, words in names if (address := _public_address(name))]


def _staff(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, words, permissions in _STAFF:
        if can(getattr(request, "user", None), *permissions):
            try:
                yield words, staff_url(name)
            except NoReverseMatch:
                continue  # a capability that this installation does not have


def _public() -> Iterator[tuple[str, str]]:
    for name, words in (
        ("ask", _("Ask for information")),
        ("log", _("Published answers")),
        ("statistics", _("Statistics")),
    ):
        if address := _public_address(name):
            yield said(words), address


def _public_address(name: str) -> str:
    return _address(name, get_script_prefix())


@lru_cache(maxsize=64)
def _address(name: str, _prefix: str) -> str:
    """The address under a prefix, which tells the language; looked up once for all requests."""
    try:
        return public_url(name)
    except NoReverseMatch:
        return ""
