"""Keeping a file as it is although the gate holds it: with a reason, and where it takes two, by two.

A file that tells of people, or that nobody could look into, goes only when a second person agreed:
not the one who kept it, and not the one who brought it. Until then it is held as before.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from answerable.desk.cases.actions import StaleError
from answerable.desk.events.chain import commitment
from answerable.desk.events.record import record
from answerable.desk.files.found import exposes_people
from answerable.desk.files.models import Attachment
from answerable.desk.letters.actions.write import check_being_written
from answerable.desk.letters.models import ReleaseFile
from answerable.desk.people.can import can, require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now
from answerable.model import UnusableInputError


@transaction.atomic
def keep_despite(file: Attachment, *, by: User, reason: str) -> Attachment:
    """Keep a file as it is, despite what the gate found. It may go at once unless it takes two.

    Raises:
        PermissionDenied: they may not release files.
        UnusableInputError: no reason, or the gate holds nothing against the file.
    """
    require(by, Permission.RELEASE_FILES, Permission.OVERRIDE)
    check_being_written(file.case)
    if file.verdict not in ("hold", "refuse"):
        raise UnusableInputError(f"The gate holds nothing against {file.name}.")
    because = _plain(reason)
    if not because:
        raise UnusableInputError("Give the reason why the file may go as it is.")
    ReleaseFile.objects.update_or_create(
        attachment=file,
        defaults={
            "keep_because": because,
            "kept_by": by,
            "kept_at": now(),
            "consented_by": None,
            "consented_at": None,
        },
    )
    file.released_despite = "" if takes_two(file) else because
    Attachment.objects.filter(pk=file.pk).update(released_despite=file.released_despite)
    record(
        "files.released",
        by=by.public_id,
        case=file.case.reference,
        file=file.public_id,
        verdict=file.verdict,
        takes_two=takes_two(file),
        reason=commitment(because),
    )
    return file


@transaction.atomic
def consent(file: Attachment, *, by: User, reason: str) -> Attachment:
    """Agree, as the second person, that a file goes as it is.

    Args:
        file: as it was read.
        by: who agrees; neither who kept it nor who brought it.
        reason: the reason that they read and agree with.

    Raises:
        PermissionDenied: they may not, or had a hand in it.
        UnusableInputError: nobody kept it, or it does not take two.
        StaleError: it was kept anew, for another reason, or agreed to by somebody else.
    """
    release = ReleaseFile.objects.filter(attachment=file).first()
    if release is None or release.kept_by_id is None or not takes_two(file):
        raise UnusableInputError(f"Nobody asked for a second person to agree about {file.name}.")
    if words := why_not_consent(file, release, by):
        raise PermissionDenied(words)
    check_being_written(file.case)
    asked = ReleaseFile.objects.filter(
        pk=release.pk,
        kept_by=release.kept_by_id,
        keep_because=_plain(reason),
        consented_by=None,
    )
    if not asked.update(consented_by=by, consented_at=now()):
        raise StaleError(f"What was asked about {file.name} has changed. Open the page again.")
    file.released_despite = release.keep_because
    Attachment.objects.filter(pk=file.pk).update(released_despite=file.released_despite)
    record(
        "files.consented",
        by=by.public_id,
        case=file.case.reference,
        file=file.public_id,
        verdict=file.verdict,
    )
    return file


def takes_two(file: Attachment) -> bool:
    """Whether one person alone may not let this file go."""
    return file.verdict == "refuse" or _critical(file) or exposes_people(file.report)


def why_not_consent(file: Attachment, release: ReleaseFile, person: User) -> str:
    """Why this person may not be the second; empty if they may.

    What was refused or is critical takes somebody who may let letters go with a gap.
    """
    grave = file.verdict == "refuse" or _critical(file)
    needed = (Permission.OVERRIDE,) if grave else (Permission.RELEASE_FILES, Permission.OVERRIDE)
    if not can(person, *needed):
        return f"Your role does not let you {' or '.join(needed)}."
    if release.kept_by_id == person.pk:
        return "You kept this file as it is. Somebody else must agree."
    if file.added_by_id == person.pk:
        return "You added this file. Somebody else must agree that it goes as it is."
    return ""


def _critical(file: Attachment) -> bool:
    return any(one.get("severity") == "critical" for one in file.report.get("findings", []))


def _plain(reason: str) -> str:
    return "\n".join(reason.strip().splitlines())  # browsers send line ends of their own
