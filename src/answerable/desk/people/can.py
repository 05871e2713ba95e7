"""May this person do this? One question, asked everywhere in the same words."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.sites import staff_url

P = ParamSpec("P")


class StaffRequest(HttpRequest):
    """A request of somebody signed in, for the types of views behind ``needs``."""

    user: User


def can(actor: Any, *permissions: Permission) -> bool:
    """Whether ``actor`` is an active person who may do at least one of ``permissions``."""
    return isinstance(actor, User) and any(each in actor.may for each in permissions)


def require(actor: Any, *permissions: Permission) -> User:
    """``actor``, if they may.

    Raises:
        PermissionDenied: they may do none of ``permissions``.
    """
    if not can(actor, *permissions):
        wanted = " or ".join(permissions)
        raise PermissionDenied(f"Your role does not let you {wanted}.")
    return actor  # type: ignore[no-any-return]


def needs(
    *permissions: Permission,
) -> Callable[
    [Callable[Concatenate[StaffRequest, P], HttpResponse]],
    Callable[Concatenate[HttpRequest, P], HttpResponse],
]:
    """A view for people who are signed in and may do at least one of ``permissions``."""

    def decorate(
        view: Callable[Concatenate[StaffRequest, P], HttpResponse],
    ) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
        def wrapped(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), staff_url("account_login"))
            require(request.user, *permissions)
            return view(cast("StaffRequest", request), *args, **kwargs)

        return update_wrapper(wrapped, view)  # type: ignore[return-value]

    return decorate
