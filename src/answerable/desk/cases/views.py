"""My work, all cases, and the page of one case."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.cases.actions import add_note, assign
from answerable.desk.cases.clock import clock_of, hand
from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import marks, next_steps, panels
from answerable.desk.cases.queue import queue
from answerable.desk.cases.strip import strip
from answerable.desk.cases.timeline import timeline
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import today

_A_PAGE = 50


@needs(Permission.READ_CASES, Permission.ANSWER_TASKS, Permission.MANAGE_PEOPLE)
def home(request: StaffRequest) -> HttpResponse:
    """Where a person begins: their cases, or the tasks given to them, or the people."""
    if can(request.user, Permission.READ_CASES):
        return work(request)
    if can(request.user, Permission.ANSWER_TASKS):
        return redirect("tasks")
    return redirect("people")


@needs(Permission.READ_CASES)
def work(request: StaffRequest) -> HttpResponse:
    """Cases by due date: mine, all, or by state and words."""
    found = queue(request.user, request.GET, today())
    page = Paginator(found.cases, _A_PAGE).get_page(request.GET.get("page"))
    rows = [(case, hand(case, today())) for case in page.object_list]
    return render(request, "cases/work.html", {"found": found, "page": page, "rows": rows})


@needs(Permission.READ_CASES)
def case_page(request: StaffRequest, reference: str) -> HttpResponse:
    """Everything about one case: its clock, questions, next steps, timeline and panels."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    context = {
        "case": case,
        "clock": hand(case, today()),
        "strip": strip(case, today()),
        "questions": [(q, marks(q, request.user)) for q in case.questions.all()],
        "steps": next_steps(case, request.user),
        "panels": panels(case, request.user),
        "timeline": timeline(case, request.GET.get("show", "")),
        "officers": [
            u for u in User.objects.filter(is_active=True) if can(u, Permission.WRITE_CASES)
        ]
        if can(request.user, Permission.ASSIGN)
        else [],
        "sees_applicant": can(request.user, Permission.READ_APPLICANT),
    }
    return render(request, "cases/case.html", context)


@needs(Permission.READ_CASES)
def why_this_date(request: StaffRequest, reference: str) -> HttpResponse:
    """The clock with its workings, day by day."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    return render(request, "cases/why.html", {"case": case, "due": clock_of(case)})


@require_POST
@needs(Permission.WRITE_CASES, Permission.CLEAR)
def note(request: StaffRequest, reference: str) -> HttpResponse:
    """Put a note on the timeline."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    add_note(case, request.POST.get("text", ""), by=request.user)
    return redirect("case", reference)


@require_POST
@needs(Permission.ASSIGN)
def give(request: StaffRequest, reference: str) -> HttpResponse:
    """Give the case to an officer."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    to = get_object_or_404(User, public_id=request.POST.get("to", ""))
    assign(case, to, by=request.user)
    return redirect("case", reference)
