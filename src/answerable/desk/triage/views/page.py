"""The triage page: register, questions, regime, what was asked before, and then on."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.asked_before.index import index_case
from answerable.desk.asked_before.search import asked_before
from answerable.desk.authority.models import the_authority
from answerable.desk.cases.clock import hand
from answerable.desk.cases.models import Case
from answerable.desk.db.at_once import read_at_once
from answerable.desk.ncnd.consistency import conflicts, undecided
from answerable.desk.ncnd.forms import JudgeForm
from answerable.desk.ncnd.models import Judgement
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.today import today
from answerable.desk.triage import actions
from answerable.desk.triage.doors import doors
from answerable.desk.triage.forms import RegimeForm
from answerable.desk.triage.guard import OPEN
from answerable.desk.triage.hints import hints
from answerable.desk.triage.proposals import MARK, Row, settle
from answerable.model import Regime, UnusableInputError


@needs(Permission.WRITE_CASES)
def triage(request: StaffRequest, reference: str) -> HttpResponse:
    """Everything to be settled before anybody searches."""
    case = found(request, reference)
    judgements = Judgement.objects.select_related("ncnd_class", "by")
    read_at_once(
        case, ["questions", "clock_notes", "asked", Prefetch("ncnd_judgements", judgements)]
    )
    index_case(case)  # once: a cache of words, nothing about the case itself
    reads_register = can(request.user, Permission.READ_NCND)
    regime = RegimeForm(initial={"regime": case.regime})
    regime.fields["regime"].choices = [  # type: ignore[attr-defined]
        (each.value, each.value) for each in the_authority().regimes
    ]
    context = {
        "case": case,
        "clock": hand(case, today()),
        "open": case.where in OPEN,
        "proposed": undecided(case) if reads_register else [],
        "judgements": case.ncnd_judgements.all() if reads_register else [],
        "judge": JudgeForm(),
        "conflicts": conflicts(case) if case.ncnd_class_id else [],
        "questions": list(case.questions.all()),
        "mark": MARK,
        "regime": regime,
        "hints": hints(case.text),
        "earlier": asked_before(case, request.user),
        "doors": doors(case),
    }
    return render(request, "triage/page.html", context)


@require_POST
@needs(Permission.WRITE_CASES)
def questions(request: StaffRequest, reference: str) -> HttpResponse:
    """Let the questions stand as they were edited."""
    case = found(request, reference)
    try:
        actions.settle_questions(case, settle(_rows(request, case)), by=request.user)
    except UnusableInputError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "The questions stand as you put them.")
    return redirect("triage", reference)


@require_POST
@needs(Permission.WRITE_CASES)
def regime(request: StaffRequest, reference: str) -> HttpResponse:
    """Decide the regime."""
    case = found(request, reference)
    try:
        wanted = Regime(request.POST.get("regime", ""))
        reason = request.POST.get("reason", "")[:300]
        actions.choose_regime(case, wanted, by=request.user, reason=reason)
    except UnusableInputError as error:
        messages.error(request, str(error))
    except ValueError:
        messages.error(request, "Choose one of the two regimes.")
    else:
        messages.success(
            request, f"The request is dealt with under {case.regime}; due {case.due_on:%-d %B %Y}."
        )
    return redirect("triage", reference)


@require_POST
@needs(Permission.WRITE_CASES)
def split(request: StaffRequest, reference: str) -> HttpResponse:
    """Put some questions into a case of their own."""
    case, chosen = found(request, reference), request.POST.getlist("question")
    try:
        questions = [each for each in case.questions.all() if each.public_id in chosen]
        made = actions.split_off(case, questions, by=request.user)
    except UnusableInputError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"{made.reference} is made of what was put apart.")
    return redirect("triage", reference)


@require_POST
@needs(Permission.WRITE_CASES)
def done(request: StaffRequest, reference: str) -> HttpResponse:
    """Triage is done."""
    try:
        actions.done(found(request, reference), by=request.user)
    except UnusableInputError as error:
        messages.error(request, str(error))
        return redirect("triage", reference)
    messages.success(request, "Triage is done. The request can be answered.")
    return redirect("case", reference)


def found(request: StaffRequest, reference: str) -> Case:
    """The case, through the gate."""
    cases = Case.objects.visible_to(request.user).select_related("ncnd_class")
    return get_object_or_404(cases, reference=reference)


def _rows(request: StaffRequest, case: Case) -> list[Row]:
    rows = [
        Row(
            public_id=each.public_id,
            number=each.number,
            text=request.POST.get(f"text-{each.public_id}", each.text),
            place=_number(request.POST.get(f"place-{each.public_id}", ""), each.position),
            drop=f"drop-{each.public_id}" in request.POST,
            join=f"join-{each.public_id}" in request.POST,
            wants_counts=f"counts-{each.public_id}" in request.POST,
        )
        for each in case.questions.all()
    ]
    new = request.POST.get("new", "").strip()
    return [*rows, Row("", "", new, 10_000)] if new else rows


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.strip().isdecimal() and len(text) < 6 else otherwise
