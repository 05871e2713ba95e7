"""The page on which a file is marked."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from answerable.desk.decide.models import Decision
from answerable.desk.files import store
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.letters.actions.write import BEING_WRITTEN
from answerable.desk.letters.gate import HAS_PAGES
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.redact import actions
from answerable.desk.redact.actions.marks import WENT
from answerable.desk.redact.forms import MarkForm
from answerable.desk.redact.marks import digest
from answerable.desk.redact.models import AUDIENCES, Mark, RedactedCopy
from answerable.desk.redact.provisions import groups
from answerable.desk.redact.views.drawn import numbered, page_asked, sheet
from answerable.model import UnusableInputError


def file_to_mark(request: StaffRequest, public_id: str) -> Attachment:
    """The file, or 404: another kind, another purpose, or a case where nothing may go along."""
    seen = Attachment.objects.visible_to(request.user).filter(
        purpose=Purpose.RELEASE, case__ncnd_class__isnull=True
    )
    file = get_object_or_404(seen.select_related("case", "release"), public_id=public_id)
    if file.report.get("format") not in HAS_PAGES:
        raise Http404
    return file


def may_mark(person: User, file: Attachment) -> bool:
    """Whether the page offers to mark the file and to make copies of it."""
    now = file.case.where in BEING_WRITTEN or file.case.where in WENT
    return can(person, Permission.WRITE_LETTERS) and now


def address(file: Attachment, page: int) -> str:
    """The page of the site on which a page of the file is marked."""
    return f"{reverse('redact', args=[file.public_id])}?page={page}"


@needs(Permission.READ_CASES)
def marks(request: StaffRequest, public_id: str) -> HttpResponse:
    """A page of the file with its marks, a form for the next one, and the copies made so far."""
    file = file_to_mark(request, public_id)
    decisions = Decision.objects.visible_to(request.user).standing().filter(case=file.case)
    choosable = groups(file.case.law, decisions)
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
    every = list(Mark.objects.visible_to(request.user).filter(file=file))
    copies = list(
        RedactedCopy.objects.visible_to(request.user)
        .filter(file=file)
        .select_related("copy__release")
    )
    newest = {copy.audience: copy for copy in copies}
    drawn = sheet(store.as_kept(file.stored_as, file.sha256), file.name, page)
    writes = may_mark(request.user, file)
    context = {
        "file": file,
        "case": file.case,
        "form": form,
        "sheet": drawn,
        "unit": "points" if file.report["format"] == "pdf" else "dots",
        "pdf": file.report["format"] == "pdf",
        "marks": list(enumerate(every, 1)),
        "here": numbered(every, drawn.number),
        "writes": writes,
        "only_log": file.case.where in WENT,
        "audiences": AUDIENCES,
        "copies": list(newest.values()),
        "stale": any(copy.marks_sha256 != digest(every) for copy in newest.values()),
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
