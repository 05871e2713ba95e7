"""Letting a letter go with a gap: by another named person, with a reason, on the record."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from answerable.desk.decide.models import Decision
from answerable.desk.events.chain import commitment
from answerable.desk.events.record import record
from answerable.desk.letters.current import checked
from answerable.desk.letters.models import LetterVersion, Override
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import today
from answerable.model import UnusableInputError


def own_work(letter: LetterVersion, person: User) -> bool:
    """Whether the person wrote this version or signed a decision that stands behind it."""
    return (
        letter.made_by_id == person.pk
        or Decision.objects.filter(case=letter.case_id, ended_at__isnull=True)
        .filter(signed_by=person)
        .exists()
    )


@transaction.atomic
def override(letter: LetterVersion, slug: str, reason: str, *, by: User) -> Override:
    """Let one gap of one version through; the next version has it again.

    Raises:
        PermissionDenied: they may not, or it is their own work.
        UnusableInputError: no reason, or the letter has no such gap.
    """
    require(by, Permission.OVERRIDE)
    if own_work(letter, by):
        raise PermissionDenied(
            "You wrote this letter or signed one of its decisions. Somebody else must let it go."
        )
    if not reason.strip():
        raise UnusableInputError("Give the reason why the letter may go with this gap.")
    if slug not in {finding.slug for finding in checked(letter, on=today()).gaps}:
        raise UnusableInputError("The letter has no such gap any more. Open it again.")
    try:
        with transaction.atomic():
            made = Override.objects.create(letter=letter, slug=slug, reason=reason.strip(), by=by)
    except IntegrityError:
        raise UnusableInputError("This gap was let through already.") from None
    record(
        "letters.gap_let_through",
        by=by.public_id,
        case=letter.case.reference,
        version=letter.number,
        gap=slug,
        reason=commitment(reason.strip()),
    )
    return made
