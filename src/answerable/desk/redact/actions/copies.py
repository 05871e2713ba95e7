"""Making the copies: one for the applicant, one for the log, and one for the regulator to take away."""

from pathlib import PurePath

from django.db import transaction

from answerable.desk.events.record import record
from answerable.desk.files import store
from answerable.desk.files.models import Attachment
from answerable.desk.letters import gate
from answerable.desk.letters.actions import put_back, replace, take_out
from answerable.desk.people.models import User
from answerable.desk.redact.actions.marks import check_may_redact
from answerable.desk.redact.marks import digest, findings_of, regions_of, terms_of
from answerable.desk.redact.models import Mark, RedactedCopy
from answerable.gate.changing import Changed, NameHoldsError
from answerable.model import UnusableInputError

_NAMES = {"applicant": "redacted", "log": "for the log", "regulator": "for the regulator"}


def make_copies(file: Attachment, *, by: User) -> list[RedactedCopy]:
    """Make the copies that the marks ask for: the applicant's goes in the place of the file.

    Once the answer went, only the log's is made. Copies that were made of it before no longer go. If one copy cannot be made, none is kept.

    Raises:
        UnusableInputError: no mark, or a copy cannot be made or proved; the sentence says why.
    """
    for_all = check_may_redact(file, by)
    marks = list(Mark.objects.filter(file=file))
    if not marks:
        raise UnusableInputError("There is no mark yet. Mark what is withheld first.")
    if not for_all:
        return [_keep(file, marks, "log", *redacted(file, marks, "log"), by)]
    wanted = [who for who in ("applicant", "log") if any(who in one.audiences for one in marks)]
    before = list(Attachment.objects.filter(redacted_from__file=file, release__taken_out=False))
    if not before and not _goes(file):
        raise UnusableInputError(
            f"{file.name} does not go with the answer. Put it back first, or mark the copy that goes."
        )
    made = [(who, *redacted(file, marks, who)) for who in wanted]  # all, before any is kept
    kept = [_keep(file, marks, who, changed, name, by) for who, changed, name in made]
    for old in before:
        take_out(old, by=by)
    if before and "applicant" not in wanted:
        put_back(file, by=by)  # nothing stands in its place any more
    return kept


def for_regulator(file: Attachment, *, by: User) -> tuple[str, bytes]:
    """A name and the bytes of a copy that shows what others do not get, framed, by provision.

    Raises:
        UnusableInputError: no mark, or no such copy can be made.
    """
    check_may_redact(file, by)
    marks = list(Mark.objects.filter(file=file))
    if not marks:
        raise UnusableInputError("There is no mark yet. Mark what is withheld first.")
    changed, name = redacted(file, marks, "regulator")
    with transaction.atomic():
        record(
            "redact.for_regulator",
            by=by.public_id,
            case=file.case.reference,
            file=file.public_id,
            marks=digest(marks),
        )
    return name, changed.data


def redacted(file: Attachment, marks: list[Mark], audience: str) -> tuple[Changed, str]:
    """The copy for an audience, and a name for it that tells nothing that was taken out.

    Raises:
        UnusableInputError: no such copy can be made, or it cannot be proved.
    """
    content = store.as_kept(file.stored_as, file.sha256)
    ending = file.report["format"]
    names = [f"{stem} ({_NAMES[audience]}).{ending}" for stem in (_stem(file), "Document")]
    for name in names:
        try:
            made = gate.redact(
                f"{_stem(file)}.{ending}",
                content,
                terms_of(marks),
                regions_of(marks),
                findings=findings_of(marks),
                audience=audience,
                named=name,
            )
        except NameHoldsError:
            continue
        return made, name
    raise UnusableInputError(f"No name can be found for the copy of {file.name}. Take out less.")


def _goes(file: Attachment) -> bool:
    release = getattr(file, "release", None)
    return release is None or not release.taken_out


def _stem(file: Attachment) -> str:
    return PurePath(file.name).stem[:150] or "Document"


def _keep(
    file: Attachment, marks: list[Mark], audience: str, made: Changed, name: str, by: User
) -> RedactedCopy:
    goes = audience == "applicant"
    copy = replace(file, made, by=by, how="redacted", name=name, goes=goes)
    with transaction.atomic():
        kept = RedactedCopy.objects.create(
            file=file, copy=copy, audience=audience, marks_sha256=digest(marks), made_by=by
        )
        record(
            "redact.made",
            by=by.public_id,
            case=file.case.reference,
            file=file.public_id,
            copy=copy.public_id,
            audience=audience,
            marks=kept.marks_sha256,
            passages=sum(row["count"] for row in made.schedule),
        )
    return kept
