"""Who calls: the token of the Authorization header, and what it may be used for."""

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja.security import HttpBearer

from answerable.desk.api.actions import digest
from answerable.desk.api.models import ApiToken
from answerable.desk.api.scopes import NEEDS
from answerable.desk.people.models import User
from answerable.desk.today import today


class ApiRequest(HttpRequest):
    """A request with a token, for the types of operations."""

    auth: ApiToken


class Token(HttpBearer):
    """``Authorization: Bearer answerable_...``"""

    openapi_description = "A token that an administrator made at /desk/api"

    def authenticate(self, request: HttpRequest, token: str) -> ApiToken | None:
        """The token's row if it is good today."""
        found = (
            ApiToken.objects.good_on(today())
            .filter(digest=digest(token))
            .select_related("person")
            .first()
        )
        if found and found.last_used_on != today():  # once a day: reading takes no write lock
            ApiToken.objects.filter(pk=found.pk).update(last_used_on=today())
        return found


def person(request: HttpRequest, scope: str) -> User:
    """The person that the token acts as.

    Raises:
        PermissionDenied: the token lacks the scope, or the person may no longer do it.
    """
    if not has(request, scope):
        raise PermissionDenied(f"This needs a token with the scope {scope}.")
    return cast("ApiRequest", request).auth.person


def has(request: HttpRequest, scope: str) -> bool:
    """Whether the token has the scope and its person may do what it stands for."""
    token = cast("ApiRequest", request).auth
    needed = NEEDS[scope]
    return scope in token.scopes and (needed is None or needed in token.person.may)
