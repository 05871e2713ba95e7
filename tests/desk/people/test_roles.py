"""Who may do what, pinned: a change of roles.yaml must be meant."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from answerable.desk.people.actions import close_sign_in, end_role, give_role
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import allowed, role, roles
from answerable.desk.today import today

CHANGES = set(Permission) - {
    Permission.READ_CASES,
    Permission.READ_APPLICANT,
    Permission.READ_NCND,
    Permission.READ_EVENTS,
    Permission.READ_STATISTICS,
}


def test_every_permission_is_somebodys() -> None:
    assert allowed(role.id for role in roles()) == frozenset(Permission)


def test_the_auditor_reads_everything_and_changes_nothing() -> None:
    assert role("auditor").may == frozenset(Permission) - CHANGES


def test_a_contributor_sees_neither_cases_nor_applicants() -> None:
    assert role("contributor").may == {Permission.ANSWER_TASKS}


def test_an_administrator_reads_no_case() -> None:
    assert Permission.READ_CASES not in role("administrator").may


def test_an_officer_neither_clears_nor_approves_classes() -> None:
    assert (
        not {Permission.CLEAR, Permission.APPROVE_NCND, Permission.OVERRIDE} & role("officer").may
    )


def test_a_role_that_has_ended_allows_nothing(officer: User) -> None:
    officer.holdings.update(since=today() - timedelta(days=9), until=today() - timedelta(days=1))
    assert not User.objects.get(pk=officer.pk).may


def test_nobody_gives_themselves_a_role(administrator: User) -> None:
    with pytest.raises(PermissionDenied, match="themselves"):
        give_role(by=administrator, user=administrator, role_id="approver")


def test_an_officer_gives_no_roles(officer: User, person: Callable[..., User]) -> None:
    with pytest.raises(PermissionDenied):
        give_role(by=officer, user=person("contributor", name="ann"), role_id="approver")


def test_a_role_ends_at_once(administrator: User, officer: User) -> None:
    end_role(by=administrator, user=officer, role_id="officer")
    assert not User.objects.get(pk=officer.pk).may


def test_who_leaves_is_signed_out_with_the_next_page(
    administrator: User, officer: User, as_: Callable[[User], Client]
) -> None:
    browser = as_(officer)
    assert browser.get("/desk/work").status_code == 200
    close_sign_in(by=administrator, user=officer)
    assert browser.get("/desk/work").status_code == 302
