"""Pages of third parties."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import Case
from answerable.desk.consult import actions
from answerable.desk.consult.forms import AnswerForm, AskForm, PartyForm, WeighForm
from answerable.desk.consult.letter import draft_letter
from answerable.desk.consult.models import ThirdParty
from answerable.desk.decide.ncnd_gate import refuse_if_silent
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.today import today
from answerable.model import UnusableInputError

_DAYS = 7


@needs(Permission.WRITE_CASES)
def add(request: StaffRequest, reference: str) -> HttpResponse:
    """Name a third party."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    refuse_if_silent(case, "No third party can be asked")
    form = PartyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            party = actions.add_party(case, actions.Party(**form.cleaned_data), by=request.user)
        except UnusableInputError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, f"{party.name} was named. Now write to them.")
            return redirect("third_party", party.public_id)
    return render(request, "consult/add.html", {"case": case, "form": form})


def _party(request: StaffRequest, public_id: str) -> ThirdParty:
    every = ThirdParty.objects.visible_to(request.user).select_related("case")
    return get_object_or_404(every, public_id=public_id)


@needs(Permission.READ_CASES)
def party_page(request: StaffRequest, public_id: str) -> HttpResponse:
    """One third party: what it was asked, what it said, and the next thing to do."""
    return _page(request, _party(request, public_id))


@require_POST
@needs(Permission.WRITE_CASES)
def ask(request: StaffRequest, public_id: str) -> HttpResponse:
    """Write to them."""
    return _do(
        request,
        public_id,
        AskForm(request.POST),
        "asking",
        lambda party, said: actions.ask(party, said.pop("letter"), by=request.user, **said),
        "They were asked.",
    )


@require_POST
@needs(Permission.WRITE_CASES)
def answer(request: StaffRequest, public_id: str) -> HttpResponse:
    """Keep what they said."""
    return _do(
        request,
        public_id,
        AnswerForm(request.POST),
        "answering",
        lambda party, said: actions.note_answer(party, by=request.user, **said),
        "Their answer is kept.",
    )


@require_POST
@needs(Permission.WRITE_CASES)
def weigh(request: StaffRequest, public_id: str) -> HttpResponse:
    """Keep how it was weighed."""
    return _do(
        request,
        public_id,
        WeighForm(request.POST),
        "weighing",
        lambda party, said: actions.note_weighed(party, by=request.user, **said),
        "Kept.",
    )


def _do(
    request: StaffRequest,
    public_id: str,
    form: forms.Form,
    name: str,
    deed: Callable[[ThirdParty, dict[str, Any]], ThirdParty],
    said: str,
) -> HttpResponse:
    party = _party(request, public_id)
    if form.is_valid():
        try:
            deed(party, dict(form.cleaned_data))
        except UnusableInputError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, said)
            return redirect("third_party", public_id)
    return _page(request, party, **{name: form})


def _page(request: StaffRequest, party: ThirdParty, **bound: forms.Form) -> HttpResponse:
    by = today() + timedelta(days=_DAYS)
    first = {
        "letter": draft_letter(party, the_authority(), by),
        "how": "email" if party.email else "post",
        "answer_by": by,
    }
    context = {
        "party": party,
        "case": party.case,
        "works": can(request.user, Permission.WRITE_CASES),
        "asking": AskForm(initial=first),
        "answering": AnswerForm(initial={"on": party.answered_on or today(), "views": party.views}),
        "weighing": WeighForm(initial={"weighed": party.weighed}),
        "wrong": next(iter(bound.values()), None),
        **bound,
    }
    return render(request, "consult/party.html", context, status=422 if bound else 200)
