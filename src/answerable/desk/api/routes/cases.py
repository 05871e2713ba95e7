"""Cases, their questions and decisions; and taking a request in."""

from typing import Annotated, Any, cast

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Header, Path, Query, Router, Status
from pydantic import Field

from answerable.desk.api.bearer import ApiRequest, has, person
from answerable.desk.api.day import Day
from answerable.desk.api.once import once
from answerable.desk.api.paging import Paging, page
from answerable.desk.api.problems import EVERYWHERE, ONE, WRITE
from answerable.desk.api.schemas import (
    REFERENCE,
    ApplicantOut,
    CaseOut,
    Cases,
    DecisionOut,
    QuestionOut,
    RequestIn,
)
from answerable.desk.cases.actions import Arrived, receive
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.decide.models import Decision
from answerable.desk.people.models import User
from answerable.model import Regime

router = Router(tags=["Cases"])
KEY = r"^[!-~]{1,200}$"
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
    return _case(request, one_case(request, reference))


@router.get(
    "/cases/{reference}/questions",
    response={200: list[QuestionOut], **ONE},
    operation_id="questions",
)
def questions(request: HttpRequest, reference: Reference) -> list[QuestionOut]:
    """The questions of a case. Scope: read:cases."""
    return [
        QuestionOut(id=each.public_id, number=each.number, text=each.text)
        for each in one_case(request, reference).questions.all()
    ]


@router.get(
    "/cases/{reference}/decisions",
    response={200: list[DecisionOut], **ONE},
    operation_id="decisions",
)
def decisions(request: HttpRequest, reference: Reference) -> list[DecisionOut]:
    """The decisions that were signed and stand. Scope: read:cases."""
    found = Decision.objects.visible_to(person(request, "read:cases")).signed()
    rows = found.filter(case=one_case(request, reference)).prefetch_related("questions")
    return [_decision(each) for each in rows]


@router.post("/cases", response={201: CaseOut, **WRITE}, operation_id="take_in")
def take_in(
    request: HttpRequest,
    body: RequestIn,
    key: Annotated[str | None, Header(alias="Idempotency-Key", pattern=KEY)] = None,
) -> Status[CaseOut]:
    """Take in a request; the clock starts on the day it was received. Scope: write:cases.

    With an Idempotency-Key the same request sent again within 24 hours is taken in once and
    answered in the same way; the same key with another request is refused.
    """
    actor = person(request, "write:cases")
    if key is None:
        return Status(201, _case(request, receive(_arrived(body), by=actor)))
    token = cast("ApiRequest", request).auth
    answer = once(token, key, body.model_dump_json(), lambda: _taken(request, body))
    answer["applicant"] = _applicant(request, one_of(actor, answer["reference"]))
    return Status(201, CaseOut(**answer))


def _taken(request: HttpRequest, body: RequestIn) -> dict[str, Any]:
    """The case taken in, as it is answered, without who asked."""
    case = receive(_arrived(body), by=person(request, "write:cases"))
    return _case(request, case).model_dump(mode="json") | {"applicant": None}


def _arrived(body: RequestIn) -> Arrived:
    return Arrived(
        text=_storable(body.text),
        title=_storable(body.title),
        name=_storable(body.name),
        email=body.email,
        address=_storable(body.address),
        how=body.how,
        on=body.received_on,
        reason=_storable(body.reason),
        language=body.language,
    )


def one_case(request: HttpRequest, reference: str) -> Case:
    """The case, if the token's person may see it."""
    return one_of(person(request, "read:cases"), reference)


def one_of(actor: User, reference: str) -> Case:
    """The case, if ``actor`` may see it."""
    return get_object_or_404(Case.objects.visible_to(actor), reference=reference)


def _applicant(request: HttpRequest, case: Case) -> ApplicantOut | None:
    if not has(request, "read:applicant"):
        return None
    return ApplicantOut(
        name=case.applicant_name,
        email=case.applicant_email,
        address=case.applicant_address,
        request=case.text,
    )


def _case(request: HttpRequest, case: Case) -> CaseOut:
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
        applicant=_applicant(request, case),
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
