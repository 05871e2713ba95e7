"""Cases, their questions, decisions and letters; and taking a request in."""

from typing import Annotated

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Query, Router, Status
from pydantic import Field

from answerable.desk.api.bearer import has, person
from answerable.desk.api.day import Day
from answerable.desk.api.paging import Paging, page
from answerable.desk.api.problems import EVERYWHERE, ONE, WRITE
from answerable.desk.api.schemas import (
    REFERENCE,
    ApplicantOut,
    CaseOut,
    Cases,
    DecisionOut,
    LetterOut,
    QuestionOut,
    RequestIn,
)
from answerable.desk.cases.actions import Arrived, receive
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.decide.models import Decision
from answerable.desk.files.models import Attachment, Purpose
from answerable.model import Regime

router = Router(tags=["Cases"])
Reference = Annotated[str, Path(pattern=REFERENCE)]


class Wanted(Paging):
    """Which cases."""

    state: State | None = None
    regime: Regime | None = None
    received_from: Day | None = None
    received_to: Day | None = Field(default=None, description="The last day of receipt")


@router.get("/cases", response={200: Cases, **EVERYWHERE, 404: ONE[404]}, operation_id="cases")
def cases(request: HttpRequest, wanted: Query[Wanted]) -> Cases:
    """Cases that the token's person may see, the newest first. Scope: read:cases."""
    rows = Case.objects.visible_to(person(request, "read:cases"))
    asked = {
        "state": wanted.state,
        "regime": wanted.regime,
        "received_on__gte": wanted.received_from,
        "received_on__lte": wanted.received_to,
    }
    rows = rows.filter(**{name: value for name, value in asked.items() if value is not None})
    items, after = page(rows, "received_on", wanted)
    return Cases(items=[_case(request, each) for each in items], next=after)


@router.get("/cases/{reference}", response={200: CaseOut, **ONE}, operation_id="case")
def case(request: HttpRequest, reference: Reference) -> CaseOut:
    """One case. Scope: read:cases."""
    return _case(request, _one(request, reference))


@router.get(
    "/cases/{reference}/questions",
    response={200: list[QuestionOut], **ONE},
    operation_id="questions",
)
def questions(request: HttpRequest, reference: Reference) -> list[QuestionOut]:
    """The questions of a case. Scope: read:cases."""
    return [
        QuestionOut(id=each.public_id, number=each.number, text=each.text)
        for each in _one(request, reference).questions.all()
    ]


@router.get(
    "/cases/{reference}/decisions",
    response={200: list[DecisionOut], **ONE},
    operation_id="decisions",
)
def decisions(request: HttpRequest, reference: Reference) -> list[DecisionOut]:
    """The decisions that were signed and stand. Scope: read:cases."""
    found = Decision.objects.visible_to(person(request, "read:cases")).signed()
    rows = found.filter(case=_one(request, reference)).prefetch_related("questions")
    return [_decision(each) for each in rows]


@router.get(
    "/cases/{reference}/letters", response={200: list[LetterOut], **ONE}, operation_id="letters"
)
def letters(request: HttpRequest, reference: Reference) -> list[LetterOut]:
    """The letters sent. Scope: read:letters, and read:cases."""
    actor = person(request, "read:letters")
    rows = Attachment.objects.visible_to(actor).filter(
        case=_one(request, reference), purpose=Purpose.LETTER
    )
    return [
        LetterOut(
            id=each.public_id,
            name=each.name,
            size=each.size,
            sha256=each.sha256,
            added_on=each.added_at.date(),
        )
        for each in rows
    ]


@router.post("/cases", response={201: CaseOut, **WRITE}, operation_id="take_in")
def take_in(request: HttpRequest, body: RequestIn) -> Status[CaseOut]:
    """Take in a request; the clock starts on the day it was received. Scope: write:cases."""
    actor = person(request, "write:cases")
    made = receive(
        Arrived(
            text=_storable(body.text),
            title=_storable(body.title),
            name=_storable(body.name),
            email=body.email,
            address=_storable(body.address),
            how=body.how,
            on=body.received_on,
            reason=_storable(body.reason),
            language=body.language,
        ),
        by=actor,
    )
    return Status(201, _case(request, made))


def _one(request: HttpRequest, reference: str) -> Case:
    actor = person(request, "read:cases")
    return get_object_or_404(Case.objects.visible_to(actor), reference=reference)


def _case(request: HttpRequest, case: Case) -> CaseOut:
    applicant = None
    if has(request, "read:applicant"):
        applicant = ApplicantOut(
            name=case.applicant_name,
            email=case.applicant_email,
            address=case.applicant_address,
            request=case.text,
        )
    return CaseOut(
        reference=case.reference,
        title=case.title,
        state=case.where,
        state_words=case.state_words,
        regime=case.law,
        received_on=case.received_on,
        due_on=case.due_on,
        sent_on=case.sent_on,
        closed_on=case.closed_on,
        outcome=case.outcome,
        language=case.language,
        applicant=applicant,
    )


def _decision(each: Decision) -> DecisionOut:
    grounds = each.body.get("grounds", [])
    return DecisionOut(
        id=each.public_id,
        kind=each.kind,
        questions=[question.public_id for question in each.questions.all()],
        provisions=[str(ground["provision"]) for ground in grounds if ground.get("provision")],
        signed_on=(each.signed_at or each.made_at).date(),
    )


def _storable(text: str) -> str:
    return text.replace("\0", "")  # PostgreSQL cannot keep it, and nobody means it
