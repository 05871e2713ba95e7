"""Saving a letter: every save that changes a word is a new version."""

import hashlib
from datetime import date

from django.db import IntegrityError, transaction

from answerable.desk.cases.actions import StaleError
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.events.record import record as note_event
from answerable.desk.letters.as_data import as_data
from answerable.desk.letters.compose import Free, compose
from answerable.desk.letters.models import LetterVersion
from answerable.desk.letters.record import decided
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.letters.writers import to_pdf, to_text
from answerable.model import UnusableInputError
from answerable.model.decision import NoticeRecord

#: Where a case stands while a letter, and the files to go with it, may still change.
BEING_WRITTEN = frozenset({State.OPEN, State.REVIEW})


@transaction.atomic
def save_letter(
    case: Case, *, by: User, free: Free, dated: date, based_on: int = 0
) -> LetterVersion:
    """Write the letter from the decisions as they stand and keep it as the next version.

    Args:
        case: being answered, or under internal review.
        by: who writes.
        free: their own words.
        dated: the date the letter carries.
        based_on: the number of the version they had before them, 0 if there was none.

    Returns the newest version itself if no word would change.

    Raises:
        UnusableInputError: a question is undecided, the words cannot be printed, or the letter
            waits for clearance or is cleared.
        StaleError: somebody saved another version meanwhile.
    """
    require(by, Permission.WRITE_LETTERS)
    check_being_written(case)
    free.check()
    newest = case.letters.order_by("number").last()
    if (newest.number if newest else 0) != based_on:
        raise StaleError(
            "Somebody saved the letter while you were writing. Open it again and put your "
            "words into the newer version."
        )
    record = decided(case, dated)
    notice = compose(record, free)
    to_pdf(notice)  # a character that cannot be printed is found now, not when it is sent
    text = to_text(notice)
    digest = hashlib.sha256(text.encode()).hexdigest()
    if newest is not None and newest.sent_on is None and _same(newest, record, free, digest):
        return newest
    letter = _keep(case, based_on + 1, by, record.kind, as_data(record), free, text, digest)
    note_event(
        "letters.written",
        by=by.public_id,
        case=case.reference,
        version=letter.number,
        notice=letter.kind,
        sha256=digest,
    )
    return letter


def _same(letter: LetterVersion, record: NoticeRecord, free: Free, digest: str) -> bool:
    return (letter.sha256, letter.record, letter.free) == (digest, as_data(record), free.as_data())


def check_being_written(case: Case) -> None:
    """Raises UnusableInputError unless letters and files of the case may change now."""
    if State(Case.objects.values_list("state", flat=True).get(pk=case.pk)) not in BEING_WRITTEN:
        raise UnusableInputError(
            f"{case.reference} is {case.state_words}, so its letter and files stay as they are. "
            "Take it back first if something must change."
        )


def _keep(
    case: Case,
    number: int,
    by: User,
    kind: str,
    record: object,
    free: Free,
    text: str,
    digest: str,
) -> LetterVersion:
    try:
        with transaction.atomic():
            return LetterVersion.objects.create(
                case=case,
                number=number,
                kind=kind,
                record=record,
                free=free.as_data(),
                text=text,
                sha256=digest,
                made_by=by,
            )
    except IntegrityError:
        raise StaleError(
            "Somebody saved the letter at the same moment. Open it again and see theirs."
        ) from None
