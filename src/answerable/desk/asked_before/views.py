"""What was asked before, question by question: ours, other bodies', repeats; used again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.asked_before import actions
from answerable.desk.asked_before.answers import Answered
from answerable.desk.asked_before.beside import beside
from answerable.desk.asked_before.found import by_month
from answerable.desk.asked_before.meaning.state import status
from answerable.desk.asked_before.search import may_be_shown
from answerable.desk.cases.models import Case, Question
from answerable.desk.cases.transitions import State
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission
from answerable.model import UnusableInputError

_WORKING = (State.OPEN, State.REVIEW)


def _case(request: StaffRequest, reference: str) -> Case:
    cases = Case.objects.visible_to(request.user).select_related("asked")
    return get_object_or_404(cases.prefetch_related("questions"), reference=reference)


@needs(Permission.READ_CASES)
def before(request: StaffRequest, reference: str) -> HttpResponse:
    """The page."""
    case = _case(request, reference)
    found = beside(case, request.user)
    decides = can(request.user, Permission.DECIDE)
    context = {
        "case": case,
        "found": found,
        "otherwise": found.otherwise,
        "meaning": status(),
        "asked": case.asked,
        "decides": decides,
        "brings_in": can(request.user, Permission.WRITE_CASES),
        "usable": _usable(case, found.rows) if decides else {},
    }
    return render(request, "asked_before/page.html", context)


@needs(Permission.READ_STATISTICS)
def found_before_asking(request: StaffRequest) -> HttpResponse:
    """How often published answers were shown, opened, and enough."""
    return render(request, "asked_before/found.html", {"months": by_month()})


@require_POST
@needs(Permission.DECIDE)
def reuse(request: StaffRequest, reference: str) -> HttpResponse:
    """Copy the decisions of an earlier case as drafts."""
    case = _case(request, reference)
    among = may_be_shown(case, request.user)
    earlier = get_object_or_404(among, reference=request.POST.get("earlier", ""))
    try:
        made = actions.reuse(case, earlier, by=request.user)
    except UnusableInputError as problem:
        messages.error(request, str(problem))
        return redirect("before", case.reference)
    drafts = "1 draft was" if len(made) == 1 else f"{len(made)} drafts were"
    messages.success(request, f"{drafts} made. Read each, change what differs, then sign it.")
    return redirect("decision", made[0].public_id)


def _usable(case: Case, rows: list[tuple[Question, list[Answered]]]) -> dict[str, Case]:
    """The earlier cases, by reference, with a signed decision that could be drafted here."""
    if case.ncnd_class_id is not None or case.where not in _WORKING:
        return {}
    return {
        each.reference: each.question.case
        for _, earlier in rows
        for each in earlier
        if each.decision is not None
        and each.by_words
        and each.question.case.ncnd_class_id is None
        and each.question.case.regime == case.regime
    }
