"""Published answers before asking: shown, opened, enough; counted as times, and nothing else."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from answerable.desk.ask import guard
from answerable.desk.ask.models import Tally
from answerable.desk.authority.models import Authority
from answerable.desk.cases.actions import Arrived, receive
from answerable.desk.cases.models import Case
from answerable.desk.log.index import refresh
from answerable.desk.people.models import User
from answerable.desk.publish.models import Publication

Browser = Callable[[User], Client]
ASKED = "How many gritting lorries does the depot in Quay Street run each winter?"


def publish(publisher: User, **changed: Any) -> Publication:
    case = receive(Arrived(text=ASKED, title="Gritting lorries", on=date(2026, 3, 2)), by=None)
    Case.objects.filter(pk=case.pk).update(state="closed", sent_on=date(2026, 3, 16))
    fields = {
        "reference": case.reference, "request": ASKED, "answer": "There were four.",
        "subject": "Roads", "regime": "FOIA", "outcome": "full", "state": "published",
        "answered_on": date(2026, 3, 16), "published_on": date(2026, 3, 20),
        "received_on": date(2026, 3, 2), "proposed_by": publisher,
    }  # fmt: skip
    entry = Publication.objects.create(case=case, title="Gritting lorries", **(fields | changed))
    refresh(entry)
    return entry


class Asker:
    """Fills in pages as a browser without scripts does."""

    def __init__(self) -> None:
        self.client = Client()

    def get(self, path: str) -> Any:
        return self.client.get(path)

    def post(self, path: str, **answers: str) -> Any:
        """Fill in the page at ``path`` as it is shown."""
        shown = self.client.get(path).content.decode()
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', shown))
        return self.client.post(path, hidden | answers)


@pytest.fixture
def public(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Asker:
    """Somebody who has typed, without hurry, what they want to know."""
    monkeypatch.setattr(guard, "QUICKEST", timedelta(seconds=-1))
    asker = Asker()
    asker.post("/ask/what", text=ASKED)
    return asker


def counts() -> tuple[int, int, int]:
    every = Tally.objects.values_list("shown", "opened", "satisfied")
    return tuple(map(sum, zip(*every, strict=True))) if every else (0, 0, 0)  # type: ignore[return-value]


def test_each_step_is_counted_once(public: Asker, publisher: User) -> None:
    entry = publish(publisher)
    assert "Gritting lorries" in public.get("/ask/published").content.decode()
    assert counts() == (1, 0, 0)
    opened = public.get(f"/ask/opened?entry={entry.public_id}")
    assert opened.headers["Location"].endswith(entry.public_id)
    assert counts() == (1, 1, 0)
    assert public.post("/ask/published", enough="yes").status_code == 302
    assert counts() == (2, 1, 1)  # the page was shown once more, to be filled in


def test_who_goes_on_with_the_request_is_not_counted_as_satisfied(
    public: Asker, publisher: User
) -> None:
    publish(publisher)
    assert public.post("/ask/published").headers["Location"].endswith("/ask/how")
    assert counts() == (1, 0, 0)


@pytest.mark.parametrize("changed", [{"state": "proposed"}, {"outcome": "ncnd"}])
def test_what_is_not_published_or_neither_confirms_nor_denies_is_not_shown(
    changed: dict[str, str], public: Asker, publisher: User
) -> None:
    entry = publish(publisher, **changed)
    assert public.get("/ask/published").headers["Location"].endswith("/ask/how")
    assert counts() == (0, 0, 0)
    if changed.get("state"):
        assert public.get(f"/ask/opened?entry={entry.public_id}").status_code == 404
        assert counts() == (0, 0, 0)


def test_typing_counts_nothing(public: Asker, publisher: User) -> None:
    publish(publisher)
    assert (
        "Gritting lorries"
        in public.client.post("/ask/while-typing", {"text": ASKED}).content.decode()
    )
    assert counts() == (0, 0, 0)


def test_the_counts_hold_nothing_about_anybody() -> None:
    assert {each.name for each in Tally._meta.get_fields()} == {
        "id", "day", "shown", "opened", "satisfied",
    }  # fmt: skip


def test_staff_see_them_by_month(officer: User, as_: Browser) -> None:
    assert "None was shown yet" in as_(officer).get("/desk/found-before-asking").content.decode()
    Tally.objects.create(day=date(2026, 10, 1), shown=30, opened=12, satisfied=5)
    Tally.objects.create(day=date(2026, 10, 9), shown=10, opened=1, satisfied=1)
    Tally.objects.create(day=date(2026, 11, 1), shown=1)
    page = " ".join(as_(officer).get("/desk/found-before-asking").content.decode().split())
    october = page[page.index("October 2026") :]
    assert page.index("November 2026") < page.index("October 2026")
    assert [cell in october for cell in (">40<", ">13<", ">6<")] == [True] * 3


@pytest.mark.parametrize("role", ["contributor", "administrator"])
def test_who_reads_no_statistics_does_not_see_them(
    role: str, person: Callable[..., User], as_: Browser
) -> None:
    answer = as_(person(role, name="zed")).get("/desk/found-before-asking")
    assert answer.status_code == 403
