"""The queue for clearance, and the page on which a letter is cleared or returned."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.cases.clock import hand
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.clearance import actions
from answerable.desk.clearance.models import Clearing, Comment
from answerable.desk.clearance.standing import digest_of, steps_of, taken, waits_for, why_not
from answerable.desk.db.at_once import Lookup, read_at_once
from answerable.desk.decide.models import Decision
from answerable.desk.letters.annotated import laid_out
from answerable.desk.letters.current import (
    being_written,
    checked,
    files_to_go,
    going_out,
    problems,
    the_newest,
)
from answerable.desk.letters.gate import VERDICTS
from answerable.desk.letters.models import LetterVersion, Override
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.reviews.models import Review
from answerable.desk.today import today
from answerable.model import UnusableInputError


@needs(Permission.CLEAR)
def for_clearance(request: StaffRequest) -> HttpResponse:
    """The letters that wait for clearance, by due date, those for this person first."""
    waiting = Case.objects.visible_to(request.user).filter(state=State.CLEARANCE)
    rows = []
    cases = list(waiting.order_by("due_on", "reference"))
    read_at_once(
        cases, ["clock_notes", "reviews", "decisions", the_newest("clearings"), files_to_go()]
    )
    for case in cases:
        letter = being_written(case)
        digest = digest_of(letter) if letter else ""
        step = waits_for(letter, digest) if letter else None
        reason = why_not(letter, step, request.user, digest) if letter and step else "No letter."
        rows.append((case, hand(case, today()), step, reason))
    rows.sort(key=lambda row: bool(row[3]))
    return render(request, "clearance/queue.html", {"rows": rows})


@needs(Permission.READ_CASES)
def clearance(request: StaffRequest, reference: str) -> HttpResponse:
    """The letter beside its findings, with its decisions, files and history, to be cleared."""
    cases = Case.objects.visible_to(request.user).select_related("ncnd_class")
    case = get_object_or_404(cases, reference=reference)
    read_at_once(case, _wanted())
    letter = being_written(case)
    context: dict[str, object] = {"case": case, "letter": letter, "comments": case.returns.all()}
    if letter is not None:
        context |= _of(request, case, letter)
    return render(request, "clearance/clearance.html", context)


@require_POST
@needs(Permission.CLEAR, Permission.WRITE_LETTERS)
def act(request: StaffRequest, reference: str, what: str) -> HttpResponse:
    """Ask for clearance, clear, return with comments, or take back."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    sent = request.POST
    try:
        if what == "ask":
            actions.ask_clearance(case, by=request.user)
            messages.success(request, f"{case.reference} is {case.state_words}.")
        elif what == "clear":
            actions.clear(case, by=request.user, digest=sent.get("digest", ""))
            messages.success(request, "Cleared. Your name is on the record.")
        elif what == "return":
            actions.return_with_comments(case, by=request.user, comments=sent.get("comments", ""))
            messages.success(request, "Returned to the officer with your comments.")
        else:
            actions.take_back(case, by=request.user)
            messages.success(request, "Taken back. It has to be cleared again.")
    except UnusableInputError as problem:
        messages.error(request, str(problem))
    return redirect("case_clearance", reference)


def _of(request: StaffRequest, case: Case, letter: LetterVersion) -> dict[str, object]:
    digest = digest_of(letter)
    step = waits_for(letter, digest)
    waiting = case.where is State.CLEARANCE
    passed = {each.slug: f"{each.by.name}: {each.reason}" for each in letter.overrides.all()}
    writes = can(request.user, Permission.WRITE_LETTERS)
    return {
        "digest": digest,
        "step": step,
        "steps": [(each, _by(letter, each.id, digest)) for each in steps_of(case)],
        "stopped": problems(letter, on=today()),
        "sheet": laid_out(checked(letter, on=today()), passed),
        "files": [(file, VERDICTS[file.verdict]) for file in going_out(case)],
        "decisions": [
            each for each in case.decisions.all() if each.ended_at is None and each.is_heard
        ],
        "reason": why_not(letter, step, request.user, digest) if waiting and step else "",
        "may_return": waiting and can(request.user, Permission.CLEAR),
        "may_ask": writes and case.where in (State.OPEN, State.REVIEW),
        "may_take_back": writes and case.where in (State.CLEARANCE, State.CLEARED),
        "waiting": waiting,
    }


def _by(letter: LetterVersion, step: str, digest: str) -> object:
    return next((each for each in taken(letter, digest) if each.step == step), None)


def _wanted() -> list[Lookup]:
    """All that the page of one letter shows of its case."""
    return [
        "clock_notes",
        "questions",
        files_to_go(),
        the_newest(
            Prefetch("clearings", Clearing.objects.select_related("by")),
            Prefetch("overrides", Override.objects.select_related("by")),
        ),
        Prefetch("reviews", Review.objects.select_related("decided_by")),
        Prefetch("decisions", Decision.objects.with_questions()),
        Prefetch("returns", Comment.objects.select_related("by", "letter").order_by("-at")),
    ]
