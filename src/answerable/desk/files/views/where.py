"""Where in a file the things are that the gate found: its tabs, or its pages drawn small."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from markupsafe import Markup

from answerable.desk.files import store
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.people.can import StaffRequest, needs
from answerable.desk.people.permissions import Permission
from answerable.gate.opening import finding_of
from answerable.gate.pictures import where_of
from answerable.gate.report import FileReport
from answerable.gate.report_page import drawings
from answerable.model import Severity


@needs(Permission.READ_CASES)
def page(request: StaffRequest, public_id: str) -> HttpResponse:
    """A file that is to go with an answer: its findings, and a picture of where they are."""
    seen = Attachment.objects.visible_to(request.user).filter(
        purpose=Purpose.RELEASE, case__ncnd_class__isnull=True
    )
    file = get_object_or_404(seen.select_related("case"), public_id=public_id)
    if file.verdict not in ("pass", "hold"):
        raise Http404
    findings = tuple(finding_of(one) for one in file.report.get("findings", ()))
    report = FileReport(file.name, file.report.get("format", ""), file.verdict, findings)
    where = where_of(store.as_kept(file.stored_as, file.sha256), file.name)
    drawn = Markup(drawings(report, where, "1"))  # noqa: S704  (made by us, its texts escaped)
    told = [one for one in findings if one.severity >= Severity.MEDIUM]
    context = {"file": file, "case": file.case, "drawn": drawn, "told": told}
    return render(request, "files/where.html", context)
