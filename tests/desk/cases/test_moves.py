"""The life of a case: what the table allows and nothing else, for every role and every state."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from answerable.desk.cases.actions import StaleError, move
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import TRANSITIONS, State, Transition, problems
from answerable.desk.events.models import Event
from answerable.desk.people.models import User
from answerable.desk.people.roles import Role, roles
from answerable.model import UnusableInputError

MOVES = sorted(TRANSITIONS.values(), key=lambda move: move.name)


def test_the_table_has_no_state_that_traps_a_case_or_that_nothing_reaches() -> None:
    assert problems() == []


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
@pytest.mark.parametrize("step", MOVES, ids=lambda step: step.name)
def test_each_role_makes_the_moves_it_may_and_no_other(
    step: Transition, role: Role, case: Case, person: Callable[..., User]
) -> None:
    by = person(role.id, name=f"{role.id}_too")
    for state in State:
        Case.objects.filter(pk=case.pk).update(state=state)
        fresh = Case.objects.get(pk=case.pk)
        events = Event.objects.count()
        if step.permission is not None and step.permission not in role.may:
            with pytest.raises(PermissionDenied):
                move(fresh, step.name, by=by)
        elif state not in step.sources:
            with pytest.raises(UnusableInputError):
                move(fresh, step.name, by=by)
        else:
            move(fresh, step.name, by=by)
            fresh.refresh_from_db()
            assert fresh.where is step.target
            assert Event.objects.count() == events + 1
            continue
        fresh.refresh_from_db()
        assert fresh.where is state
        assert Event.objects.count() == events


@pytest.mark.parametrize(
    "step", [step for step in MOVES if step.permission], ids=lambda step: step.name
)
def test_a_move_of_people_is_not_made_by_nobody(step: Transition, case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(state=min(step.sources))
    case.refresh_from_db()
    with pytest.raises(PermissionDenied):
        move(case, step.name, by=None)


def test_of_two_who_decide_at_once_the_second_is_told(case: Case, officer: User) -> None:
    first, second = Case.objects.get(pk=case.pk), Case.objects.get(pk=case.pk)
    move(first, "triage", by=officer)
    with pytest.raises(StaleError, match="Somebody changed"):
        move(second, "withdraw", by=officer)
    case.refresh_from_db()
    assert case.where is State.OPEN
