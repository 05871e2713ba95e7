"""The page on which the places of a Word document are marked."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render

from answerable.desk.files import store
from answerable.desk.files.models import Attachment
from answerable.desk.letters import gate
from answerable.desk.people.can import StaffRequest
from answerable.desk.redact import actions
from answerable.desk.redact.actions.marks import WENT
from answerable.desk.redact.forms import PlacesForm
from answerable.desk.redact.models import Mark
from answerable.desk.redact.outline import pages, parts
from answerable.desk.redact.provisions import Group
from answerable.desk.redact.views.common import address, marks_and_copies
from answerable.desk.redact.views.drawn import page_asked
from answerable.model import UnusableInputError


def places(request: StaffRequest, file: Attachment, choosable: list[Group]) -> HttpResponse:
    """The document piece by piece with its marks, a form for the next, and the copies made."""
    only_log = file.case.where in WENT
    found = actions.in_plain_sight(file)
    form = PlacesForm(
        request.POST if request.method == "POST" else None,
        groups=choosable,
        only_log=only_log,
        findings=found,
        initial={"whom": "log" if only_log else "both"},
    )
    sent = request.POST if request.method == "POST" else request.GET
    page = page_asked(sent.get("page", "1"))
    if request.method == "POST" and form.is_valid():
        try:
            made = _mark(request, file, form)
        except UnusableInputError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, f"Marked: {', '.join(one.where for one in made)}.")
            return redirect(address(file, page))
    return _page(request, file, form, page)


@transaction.atomic
def _mark(request: StaffRequest, file: Attachment, form: PlacesForm) -> list[Mark]:
    """All that was ticked and written, or nothing of it."""
    said = form.cleaned_data

    def mark(place: str = "", found: str = "", words: str = "") -> Mark:
        return actions.add_mark(
            file,
            by=request.user,
            provision=said["provision"],
            whom=said["whom"],
            place=place,
            found=found,
            words=words,
        )

    made = [mark(place) for place in form.places]
    made += [mark(place, told) for place, told in form.found]
    return [*made, mark(words=said["words"])] if said["words"] else made


def _page(request: StaffRequest, file: Attachment, form: PlacesForm, page: int) -> HttpResponse:
    context = marks_and_copies(request, file)
    every = [mark for _, mark in context["marks"]]
    try:
        shown = pages(gate.outline(file.name, store.as_kept(file.stored_as, file.sha256)))
        problem = ""
    except UnusableInputError as caught:
        shown, problem = [[]], str(caught)
    number = min(page, len(shown))
    context |= {
        "form": form,
        "ticked": form.ticked if form.is_bound else [],
        "told": form.found if form.is_bound else [],
        "findings": list(enumerate(actions.in_plain_sight(file))),
        "parts": parts(shown[number - 1], every),
        "number": number,
        "pages": len(shown),
        "problem": problem,
    }
    return render(request, "redact/places.html", context, status=422 if form.errors else 200)
