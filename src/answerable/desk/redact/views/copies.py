"""What a copy would look like, and making it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.files.views import as_download
from answerable.desk.letters import gate
from answerable.desk.letters.gate import HAS_PLACES, VERDICTS
from answerable.desk.people.can import StaffRequest, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.redact import actions
from answerable.desk.redact.actions.copies import redacted
from answerable.desk.redact.models import AUDIENCES, Mark
from answerable.desk.redact.outline import pages, parts
from answerable.desk.redact.views.common import address, file_to_mark, may_mark
from answerable.desk.redact.views.drawn import page_asked, sheet
from answerable.model import UnusableInputError


@needs(Permission.READ_CASES)
def preview(request: StaffRequest, public_id: str, audience: str) -> HttpResponse:
    """A page of the copy that an audience would get, made and proved, and kept nowhere."""
    file = file_to_mark(request, public_id)
    if audience not in AUDIENCES:
        raise Http404
    marks = list(Mark.objects.visible_to(request.user).filter(file=file))
    writes = may_mark(request.user, file)
    context: dict[str, object] = {
        "file": file,
        "case": file.case,
        "audience": audience,
        "audiences": AUDIENCES,
        "writes": writes and bool(marks),
    }
    try:
        made, name = redacted(file, marks, audience)
        page = page_asked(request.GET.get("page", "1"))
        if file.report["format"] in HAS_PLACES:
            shown = pages(gate.outline(name, made.data))
            number = min(page, len(shown))
            context |= {"parts": parts(shown[number - 1]), "number": number, "pages": len(shown)}
        else:
            drawn = sheet(made.data, name, page)
            context |= {"sheet": drawn, "number": drawn.number}
    except UnusableInputError as problem:
        return render(request, "redact/preview.html", context | {"problem": str(problem)})
    context |= {"name": name, "made": made, "problem": ""}
    return render(request, "redact/preview.html", context)


@require_POST
@needs(Permission.WRITE_LETTERS)
def make(request: StaffRequest, public_id: str) -> HttpResponse:
    """Make the copies for the applicant and the log."""
    file = file_to_mark(request, public_id)
    try:
        made = actions.make_copies(file, by=request.user)
    except UnusableInputError as problem:
        messages.error(request, str(problem))
        return redirect(address(file, 1))
    for each in made:
        verdict = VERDICTS[each.copy.verdict]
        messages.success(request, f"{each.copy.name}, for {AUDIENCES[each.audience]}: {verdict}.")
    return redirect("release_files", file.case.reference)


@require_POST
@needs(Permission.WRITE_LETTERS)
def regulator(request: StaffRequest, public_id: str) -> HttpResponse:
    """Hand out the regulator's copy: everything, with what others do not get in frames."""
    file = file_to_mark(request, public_id)
    try:
        name, content = actions.for_regulator(file, by=request.user)
    except UnusableInputError as problem:
        messages.error(request, str(problem))
        return redirect(address(file, 1))
    return as_download(request, name=name, content=content)
