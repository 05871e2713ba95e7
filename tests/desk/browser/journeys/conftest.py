"""The people of the journeys: each has a browser of their own, with or without scripts."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page
from tests.desk.browser.journeys.walking import Walker

from answerable.desk.ask import guard
from answerable.desk.people.models import User

Walks = Callable[..., Walker]


@pytest.fixture(params=[True, False], ids=["scripted", "scriptless"])
def script(request: pytest.FixtureRequest) -> bool:
    """Whether the browsers run scripts."""
    return bool(request.param)


@pytest.fixture(scope="session")
def seen_scriptless() -> set[str]:
    """The kinds of page that axe saw without scripts, which takes a second visit to each."""
    return set()


@pytest.fixture
def walks(
    visit: Callable[..., Page],
    clean: Callable[[Page], None],
    script: bool,
    seen_scriptless: set[str],
) -> Callable[..., Walker]:
    """Somebody opens the site: ``walks(officer)``, or ``walks(None, "/")`` for the public.

    Axe sees each kind of page once a journey with scripts, and once in all without.
    """
    seen: set[str] = set() if script else seen_scriptless

    def start(user: User | None, path: str = "/desk/") -> Walker:
        return Walker(visit(path, user=user, script=script), clean, seen)

    return start


@pytest.fixture(autouse=True)
def at_a_persons_pace(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The browser of a test types quicker than anybody."""
    monkeypatch.setattr(guard, "QUICKEST", timedelta(seconds=-1))
    yield
