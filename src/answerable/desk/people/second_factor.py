"""Staff must have a second factor: until it is set up, every page leads to setting it up."""

from collections.abc import Callable

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
    )
