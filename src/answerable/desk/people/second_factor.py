"""Staff must have a second factor: until it is set up, every page leads to setting it up.

Whoever came by the authority's own identity provider has what that provider asks for.
"""

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from answerable.desk.people.models import User

Answer = Callable[[HttpRequest], HttpResponseBase]


def ask_for_second_factor(get_response: Answer) -> Answer:
    """Send somebody who signed in with a password alone to the page that adds a second factor."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if settings.SECOND_FACTOR and _lacks_it(request):
            return redirect("mfa_index")
        return get_response(request)

    return middleware


def _lacks_it(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return (
        isinstance(user, User)
        and not request.path_info.startswith("/desk/accounts/")
        and not is_mfa_enabled(user)
        and not _came_by_provider(request, user)
    )


def _came_by_provider(request: HttpRequest, user: User) -> bool:
    records = get_authentication_records(request, user)
    return any(each["method"] == "socialaccount" for each in records)
