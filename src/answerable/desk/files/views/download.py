"""Handing a file out: always as a download, never as a page, and after the gate has looked."""

from urllib.parse import quote

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.events.record import record
from answerable.desk.files import store
from answerable.desk.files.inspection import inspect
from answerable.desk.files.models import Attachment
from answerable.desk.people.can import StaffRequest, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.sites import staff_url
from answerable.model import UnusableInputError

OPENED_BY = (Permission.READ_CASES, Permission.ANSWER_TASKS)


@needs(*OPENED_BY)
def download(request: StaffRequest, public_id: str) -> HttpResponse:
    """The bytes of a file; or, where it waits or is dangerous, a page that says so instead."""
    file = _file(request, public_id)
    if file.waits:
        return render(request, "files/waits.html", {"file": file})
    if file.dangers:
        action = staff_url("file_open", file.public_id)
        context = {"file": file, "action": action, "recorded": True}
        return render(request, "files/danger.html", context)
    return as_download(request, name=file.name, content=_as_kept(file))


@require_POST
@needs(*OPENED_BY)
def look(request: StaffRequest, public_id: str) -> HttpResponse:
    """Let the gate look at once instead of in its turn."""
    file = _file(request, public_id)
    try:
        inspect(file)
    except FileNotFoundError:
        raise _gone(file) from None
    messages.success(request, f"{file.name} was looked into.")
    return render(request, "files/looked.html", {"file": file})


@require_POST
@needs(*OPENED_BY)
def open_all_the_same(request: StaffRequest, public_id: str) -> HttpResponse:
    """The bytes of a file whose dangers were shown on the page before."""
    file = _file(request, public_id)
    if file.waits:
        return redirect("file", public_id)
    content = _as_kept(file)
    with transaction.atomic():
        record(
            "files.opened",
            by=request.user.public_id,
            case=file.case.reference,
            file=file.public_id,
        )
    return as_download(request, name=file.name, content=content)


def as_download(_: HttpRequest, *, name: str, content: bytes) -> HttpResponse:
    """Bytes that a browser saves and never runs."""
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _file(request: StaffRequest, public_id: str) -> Attachment:
    seen = Attachment.objects.visible_to(request.user).select_related("case")
    return get_object_or_404(seen, public_id=public_id)


def _as_kept(file: Attachment) -> bytes:
    try:
        return store.as_kept(file.stored_as, file.sha256)
    except FileNotFoundError:
        raise _gone(file) from None


def _gone(file: Attachment) -> UnusableInputError:
    return UnusableInputError(
        f"{file.name} is gone from the store, or is not the file that came in. "
        "Tell an administrator; a backup has it."
    )
