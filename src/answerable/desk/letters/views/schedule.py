"""What was withheld from a file, as a table to send with it or to keep."""

import csv
import io

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.files.views import as_download
from answerable.desk.letters.views.letter import SIGNED_IN
from answerable.desk.log.export import safe_cell
from answerable.desk.people.can import StaffRequest, needs

_HEAD = ("Where", "Withheld under", "Passages")


@needs(*SIGNED_IN)
def schedule(request: StaffRequest, public_id: str) -> HttpResponse:
    """The schedule of a redacted copy as CSV; 404 for a file that was not redacted."""
    seen = Attachment.objects.visible_to(request.user).filter(purpose=Purpose.RELEASE)
    file = get_object_or_404(seen.select_related("release"), public_id=public_id)
    release = getattr(file, "release", None)
    if release is None or not release.schedule:
        raise Http404
    box = io.StringIO()
    writer = csv.writer(box)
    writer.writerow(_HEAD)
    for mark in release.schedule:
        writer.writerow(safe_cell(mark[name]) for name in ("place", "provision", "count"))
    name = f"{file.name} schedule.csv"
    return as_download(request, name=name, content=b"\xef\xbb\xbf" + box.getvalue().encode())
