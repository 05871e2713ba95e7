"""Signing a decision, and taking it back. A signed decision never changes."""

from django.db import transaction

from answerable.desk.decide.actions.draft import check_case
from answerable.desk.decide.gaps import gaps
from answerable.desk.decide.models import Decision
from answerable.desk.decide.ncnd_gate import conflicts
from answerable.desk.decide.opinions import with_opinions
from answerable.desk.events.chain import commitment
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now
from answerable.model import UnusableInputError


@transaction.atomic
def sign(decision: Decision, *, by: User) -> Decision:
    """Sign a decision in one's own name.

    Raises:
        UnusableInputError: something mandatory is missing, the register of classes has a say in it
            first, or somebody signed or changed it meanwhile.
    """
    require(by, Permission.DECIDE)
    check_case(decision.case)
    if decision.case.ncnd_class_id is not None:
        raise UnusableInputError(
            f"A class of the register governs {decision.case.reference}. Sign its decision instead."
        )
    lacking = [gap for gap in gaps(decision) if gap.mandatory]
    if lacking:
        said = " ".join(f"{gap.field}: {gap.words}" for gap in lacking[:5])
        raise UnusableInputError(f"This decision cannot be signed yet. {said}")
    warned = conflicts(decision.case)
    if warned:
        raise UnusableInputError(" ".join(warned))
    return write_signature(decision, by=by)


def write_signature(decision: Decision, *, by: User) -> Decision:
    """Put the signature under a decision, once, with the opinion it rests on."""
    body, _ = with_opinions(decision)
    moment = now()
    signed = Decision.objects.filter(
        pk=decision.pk,
        version=decision.version,
        signed_at__isnull=True,
        ended_at__isnull=True,
    ).update(signed_by=by, signed_at=moment, body=body, version=decision.version + 1)
    if not signed:
        raise UnusableInputError(
            "Somebody changed, signed or dropped this decision meanwhile. Open it again."
        )
    record(
        "decide.signed",
        by=by.public_id,
        case=decision.case.reference,
        decision=decision.public_id,
        what=decision.kind,
    )
    decision.refresh_from_db()
    return decision


@transaction.atomic
def take_back(decision: Decision, because: str, *, by: User) -> Decision:
    """Take a signed decision back, with a reason; a draft with the same words takes its place.

    Raises:
        UnusableInputError: no reason, not signed, or taken back already.
    """
    require(by, Permission.DECIDE)
    check_case(decision.case)
    if not because.strip():
        raise UnusableInputError("Say why the decision is taken back.")
    ended = Decision.objects.filter(
        pk=decision.pk, signed_at__isnull=False, ended_at__isnull=True
    ).update(ended_at=now(), ended_because=because.strip())
    if not ended:
        raise UnusableInputError("This decision does not stand any more, or was never signed.")
    new = Decision.objects.create(
        case=decision.case,
        kind=decision.kind,
        body=decision.body,
        limbs=decision.limbs,
        replaces=decision,
        made_by=by,
    )
    new.questions.set(decision.questions.all())
    record(
        "decide.taken_back",
        by=by.public_id,
        case=decision.case.reference,
        decision=decision.public_id,
        why=commitment(because),
    )
    return new
