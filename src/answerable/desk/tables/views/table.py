"""The table of a question: read in, looked at, accepted."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.counts.proposals import PartUnsaidError
from answerable.desk.cases.models import Case, Question
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.tables import actions
from answerable.desk.tables.actions.draft import all_labels, releases_beside
from answerable.desk.tables.forms import AcceptForm, ChooseForm, ReadForm
from answerable.desk.tables.models import TableDraft, TableRelease
from answerable.desk.tables.shown import grid, tells_of, true_rows
from answerable.desk.tables.systems import LINK_WORDS, Link
from answerable.desk.tables.versions import How
from answerable.model import RefusedInputError, UnusableInputError


@needs(Permission.READ_CASES)
def table(request: StaffRequest, reference: str, public_id: str) -> HttpResponse:
    """Where the table of a question stands: to be read in, being looked at, or accepted."""
    question = _question(request, reference, public_id)
    draft = _draft(request, question)
    if draft is not None:
        return _draft_page(request, draft)
    accepted = (
        TableRelease.objects.visible_to(request.user)
        .filter(question=question, state="accepted")
        .first()
    )
    if accepted is not None:
        return render(request, "tables/accepted.html", _accepted(request, question, accepted))
    if not can(request.user, Permission.DECIDE):
        raise Http404
    return _read_page(request, question, ReadForm(initial={"title": ""}))


@require_POST
@needs(Permission.DECIDE)
def read(request: StaffRequest, reference: str, public_id: str) -> HttpResponse:
    """Read a table in."""
    question = _question(request, reference, public_id)
    form = ReadForm(request.POST, request.FILES)
    if form.is_valid():
        data, name = form.data_and_name()
        try:
            actions.start(
                question,
                data,
                name,
                by=request.user,
                title=form.cleaned_data["title"],
                sheet=form.cleaned_data["sheet"],
                parts=form.cleaned_data["parts"],
            )
        except PartUnsaidError as problem:
            form.propose(problem)
        except (UnusableInputError, RefusedInputError) as problem:
            form.add_error("file" if form.cleaned_data["file"] else "pasted", str(problem))
        else:
            return redirect("table", reference, public_id)
    return _read_page(request, question, form)


@require_POST
@needs(Permission.DECIDE)
def choose(request: StaffRequest, reference: str, public_id: str) -> HttpResponse:
    """Make a version of the table."""
    draft = _own_draft(request, reference, public_id)
    form = ChooseForm(request.POST, releases=releases_beside(draft), labels=all_labels(draft))
    how = request.POST.get("how", "")
    if form.is_valid() and how in list(How):
        try:
            actions.choose(
                draft,
                How(how),
                by=request.user,
                rule=form.cleaned_data["rule"],
                base=form.cleaned_data["base"] or 0,
                links=form.links(),
            )
        except (UnusableInputError, RefusedInputError) as problem:
            form.add_error("base" if form.cleaned_data["rule"] else "rule", str(problem))
        else:
            return redirect("table", reference, public_id)
    return _draft_page(request, draft, form)


@require_POST
@needs(Permission.DECIDE)
def accept(request: StaffRequest, reference: str, public_id: str) -> HttpResponse:
    """Keep the version shown."""
    draft = _own_draft(request, reference, public_id)
    form = AcceptForm(request.POST)
    if form.is_valid():
        try:
            actions.accept(
                draft,
                by=request.user,
                seen=form.cleaned_data["seen"],
                reason=form.cleaned_data["reason"],
            )
        except UnusableInputError as problem:
            form.add_error("reason", str(problem))
        else:
            messages.success(request, "Accepted. The true counts were deleted.")
            return redirect("table", reference, public_id)
    return _draft_page(request, draft, accepting=form)


@require_POST
@needs(Permission.DECIDE)
def drop(request: StaffRequest, reference: str, public_id: str) -> HttpResponse:
    """Put the table away."""
    actions.drop(_own_draft(request, reference, public_id), by=request.user)
    messages.success(request, "The table and its true counts were deleted.")
    return redirect("table", reference, public_id)


@require_POST
@needs(Permission.DECIDE)
def take_back(request: StaffRequest, reference: str, public_id: str) -> HttpResponse:
    """Delete the accepted version."""
    question = _question(request, reference, public_id)
    mine = TableRelease.objects.visible_to(request.user).filter(question=question)
    release = get_object_or_404(mine, state="accepted")
    actions.take_back(release, by=request.user)
    messages.success(request, "Taken back. Read the table in again.")
    return redirect("table", reference, public_id)


def _question(request: StaffRequest, reference: str, public_id: str) -> Question:
    """The question; for a case that a class governs there is no such page."""
    cases = Case.objects.visible_to(request.user).filter(ncnd_class__isnull=True)
    case = get_object_or_404(cases, reference=reference)
    return get_object_or_404(case.questions.all(), public_id=public_id)


def _draft(request: StaffRequest, question: Question) -> TableDraft | None:
    return TableDraft.objects.visible_to(request.user).filter(question=question).first()


def _own_draft(request: StaffRequest, reference: str, public_id: str) -> TableDraft:
    question = _question(request, reference, public_id)
    return get_object_or_404(TableDraft.objects.visible_to(request.user), question=question)


def _read_page(request: StaffRequest, question: Question, form: ReadForm) -> HttpResponse:
    context = {"case": question.case, "question": question, "form": form}
    return render(request, "tables/read.html", context)


def _draft_page(
    request: StaffRequest,
    draft: TableDraft,
    form: ChooseForm | None = None,
    accepting: AcceptForm | None = None,
) -> HttpResponse:
    releases = releases_beside(draft)
    made = draft.proposal
    if form is None:
        first: dict[str, Any] = {f"link-{key}": link for key, link in draft.links.items()}
        if made:
            first |= {
                "rule": made["rule"],
                "base": made["rounded"] if made["how"] == "round" else "",
            }
        form = ChooseForm(initial=first, releases=releases, labels=all_labels(draft))
    context = {
        "case": draft.question.case,
        "question": draft.question,
        "draft": draft,
        "form": form,
        "accepting": accepting or AcceptForm(initial={"seen": draft.version}),
        "made": made,
        "rows": grid(made) if made else [],
        "true_rows": true_rows(draft.raw),
        "matter": [
            (each, LINK_WORDS[Link(draft.links.get(each.public_id, Link.SAME))])
            for each in releases
            if made and each.public_id in made["matter"]
        ],
    }
    return render(request, "tables/draft.html", context)


def _accepted(request: StaffRequest, question: Question, found: TableRelease) -> dict[str, Any]:
    return {
        "case": question.case,
        "question": question,
        "release": found,
        "tells": tells_of(found.published),
        "decides": can(request.user, Permission.DECIDE),
    }
