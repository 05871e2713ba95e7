"""Marking a file and taking a mark back."""

import math
from dataclasses import dataclass

from django.db import transaction

from answerable import law
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.events.record import record
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.letters.actions.write import check_being_written
from answerable.desk.letters.current import ALONE
from answerable.desk.letters.gate import HAS_PLACES, REDACTABLE
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.redact.models import WHOM, Mark
from answerable.gate.redacting.places import read_place
from answerable.law.cites import parse_one
from answerable.model import UnusableInputError

_MOST = 2_000  # marks of one file
_LARGEST = 100_000.0


#: The answer went: what is published of it can still be redacted, what went cannot.
WENT = frozenset({State.SENT, State.CLOSED})
AFTER = "The answer went. Only the log's copy can still be changed."


@dataclass(frozen=True, slots=True)
class Area:
    """An area of a page, in points from the top left corner (dots of a picture)."""

    page: int
    left: float
    top: float
    width: float
    height: float


@transaction.atomic
def add_mark(
    file: Attachment,
    *,
    by: User,
    provision: str,
    whom: str = "both",
    area: Area | None = None,
    place: str = "",
    found: str = "",
    words: str = "",
) -> Mark:
    """Mark an area of a page, a place of a Word document, or words wherever they stand.

    Args:
        file: a PDF, Word document or picture that is to go with the answer.
        by: who marks.
        provision: what it is withheld under, one that the law of the case has.
        whom: a key of ``WHOM``.
        area: the area, or none.
        place: the place, as the gate writes it: "table 1 row 2 column 3".
        found: what the gate found in plain sight at the place; all of the place if empty.
        words: the words, where neither is given.

    Raises:
        UnusableInputError: the file has no pages, the letter is not being written, a class of the
            register governs the case, or the mark says nothing that can be taken out.
    """
    if not check_may_redact(file, by) and whom != "log":
        raise UnusableInputError(AFTER)
    cite = _cite(provision, file.case)
    if whom not in WHOM:
        raise UnusableInputError("Choose for whom the mark is.")
    if Mark.objects.filter(file=file).count() >= _MOST:
        raise UnusableInputError(f"{file.name} has {_MOST:,} marks. Leave it out instead.")
    made = Mark(file=file, provision=cite, whom=whom, made_by=by)
    if area is not None:
        _check(area, file)
        made.page, made.left, made.top = area.page, area.left, area.top
        made.width, made.height = area.width, area.height
    elif found:
        made.place, made.found = _finding(place, found, file)
    elif place:
        made.place = _place(place, file)
    else:
        made.words = _words(words, file)
    made.save()
    record(
        "redact.marked",
        by=by.public_id,
        case=file.case.reference,
        file=file.public_id,
        mark=made.public_id,
        page=made.page,
        provision=cite,
        whom=whom,
    )
    return made


@transaction.atomic
def remove_mark(mark: Mark, *, by: User) -> None:
    """Take a mark back.

    Raises:
        UnusableInputError: files may not change now.
    """
    if not check_may_redact(mark.file, by) and mark.whom != "log":
        raise UnusableInputError(AFTER)
    record(
        "redact.unmarked",
        by=by.public_id,
        case=mark.file.case.reference,
        file=mark.file.public_id,
        mark=mark.public_id,
    )
    mark.delete()


def check_may_redact(file: Attachment, by: User) -> bool:
    """Whether marks and copies of this file may now be for the applicant too, not the log alone.

    Raises:
        PermissionDenied: they write no letters.
        UnusableInputError: the file does not go, has no pages, or the case stands still.
    """
    require(by, Permission.WRITE_LETTERS)
    now = State(Case.objects.values_list("state", flat=True).get(pk=file.case_id))
    if now not in WENT:
        check_being_written(file.case)
    if file.case.ncnd_class_id is not None:
        raise UnusableInputError(ALONE)
    if file.purpose != Purpose.RELEASE or file.report.get("format") not in REDACTABLE:
        raise UnusableInputError(
            f"{file.name} is no PDF, Word document or picture that goes with the answer. Print "
            "it to PDF and add that."
        )
    return now not in WENT


def _cite(provision: str, case: Case) -> str:
    try:
        cite = parse_one(provision, case.law)
    except ValueError:
        cite = None
    if cite is None or not law.exists(cite):
        raise UnusableInputError(
            "Choose the provision under which it is withheld, one that the law has."
        )
    return str(cite)


def _check(area: Area, file: Attachment) -> None:
    if file.report.get("format") in HAS_PLACES:
        raise UnusableInputError(f"{file.name} has no fixed pages. Mark places of it, or words.")
    numbers = (area.left, area.top, area.width, area.height)
    if not all(math.isfinite(each) and abs(each) <= _LARGEST for each in numbers):
        raise UnusableInputError("The numbers of the area cannot be. Check them.")
    if area.page < 1 or area.width <= 0 or area.height <= 0:
        raise UnusableInputError("The area has no page, no width or no height.")


def _words(words: str, file: Attachment) -> str:
    made = " ".join(words.split())
    if file.report.get("format") not in ("pdf", *HAS_PLACES):
        raise UnusableInputError("The words of a picture are not read. Mark an area.")
    if len(made) < 2 or len(made) > 200:
        raise UnusableInputError(
            "Say what is withheld: an area, a place, or words of two characters or more."
        )
    return made


def _place(place: str, file: Attachment) -> str:
    read = read_place(place)
    if file.report.get("format") not in HAS_PLACES or read is None:
        raise UnusableInputError(
            f"“{place[:60]}” is no place of {file.name}. Write one as in “paragraph 3”, "
            "“paragraphs 3 to 5”, “table 1 column 2” or “header 1”."
        )
    taken = Mark.objects.filter(file=file, place=str(read), found="").exists()
    if taken:
        raise UnusableInputError(f"{str(read).capitalize()} is marked. Remove that mark first.")
    return str(read)


def _finding(place: str, found: str, file: Attachment) -> tuple[str, str]:
    """One of those that the gate told of this very file."""
    for each in in_plain_sight(file):
        if (place, found) == each:
            return each
    raise UnusableInputError(f"The gate found no such thing in {file.name}.")


def in_plain_sight(file: Attachment) -> list[tuple[str, str]]:
    """Personal data that anybody reads in a file, as the gate told: (place, what it is)."""
    return [
        (str(one.get("where", {}).get("place", ""))[:300], str(one.get("excerpt", ""))[:300])
        for one in file.report.get("findings", ())
        if one.get("slug") == "visible_personal_data" and one.get("excerpt")
    ]
