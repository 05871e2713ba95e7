"""Asking the qualified person, and their opinion. FOIA s.36(2), (5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from answerable.desk.decide.actions.draft import check_case
from answerable.desk.decide.limbs import limbs
from answerable.desk.decide.models import Decision, Opinion
from answerable.desk.decide.needs import LIKELY, WOULD
from answerable.desk.decide.opinions import needs_opinion
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now, today
from answerable.model import UnusableInputError


@dataclass(frozen=True, slots=True)
class Given:
    """What the qualified person says."""

    agrees: bool
    limbs: Sequence[str] = ()  # cites
    threshold: str = ""
    words: str = ""
    on: date | None = None


@transaction.atomic
def ask_opinion(decision: Decision, submission: str, *, by: User) -> Opinion:
    """Put a draft that rests on section 36 to the qualified person.

    Raises:
        UnusableInputError: it rests on no such limb, the submission is empty, one is awaited
            already, or the decision is signed.
    """
    require(by, Permission.DECIDE)
    check_case(decision.case)
    if decision.is_signed or decision.ended_at or not needs_opinion(decision):
        raise UnusableInputError("Only a draft that rests on section 36 goes to this person.")
    if not submission.strip():
        raise UnusableInputError("Say what the qualified person is asked, and why.")
    if decision.opinions.wanted().exists():
        raise UnusableInputError("The qualified person has been asked already.")
    opinion = Opinion.objects.create(decision=decision, submission=submission.strip(), asked_by=by)
    record(
        "decide.opinion_asked",
        by=by.public_id,
        case=decision.case.reference,
        opinion=opinion.public_id,
    )
    return opinion


@transaction.atomic
def give_opinion(opinion: Opinion, given: Given, *, by: User) -> Opinion:
    """Give the opinion, once and for good.

    Raises:
        PermissionDenied: this person holds the role of qualified person not today, or asked.
        UnusableInputError: it says too little, is dated before it was asked or in the future, or
            was given already.
    """
    require(_fresh(by), Permission.OPINE)
    if opinion.asked_by_id == by.pk:
        raise PermissionDenied("Who asks for the opinion cannot give it.")
    on = given.on or today()
    _check(opinion, given, on)
    signed = Opinion.objects.filter(
        pk=opinion.pk, given_on__isnull=True, withdrawn_at__isnull=True
    ).update(
        agrees=given.agrees,
        limbs=list(given.limbs) if given.agrees else [],
        threshold=given.threshold if given.agrees else "",
        words=given.words.strip(),
        given_on=on,
        given_by=by,
        given_post=by.post or by.name,
    )
    if not signed:
        raise UnusableInputError("This opinion was given already, and does not change.")
    record(
        "decide.opinion_given",
        by=by.public_id,
        case=opinion.decision.case.reference,
        opinion=opinion.public_id,
        on=on,
        agrees=given.agrees,
    )
    opinion.refresh_from_db()
    return opinion


@transaction.atomic
def withdraw_opinion(opinion: Opinion, *, by: User) -> None:
    """Ask no longer; an opinion that was given stays."""
    require(by, Permission.DECIDE)
    if not Opinion.objects.filter(pk=opinion.pk, given_on__isnull=True).update(withdrawn_at=now()):
        raise UnusableInputError("This opinion was given already, and stays on the record.")
    record(
        "decide.opinion_withdrawn",
        by=by.public_id,
        case=opinion.decision.case.reference,
        opinion=opinion.public_id,
    )


def _fresh(by: User) -> User:
    """The person with their roles as they are now, not as the request found them."""
    return User.objects.get(pk=by.pk)


def _check(opinion: Opinion, given: Given, on: date) -> None:
    if not given.words.strip():
        raise UnusableInputError("Say in a sentence or more what the opinion is, and why.")
    if on > today():
        raise UnusableInputError("The day of the opinion lies in the future. Check the date.")
    known = {
        str(each.cite)
        for each in limbs(opinion.decision.case.law)
        if "qualified_person" in each.row.kind
    }
    if given.agrees and (not given.limbs or not set(given.limbs) <= known):
        raise UnusableInputError("Choose the limb, or limbs, that the opinion is about.")
    if given.agrees and given.threshold not in (WOULD, LIKELY):
        raise UnusableInputError("Say whether the effect would, or would be likely to, follow.")
