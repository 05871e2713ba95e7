"""Tokens, and a caller that sends them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.desk.api.actions import make_token
from answerable.desk.people.models import User

Call = Callable[..., Any]


@pytest.fixture
def call(administrator: User) -> Call:
    """``call(officer, "read:cases").get("/api/v1/cases")``"""

    def client(person: User, *scopes: str) -> Client:
        _, secret = make_token(by=administrator, person=person, name="Test", scopes=scopes)
        return Client(headers={"authorization": f"Bearer {secret}"})

    return client
