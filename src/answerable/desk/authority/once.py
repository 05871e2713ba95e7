"""The authority is asked for by the frame of a page, its style and its views: one reading does."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from answerable.desk.authority.models import read_once

Answer = Callable[[HttpRequest], HttpResponseBase]


def once_a_request(get_response: Answer) -> Answer:
    """Read the authority at most once while a request is answered, and never keep it longer."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        with read_once():
            return get_response(request)

    return middleware
