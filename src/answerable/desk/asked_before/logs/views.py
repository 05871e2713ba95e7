"""Pages of the logs of other bodies."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import Truncator
from django.views.decorators.http import require_POST

from answerable.desk.asked_before.logs import actions
from answerable.desk.asked_before.logs.forms import LogForm
from answerable.desk.asked_before.meaning.state import status
from answerable.desk.asked_before.models import OtherLog, State
from answerable.desk.people.can import StaffRequest, needs
from answerable.desk.ui.jinja import day
from answerable.model import UnusableInputError

_HEADS = {
    "id": "Reference", "body": "Body", "date": "Date", "title": "Title", "text": "What was asked",
    "outcome": "Outcome", "answer": "Answer",
}  # fmt: skip


@needs(*actions.MAY)
def logs(request: StaffRequest) -> HttpResponse:
    """The logs that were brought in."""
    found = list(OtherLog.objects.visible_to(request.user).select_related("added_by"))
    context = {
        "used": [each for each in found if each.state != State.READ],
        "meaning": status(),
        "waiting": [each for each in found if each.state == State.READ],
    }
    return render(request, "asked_before/logs.html", context)


@needs(*actions.MAY)
def add(request: StaffRequest) -> HttpResponse:
    """Bring in a log."""
    return _upload(request, None)


@needs(*actions.MAY)
def replace(request: StaffRequest, public_id: str) -> HttpResponse:
    """Bring in a newer log of a body; the old one is used until the new one is whole."""
    return _upload(request, _log(request, public_id))


@needs(*actions.MAY)
def log(request: StaffRequest, public_id: str) -> HttpResponse:
    """One log: its first rows before it is taken in; how far it is; what was read."""
    found = _log(request, public_id)
    columns = _columns(found.first)
    context = {
        "log": found,
        "reading": found.state == State.READ,
        "years": [(year or "no date", n) for year, n in _dated_first(found.years)],
        "columns": [head for head, _ in columns],
        "rows": list(zip(*(cells for _, cells in columns), strict=True)),
    }
    return render(request, "asked_before/log.html", context)


@needs(*actions.MAY)
def progress(request: StaffRequest, public_id: str) -> HttpResponse:
    """How far a log is, as a piece of its page."""
    return render(request, "asked_before/progress.html", {"log": _log(request, public_id)})


@require_POST
@needs(*actions.MAY)
def take_in(request: StaffRequest, public_id: str) -> HttpResponse:
    """Take a log in that was looked at."""
    found = _log(request, public_id)
    try:
        actions.take_in(found, by=request.user)
    except UnusableInputError as problem:
        messages.error(request, str(problem))
    return redirect("other_log", found.public_id)


@require_POST
@needs(*actions.MAY)
def remove(request: StaffRequest, public_id: str) -> HttpResponse:
    """Remove a log, or put away one that was only looked at."""
    found = _log(request, public_id)
    actions.remove(found, by=request.user)
    messages.success(request, f"The log of {found.body} is no longer used.")
    return redirect("other_logs")


def _dated_first(years: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(years.items(), key=lambda pair: (not pair[0], pair[0]))


def _columns(first: list[dict[str, str]]) -> list[tuple[str, list[str]]]:
    """The first requests by column, without the columns in which nothing stands."""
    cells = {name: [_cell(name, each[name]) for each in first] for name in _HEADS}
    return [(_HEADS[name], column) for name, column in cells.items() if any(column)]


def _cell(name: str, value: str) -> str:
    if name == "date" and value:
        return day(date.fromisoformat(value))
    return Truncator(value).chars(160)


def _upload(request: StaffRequest, replaced: OtherLog | None) -> HttpResponse:
    initial = {"body": replaced.body if replaced else ""}
    form = LogForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        mapping = said["lines"] or (replaced.mapping if replaced else "")
        try:
            made = actions.look_at(
                said["file"].read(), said["file"].name, said["body"],
                by=request.user, mapping=mapping, replaces=replaced,
            )  # fmt: skip
        except UnusableInputError as problem:
            about_mapping = "mapping" in str(problem) and bool(said["lines"])
            form.add_error("mapping" if about_mapping else "file", str(problem))
        else:
            return redirect("other_log", made.public_id)
    return render(request, "asked_before/log_form.html", {"form": form, "replaced": replaced})


def _log(request: StaffRequest, public_id: str) -> OtherLog:
    found = OtherLog.objects.visible_to(request.user).select_related("added_by", "replaces")
    return get_object_or_404(found, public_id=public_id)
