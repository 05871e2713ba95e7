"""What a service area sees and does: its list, a task, and the three things to do with it."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.tasks import actions
from answerable.desk.tasks.forms import AnswerForm, ReturnForm, SearchLines
from answerable.desk.tasks.models import OPEN, Task, TaskQuestion
from answerable.desk.today import today
from answerable.model import UnusableInputError

_SHOWN = 100


@needs(Permission.ANSWER_TASKS, Permission.READ_CASES)
def task_list(request: StaffRequest) -> HttpResponse:
    """What is owed by one's areas (to staff: by all), and what was done lately."""
    every = (
        Task.objects.visible_to(request.user)
        .select_related("area", "accepted_by", "case")
        .prefetch_related(Prefetch("links", TaskQuestion.objects.select_related("question")))
    )
    context = {
        "owed": every.owed()[:_SHOWN],
        "done": every.exclude(state__in=OPEN).order_by("-ended_at")[:20],
        "today": today(),
        "sees_cases": can(request.user, Permission.READ_CASES),
    }
    return render(request, "tasks/list.html", context)


@needs(Permission.ANSWER_TASKS, Permission.READ_CASES)
def task_page(request: StaffRequest, public_id: str) -> HttpResponse:
    """One task: the questions as asked, the message, and what to do."""
    return _page(request, _task(request, public_id))


@require_POST
@needs(Permission.ANSWER_TASKS)
def accept(request: StaffRequest, public_id: str) -> HttpResponse:
    """Take a task up."""
    task = actions.accept(_task(request, public_id), by=request.user)
    messages.success(request, f"It is yours. Answer by {task.due_on:%-d %B %Y}.")
    return redirect("task", public_id)


@require_POST
@needs(Permission.ANSWER_TASKS)
def return_task(request: StaffRequest, public_id: str) -> HttpResponse:
    """Hand a task back with a reason."""
    task, form = _task(request, public_id), ReturnForm(request.POST)
    if not form.is_valid():
        return _page(request, task, returning=form)
    actions.return_task(task, form.cleaned_data["because"], by=request.user)
    messages.success(request, "Returned. The information team has your reason.")
    return redirect("tasks")


@require_POST
@needs(Permission.ANSWER_TASKS)
def answer(request: StaffRequest, public_id: str) -> HttpResponse:
    """Answer a task, or ask for more lines of the search record."""
    task = _task(request, public_id)
    if "more" in request.POST:
        data = request.POST.copy()
        total = data.get("form-TOTAL_FORMS", "")
        data["form-TOTAL_FORMS"] = str(min(40, int(total) + 2 if total.isdigit() else 2))
        return _page(request, task, answering=AnswerForm(data), lines=SearchLines(data), more=True)
    form, lines = AnswerForm(request.POST, request.FILES), SearchLines(request.POST)
    if form.is_valid() and lines.is_valid():
        try:
            actions.answer(
                task,
                form.cleaned_data["text"],
                by=request.user,
                files=form.uploads,
                searches=lines.searched,
            )
        except UnusableInputError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "Answered. Thank you; the information team has it.")
            return redirect("tasks")
    return _page(request, task, answering=form, lines=lines)


def _task(request: StaffRequest, public_id: str) -> Task:
    tasks = Task.objects.visible_to(request.user).select_related("area", "case", "accepted_by")
    return get_object_or_404(tasks, public_id=public_id)


def _page(
    request: StaffRequest,
    task: Task,
    *,
    answering: AnswerForm | None = None,
    returning: ReturnForm | None = None,
    lines: SearchLines | None = None,  # type: ignore[valid-type]
    more: bool = False,
) -> HttpResponse:
    answers = task.is_open and can(request.user, Permission.ANSWER_TASKS)
    context = {
        "task": task,
        "questions": [link.question for link in task.links.select_related("question")],
        "answers": answers and request.user.service_areas.filter(pk=task.area_id).exists(),
        "answering": answering or AnswerForm(),
        "returning": returning or ReturnForm(),
        "lines": lines if lines is not None else SearchLines(),
        "searches": task.searches.all(),
        "files": task.files.visible_to(request.user),
        "today": today(),
        "more": more,
        "sees_cases": can(request.user, Permission.READ_CASES),
        "manages": task.is_open and can(request.user, Permission.WRITE_CASES),
    }
    wrong = (answering is not None and not more) or returning is not None
    return render(request, "tasks/task.html", context, status=422 if wrong else 200)
