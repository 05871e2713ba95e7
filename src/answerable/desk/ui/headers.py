"""Headers that keep a page safe: nothing from elsewhere, nothing in a frame, nothing stored."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from answerable.desk.sites import on_staff_site

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; manifest-src 'self'"
)
Answer = Callable[[HttpRequest], HttpResponseBase]


def safe_headers(get_response: Answer) -> Answer:
    """Add the headers, unless a view set a stricter policy of its own."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("X-Frame-Options", "DENY")
        if on_staff_site(request):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware
