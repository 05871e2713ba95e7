"""No page asks the database more than eight times, whatever case it shows and whoever looks.

The made-up authority of the demonstration has cases in every state. Everybody follows the links of
the pages they are shown. Counted is all that a page asks on its way: session, person, authority too.
A page shown for the first time in a process may read what is kept then; so each is shown twice.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve

from answerable.desk.cases.models import Case
from answerable.desk.demo.make import make
from answerable.desk.demo.world import PARTS
from answerable.desk.people.models import User
from answerable.desk.sites import PUBLIC, STAFF, is_staff_path

MOST = 8
_OF_A_KIND = 4  # pages of one address with other rows that each person looks at
_FIRST = ("/desk/", "/desk/tasks", "/desk/people", "/desk/clearance", "/desk/log", "/desk/ncnd")
_LINK = re.compile(r'href="(/[^"#]*)')


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: Any) -> Iterator[int]:
    """The demonstration, made once for this file and put away afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make("meadow-maple-apple-paper")
        transaction.set_rollback(True)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("part", [*PARTS, None], ids=lambda part: part.role if part else "public")
def test_no_page_asks_more_than_eight_times(made: int, part: Any) -> None:
    browser = Client()
    if part:
        browser.force_login(User.objects.get(email=part.email))
        start = [
            *_FIRST,
            *(f"/desk/cases/{r}" for r in Case.objects.values_list("reference", flat=True)),
        ]
    else:
        start = ["/", "/log/", "/log/?q=parking", "/statistics", "/ask/"]
    asked = dict(_walk(browser, start))
    assert len(asked) > (5 if part else 10)
    too_many = {path: (times, about) for path, (times, about) in asked.items() if times > MOST}
    assert not too_many, "\n".join(
        f"{times} {path}\n    " + "\n    ".join(about) for path, (times, about) in too_many.items()
    )


def _walk(browser: Client, start: list[str]) -> Iterator[tuple[str, tuple[int, list[str]]]]:
    waiting, seen, kinds = list(start), set(start), Counter[str]()
    while waiting:
        path = waiting.pop(0)
        browser.get(path)
        with CaptureQueriesContext(connection) as asked:
            answer = browser.get(path)
        if answer.status_code != 200 or "text/html" not in answer["Content-Type"]:
            continue
        yield path, (len(asked), [each["sql"].replace("\n", " ")[:150] for each in asked])
        for link in _LINK.findall(answer.content.decode()):
            link = unescape(link)
            kind = _kind(link)
            if link in seen or not kind or kinds[kind] >= _OF_A_KIND:
                continue
            kinds[kind] += 1
            seen.add(link)
            waiting.append(link)


def _kind(link: str) -> str:
    path = link.partition("?")[0]
    try:
        found = resolve(path, STAFF if is_staff_path(path) else PUBLIC)
    except Resolver404:
        return ""
    return "" if "logout" in (found.url_name or "") else f"{found.view_name}?{'?' in link}"
