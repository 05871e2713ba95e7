"""Welsh: the same public pages under /cy/, where the authority speaks Welsh.

The language follows from the address alone, never from the browser, so that a page is the same
for everybody and a link keeps its language.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import get_script_prefix, set_script_prefix
from django.utils import translation

from answerable.desk.authority.models import the_authority
from answerable.desk.sites import on_staff_site, public_url

PREFIX = "/cy"
Answer = Callable[[HttpRequest], HttpResponseBase]


def choose_language(get_response: Answer) -> Answer:
    """Serve /cy/... as the page without /cy, in Welsh; links made on it keep /cy."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if on_staff_site(request):
            return get_response(request)
        welsh = request.path_info.startswith(f"{PREFIX}/") and the_authority().welsh
        before = get_script_prefix()
        if welsh:
            request.path_info = request.path_info.removeprefix(PREFIX)
            set_script_prefix(f"{before.rstrip('/')}{PREFIX}/")
        language = "cy" if welsh else settings.LANGUAGE_CODE
        try:
            with translation.override(language):
                request.LANGUAGE_CODE = language
                response = get_response(request)
        finally:
            set_script_prefix(before)
        response.headers["Content-Language"] = "cy" if welsh else "en-GB"
        return response

    return middleware


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Texts and links as they are in ``language``, for mail made outside a page."""
    before = get_script_prefix()
    root = before.removesuffix(f"{PREFIX}/").rstrip("/")
    welsh = language == "cy"
    set_script_prefix(f"{root}{PREFIX if welsh else ''}/")
    try:
        with translation.override("cy" if welsh else settings.LANGUAGE_CODE):
            yield
    finally:
        set_script_prefix(before)


def full_address(name: str, *args: object) -> str:
    """The whole address of a public page, in the language that is being spoken."""
    return str(settings.ADDRESS) + public_url(name, *args)
