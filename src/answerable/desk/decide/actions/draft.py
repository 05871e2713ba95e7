"""Keeping half a decision."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from answerable.desk.cases.models import Case, Question
from answerable.desk.cases.transitions import State
from answerable.desk.decide.kinds import Kind, choices, kinds
from answerable.desk.decide.limbs import Limb
from answerable.desk.decide.models import Decision
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now
from answerable.model import UnusableInputError

WORKING = (State.OPEN, State.REVIEW)


@transaction.atomic
def save_draft(
    case: Case,
    questions: Sequence[Question],
    kind: Kind,
    limbs: Sequence[Limb],
    body: dict[str, Any],
    *,
    by: User,
    draft: Decision | None = None,
) -> Decision:
    """Keep a decision that is not signed yet, new or in place of what the draft said.

    Raises:
        UnusableInputError: the law has no such decision or limb, a class governs the case, the
            case is not being answered, or the draft was signed or dropped meanwhile.
    """
    require(by, Permission.DECIDE)
    if case.ncnd_class_id is not None:
        raise UnusableInputError(
            f"A class of the register governs {case.reference}. Its decision is ready to be "
            "signed; no other can be made."
        )
    check_case(case)
    _check(case, questions, kind, limbs)
    if draft is None:
        draft = Decision.objects.create(
            case=case, kind=kind.record, body=body, limbs=[e.id for e in limbs], made_by=by
        )
    else:
        changed = Decision.objects.filter(
            pk=draft.pk, version=draft.version, signed_at__isnull=True, ended_at__isnull=True
        ).update(
            kind=kind.record,
            body=body,
            limbs=[each.id for each in limbs],
            version=draft.version + 1,
        )
        if not changed:
            raise UnusableInputError(
                "Somebody changed, signed or dropped this decision meanwhile. Open it again."
            )
        draft.refresh_from_db()
    draft.questions.set(questions)
    record("decide.saved", by=by.public_id, case=case.reference, decision=draft.public_id)
    return draft


@transaction.atomic
def drop(decision: Decision, *, by: User) -> None:
    """Put a draft away. What was signed is taken back instead, with a reason."""
    require(by, Permission.DECIDE)
    dropped = Decision.objects.filter(
        pk=decision.pk, signed_at__isnull=True, ended_at__isnull=True
    ).update(ended_at=now(), ended_because="The draft was dropped.")
    if not dropped:
        raise UnusableInputError("Only a draft can be dropped. Take a signed decision back.")
    record(
        "decide.dropped",
        by=by.public_id,
        case=decision.case.reference,
        decision=decision.public_id,
    )


def check_case(case: Case) -> None:
    """Refuse where a case is not being answered."""
    if case.where not in WORKING:
        raise UnusableInputError(
            f"{case.reference} is {case.state_words}. Questions are decided while a case is being "
            "answered, after triage."
        )


def _check(case: Case, questions: Sequence[Question], kind: Kind, limbs: Sequence[Limb]) -> None:
    if not questions or any(each.case_id != case.pk for each in questions):
        raise UnusableInputError("Choose at least one question of this case.")
    if kind not in kinds(case.law):
        raise UnusableInputError(f"{case.law} has no decision “{kind.words}”. Choose another.")
    for each in limbs:
        if each.cite.regime is not case.law:
            raise UnusableInputError(
                f"{each.cite} is of another law than {case.reference}, which is answered under "
                f"{case.law}. Choose again."
            )
        if kind.grounds and each not in choices(case.law, kind):
            raise UnusableInputError(f"{each.cite} is no ground to do that. Choose another.")
