"""Asking, one thing a page. Each page keeps its answer and leads to the next."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from answerable.desk.ask.drafts import came_from_our_page, draft_of, form_key, save
from answerable.desk.ask.forms import FORMS, How, Language, What, You
from answerable.desk.ask.guard import began
from answerable.desk.ask.models import Draft
from answerable.desk.ask.validity import validity
from answerable.desk.authority.models import the_authority
from answerable.desk.cases.actions import seems_environmental

Step = Callable[[HttpRequest, Draft], HttpResponse]


def step(view: Step) -> Callable[[HttpRequest], HttpResponse]:
    """A page that needs what was typed before, and a form of ours when one is sent.

    The check of the form takes the place of Django's, so that asking needs one cookie, not two.
    """

    def wrapped(request: HttpRequest) -> HttpResponse:
        draft = draft_of(request)
        if draft is None or (request.method == "POST" and not came_from_our_page(request)):
            return redirect("ask-what")
        return view(request, draft)

    update_wrapper(wrapped, view)
    return csrf_exempt(never_cache(require_http_methods(["GET", "HEAD", "POST"])(wrapped)))


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What asking is, and what it needs."""
    return render(request, "ask/start.html", {"periods": the_authority().regime})


@csrf_exempt  # it makes a draft and nothing else; there is nothing to forge yet
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def what(request: HttpRequest) -> HttpResponse:
    """What somebody wants to know."""
    draft = draft_of(request)
    form = What(request.POST or None, initial={"text": draft.answers.get("text")} if draft else {})
    if request.method == "POST" and draft and not came_from_our_page(request):
        # An old page of this browser, or another site: show what is kept, change nothing.
        return redirect("ask-what")
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        typed = {"text": text, "environmental": seems_environmental(text)}
        return save(request, redirect("ask-published"), typed)
    return _page(request, "ask/what.html", form, began=began())


@step
def how(request: HttpRequest, draft: Draft) -> HttpResponse:
    """How they want the answer."""
    form = How(request.POST or None, initial=draft.answers)
    if form.is_valid():
        return save(request, _next(draft, "ask-you"), form.cleaned_data)
    return _page(request, "ask/how.html", form)


@step
def you(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Who they are and where to answer to."""
    form = You(request.POST or None, initial=draft.answers)
    authority = the_authority()
    if form.is_valid():
        after = "ask-language" if authority.welsh else "ask-check"
        return save(request, _next(draft, after), form.cleaned_data)
    return _page(
        request,
        "ask/you.html",
        form,
        act=authority.regime,
        rule=validity(authority.regime),
        regulations=authority.environmental_regime,
        environmental_rule=validity(authority.environmental_regime),
        seems_environmental=draft.answers.get("environmental", False),
    )


@step
def language(request: HttpRequest, draft: Draft) -> HttpResponse:
    """English or Welsh, where the authority speaks Welsh."""
    if not the_authority().welsh:
        return redirect("ask-check")
    here = "cy" if getattr(request, "LANGUAGE_CODE", "") == "cy" else "en"
    form = Language(request.POST or None, initial={"language": here, **draft.answers})
    if form.is_valid():
        return save(request, redirect("ask-check"), form.cleaned_data)
    return _page(request, "ask/language.html", form)


@step
def check(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Everything before it is sent."""
    answers = draft.answers
    if missing := first_missing(answers):
        return redirect(missing)
    context = {
        "answers": answers,
        "wants_form": FORMS.get(answers["wants_form"], ""),
        "form_key": form_key(request),
    }
    return render(request, "ask/check.html", context)


def first_missing(answers: dict[str, Any]) -> str:
    """The page whose answer is still wanted, empty if none is."""
    if "wants_form" not in answers:
        return "ask-how"
    if "email" not in answers:
        return "ask-you"
    if the_authority().welsh and "language" not in answers:
        return "ask-language"
    return ""


def _next(draft: Draft, page: str) -> HttpResponse:
    """The page after this one; back to the check if everything else is there already."""
    done = "wants_form" in draft.answers and "email" in draft.answers
    return redirect("ask-check" if done else page)


def _page(request: HttpRequest, name: str, form: forms.Form, **context: object) -> HttpResponse:
    context = {"form": form, "form_key": form_key(request), **context}
    return render(request, name, context)
