"""The authority's row: read once a request, and never kept from one request to the next."""

from collections.abc import Callable

import pytest
from django.test import Client

from answerable.desk.authority.actions import set_authority
from answerable.desk.authority.models import Authority, read_once, the_authority
from answerable.desk.people.models import User


def test_it_is_read_once_while_a_request_lasts(
    authority: Authority, django_assert_num_queries: Callable[..., object]
) -> None:
    with django_assert_num_queries(1), read_once():  # type: ignore[attr-defined]
        assert the_authority() is the_authority()


def test_a_change_is_seen_within_the_same_request(
    authority: Authority, administrator: User
) -> None:
    with read_once():
        assert the_authority().name == "Northmere Borough Council"
        set_authority(by=administrator, name="Southmere Borough Council")
        assert the_authority().name == "Southmere Borough Council"


def test_a_change_is_seen_by_the_next_request(authority: Authority) -> None:
    browser = Client()
    assert "Northmere" in browser.get("/log/").content.decode()
    Authority.objects.update(name="Southmere Borough Council")
    assert "Southmere" in browser.get("/log/").content.decode()


@pytest.mark.django_db
def test_outside_a_request_nothing_is_kept(authority: Authority) -> None:
    assert the_authority() is not the_authority()
