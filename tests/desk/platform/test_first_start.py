"""The first start of a real site: both the authority and its administrator, or neither."""

import pytest

from answerable.desk.authority.models import Authority
from answerable.desk.people.models import User
from answerable.desk.serve.first import WANTED, first_start, needs_first_start
from answerable.desk.serve.keys import refuse_weak_key
from answerable.model import UnusableInputError

pytestmark = pytest.mark.django_db
GIVEN = {
    "ANSWERABLE_AUTHORITY_NAME": "Tarnbrook Borough Council",
    "ANSWERABLE_AUTHORITY_EMAIL": "foi@tarnbrook.example",
    "ANSWERABLE_ADMIN_NAME": "Ada Rowe",
    "ANSWERABLE_ADMIN_EMAIL": "ada@tarnbrook.example",
    "ANSWERABLE_ADMIN_PASSWORD": "seven green bottles",
}


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in GIVEN.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_the_environment_can_answer_everything(given: pytest.MonkeyPatch) -> None:
    assert needs_first_start()
    first_start(None)
    assert not needs_first_start()
    assert Authority.objects.get().name == "Tarnbrook Borough Council"
    assert User.objects.get().role_ids == {"administrator"}


def test_a_person_is_asked_only_for_what_is_missing(given: pytest.MonkeyPatch) -> None:
    given.delenv("ANSWERABLE_ADMIN_PASSWORD")
    asked: list[tuple[str, bool]] = []

    def ask(words: str, secret: bool) -> str:
        asked.append((words, secret))
        return "seven green bottles"

    first_start(ask)
    assert asked == [(WANTED[-1].words, True)]
    assert User.objects.get().check_password("seven green bottles")


def test_with_nobody_to_ask_the_missing_variables_are_named(given: pytest.MonkeyPatch) -> None:
    given.delenv("ANSWERABLE_ADMIN_EMAIL")
    with pytest.raises(UnusableInputError, match="needs ANSWERABLE_ADMIN_EMAIL"):
        first_start(None)
    assert needs_first_start()


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("ANSWERABLE_ADMIN_PASSWORD", "short", "password"),
        ("ANSWERABLE_ADMIN_PASSWORD", "password1234", "password"),
        ("ANSWERABLE_ADMIN_EMAIL", "ada", "administrator's e-mail"),
        ("ANSWERABLE_AUTHORITY_EMAIL", "foi@", "authority's e-mail"),
    ],
)
def test_what_will_not_do_is_refused_and_leaves_nothing(
    given: pytest.MonkeyPatch, name: str, value: str, what: str
) -> None:
    given.setenv(name, value)
    with pytest.raises(UnusableInputError, match=what):
        first_start(None)
    assert not Authority.objects.exists()
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "key",
    ["a" * 50, "abcabcabc" * 6, "django-insecure-9f8e7d6c5b4a39281706f5e4d3c2b1a0", "changeme" * 8],
)
def test_a_key_that_can_be_guessed_is_refused(key: str) -> None:
    with pytest.raises(UnusableInputError, match="guessed"):
        refuse_weak_key(key)


def test_a_key_made_at_random_is_taken() -> None:
    refuse_weak_key("Jc0XQ8mTz4bYwP2uLr9sKf6vHd1nGa7eMi3oRt5x")
