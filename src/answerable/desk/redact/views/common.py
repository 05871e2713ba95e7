"""What the pages of redacting share: the file, who may mark it, its marks and copies."""

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.letters.actions.write import BEING_WRITTEN
from answerable.desk.letters.gate import REDACTABLE
from answerable.desk.people.can import StaffRequest, can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.redact.actions.marks import WENT
from answerable.desk.redact.marks import digest
from answerable.desk.redact.models import AUDIENCES, Mark, RedactedCopy


def file_to_mark(request: StaffRequest, public_id: str) -> Attachment:
    """The file, or 404: another kind, another purpose, or a case where nothing may go along."""
    seen = Attachment.objects.visible_to(request.user).filter(
        purpose=Purpose.RELEASE, case__ncnd_class__isnull=True
    )
    file = get_object_or_404(seen.select_related("case", "release"), public_id=public_id)
    if file.report.get("format") not in REDACTABLE:
        raise Http404
    return file


def may_mark(person: User, file: Attachment) -> bool:
    """Whether the page offers to mark the file and to make copies of it."""
    now = file.case.where in BEING_WRITTEN or file.case.where in WENT
    return can(person, Permission.WRITE_LETTERS) and now


def address(file: Attachment, page: int) -> str:
    """The page of the site on which a page of the file is marked."""
    return f"{reverse('redact', args=[file.public_id])}?page={page}"


def marks_and_copies(request: StaffRequest, file: Attachment) -> dict[str, Any]:
    """What every page on which a file is marked shows of its marks and of the copies made."""
    every = list(Mark.objects.visible_to(request.user).filter(file=file))
    copies = RedactedCopy.objects.visible_to(request.user).filter(file=file)
    newest = {copy.audience: copy for copy in copies.select_related("copy__release")}
    return {
        "file": file,
        "case": file.case,
        "marks": list(enumerate(every, 1)),
        "writes": may_mark(request.user, file),
        "only_log": file.case.where in WENT,
        "audiences": AUDIENCES,
        "copies": list(newest.values()),
        "stale": any(copy.marks_sha256 != digest(every) for copy in newest.values()),
    }
