"""Adding people, giving and ending roles, closing a sign-in. The only place that does."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import transaction

from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import RoleHolding, ServiceArea, User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import role
from answerable.desk.today import today


@transaction.atomic
def add_person(
    *,
    by: User | None,
    email: str,
    name: str,
    post: str = "",
    password: str | None = None,
    roles: tuple[str, ...] = (),
    service_areas: tuple[ServiceArea, ...] = (),
) -> User:
    """A new person with their roles. ``by`` is None only when the program is first set up."""
    if by is not None:
        require(by, Permission.MANAGE_PEOPLE)
    user = User.objects.create_user(email, password, name=name, post=post)
    user.service_areas.set(service_areas)
    record("people.added", by=_id(by), person=user.public_id)
    for each in roles:
        _hold(user, each, by)
    return user


@transaction.atomic
def give_role(*, by: User, user: User, role_id: str) -> None:
    """Let ``user`` hold a role from today. Nobody gives themselves one."""
    require(by, Permission.MANAGE_PEOPLE)
    if by == user:
        raise PermissionDenied("Nobody can give themselves a role; ask another administrator.")
    if not user.holdings.on(today()).filter(role=role_id).exists():
        _hold(user, role_id, by)


@transaction.atomic
def end_role(*, by: User, user: User, role_id: str) -> None:
    """End a role today; it no longer holds at once."""
    require(by, Permission.MANAGE_PEOPLE)
    user.holdings.on(today()).filter(role=role_id).update(until=today() - timedelta(days=1))
    record("people.role_ended", by=by.public_id, person=user.public_id, role=role_id)


@transaction.atomic
def close_sign_in(*, by: User, user: User) -> None:
    """Somebody has left: they can no longer sign in, and are signed out at once.

    What they did and what was given to them stays on the record.
    """
    require(by, Permission.MANAGE_PEOPLE)
    User.objects.filter(pk=user.pk).update(is_active=False)
    for session in Session.objects.iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
    record("people.left", by=by.public_id, person=user.public_id)


def _hold(user: User, role_id: str, by: User | None) -> None:
    RoleHolding.objects.create(user=user, role=role(role_id).id)
    record("people.role_given", by=_id(by), person=user.public_id, role=role_id)
    for cached in ("role_ids", "may"):
        user.__dict__.pop(cached, None)


def _id(by: User | None) -> str:
    return by.public_id if by else "system"
