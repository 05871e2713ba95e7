"""Asking for clearance, clearing step by step, returning with comments, taking back."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from answerable.desk.cases.actions import StaleError, move
from answerable.desk.cases.models import Case
from answerable.desk.clearance.models import Clearing, Comment
from answerable.desk.clearance.standing import digest_of, steps_of, waits_for, why_not
from answerable.desk.events.chain import commitment
from answerable.desk.events.record import record
from answerable.desk.letters.current import current, problems
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.today import now, today
from answerable.model import UnusableInputError


@transaction.atomic
def ask_clearance(case: Case, *, by: User) -> Case:
    """Hand the letter over for clearance; where the officer alone decides, clear it.

    Raises:
        UnusableInputError: there is no letter, or something in it or its files stops it.
    """
    require(by, Permission.WRITE_LETTERS)
    letter = _letter(case)
    _refuse(letter)
    if steps_of(case):
        move(case, "ask_for_clearance", by=by, version_of_letter=letter.number)
    else:
        move(case, "clear_alone", by=by, version_of_letter=letter.number, sha256=digest_of(letter))
    return case


@transaction.atomic
def clear(case: Case, *, by: User, digest: str) -> Clearing:
    """Take the step of clearance that the letter waits for.

    Args:
        case: as it was read.
        by: who clears; nobody clears their own work.
        digest: of the letter and files that they looked at.

    Raises:
        PermissionDenied: they may not take this step.
        UnusableInputError: the case does not wait for clearance, or something stops the letter.
        StaleError: the letter or a file changed since they looked, or somebody was first.
    """
    require(by, Permission.CLEAR)
    if case.state != "clearance":
        raise UnusableInputError(
            f"{case.reference} is {case.state_words}; nothing waits to be cleared."
        )
    letter = _letter(case)
    if digest_of(letter) != digest:
        raise StaleError(
            "The letter or one of its files changed since you opened it. Open it again and look "
            "at what it says now."
        )
    step = waits_for(letter, digest)
    if step is None:
        raise StaleError("Somebody cleared this letter first. Open it again.")
    if reason := why_not(letter, step, by, digest):
        raise PermissionDenied(reason)
    _refuse(letter)
    made = _take(letter, step.id, digest, by)
    if waits_for(letter, digest) is None:
        move(case, "clear", by=by, version_of_letter=letter.number, sha256=digest)
    return made


@transaction.atomic
def return_with_comments(case: Case, *, by: User, comments: str) -> Comment:
    """Give the letter back to be worked on; what was cleared of it no longer holds.

    Raises:
        UnusableInputError: no comments, or the case does not wait for clearance.
    """
    require(by, Permission.CLEAR)
    if not comments.strip():
        raise UnusableInputError("Write what should change, so that the officer can act on it.")
    letter = _letter(case)
    move(case, "return", by=by, comments=commitment(comments.strip()))
    _void(case)
    return Comment.objects.create(case=case, letter=letter, text=comments.strip(), by=by)


@transaction.atomic
def take_back(case: Case, *, by: User) -> Case:
    """Take the letter back to work on it again; what was cleared of it no longer holds.

    Raises:
        UnusableInputError: it is in the outbox already, or is not handed over.
    """
    require(by, Permission.WRITE_LETTERS)
    Case.objects.select_for_update().get(pk=case.pk)  # nobody sends it at this moment
    if OutgoingMail.objects.filter(
        case=case, kind="answer", state__in=("waiting", "sending")
    ).exists():
        raise UnusableInputError("The letter is in the outbox. Stop the sending first.")
    move(case, "take_back", by=by)
    _void(case)
    return case


def _letter(case: Case) -> LetterVersion:
    letter = current(case)
    if letter is None:
        raise UnusableInputError(f"{case.reference} has no letter yet. Write and save one first.")
    return letter


def _refuse(letter: LetterVersion) -> None:
    if found := problems(letter, on=today()):
        more = f" ({len(found) - 1} more)" if len(found) > 1 else ""
        raise UnusableInputError(f"This letter cannot go yet. {found[0]}{more}")


def _take(letter: LetterVersion, step: str, digest: str, by: User) -> Clearing:
    try:
        with transaction.atomic():
            made = Clearing.objects.create(
                case=letter.case, letter=letter, step=step, digest=digest, by=by
            )
    except IntegrityError:
        raise StaleError("Somebody cleared this letter at the same moment.") from None
    record(
        "clearance.step",
        by=by.public_id,
        case=letter.case.reference,
        step=step,
        version=letter.number,
        sha256=digest,
    )
    return made


def _void(case: Case) -> None:
    Clearing.objects.filter(case=case, void_at__isnull=True).update(void_at=now())
