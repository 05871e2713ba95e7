"""Proposing, approving and withdrawing classes, and what an officer says to one for a case."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import FINISHED
from answerable.desk.events.chain import commitment
from answerable.desk.events.record import record
from answerable.desk.ncnd.checking import KINDS, check
from answerable.desk.ncnd.lines import read_lines
from answerable.desk.ncnd.models import Judgement, NcndClass
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import today
from answerable.model import Regime, UnusableInputError

LONGEST_REVIEW = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A class as it is proposed; ``lines`` and ``grounds`` as the model's ``words`` and ``grounds``."""

    name: str
    subject: str
    lines: str
    regime: Regime
    grounds: list[dict[str, Any]] = field(default_factory=list)
    published: str = ""


@transaction.atomic
def propose(wanted: Wanted, *, by: User) -> NcndClass:
    """Put a class forward. It governs nothing until somebody else approves it.

    Raises:
        UnusableInputError: no name or subject, a name already taken, a line without a word, or a
            regime with no notice of the kind.
    """
    require(by, Permission.WRITE_NCND)
    made = NcndClass(proposed_by=by, **_fields(wanted))
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:
        raise UnusableInputError(
            f"There is a class “{wanted.name.strip()}” already. Choose another name."
        ) from None
    record("ncnd.proposed", by=by.public_id, ncnd_class=made.public_id, regime=made.regime)
    return made


@transaction.atomic
def change(ncnd_class: NcndClass, wanted: Wanted, *, by: User) -> NcndClass:
    """Change a class that nobody has approved yet; an approved one is withdrawn and put anew.

    Raises:
        UnusableInputError: it is approved, or as for ``propose``.
    """
    require(by, Permission.WRITE_NCND)
    fields = {**_fields(wanted), "proposed_by": by}  # whoever wrote it last may not approve it
    try:
        with transaction.atomic():
            changed = NcndClass.objects.filter(
                pk=ncnd_class.pk, approved_on__isnull=True, withdrawn_on__isnull=True
            ).update(**fields)
    except IntegrityError:
        raise UnusableInputError(
            f"There is a class “{wanted.name.strip()}” already. Choose another name."
        ) from None
    if not changed:
        raise UnusableInputError(
            "An approved class is not changed. Withdraw it and propose a new one."
        )
    ncnd_class.refresh_from_db()
    record("ncnd.changed", by=by.public_id, ncnd_class=ncnd_class.public_id)
    return ncnd_class


@transaction.atomic
def approve(ncnd_class: NcndClass, *, by: User, review_on: date) -> NcndClass:
    """Put a class in force until it is looked at again on ``review_on``.

    Raises:
        PermissionDenied: whoever proposed it may not approve it.
        UnusableInputError: its notice would lack something, the day is not to come or too far off,
            or it was approved or withdrawn before.
    """
    require(by, Permission.APPROVE_NCND)
    ncnd_class = NcndClass.objects.select_for_update().get(pk=ncnd_class.pk)
    if ncnd_class.proposed_by == by:
        raise PermissionDenied("Whoever proposed a class may not approve it. Ask somebody else.")
    if ncnd_class.approved_on or ncnd_class.withdrawn_on:
        raise UnusableInputError("This class was approved or withdrawn before.")
    if not today() < review_on <= today() + LONGEST_REVIEW:
        raise UnusableInputError(
            "The class must be looked at again within three years. Give a day to come."
        )
    grave = [flaw.words for flaw in check(ncnd_class).flaws if flaw.grave]
    if grave:
        raise UnusableInputError(
            f"The notice of this class would lack something: {grave[0]} Put it right, then approve."
        )
    ncnd_class.approved_by, ncnd_class.approved_on = by, today()
    ncnd_class.review_on = review_on
    ncnd_class.save(update_fields=["approved_by", "approved_on", "review_on"])
    record("ncnd.approved", by=by.public_id, ncnd_class=ncnd_class.public_id, review=review_on)
    return ncnd_class


@transaction.atomic
def withdraw(ncnd_class: NcndClass, *, by: User) -> NcndClass:
    """Take a class out of force. Cases it governs keep it: they were told so already.

    Raises:
        UnusableInputError: it was withdrawn before.
    """
    require(by, Permission.APPROVE_NCND)
    if not NcndClass.objects.filter(pk=ncnd_class.pk, withdrawn_on__isnull=True).update(
        withdrawn_on=today()
    ):
        raise UnusableInputError("This class was withdrawn before.")
    ncnd_class.withdrawn_on = today()
    record("ncnd.withdrawn", by=by.public_id, ncnd_class=ncnd_class.public_id)
    return ncnd_class


@transaction.atomic
def confirm(case: Case, ncnd_class: NcndClass, *, by: User) -> Case:
    """Let a class govern a case, before anything is searched for it.

    Raises:
        UnusableInputError: the class is not in force or of another regime, the case is answered,
            it is governed by another class, or questions of it were given out already.
    """
    require(by, Permission.WRITE_CASES)
    _open(case)
    _nothing_given_out(case)
    if not NcndClass.objects.in_force(today()).filter(pk=ncnd_class.pk).exists():
        raise UnusableInputError(f"The class “{ncnd_class.name}” is not in force.")
    if ncnd_class.regime != case.regime:
        raise UnusableInputError(
            f"The class “{ncnd_class.name}” is made for {ncnd_class.regime}, and the case is under "
            f"{case.regime}. Put the regime right first."
        )
    if not Case.objects.filter(pk=case.pk, ncnd_class__isnull=True).update(ncnd_class=ncnd_class):
        raise UnusableInputError(f"{case.reference} is governed by a class already.")
    case.ncnd_class = ncnd_class
    _judge(case, ncnd_class, confirmed=True, reason="", by=by)
    return case


@transaction.atomic
def decline(case: Case, ncnd_class: NcndClass, *, by: User, reason: str) -> Case:
    """Say why a class does not govern a case, or take it off; the reason stays on the record.

    Raises:
        UnusableInputError: there is no reason, or the case is answered.
    """
    require(by, Permission.WRITE_CASES)
    _open(case)
    if not reason.strip():
        raise UnusableInputError(
            "Say why the class does not govern this case; the reason stays on the record."
        )
    if Case.objects.filter(pk=case.pk, ncnd_class=ncnd_class).update(ncnd_class=None):
        case.ncnd_class = None
    _judge(case, ncnd_class, confirmed=False, reason=reason.strip(), by=by)
    return case


def _nothing_given_out(case: Case) -> None:
    """A class is for requests that nobody has searched for: then its answer cannot depend on it."""
    given = list(case.tasks.exclude(state="taken_back").select_related("area"))
    areas = ", ".join(sorted({each.area.name for each in given}))
    if any(each.state == "answered" for each in given):
        raise UnusableInputError(
            f"{areas} has searched for {case.reference} already, and a class is for requests that "
            "nobody has searched for. Decide each question by itself; neither confirming nor "
            "denying is still one of the choices."
        )
    if given:
        raise UnusableInputError(
            f"Questions of {case.reference} were given to {areas}. Take those tasks back, and then "
            "confirm the class."
        )


def _judge(case: Case, ncnd_class: NcndClass, *, confirmed: bool, reason: str, by: User) -> None:
    Judgement.objects.create(
        case=case, ncnd_class=ncnd_class, confirmed=confirmed, reason=reason, by=by
    )
    record(
        "ncnd.confirmed" if confirmed else "ncnd.declined",
        by=by.public_id,
        case=case.reference,
        ncnd_class=ncnd_class.public_id,
        reason=commitment(reason),
    )


def _open(case: Case) -> None:
    if case.where in FINISHED:
        raise UnusableInputError(
            f"{case.reference} is {case.state_words}; its class stays as it is."
        )


def _fields(wanted: Wanted) -> dict[str, Any]:
    if not wanted.name.strip() or not wanted.subject.strip():
        raise UnusableInputError("Give the class a name, and say what questions fall under it.")
    if wanted.regime not in KINDS:
        raise UnusableInputError(
            f"There is no notice under {wanted.regime.value} that neither confirms nor denies by "
            "class. Choose another regime."
        )
    return {
        "name": wanted.name.strip()[:120],
        "subject": wanted.subject.strip(),
        "words": [line.text for line in read_lines(wanted.lines)],
        "regime": wanted.regime.value,
        "grounds": wanted.grounds,
        "published": wanted.published.strip(),
    }
