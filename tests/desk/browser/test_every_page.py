"""Every page that links lead to, in a made-up authority full of cases: axe finds nothing on it,
a screen of 320 pixels holds it, the browser complains of nothing."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from answerable.desk.authority.models import Authority
from answerable.desk.demo import make as demo
from answerable.desk.people.models import User

Visit = Callable[..., Page]
#: One of each kind of page: references, random ids and numbers are all alike.
_ONE_OF_MANY = re.compile(r"(FOI|EIR)-[0-9A-Z]{4}-[0-9A-Z]{4}|[0-9a-f]{20}|\d+")
_NO_PAGE = re.compile(r"logout|/files/|download|/brand|\.[a-z]+$|/feed|/3rdparty|/api/")
WHO = {"officer": 25, "approver": 15, "admin": 8, "housing": 3, "": 8}


@pytest.fixture
def authority(db: None) -> Authority:
    demo.make("correct horse battery")
    return Authority.objects.get()


@pytest.mark.parametrize("who", WHO)
def test_every_page_is_in_order(
    who: str, authority: Authority, visit: Visit, clean: Callable[[Page], None]
) -> None:
    user = User.objects.get(email__startswith=f"{who}@") if who else None
    page = visit("/desk/who-may-do-what" if user else "/", user=user, width=320)
    seen, todo, wrong = set(), ["/desk/" if user else "/"], []
    while todo:
        path = todo.pop()
        kind = _ONE_OF_MANY.sub("*", path)
        if kind in seen:
            continue
        seen.add(kind)
        page.goto(path)
        wrong += _problems(page, path, clean)
        todo += _links(page, staff=user is not None)
    assert wrong == []
    assert len(seen) >= WHO[who]


def _problems(page: Page, path: str, clean: Callable[[Page], None]) -> list[str]:
    found = []
    if page.locator("h1").count() != 1:
        found.append(f"{path}: {page.locator('h1').count()} headings of the first rank")
    if page.evaluate("document.documentElement.scrollWidth") > 320:
        found.append(f"{path}: wider than the screen")
    try:
        clean(page)
    except AssertionError as error:
        found.append(f"{path}: {error}")
    return found


def _links(page: Page, *, staff: bool) -> list[str]:
    links: Any = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    plain = (link.split("#")[0].split("?")[0] for link in links)
    return [
        link
        for link in plain
        if link.startswith("/") and link.startswith("/desk") is staff and not _NO_PAGE.search(link)
    ]
