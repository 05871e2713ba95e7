"""A member of the public who walks through the pages for asking."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from answerable.desk.ask import guard
from answerable.desk.ask.actions import acknowledge_waiting
from answerable.desk.authority.models import Authority

TEXT = "How many trees were planted in Northmere parks in 2025, and what did they cost?"


@dataclass
class Asker:
    """Fills in one page after the other, as a browser without JavaScript does."""

    client: Client = field(default_factory=Client)
    prefix: str = ""
    page: Any = None

    def get(self, path: str) -> str:
        self.page = self.client.get(self.prefix + path, follow=True)
        return str(self.page.content.decode())

    def post(self, path: str, **answers: str) -> str:
        shown = self.get(path)
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', shown))
        self.page = self.client.post(self.prefix + path, {**hidden, **answers}, follow=True)
        return str(self.page.content.decode())

    def fill_in(self, text: str = TEXT, **you: str) -> str:
        self.post("/ask/what", text=text)
        self.post("/ask/how", wants_form="email")
        return self.post("/ask/you", **(you or {"name": "A. Reader", "email": "a@example.org"}))

    def send(self) -> str:
        page = self.post_to("/ask/check", "/ask/send")
        acknowledge_waiting()  # as the worker does some seconds later
        return page

    def post_to(self, shown_at: str, sent_to: str) -> str:
        shown = self.get(shown_at)
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', shown))
        self.page = self.client.post(self.prefix + sent_to, hidden, follow=True)
        return str(self.page.content.decode())

    @property
    def token(self) -> str:
        """Of the private link, from the address of the page we are on."""
        found = re.search(r"/status/([0-9a-f]{32})", self.page.request["PATH_INFO"])
        assert found
        return found[1]


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever fills in the form here takes their time."""
    monkeypatch.setattr(guard, "QUICKEST", timedelta(seconds=-1))


@pytest.fixture
def asker(authority: Authority, unhurried: None) -> Iterator[Asker]:
    yield Asker()


@pytest.fixture
def another(authority: Authority, unhurried: None) -> Callable[[], Asker]:
    return Asker
