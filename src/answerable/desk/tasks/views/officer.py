"""What an officer does: give questions out, take them back, log a search of their own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.cases.models import Case
from answerable.desk.decide.ncnd_gate import refuse_if_silent
from answerable.desk.people.can import StaffRequest, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.tasks import actions
from answerable.desk.tasks.forms import DueForm, GiveForm, SearchForm
from answerable.desk.tasks.models import Task
from answerable.model import UnusableInputError


def _case(request: StaffRequest, reference: str) -> Case:
    return get_object_or_404(Case.objects.visible_to(request.user), reference=reference)


@needs(Permission.WRITE_CASES)
def give_out(request: StaffRequest, reference: str) -> HttpResponse:
    """Give questions of a case to a service area."""
    case = _case(request, reference)
    refuse_if_silent(case, "No task can be given out")
    first = {"questions": request.GET.getlist("q")}
    form = GiveForm(case, request.POST if request.method == "POST" else None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            task = actions.give_out(
                case,
                [form.by_id[id_] for id_ in form.cleaned_data["questions"]],
                form.cleaned_data["area"],
                by=request.user,
                due_on=form.cleaned_data["due_on"],
                message=form.cleaned_data["message"],
            )
        except UnusableInputError as problem:
            form.add_error(None, str(problem))
        else:
            told = "They were sent a mail." if task.area.mailbox else "Tell them yourself."
            messages.success(request, f"Given to {task.area.name}. {told}")
            return redirect("case", reference)
    return render(request, "tasks/give.html", {"case": case, "form": form})


@needs(Permission.WRITE_CASES)
def change_due(request: StaffRequest, public_id: str) -> HttpResponse:
    """Another day to answer by."""
    task = get_object_or_404(Task.objects.visible_to(request.user), public_id=public_id)
    form = DueForm(
        request.POST if request.method == "POST" else None, initial={"due_on": task.due_on}
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_due(task, form.cleaned_data["due_on"], by=request.user)
        except UnusableInputError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, f"{task.area.name} is to answer by another day now.")
            return redirect("task", public_id)
    return render(request, "tasks/due.html", {"task": task, "form": form})


@require_POST
@needs(Permission.WRITE_CASES)
def take_back(request: StaffRequest, public_id: str) -> HttpResponse:
    """Take a task back."""
    task = get_object_or_404(Task.objects.visible_to(request.user), public_id=public_id)
    actions.take_back(task, by=request.user)
    messages.success(request, f"Taken back from {task.area.name}.")
    return redirect("case", task.case.reference)


@needs(Permission.WRITE_CASES)
def add_search(request: StaffRequest, reference: str) -> HttpResponse:
    """Log a search that the officer made."""
    case = _case(request, reference)
    refuse_if_silent(case, "No search can be logged")
    form = SearchForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_search(case, form.searched, by=request.user)
        except UnusableInputError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "The search is in the log.")
            return redirect("case", reference)
    return render(request, "tasks/search.html", {"case": case, "form": form})
