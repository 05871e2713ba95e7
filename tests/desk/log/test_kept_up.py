"""The words of the log are kept up by publishing, withdrawing and the worker; the made-up log."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from tests.desk.log.conftest import Publish

from answerable.desk.cases.actions import receive
from answerable.desk.cases.models import Case
from answerable.desk.jobs import jobs
from answerable.desk.log import index
from answerable.desk.log.demo import arrivals, publish_some
from answerable.desk.log.index import refresh_stale
from answerable.desk.log.models import EntryWord
from answerable.desk.people.models import User
from answerable.desk.publish import actions
from answerable.desk.publish.models import Publication


def found(words: str) -> bool:
    return "Nothing was found" not in Client().get(f"/log/?q={words}").content.decode()


def test_an_entry_is_found_from_the_moment_it_is_published_until_it_is_withdrawn(
    publish: Publish, officer: User, publisher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whether an answer went is the business of publishing and tested there.
    monkeypatch.setattr(actions, "why_not", lambda _: "")
    entry = publish("Zebra crossings", state="proposed", published_on=None, proposed_by=officer)
    entry = Publication.objects.get()
    assert not found("zebra")
    actions.publish(entry, by=publisher)
    assert found("zebra")
    actions.withdraw(entry, by=publisher, because="The figures were wrong.")
    assert not found("zebra")
    assert not EntryWord.objects.exists()


def test_the_worker_knows_what_the_public_side_does_by_itself(authority: object) -> None:
    names = {job.name: job for job in jobs()}
    for name in (
        "take in what is in line",
        "delete old drafts",
        "read published entries for search",
        "make the figures of closed quarters",
    ):
        names[name].run()
        names[name].run()


def test_the_made_up_log_is_published_from_its_own_requests(
    person: Callable[..., User],
) -> None:
    cases = [receive(each, by=None) for each in arrivals(date(2026, 11, 20))]
    entries = publish_some(cases, person("publisher", name="pat"))
    assert len(entries) == len(cases) >= 25
    assert found("parking contractors")
    assert {entry.subject for entry in entries} >= {"Housing", "Environment and waste"}
    assert len({entry.published_on.year for entry in entries if entry.published_on}) >= 2


def test_cases_of_others_are_not_in_the_made_up_log(case: Case, publisher: User) -> None:
    case.title = "Something else"
    assert publish_some([case], publisher) == []


def test_the_worker_looks_through_the_log_only_when_something_public_changed(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = publish("Zebra crossings")
    looked: list[int] = []

    def look() -> int:
        looked.append(refresh_stale())
        return looked[-1]

    monkeypatch.setattr(index, "refresh_stale", look)
    monkeypatch.setattr(index, "_clean", None)
    assert index.refresh_changed() == 0
    assert index.refresh_changed() == 0
    assert looked == [0]
    Publication.objects.filter(pk=entry.pk).update(answer="Pelican crossings.", version=2)
    assert index.refresh_changed() == 1
    assert found("pelican")
    assert index.refresh_changed() == 0  # what was read is looked at once more
    assert index.refresh_changed() == 0
    assert looked == [0, 1, 0]
    monkeypatch.setattr(index, "_LOOK_ANYWAY", 0.0)
    assert index.refresh_changed() == 0
    assert len(looked) == 4
