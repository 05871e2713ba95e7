"""My work, all cases, and the page of one case."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.cases.actions import add_note, assign
from answerable.desk.cases.clock import clock_of, hand
from answerable.desk.cases.forms import GiveForm
from answerable.desk.cases.models import Case, Question
from answerable.desk.cases.panels import marks, next_steps, panels, read_all
from answerable.desk.cases.queue import VIEWS, queue
from answerable.desk.cases.strip import in_words, strip, weeks
from answerable.desk.cases.there import with_what_is_there
from answerable.desk.cases.timeline import SHOW, timeline
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.today import today
from answerable.model import UnusableInputError

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
    context = {"found": found, "page": page, "rows": rows, "views": VIEWS}
    return render(request, "cases/work.html", context)


@needs(Permission.READ_CASES)
def case_page(request: StaffRequest, reference: str) -> HttpResponse:
    """Everything about one case: its clock, questions, next steps, timeline and panels."""
    cases = with_what_is_there(Case.objects.visible_to(request.user))
    found = cases.select_related("owner", "ncnd_class")
    case = get_object_or_404(found, reference=reference)
    asked = Prefetch("questions", Question.objects.select_related("service"))
    read_all(case, request.user, "clock_notes", asked)
    boxes = strip(clock_of(case), today())
    show = request.GET.get("show", "")
    drawn = panels(case, request.user)
    questions = case.questions.all()
    context = {
        "case": case,
        "clock": hand(case, today()),
        "strip": weeks(boxes),
        "strip_words": in_words(boxes),
        "questions": [(each, marks(each, request.user)) for each in questions],
        "steps": next_steps(case, request.user),
        "main_panels": [panel for panel in drawn if not panel.side],
        "side_panels": [panel for panel in drawn if panel.side],
        "timeline": timeline(case, show),
        "show": show if show in SHOW else "",
        "shows": SHOW,
        "sees_applicant": can(request.user, Permission.READ_APPLICANT),
        "notes": can(request.user, Permission.WRITE_CASES, Permission.CLEAR),
        "assigns": can(request.user, Permission.ASSIGN),
    }
    return render(request, "cases/case.html", context)


@needs(Permission.READ_CASES)
def why_this_date(request: StaffRequest, reference: str) -> HttpResponse:
    """The clock with its workings, day by day."""
    case = _case(request, reference)
    due = clock_of(case)
    boxes = strip(due, today())
    context = {
        "case": case,
        "due": due,
        "boxes": boxes,
        "strip": weeks(boxes),
        "strip_words": in_words(boxes),
        "noted": case.clock_notes.all(),
    }
    return render(request, "cases/why.html", context)


@require_POST
@needs(Permission.WRITE_CASES, Permission.CLEAR)
def note(request: StaffRequest, reference: str) -> HttpResponse:
    """Put a note on the timeline."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    try:
        add_note(case, request.POST.get("text", ""), by=request.user)
    except UnusableInputError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "The note was added.")
    return redirect("case", reference)


@needs(Permission.ASSIGN)
def give(request: StaffRequest, reference: str) -> HttpResponse:
    """Give the case to an officer."""
    case = _case(request, reference)
    form = GiveForm(request.POST or None, initial={"to": case.owner and case.owner.public_id})
    if request.method == "POST" and form.is_valid():
        to = form.cleaned_data["to"]
        assign(case, to, by=request.user)
        messages.success(request, f"{to.name} looks after this request now.")
        return redirect("case", reference)
    return render(request, "cases/give.html", {"case": case, "form": form})


def _case(request: StaffRequest, reference: str) -> Case:
    cases = Case.objects.visible_to(request.user)
    found = cases.select_related("owner", "ncnd_class").prefetch_related("clock_notes")
    return get_object_or_404(found, reference=reference)
