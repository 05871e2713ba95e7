"""Two sites from one program: the public one, and the staff one under /desk/ (and the API).

Each has its own addresses and cookies. The public site has no session, so it can neither know who
is signed in nor leak it. ``ANSWERABLE_SITE`` runs only one of them in a process.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.urls import reverse, set_urlconf

PUBLIC = "answerable.desk.urls_public"
STAFF = "answerable.desk.urls_staff"
_STAFF_PATHS = ("/desk/", "/api/")
_SHARED_PATHS = ("/brand.css",)  # the style of both
Answer = Callable[[HttpRequest], HttpResponseBase]


def is_staff_path(path: str) -> bool:
    """Whether an address belongs to the staff site."""
    return path.startswith(_STAFF_PATHS) or path == "/desk"


def on_staff_site(request: HttpRequest) -> bool:
    """Whether the request is for the staff site, as ``choose_site`` decided."""
    return getattr(request, "urlconf", PUBLIC) == STAFF


def choose_site(get_response: Answer) -> Answer:
    """Give the request the addresses of its site; none, if this process runs the other one."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        staff = is_staff_path(request.path_info)
        shared = request.path_info in _SHARED_PATHS
        if settings.SITE not in ("both", "staff" if staff else "public") and not shared:
            return HttpResponse("Not found", status=404, content_type="text/plain")
        request.urlconf = STAFF if staff else PUBLIC
        set_urlconf(request.urlconf)  # for what runs before the view
        return get_response(request)

    return middleware


class StaffSessions(SessionMiddleware):
    """Sessions on the staff site only."""

    def __call__(self, request: HttpRequest) -> Any:
        return super().__call__(request) if on_staff_site(request) else self.get_response(request)


class StaffLocale(LocaleMiddleware):
    """The browser's language, on the staff site only: the public site's follows from the address."""

    def __call__(self, request: HttpRequest) -> Any:
        return super().__call__(request) if on_staff_site(request) else self.get_response(request)


class StaffAuthentication(AuthenticationMiddleware):
    """Who is signed in, on the staff site only."""

    def __call__(self, request: HttpRequest) -> Any:
        return super().__call__(request) if on_staff_site(request) else self.get_response(request)


class StaffMessages(MessageMiddleware):
    """One-time messages, on the staff site only."""

    def __call__(self, request: HttpRequest) -> Any:
        return super().__call__(request) if on_staff_site(request) else self.get_response(request)


def staff_url(name: str, *args: object) -> str:
    """The address of a staff page, also where no staff request is at hand: mail, tests, jobs."""
    return reverse(name, urlconf=STAFF, args=args)


def public_url(name: str, *args: object) -> str:
    """The address of a public page, also from the staff site."""
    return reverse(name, urlconf=PUBLIC, args=args)
