"""Pages of internal reviews."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import TRANSITIONS
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.reviews.actions import ask_for_review, decide_review, took_part
from answerable.desk.reviews.forms import AskedForm, OutcomeForm
from answerable.model import UnusableInputError


@needs(Permission.READ_CASES)
def review(request: StaffRequest, reference: str) -> HttpResponse:
    """The review of a case: note that it was asked for, or decide it."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    going = case.reviews.select_related("decided_by").filter(ended_on__isnull=True).first()
    typed = request.POST if request.method == "POST" else None
    form = (OutcomeForm if going else AskedForm)(typed)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            if going is None:
                made = ask_for_review(
                    case, by=request.user, asked_on=said["asked_on"], points=said["points"]
                )
                messages.success(request, f"Noted. The review is due by {made.due_on:%-d %B %Y}.")
            else:
                points = said["findings"].replace("\r\n", "\n").split("\n\n")
                decide_review(
                    going,
                    by=request.user,
                    outcome=said["outcome"],
                    findings=[" ".join(point.split()) for point in points],
                    put_right=said["put_right"],
                )
                messages.success(request, "The outcome is kept. Now write the letter.")
        except UnusableInputError as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("review", reference)
    asks = going is None and case.where in TRANSITIONS["ask_for_review"].sources
    decides = going is not None and not took_part(case, request.user)
    context = {
        "case": case,
        "review": going,
        "earlier": case.reviews.filter(ended_on__isnull=False),
        "may_ask": asks and can(request.user, Permission.WRITE_CASES),
        "may_decide": decides and can(request.user, Permission.DECIDE, Permission.CLEAR),
        "form": form,
    }
    return render(request, "reviews/review.html", context)
