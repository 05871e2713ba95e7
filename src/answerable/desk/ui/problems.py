"""Pages for what went wrong: one plain sentence, what happened and what to do."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from answerable.desk.sites import on_staff_site
from answerable.model import UnusableInputError

Answer = Callable[[HttpRequest], HttpResponseBase]


class plain_problems:  # noqa: N801 - a middleware, named as the others
    """Turn an action's refusal that no form caught into a page with its one sentence."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page, with status 409: nothing was changed."""
        if isinstance(exception, UnusableInputError):
            return problem(request, 409, "This could not be done", str(exception))
        return None


def problem(request: HttpRequest, status: int, title: str, words: str) -> HttpResponse:
    """A page that says what went wrong and what to do."""
    base = "ui/staff.html" if on_staff_site(request) else "ui/public.html"
    context = {"title": title, "words": words, "base": base}
    return render(request, "ui/problem.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return problem(request, 400, "We could not read that", "Go back and try again.")


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403, on the staff site only; the public site answers as if there were nothing."""
    words = str(exception) or "Your role does not let you do this."
    return problem(request, 403, "You may not do this", words)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: the same page whether a thing is hidden or was never there."""
    return problem(
        request, 404, "Page not found", "Check the address, or start from the first page."
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500, without anything that could itself go wrong."""
    words = "Something went wrong on our side. Nothing was lost; try again in a few minutes."
    return HttpResponse(
        f"<!doctype html><html lang=en><title>Sorry</title><h1>Sorry</h1><p>{words}", status=500
    )


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that came without the check that our pages put into it."""
    return problem(
        request, 403, "This page was open too long", "Go back, load the page again and resend."
    )
