"""Deciding, a step at a time: which questions and what; on which limb; then what the limb asks."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from answerable.desk.cases.models import Case
from answerable.desk.consult.models import ThirdParty
from answerable.desk.db.at_once import read_at_once
from answerable.desk.decide import actions
from answerable.desk.decide.beside import beside
from answerable.desk.decide.forms import DecisionForm
from answerable.desk.decide.kinds import choices, kind_of, kinds
from answerable.desk.decide.limbs import Limb, find, limbs
from answerable.desk.decide.models import Decision
from answerable.desk.decide.ncnd_gate import conflicts
from answerable.desk.decide.shown import shown_grounds
from answerable.desk.decide.views.steps import Step, read_step
from answerable.desk.people.can import StaffRequest, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.tables.accepted import accepted_words
from answerable.desk.tasks.log import minutes_by_activity, searches_words
from answerable.desk.tasks.models import Task
from answerable.desk.triage.actions.estimate import advice_words, estimate_words
from answerable.model import UnusableInputError

_SEARCHED = frozenset({"not_held", "transfer"})


@needs(Permission.DECIDE)
def decide(request: StaffRequest, reference: str) -> HttpResponse:
    """The page for where the address says we are; where a class governs, only its decision."""
    cases = Case.objects.visible_to(request.user).select_related("ncnd_class")
    case = get_object_or_404(cases, reference=reference)
    if request.method == "GET":
        read_at_once(case, ["questions", "asked", "ncnd_judgements"])
    if case.ncnd_class_id is not None:
        return _class_page(request, case)
    step = read_step(case, request.GET)
    if not step.questions or step.kind not in kinds(case.law):
        return _kinds_page(request, step)
    if any(each.cite.regime is not case.law for each in step.limbs):
        step = replace(step, limbs=())
    if step.kind and step.kind.grounds and (step.wants_limb or "words" in request.GET):
        return _limbs_page(request, step)
    return _form_page(request, step)


def _class_page(request: StaffRequest, case: Case) -> HttpResponse:
    ruling = case.ncnd_class
    assert ruling is not None
    if request.method == "POST":
        actions.sign_class(case, by=request.user)
        messages.success(request, "Signed: neither confirmed nor denied.")
        return redirect("case", case.reference)
    standing = Decision.objects.signed().filter(case=case).exists()
    grounds = shown_grounds(ruling.grounds, case.law)
    context = {"case": case, "ruling": ruling, "grounds": grounds, "signed": standing}
    return render(request, "decide/class.html", context)


def _kinds_page(request: StaffRequest, step: Step) -> HttpResponse:
    context = {
        "case": step.case,
        "step": step,
        "questions": step.case.questions.all(),
        "chosen": {each.public_id for each in step.questions},
        "kinds": kinds(step.case.law),
        "asked": "kind" in request.GET,
        "warnings": conflicts(step.case),
    }
    return render(request, "decide/kinds.html", context)


def _limbs_page(request: StaffRequest, step: Step) -> HttpResponse:
    assert step.kind is not None
    words = request.GET.get("words", "").strip()[:200]
    among = choices(step.case.law, step.kind)
    found = find(words, among)
    groups: dict[str, list[tuple[Limb, str]]] = {}
    for each in found:
        groups.setdefault(each.heading, []).append((each, step.with_limb(each).address()))
    other = [
        (each, leads, step.as_kind(leads).address())
        for each in find(words, limbs(step.case.law))
        if words and each not in among and (leads := kind_of(each)) and leads != step.kind
    ]
    context = {
        "case": step.case,
        "step": step,
        "words": words,
        "groups": groups,
        "elsewhere": other,
        "chosen": [(each, step.without(each).address()) for each in step.limbs],
        "confirming": step.kind.slug == "neither_confirm_nor_deny",
    }
    return render(request, "decide/limbs.html", context)


def _form_page(request: StaffRequest, step: Step) -> HttpResponse:
    assert step.kind is not None
    case = step.case
    form = DecisionForm(
        case.law,
        step.kind,
        step.limbs,
        request.POST if request.method == "POST" else None,
        body=step.draft.body if step.draft else None,
        initial=None if step.draft else _proposed(step),
    )
    if request.method == "POST" and form.is_valid():
        try:
            kept = actions.save_draft(
                case,
                step.questions,
                step.kind,
                step.limbs,
                form.body(),
                by=request.user,
                draft=step.draft,
            )
        except UnusableInputError as problem:
            form.add_error(None, str(problem))
        else:
            if "another" in request.POST:
                return redirect(replace(step, draft=kept).address(words=""))
            messages.success(request, "The decision is kept. Check it, then sign it.")
            return redirect("decision", kept.public_id)
    confirming = step.kind.slug == "neither_confirm_nor_deny"
    context = {
        "case": case,
        "step": step,
        "form": form,
        "beside": [beside(each, confirming=confirming) for each in step.limbs],
        "without": {each.id: step.without(each).address() for each in step.limbs},
        # What was found or said has no part in whether a yes or a no would harm.
        **({} if confirming else material(case, step)),
        "warnings": conflicts(case),
    }
    return render(request, "decide/form.html", context)


def material(case: Case, step: Step) -> dict[str, Any]:
    """What was found and said about these questions: shown to the officer, put in no letter."""
    tasks = (
        Task.objects.filter(case=case, state="answered", links__question__in=step.questions)
        .select_related("area")
        .prefetch_related("files")
        .distinct()
    )
    return {
        "answers": tasks,
        "third_parties": ThirdParty.objects.filter(case=case),
        "minutes": sum(minutes_by_activity(case).values()),
    }


def _proposed(step: Step) -> dict[str, Any] | None:
    """What is on record already: the search log, and the estimate made at triage."""
    slug = step.kind.slug if step.kind else ""
    if slug in _SEARCHED:
        numbers = tuple(each.number for each in step.questions)
        return {"searches": searches_words(step.case, numbers)}
    if slug == "supplied" and (rows := accepted_words(step.questions)):
        return {"table": rows}
    if slug == "cost_limit":
        words, hours = estimate_words(step.case)
        if words:
            return {"estimate": words, "hours": hours, "advice": advice_words(step.case)}
    return None
