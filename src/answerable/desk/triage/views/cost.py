"""The page of the cost estimate: lines of minutes, the sum with its workings, the result."""

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from answerable.desk.cases.models import Case
from answerable.desk.people.can import StaffRequest, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.triage import actions
from answerable.desk.triage.actions.estimate import (
    Wanted,
    case_rules,
    estimate_words,
    sum_of,
    works_of,
)
from answerable.desk.triage.cost import Rules, Work, no_limit
from answerable.desk.triage.forms import EstimateForm, Lines
from answerable.desk.triage.guard import no_class
from answerable.desk.triage.models import Estimate
from answerable.desk.triage.views.page import found
from answerable.model import UnusableInputError


@needs(Permission.WRITE_CASES)
def estimate(request: StaffRequest, reference: str) -> HttpResponse:
    """Estimate what it would cost to comply."""
    case = found(request, reference)
    try:
        no_class(case)
    except UnusableInputError as error:
        messages.error(request, str(error))
        return redirect("triage", reference)
    if case.law.environmental:
        context: dict[str, Any] = {"case": case, "note": no_limit(case.law)}
        return render(request, "triage/no_limit.html", context)
    rules, kept = case_rules(case), Estimate.objects.filter(case=case).first()
    form = EstimateForm(request.POST or None, case=case, actor=request.user, initial=_initial(kept))
    lines = Lines(
        request.POST or None, initial=_lines(kept), form_kwargs={"rules": rules}, prefix="line"
    )
    if request.method == "POST" and form.is_valid() and lines.is_valid():
        try:
            actions.save_estimate(case, _wanted(form, lines), by=request.user)
        except UnusableInputError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "The estimate is kept.")
            return redirect("triage_estimate", reference)
    return render(request, "triage/estimate.html", _context(case, rules, kept, form, lines))


def _context(
    case: Case, rules: Rules, kept: Estimate | None, form: Any, lines: Any
) -> dict[str, Any]:
    return {
        "case": case,
        "rules": rules,
        "form": form,
        "lines": lines,
        "works": works_of(kept) if kept else [],
        "sum": sum_of(kept) if kept else None,
        "advice": kept.advice if kept else "",
        "words": estimate_words(case)[0],
    }


def _wanted(form: Any, lines: Any) -> Wanted:
    data = form.cleaned_data
    works = tuple(
        Work(
            line.cleaned_data["activity"],
            line.cleaned_data["what"],
            line.cleaned_data["number"] or 0,
            line.cleaned_data["minutes"] or Decimal(0),
        )
        for line in lines
        if line.filled
    )
    return Wanted(works, data.get("rate"), data["advice"], tuple(data.get("together_with") or ()))


def _initial(kept: Estimate | None) -> dict[str, Any]:
    if kept is None:
        return {}
    together = list(kept.together_with.values_list("reference", flat=True))
    return {"advice": kept.advice, "rate": kept.rate, "together_with": together}


def _lines(kept: Estimate | None) -> list[dict[str, Any]]:
    names = ("activity", "what", "number", "minutes")
    return list(kept.lines.values(*names)) if kept else []
