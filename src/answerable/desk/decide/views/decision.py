"""One decision: what it says, what it lacks, and signing it or taking it back."""

from django import forms
from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.asked_before.answers import otherwise
from answerable.desk.db.at_once import read_at_once
from answerable.desk.decide import actions
from answerable.desk.decide.beside import beside
from answerable.desk.decide.gaps import chosen_kind, chosen_limbs, gaps
from answerable.desk.decide.models import Decision, DecisionQuestion
from answerable.desk.decide.ncnd_gate import conflicts
from answerable.desk.decide.opinions import needs_opinion, opinion_of
from answerable.desk.decide.shown import shown
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.sites import staff_url


class BackForm(forms.Form):
    """Why a signed decision is taken back."""

    because = forms.CharField(
        label="Why it is taken back",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why the decision is taken back"},
    )


class AskForm(forms.Form):
    """What the qualified person is asked."""

    submission = forms.CharField(
        label="Submission to the qualified person",
        max_length=20_000,
        help_text="What the information is, what would follow, the case for and against. "
        "Do not say who asked.",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Say what the qualified person is asked, and why"},
    )


def _decision(request: StaffRequest, public_id: str) -> Decision:
    every = Decision.objects.visible_to(request.user)
    return get_object_or_404(every.select_related("case__ncnd_class"), public_id=public_id)


@needs(Permission.READ_CASES)
def decision_page(request: StaffRequest, public_id: str) -> HttpResponse:
    """What was decided."""
    decision = _decision(request, public_id)
    read_at_once(
        decision,
        [Prefetch("links", DecisionQuestion.objects.select_related("question")), "opinions"],
    )
    read_at_once(decision.case, ["asked", "ncnd_judgements"])
    return _page(request, decision)


@require_POST
@needs(Permission.DECIDE)
def sign(request: StaffRequest, public_id: str) -> HttpResponse:
    """Sign it."""
    decision = _decision(request, public_id)
    actions.sign(decision, by=request.user)
    messages.success(request, "Signed in your name.")
    return redirect("case", decision.case.reference)


@require_POST
@needs(Permission.DECIDE)
def take_back(request: StaffRequest, public_id: str) -> HttpResponse:
    """Take it back, with a reason."""
    decision, form = _decision(request, public_id), BackForm(request.POST)
    if not form.is_valid():
        return _page(request, decision, backing=form)
    new = actions.take_back(decision, form.cleaned_data["because"], by=request.user)
    if new.case.ncnd_class_id is not None:
        messages.success(request, "Taken back. The decision of the class can be signed now.")
        return redirect("case", new.case.reference)
    messages.success(request, "Taken back. A draft with the same words takes its place.")
    return redirect("decision", new.public_id)


@require_POST
@needs(Permission.DECIDE)
def drop(request: StaffRequest, public_id: str) -> HttpResponse:
    """Put a draft away."""
    decision = _decision(request, public_id)
    actions.drop(decision, by=request.user)
    messages.success(request, "The draft was dropped.")
    return redirect("case", decision.case.reference)


@require_POST
@needs(Permission.DECIDE)
def ask(request: StaffRequest, public_id: str) -> HttpResponse:
    """Put it to the qualified person."""
    decision, form = _decision(request, public_id), AskForm(request.POST)
    if not form.is_valid():
        return _page(request, decision, asking=form)
    actions.ask_opinion(decision, form.cleaned_data["submission"], by=request.user)
    messages.success(request, "The qualified person has it.")
    return redirect("decision", public_id)


@require_POST
@needs(Permission.DECIDE)
def ask_no_longer(request: StaffRequest, public_id: str) -> HttpResponse:
    """Ask the qualified person no longer, so that they can be asked anew."""
    decision = _decision(request, public_id)
    for wanted in decision.opinions.wanted():
        actions.withdraw_opinion(wanted, by=request.user)
    messages.success(request, "The qualified person is asked no longer.")
    return redirect("decision", public_id)


def _page(
    request: StaffRequest,
    decision: Decision,
    *,
    backing: BackForm | None = None,
    asking: AskForm | None = None,
) -> HttpResponse:
    standing = decision.ended_at is None
    draft = standing and not decision.is_signed
    decides = can(request.user, Permission.DECIDE)
    silent = decision.case.ncnd_class_id is not None
    confirming = decision.kind == "neither_confirm_nor_deny"
    wrong = next((form for form in (backing, asking) if form and form.errors), None)
    context = {
        "decision": decision,
        "case": decision.case,
        "questions": [link.question for link in decision.links.all()],
        "kind": chosen_kind(decision),
        "shown": shown(decision),
        "gaps": gaps(decision) if draft else [],
        "warnings": conflicts(decision.case) if draft else [],
        "otherwise": otherwise(decision, request.user) if standing else [],
        "beside": [beside(each, confirming=confirming) for each in chosen_limbs(decision)],
        "may_sign": draft and decides and not silent,
        "may_take_back": standing and decision.is_signed and decides,
        "change": f"{staff_url('decide', decision.case.reference)}?draft={decision.public_id}",
        "needs_opinion": needs_opinion(decision),
        "opinion": opinion_of(decision),
        "wanted": next((each for each in decision.opinions.all() if each.is_wanted), None),
        "backing": backing or BackForm(),
        "asking": asking or AskForm(),
        "wrong": wrong,
    }
    return render(request, "decide/decision.html", context, status=422 if wrong else 200)
