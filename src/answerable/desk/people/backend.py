"""Who is signed in, with the roles they hold today, in one question to the database.

Every page for staff shows the authority, too, so its row comes along.
"""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from answerable.desk.authority.models import Authority, is_read
from answerable.desk.db.at_once import rows_at_once
from answerable.desk.people.models import RoleHolding, User
from answerable.desk.today import today


class WithRoles(AuthenticationBackend):  # type: ignore[misc]
    """allauth's way of signing in; a request that follows reads the person and roles together."""

    def get_user(self, user_id: Any) -> User | None:
        """The person of a session, if they may still sign in."""
        people, holdings, authorities = rows_at_once(
            [
                User.objects.filter(pk=user_id),
                RoleHolding.objects.on(today()).filter(user_id=user_id),
                Authority.objects.all(),
            ]
        )
        for authority in authorities[:1]:
            is_read(authority)
        for person in people:
            if self.user_can_authenticate(person):
                person.role_ids = frozenset(each.role for each in holdings)
                return person  # type: ignore[no-any-return]
        return None
