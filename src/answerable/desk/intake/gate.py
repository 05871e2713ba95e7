"""Files that came with requests go through the gate when there is time, not while mail waits."""

from django.db import transaction

from answerable.desk.events.record import record
from answerable.desk.files import store
from answerable.desk.files.models import Attachment, Purpose
from answerable.gate import inspect_bytes


def inspect_waiting(limit: int = 20) -> int:
    """Inspect received files that have no verdict yet; returns how many were."""
    came = (Purpose.RECEIVED, Purpose.CORRESPONDENCE)
    waiting = list(
        Attachment.objects.filter(verdict="", purpose__in=came).select_related("case")[:limit]
    )
    for file in waiting:
        inspect(file)
    return len(waiting)


def inspect(file: Attachment) -> Attachment:
    """Inspect one file in a child process with limits, and keep the verdict."""
    report = inspect_bytes(store.read(file.stored_as), file.name)
    file.verdict, file.report = report.verdict, report.as_json()
    with transaction.atomic():
        file.save(update_fields=["verdict", "report"])
        record(
            "files.inspected",
            by="system",
            case=file.case.reference,
            file=file.public_id,
            verdict=report.verdict,
        )
    return file
