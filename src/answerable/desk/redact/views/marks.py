"""The page on which a file is marked."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.decide.models import Decision
from answerable.desk.files import store
from answerable.desk.files.models import Attachment
from answerable.desk.letters.gate import HAS_PLACES
from answerable.desk.people.can import StaffRequest, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.redact import actions
from answerable.desk.redact.actions.marks import WENT
from answerable.desk.redact.forms import MarkForm
from answerable.desk.redact.models import Mark
from answerable.desk.redact.provisions import groups
from answerable.desk.redact.views.common import address, file_to_mark, marks_and_copies
from answerable.desk.redact.views.drawn import numbered, page_asked, sheet
from answerable.desk.redact.views.places import places
from answerable.model import UnusableInputError


@needs(Permission.READ_CASES)
def marks(request: StaffRequest, public_id: str) -> HttpResponse:
    """A page of the file with its marks, a form for the next one, and the copies made so far."""
    file = file_to_mark(request, public_id)
    decisions = Decision.objects.visible_to(request.user).standing().filter(case=file.case)
    choosable = groups(file.case.law, decisions)
    if file.report["format"] in HAS_PLACES:
        return places(request, file, choosable)
    page = page_asked(request.GET.get("page", "1"))
    only_log = file.case.where in WENT
    first = {"page": page, "whom": "log" if only_log else "both"}
    form = MarkForm(groups=choosable, only_log=only_log, initial=first)
    if request.method == "POST":
        form = MarkForm(request.POST, groups=choosable, only_log=only_log)
        if form.is_valid():
            said = form.cleaned_data
            try:
                mark = actions.add_mark(
                    file,
                    by=request.user,
                    provision=said["provision"],
                    whom=said["whom"],
                    area=form.area,
                    words=said["words"],
                )
            except UnusableInputError as problem:
                form.add_error(None, str(problem))
            else:
                messages.success(request, f"Marked: {mark.where}.")
                return redirect(address(file, said["page"]))
        page = page_asked(request.POST.get("page", "1"))
    return _page(request, file, form, page)


def _page(request: StaffRequest, file: Attachment, form: MarkForm, page: int) -> HttpResponse:
    context = marks_and_copies(request, file)
    drawn = sheet(store.as_kept(file.stored_as, file.sha256), file.name, page)
    context |= {
        "form": form,
        "sheet": drawn,
        "number": drawn.number,
        "unit": "points" if file.report["format"] == "pdf" else "dots",
        "pdf": file.report["format"] == "pdf",
        "here": numbered([mark for _, mark in context["marks"]], drawn.number),
    }
    return render(request, "redact/marks.html", context, status=422 if form.errors else 200)


@require_POST
@needs(Permission.WRITE_LETTERS)
def remove(request: StaffRequest, public_id: str) -> HttpResponse:
    """Take a mark back."""
    every = Mark.objects.visible_to(request.user).select_related("file__case")
    mark = get_object_or_404(every, public_id=public_id)
    file, page = mark.file, mark.page or page_asked(request.POST.get("page", "1"))
    try:
        actions.remove_mark(mark, by=request.user)
        messages.success(request, "The mark is taken back.")
    except UnusableInputError as problem:
        messages.error(request, str(problem))
    return redirect(address(file, page))
