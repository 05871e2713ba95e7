"""Published answers that may already have it: on a page of their own, and while typing."""

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from answerable.desk.ask.drafts import forget, form_key
from answerable.desk.ask.models import Draft, Tally
from answerable.desk.ask.views.steps import step
from answerable.desk.log.entries import public
from answerable.desk.log.similar import suggest
from answerable.desk.today import today


@step
def published(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Answers like the request. If there are none, nobody is held up by an empty page."""
    if request.method == "POST":
        if request.POST.get("enough"):
            _count("satisfied")
            return forget(request, redirect("ask-enough"))
        return redirect("ask-how")
    found = suggest(draft.answers["text"])
    if not found:
        return redirect("ask-how")
    _count("shown")
    context = {"found": found, "form_key": form_key(request)}
    return render(request, "ask/published.html", context)


@step
def opened(request: HttpRequest, draft: Draft) -> HttpResponse:
    """On to an answer, counted."""
    entry = get_object_or_404(public(), public_id=request.GET.get("entry", ""))
    _count("opened")
    return redirect("log-entry", entry.public_id)


@csrf_exempt  # reads only; by POST so that what is typed stands in no address and no server log
@require_POST
def while_typing(request: HttpRequest) -> HttpResponse:
    """The same as a piece of a page, for whoever has JavaScript. Writes nothing."""
    found = suggest(request.POST.get("text", "")[:5_000])
    return render(request, "ask/suggestions.html", {"found": found, "opened": False})


@require_safe
def enough(request: HttpRequest) -> HttpResponse:
    """The end, for those who found it published."""
    return render(request, "ask/enough.html")


def _count(what: str) -> None:
    tally, _ = Tally.objects.get_or_create(day=today())
    Tally.objects.filter(pk=tally.pk).update(**{what: F(what) + 1})
