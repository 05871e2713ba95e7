"""The only place that changes third parties: named, asked, answered, weighed."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import RUNNING
from answerable.desk.consult.models import HOW, ThirdParty
from answerable.desk.decide.ncnd_gate import refuse_if_silent
from answerable.desk.events.chain import commitment
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.sending.queue import queue_mail
from answerable.desk.today import today
from answerable.model import UnusableInputError


@dataclass(frozen=True, slots=True)
class Party:
    """Who it is, how to reach them, and what of theirs it is about."""

    name: str
    why: str
    email: str = ""
    address: str = ""


@transaction.atomic
def add_party(case: Case, party: Party, *, by: User) -> ThirdParty:
    """Name a third party of a case.

    Raises:
        UnusableInputError: a class governs the case, it is finished, or it says too little.
    """
    require(by, Permission.WRITE_CASES)
    refuse_if_silent(case, "No third party can be asked")
    if case.where not in RUNNING:
        raise UnusableInputError(f"{case.reference} is {case.state_words}; nobody is asked now.")
    if not party.name.strip() or not party.why.strip():
        raise UnusableInputError("Say who it is, and what of theirs the request is about.")
    if not party.email.strip() and not party.address.strip():
        raise UnusableInputError("Give an e-mail address or a postal address to write to.")
    made = ThirdParty.objects.create(
        case=case,
        name=party.name.strip()[:160],
        why=party.why.strip(),
        email=party.email.strip(),
        address=party.address.strip(),
        added_by=by,
    )
    record("consult.named", by=by.public_id, case=case.reference, party=made.public_id)
    return made


@transaction.atomic
def ask(
    party: ThirdParty, letter: str, *, by: User, how: str, answer_by: date, on: date | None = None
) -> ThirdParty:
    """Send the letter by e-mail, or note that it was posted.

    Args:
        party: not asked yet.
        letter: as it goes.
        by: who asks.
        how: "email" or "post".
        answer_by: the day an answer is wanted.
        on: the day it was posted; today for mail.

    Raises:
        UnusableInputError: asked already, no letter, no address for that way, or a day that
            cannot be.
    """
    require(by, Permission.WRITE_CASES)
    refuse_if_silent(party.case, "No third party can be asked")
    on = (on or today()) if how == "post" else today()
    _check(party, letter, how, answer_by, on)
    asked = ThirdParty.objects.filter(pk=party.pk, asked_on__isnull=True).update(
        asked_on=on, asked_how=how, answer_by=answer_by, letter=letter.strip()
    )
    if not asked:
        raise UnusableInputError(f"{party.name} was asked already.")
    if how == "email":
        queue_mail(
            by=by,
            case=party.case,
            kind="consultation",
            to=party.email,
            subject=f"{party.case.reference}: a request for information that concerns you",
            body=letter.strip() + "\n",
        )
    record(
        "consult.asked",
        by=by.public_id,
        case=party.case.reference,
        party=party.public_id,
        on=on,
        answer_by=answer_by,
    )
    party.refresh_from_db()
    return party


@transaction.atomic
def note_answer(party: ThirdParty, views: str, *, by: User, on: date | None = None) -> ThirdParty:
    """Keep what the third party said, and when. It is shown at the decision and nowhere else."""
    require(by, Permission.WRITE_CASES)
    refuse_if_silent(party.case, "No answer can be kept")
    on = on or today()
    if party.asked_on is None:
        raise UnusableInputError(f"{party.name} has not been asked yet.")
    if not views.strip():
        raise UnusableInputError("Write down what they said, or that they did not answer.")
    if on > today() or on < party.asked_on:
        raise UnusableInputError("The day of the answer is before the question or in the future.")
    ThirdParty.objects.filter(pk=party.pk).update(answered_on=on, views=views.strip())
    record(
        "consult.answered",
        by=by.public_id,
        case=party.case.reference,
        party=party.public_id,
        on=on,
        views=commitment(views),
    )
    party.refresh_from_db()
    return party


@transaction.atomic
def note_weighed(party: ThirdParty, weighed: str, *, by: User) -> ThirdParty:
    """Keep how their views were weighed, in the officer's own words."""
    require(by, Permission.WRITE_CASES)
    refuse_if_silent(party.case, "Nothing can be weighed")
    if not weighed.strip():
        raise UnusableInputError("Say how their views were weighed.")
    ThirdParty.objects.filter(pk=party.pk).update(weighed=weighed.strip())
    record(
        "consult.weighed",
        by=by.public_id,
        case=party.case.reference,
        party=party.public_id,
        words=commitment(weighed),
    )
    party.refresh_from_db()
    return party


def _check(party: ThirdParty, letter: str, how: str, answer_by: date, on: date) -> None:
    if how not in HOW:
        raise UnusableInputError("Choose e-mail or post.")
    if not letter.strip():
        raise UnusableInputError("The letter is empty.")
    if how == "email" and not party.email:
        raise UnusableInputError(f"There is no e-mail address of {party.name}. Choose post.")
    if how == "post" and not party.address:
        raise UnusableInputError(f"There is no postal address of {party.name}. Choose e-mail.")
    if on > today():
        raise UnusableInputError("The day of posting lies in the future. Check the date.")
    if answer_by <= on:
        raise UnusableInputError("The day an answer is wanted by is not after the day of asking.")
    name = party.case.applicant_name.strip()
    if len(name) > 3 and name.lower() in letter.lower():
        raise UnusableInputError("The letter names who asked. Take the name out.")
