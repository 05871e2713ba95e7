"""Who is signed in, with the roles they hold today, in one question to the database."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from answerable.desk.db.at_once import rows_at_once
from answerable.desk.people.models import RoleHolding, User
from answerable.desk.today import today


class WithRoles(AuthenticationBackend):  # type: ignore[misc]
    """allauth's way of signing in; a request that follows reads the person and roles together."""

    def get_user(self, user_id: Any) -> User | None:
        """The person of a session, if they may still sign in."""
        people, holdings = rows_at_once(
            [
                User.objects.filter(pk=user_id),
                RoleHolding.objects.on(today()).filter(user_id=user_id),
            ]
        )
        for person in people:
            if self.user_can_authenticate(person):
                person.role_ids = frozenset(each.role for each in holdings)
                return person  # type: ignore[no-any-return]
        return None
