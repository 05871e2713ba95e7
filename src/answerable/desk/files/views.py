"""Handing a file out: always as a download, never as a page."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from answerable.desk.files import store
from answerable.desk.files.models import Attachment
from answerable.desk.people.can import StaffRequest, needs
from answerable.desk.people.permissions import Permission
from answerable.model import UnusableInputError


@needs(Permission.READ_CASES, Permission.ANSWER_TASKS)
def download(request: StaffRequest, public_id: str) -> HttpResponse:
    """The bytes of a file that this person may see."""
    file = get_object_or_404(Attachment.objects.visible_to(request.user), public_id=public_id)
    try:
        content = store.as_kept(file.stored_as, file.sha256)
    except FileNotFoundError:
        raise UnusableInputError(
            f"{file.name} is gone from the store, or is not the file that came in. "
            "Tell an administrator; a backup has it."
        ) from None
    return as_download(request, name=file.name, content=content)


def as_download(_: HttpRequest, *, name: str, content: bytes) -> HttpResponse:
    """Bytes that a browser saves and never runs."""
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
