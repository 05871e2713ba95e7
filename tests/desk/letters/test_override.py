"""A gap stops the letter until another named person lets it through, with a reason."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from tests.desk.letters.fixtures import TODAY, Decided
from tests.desk.letters.test_checking import without_balance

from answerable.desk.cases.models import Case
from answerable.desk.events.models import Event
from answerable.desk.letters.actions import override, save_letter
from answerable.desk.letters.compose import Free
from answerable.desk.letters.current import checked, problems
from answerable.desk.letters.models import LetterVersion, Override
from answerable.desk.people.actions import give_role
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import Role, roles
from answerable.model import UnusableInputError


@pytest.fixture
def gap(open_case: Case, officer: User, decided: Decided) -> LetterVersion:
    """A letter with one gap or more."""
    decided.record = without_balance()
    return save_letter(open_case, by=officer, free=Free(), dated=TODAY)


def slugs(letter: LetterVersion) -> list[str]:
    return [finding.slug for finding in checked(letter, on=TODAY).gaps]


def test_let_through_the_gap_stops_no_more(gap: LetterVersion, approver: User) -> None:
    assert problems(gap, on=TODAY)
    for slug in slugs(gap):
        override(gap, slug, "It stands in our letter of 3 March.", by=approver)
    assert problems(gap, on=TODAY) == []
    assert Event.objects.filter(kind="letters.gap_let_through").count() == len(slugs(gap))


def test_the_next_version_has_the_gap_again(
    gap: LetterVersion, approver: User, officer: User
) -> None:
    for slug in slugs(gap):
        override(gap, slug, "Agreed.", by=approver)
    second = save_letter(gap.case, by=officer, free=Free(opening="Hello."), dated=TODAY, based_on=1)
    assert problems(second, on=TODAY)


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_only_who_may_let_gaps_through_does(
    role: Role, gap: LetterVersion, person: Callable[..., User]
) -> None:
    by = person(role.id, name="zed")
    if Permission.OVERRIDE in role.may:
        assert override(gap, slugs(gap)[0], "Agreed.", by=by).by == by
    else:
        with pytest.raises(PermissionDenied):
            override(gap, slugs(gap)[0], "Agreed.", by=by)
        assert not Override.objects.exists()


def test_nobody_lets_their_own_letter_through(
    gap: LetterVersion, officer: User, administrator: User
) -> None:
    give_role(by=administrator, user=officer, role_id="approver")
    fresh = User.objects.get(pk=officer.pk)
    with pytest.raises(PermissionDenied, match="Somebody else"):
        override(gap, slugs(gap)[0], "Agreed.", by=fresh)
    assert not Override.objects.exists()


@pytest.mark.parametrize("reason", ["", "   "])
def test_without_a_reason_nothing_goes_through(
    reason: str, gap: LetterVersion, approver: User
) -> None:
    with pytest.raises(UnusableInputError, match="reason"):
        override(gap, slugs(gap)[0], reason, by=approver)


def test_what_is_no_gap_cannot_be_let_through(gap: LetterVersion, approver: User) -> None:
    with pytest.raises(UnusableInputError, match="no such gap"):
        override(gap, "s50-missing", "Agreed.", by=approver)


def test_a_gap_is_let_through_once(gap: LetterVersion, approver: User) -> None:
    override(gap, slugs(gap)[0], "Agreed.", by=approver)
    with pytest.raises(UnusableInputError, match="already"):
        override(gap, slugs(gap)[0], "Agreed again.", by=approver)
    assert Override.objects.count() == 1
