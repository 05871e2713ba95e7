"""What the gate found in the files of a case: a page to read and print, and the same as JSON."""

import json

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.dateparse import parse_datetime

from answerable.desk.cases.models import Case
from answerable.desk.files.record import record_of
from answerable.desk.files.views.download import as_download
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission


@needs(Permission.READ_CASES)
def page(request: StaffRequest, reference: str) -> HttpResponse:
    """The record of the gate, for an officer, a reviewer or the regulator."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    context = {
        "case": case,
        "record": record_of(case, request.user),
        "moment_of": parse_datetime,
        "wants_form": case.wants_form if can(request.user, Permission.READ_APPLICANT) else "",
    }
    return render(request, "files/record.html", context)


@needs(Permission.READ_CASES)
def download(request: StaffRequest, reference: str) -> HttpResponse:
    """The same as JSON."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    told = json.dumps(record_of(case, request.user), ensure_ascii=False, indent=2)
    return as_download(request, name=f"{reference} gate.json", content=told.encode())
