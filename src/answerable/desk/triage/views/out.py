"""Letters out of triage: each page asks what it needs, shows the letter, and only then sends it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.cases.models import Case
from answerable.desk.letters.welsh import fields_for, given_in
from answerable.desk.people.can import StaffRequest, needs
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.triage import actions, forms
from answerable.desk.triage.actions import clarify as clarifying
from answerable.desk.triage.actions import fee as fees
from answerable.desk.triage.actions import more_time as time
from answerable.desk.triage.actions import transfer as transferring
from answerable.desk.triage.guard import no_class
from answerable.desk.triage.letters import acknowledgement
from answerable.desk.triage.views.page import found
from answerable.letters.draft.welsh import LackingWelshError
from answerable.model import UnusableInputError


@dataclass(frozen=True, slots=True)
class Letter:
    """A page that makes a letter: its form, its words, and what sends it."""

    title: str
    lead: str
    form: Callable[..., Any]
    draft: Callable[[Case, Any], str]
    send: Callable[[Case, Any, User], object]
    done: str
    guarded: bool = True  # refused where a class governs


def _page(request: StaffRequest, reference: str, letter: Letter) -> HttpResponse:
    """Ask, show the letter, send: three visits to one address."""
    case, preview = found(request, reference), ""
    form = letter.form(request.POST or None, case=case)
    lacking: tuple[tuple[str, str], ...] = ()
    try:
        if letter.guarded:
            no_class(case)
        form.welsh = given_in(request.POST)
        if request.method == "POST" and form.is_valid():
            preview = letter.draft(case, form)
            if request.POST.get("step") == "send":
                letter.send(case, form, request.user)
                posted = "" if case.applicant_email else " Print it from the timeline and post it."
                messages.success(request, letter.done + posted)
                return redirect("case", reference)
        elif request.method != "POST" and not form.fields:
            preview = letter.draft(case, form)
    except UnusableInputError as error:
        if isinstance(error, LackingWelshError):
            lacking = error.lacking
        if request.method != "POST":
            messages.error(request, str(error))
            return redirect("triage", reference)
        form.add_error(None, str(error))
        preview = ""
    texts = [*lacking, *(("your words", pair.en) for pair in given_in(request.POST))]
    context = {"case": case, "form": form, "letter": letter, "preview": preview}
    context["welsh_fields"] = fields_for(texts, given_in(request.POST))
    return render(request, "triage/letter.html", context)


@needs(Permission.WRITE_CASES)
def acknowledge(request: StaffRequest, reference: str) -> HttpResponse:
    """Tell the applicant that the request came."""
    return _page(
        request,
        reference,
        Letter(
            "Acknowledge the request",
            "The applicant learns the reference, when we will answer, and why then.",
            forms.AcknowledgeForm,
            lambda case, form: acknowledgement(case),
            lambda case, form, by: actions.acknowledge(case, by=by),
            "Acknowledged.",
            guarded=False,
        ),
    )


def _clarification(form: Any) -> clarifying.Wanted:
    lines = form.cleaned_data["options"].splitlines()
    options = tuple(line.strip(" -•\t") for line in lines if line.strip(" -•\t"))
    return clarifying.Wanted(form.cleaned_data["needed"], options, form.welsh)


@needs(Permission.WRITE_CASES)
def clarify(request: StaffRequest, reference: str) -> HttpResponse:
    """Ask the applicant for more detail."""
    return _page(
        request,
        reference,
        Letter(
            "Ask the applicant to clarify",
            "Only what you need to find the information. The days stop counting, and the whole time "
            "begins again when the answer comes.",
            forms.ClarifyForm,
            lambda case, form: clarifying.clarification_letter(
                case, _clarification(form), form.chosen
            ),
            lambda case, form, by: actions.ask_to_clarify(
                case, _clarification(form), by=by, questions=form.chosen
            ),
            "Asked. The case waits for the applicant.",
        ),
    )


def _transfer(form: Any) -> transferring.Wanted:
    return transferring.Wanted(form.cleaned_data["to"], form.cleaned_data["searches"], form.welsh)


def _draft_transfer(case: Case, form: Any) -> str:
    whole = form.cleaned_data["how"] == "hand_on"
    chosen = list(case.questions.all()) if whole else _one(form)
    return transferring.transfer_letter(case, _transfer(form), chosen, handed_on=whole)


def _send_transfer(case: Case, form: Any, by: User) -> None:
    if form.cleaned_data["how"] == "hand_on":
        actions.hand_on(case, _transfer(form), by=by, consent=form.cleaned_data["consent"])
    else:
        actions.advise(case, _transfer(form), _one(form)[0], by=by)


def _one(form: Any) -> list[Any]:
    if len(form.chosen) != 1:
        raise UnusableInputError("Choose the one question that you advise on.")
    chosen: list[Any] = form.chosen
    return chosen


@needs(Permission.WRITE_CASES)
def transfer(request: StaffRequest, reference: str) -> HttpResponse:
    """Hand the request on, or say where to ask."""
    return _page(
        request,
        reference,
        Letter(
            "Another authority holds it",
            "The letter says that we looked and do not hold it, and who may.",
            forms.TransferForm,
            _draft_transfer,
            _send_transfer,
            "The applicant has been told.",
        ),
    )


def _fee(form: Any) -> fees.Wanted:
    data = form.cleaned_data
    return fees.Wanted(data["amount"], data["basis"], data["pay"], form.welsh)


@needs(Permission.WRITE_CASES)
def fee(request: StaffRequest, reference: str) -> HttpResponse:
    """Ask for a fee."""
    return _page(
        request,
        reference,
        Letter(
            "Ask for a fee",
            "What it costs to send the information, not the time of staff below the cost limit.",
            forms.FeeForm,
            lambda case, form: fees.fee_letter(case, _fee(form)),
            lambda case, form, by: actions.ask_for_fee(case, _fee(form), by=by),
            "Asked. The case waits for the fee.",
        ),
    )


def _time(form: Any) -> time.Wanted:
    data = form.cleaned_data
    return time.Wanted(data["answer_by"], data["reasons"], data.get("provision", ""), form.welsh)


@needs(Permission.WRITE_CASES)
def more_time(request: StaffRequest, reference: str) -> HttpResponse:
    """Take more time."""
    return _page(
        request,
        reference,
        Letter(
            "Take more time",
            "Under the Act only to weigh the public interest for a qualified exemption that already "
            "applies; under the Regulations only where the request is complex and voluminous.",
            forms.MoreTimeForm,
            lambda case, form: time.more_time_letter(case, _time(form), form.chosen),
            lambda case, form, by: actions.take_more_time(
                case, _time(form), by=by, questions=form.chosen
            ),
            "The notice is on its way.",
        ),
    )


@needs(Permission.WRITE_CASES)
def clarified(request: StaffRequest, reference: str) -> HttpResponse:
    """Take in what the applicant answered, or close what was not answered in time."""
    case = found(request, reference)
    form = forms.ClarifiedForm(request.POST or None, case=case)
    if request.method == "POST" and form.is_valid():
        try:
            data = form.cleaned_data
            actions.clarified(case, data["answer"], by=request.user, on=data["on"])
        except UnusableInputError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"The time began anew; due {case.due_on:%-d %B %Y}.")
            return redirect("case", reference)
    waiting = case.clarifications.filter(answered_on__isnull=True).last()
    return render(
        request, "triage/clarified.html", {"case": case, "form": form, "waiting": waiting}
    )


@require_POST
@needs(Permission.WRITE_CASES)
def clarification_lapsed(request: StaffRequest, reference: str) -> HttpResponse:
    """Close a request that was not clarified in time."""
    actions.let_clarification_lapse(found(request, reference), by=request.user)
    messages.success(request, "The request is closed: no clarification came.")
    return redirect("case", reference)


@needs(Permission.WRITE_CASES)
def fee_paid(request: StaffRequest, reference: str) -> HttpResponse:
    """Take in a fee, or close what was not paid in time."""
    case = found(request, reference)
    form = forms.PaidForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.fee_paid(case, by=request.user, on=form.cleaned_data["on"])
        except UnusableInputError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"The clock goes on; due {case.due_on:%-d %B %Y}.")
            return redirect("case", reference)
    waiting = getattr(case, "fee", None)
    return render(request, "triage/paid.html", {"case": case, "form": form, "fee": waiting})


@require_POST
@needs(Permission.WRITE_CASES)
def fee_lapsed(request: StaffRequest, reference: str) -> HttpResponse:
    """Close a request whose fee was not paid in time."""
    actions.let_fee_lapse(found(request, reference), by=request.user)
    messages.success(request, "The request is closed: the fee did not come.")
    return redirect("case", reference)
