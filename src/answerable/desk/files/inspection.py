"""Letting the gate look into a file that was kept, once, whoever asks first."""

import logging

from django.db import transaction

from answerable import __version__
from answerable.desk.events.record import record
from answerable.desk.files import store
from answerable.desk.files.models import Attachment
from answerable.desk.today import now
from answerable.gate import FileReport, inspect_bytes

GATE = f"Answerable {__version__}"
_A_ROUND = 50
log = logging.getLogger("answerable.worker")


def inspect(file: Attachment) -> Attachment:
    """The file with what the gate found in it, which is kept with it.

    What makes its reader crash or takes too long is held; so each file is looked into once. Looking
    takes a second and happens outside of any transaction; of two who look at once one is kept.

    Raises:
        FileNotFoundError: its bytes are gone, or are not those that came in.
    """
    if not file.waits:
        return file
    content = store.as_kept(file.stored_as, file.sha256)
    found = inspect_bytes(content, file.name)
    with transaction.atomic():
        if Attachment.objects.filter(pk=file.pk, verdict="").update(**judged(file.name, found)):
            record(
                "files.inspected",
                by="system",
                case=file.case.reference,
                file=file.public_id,
                verdict=found.verdict,
                gate=GATE,
            )
    file.refresh_from_db()
    return file


def judged(name: str, found: FileReport) -> dict[str, object]:
    """What is kept of a judgement, as fields of the file."""
    return {
        "verdict": found.verdict,
        "report": found.as_json() | {"path": name},
        "inspected_at": now(),
        "gate": GATE,
    }


def inspect_waiting() -> int:
    """Look into the files that wait, the oldest first; how many were looked into."""
    done = 0
    waiting = Attachment.objects.not_inspected().select_related("case").order_by("pk")
    for file in waiting[:_A_ROUND]:
        try:
            inspect(file)
            done += 1
        except FileNotFoundError:
            log.error("file %s is gone from the store, or is not what came in", file.public_id)
    return done
