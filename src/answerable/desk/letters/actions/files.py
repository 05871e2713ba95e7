"""Files to go with an answer: through the gate, copied clean or redacted, or taken out."""

from pathlib import PurePath

from django.db import transaction

from answerable.desk.cases.models import Case
from answerable.desk.events.record import record
from answerable.desk.files import store
from answerable.desk.files.actions import keep
from answerable.desk.files.inspection import GATE, judged
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.letters import gate
from answerable.desk.letters.actions.write import check_being_written
from answerable.desk.letters.current import ALONE
from answerable.desk.letters.models import ReleaseFile
from answerable.desk.letters.offers import clean_ending
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.gate.changing import Changed
from answerable.model import UnusableInputError


def add_file(
    case: Case, *, by: User, name: str, content: bytes, media_type: str = ""
) -> Attachment:
    """Add a file to the answer and look into it at once.

    Raises:
        UnusableInputError: it is empty or too large, the letter is not being written, or a class
            of the register governs the case.
    """
    require(by, Permission.WRITE_LETTERS)
    check_being_written(case)
    if case.ncnd_class_id is not None:
        raise UnusableInputError(ALONE)
    return _add(case, by, name, content, media_type or "application/octet-stream")


@transaction.atomic
def take_out(file: Attachment, *, by: User) -> None:
    """Leave a file out of the answer; it stays on the record."""
    _goes(file, by, taken_out=True)


@transaction.atomic
def put_back(file: Attachment, *, by: User) -> None:
    """Let a file that was taken out go with the answer after all.

    Raises:
        UnusableInputError: it is the log's copy, or the letter is not being written.
    """
    if for_the_log(file):
        raise UnusableInputError(f"{file.name} is for the disclosure log and goes with no answer.")
    instead = Attachment.objects.filter(redacted_from__file=file, release__taken_out=False).first()
    if instead is not None:
        raise UnusableInputError(f"{instead.name} goes in its place. Leave that out first.")
    _goes(file, by, taken_out=False)


def for_the_log(file: Attachment) -> bool:
    """Whether it is a copy made for the disclosure log."""
    made = getattr(file, "redacted_from", None)
    return made is not None and made.audience == "log"


def clean_copy(file: Attachment, *, by: User) -> Attachment:
    """Put a clean copy in the place of a file: what it shows, and nothing else.

    Raises:
        UnusableInputError: no such copy can be made; the file stands as it was.
    """
    require(by, Permission.WRITE_LETTERS)
    check_being_written(file.case)
    content = store.as_kept(file.stored_as, file.sha256)
    return _replace(file, by, gate.clean(file.name, content, clean_ending(file)), "clean")


def redacted_copy(file: Attachment, *, by: User, terms: str) -> Attachment:
    """Put a copy without the terms in the place of a file; the schedule says what went, and why.

    Args:
        file: a PDF or a Word document.
        by: who redacts.
        terms: one a line, each with its provision after a bar.

    Raises:
        UnusableInputError: a term is not in it, cannot be taken out, or has no provision.
    """
    require(by, Permission.WRITE_LETTERS)
    check_being_written(file.case)
    if (by_marks := getattr(file, "redacted_from", None)) is not None:
        raise UnusableInputError(
            f"Mark the words on {by_marks.file.name} instead, so that the log's copy loses them too."
        )
    wanted = gate.read_terms(terms, file.case.law)
    made = gate.redact(file.name, store.as_kept(file.stored_as, file.sha256), wanted)
    return _replace(file, by, made, "redacted")


def _goes(file: Attachment, by: User, *, taken_out: bool) -> None:
    require(by, Permission.WRITE_LETTERS)
    check_being_written(file.case)
    ReleaseFile.objects.update_or_create(attachment=file, defaults={"taken_out": taken_out})
    record(
        "letters.file_out" if taken_out else "letters.file_in",
        by=by.public_id,
        case=file.case.reference,
        file=file.public_id,
    )


def replace(
    file: Attachment, made: Changed, *, by: User, how: str, name: str, goes: bool = True
) -> Attachment:
    """Keep a copy of a file, judged by its own bytes, with the schedule of what was withheld.

    Args:
        file: what it was made from.
        made: the copy.
        by: who made it.
        how: "clean" or "redacted".
        name: its name.
        goes: it takes the place of the file in the answer; else it goes with no answer.

    Raises:
        UnusableInputError: it is to go, and the letter is not being written.
    """
    require(by, Permission.WRITE_LETTERS)
    release = {
        "made_from": file, "how": how, "schedule": list(made.schedule), "taken_out": not goes,
    }  # fmt: skip
    copied = _add(file.case, by, name, made.data, file.media_type, goes=goes, **release)
    if goes:
        with transaction.atomic():
            _goes(file, by, taken_out=True)
    return Attachment.objects.select_related("release").get(pk=copied.pk)


def _add(
    case: Case,
    by: User,
    name: str,
    content: bytes,
    media_type: str,
    *,
    goes: bool = True,
    **release: object,
) -> Attachment:
    report = gate.look(name, content)  # first, and outside of any transaction: it takes a second
    with transaction.atomic():
        if goes:
            check_being_written(case)  # again: looking took a while
        file = keep(
            by=by,
            case=case,
            name=name,
            content=content,
            purpose=Purpose.RELEASE,
            media_type=media_type,
        )
        Attachment.objects.filter(pk=file.pk).update(**judged(file.name, report))
        file.refresh_from_db()
        ReleaseFile.objects.create(attachment=file, **release)
        record(
            "files.inspected",
            by=by.public_id,
            case=case.reference,
            file=file.public_id,
            verdict=report.verdict,
            gate=GATE,
        )
    return file


def _replace(file: Attachment, by: User, made: Changed, how: str) -> Attachment:
    name = f"{PurePath(file.name).stem} ({how}).{made.format}"
    return replace(file, made, by=by, how=how, name=name)
