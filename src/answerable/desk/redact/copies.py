"""Which copies there are of a file, and which one the disclosure log may show in its place."""

from collections.abc import Mapping, Sequence

from answerable.desk.cases.models import Case
from answerable.desk.files.models import Attachment
from answerable.desk.letters.models import ReleaseFile
from answerable.desk.redact.models import RedactedCopy


def for_the_log(case: Case, files: Sequence[Attachment]) -> list[Attachment]:
    """The files, each replaced by the copy for the log that was made of it or of its original.

    The newest such copy counts. What was withheld from the public can so never come into the log
    by way of the copy that the applicant got.
    """
    copies = {
        each.file_id: each.copy
        for each in RedactedCopy.objects.filter(file__case=case, audience="log")
        .order_by("pk")
        .select_related("copy__release")
    }
    if not copies:
        return list(files)
    made_from = dict(
        ReleaseFile.objects.filter(attachment__case=case).values_list(
            "attachment_id", "made_from_id"
        )
    )
    return list(dict.fromkeys(_in_place_of(file, copies, made_from) for file in files))


def _in_place_of(
    file: Attachment, copies: Mapping[int, Attachment], made_from: Mapping[int, int | None]
) -> Attachment:
    at: int | None = file.pk
    seen: set[int] = set()
    while at is not None and at not in seen:
        if at in copies:
            return copies[at]
        seen.add(at)
        at = made_from.get(at)
    return file
