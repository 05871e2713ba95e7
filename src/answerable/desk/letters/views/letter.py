"""The letter of a case: read with what was found in it, and written where wording is free."""

from dataclasses import replace
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.cases.models import Case
from answerable.desk.letters.actions import override, save_letter
from answerable.desk.letters.actions.override import own_work
from answerable.desk.letters.actions.write import BEING_WRITTEN
from answerable.desk.letters.annotated import laid_out
from answerable.desk.letters.checking import check
from answerable.desk.letters.compose import Free, compose, said_in, texts_without_welsh
from answerable.desk.letters.current import checked, current, going_out, in_step, record_of
from answerable.desk.letters.forms import LetterForm
from answerable.desk.letters.models import LetterVersion
from answerable.desk.letters.record import decided
from answerable.desk.letters.welsh import beside, fields_for
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.today import today
from answerable.letters.draft import lacking_welsh
from answerable.model import UnusableInputError
from answerable.model.decision import NoticeRecord

#: Everybody who signs in: whoever may not see the case is told, like everybody, that it is not there.
SIGNED_IN = (Permission.READ_CASES, Permission.ANSWER_TASKS, Permission.MANAGE_PEOPLE)


@needs(*SIGNED_IN)
def letter(request: StaffRequest, reference: str) -> HttpResponse:
    """The letter as it is written now; for who writes letters, with the free words to edit."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    saved = current(case)
    writes = can(request.user, Permission.WRITE_LETTERS) and case.where in BEING_WRITTEN
    if request.method == "POST":
        if not writes:
            raise PermissionDenied("The letter cannot be edited by you now.")
        form = LetterForm(request.POST)
        if form.is_valid() and "save" in request.POST:
            try:
                made = _save(request, case, form)
            except UnusableInputError as problem:
                form.add_error(None, str(problem))  # what was typed stays on the page
            else:
                messages.success(request, f"Version {made.number} of the letter is saved.")
                return redirect("letter", reference)
    else:
        form = LetterForm(initial=_initial(case, saved))
    context: dict[str, object] = {"case": case, "saved": saved, "form": form if writes else None}
    context |= {"files": going_out(case), "versions": case.letters.select_related("made_by")}
    return render(request, "letters/letter.html", context | _sheet(request, case, saved, form))


@require_POST
@needs(*SIGNED_IN)
def recheck(request: StaffRequest, reference: str) -> HttpResponse:
    """The letter alone, with what was just typed: what a page with JavaScript fetches."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    form = LetterForm(request.POST)
    form.is_valid()
    context: dict[str, object] = {"case": case, "saved": current(case), "form": form}
    return render(
        request,
        "letters/part_checked.html",
        context | _sheet(request, case, current(case), form),
    )


@needs(*SIGNED_IN)
def version(request: StaffRequest, public_id: str) -> HttpResponse:
    """One version as it was saved, with what is found in it today."""
    one = get_object_or_404(LetterVersion.objects.visible_to(request.user), public_id=public_id)
    context: dict[str, object] = {
        "case": one.case,
        "saved": one,
        "form": None,
        "files": [],
        "old": True,
    }
    return render(
        request, "letters/letter.html", context | _of_saved(request, one) | {"versions": []}
    )


@require_POST
@needs(Permission.OVERRIDE)
def let_through(request: StaffRequest, public_id: str) -> HttpResponse:
    """Let a gap of this version through, with a reason."""
    one = get_object_or_404(LetterVersion.objects.visible_to(request.user), public_id=public_id)
    slug = request.POST.get("gap", "")
    try:
        override(one, slug, request.POST.get("reason", ""), by=request.user)
    except UnusableInputError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "The gap is let through. Your name and reason are on the record.")
    return redirect("letter", one.case.reference)


def _save(request: StaffRequest, case: Case, form: LetterForm) -> LetterVersion:
    return save_letter(
        case,
        by=request.user,
        free=form.free,
        dated=form.cleaned_data["dated"],
        based_on=form.cleaned_data["based_on"],
    )


def _initial(case: Case, saved: LetterVersion | None) -> dict[str, object]:
    newest = case.letters.order_by("number").last()
    words = saved.free if saved else {}
    dated = date.fromisoformat(saved.record["sent"]) if saved else today()
    return {**words, "dated": dated, "based_on": newest.number if newest else 0}


def _sheet(
    request: StaffRequest, case: Case, saved: LetterVersion | None, form: LetterForm
) -> dict[str, object]:
    """What is shown of the letter: what was typed, else what was saved, else what would be."""
    try:
        if form.is_bound and form.cleaned_data.get("dated"):
            record = decided(case, form.cleaned_data["dated"])
            free = form.free
        elif saved is not None:
            return _of_saved(request, saved)
        else:
            record, free = decided(case, today()), Free()
        shown = check(record, free, on=max(today(), record.sent))
    except UnusableInputError as problem:
        return {"sheet": None, "why_not": str(problem)}
    return {"sheet": laid_out(shown), "unsaved": True, "in_step": True} | _welsh(record, free)


def _welsh(record: NoticeRecord, free: Free) -> dict[str, object]:
    """What the page needs for a letter in Welsh; nothing for one in English."""
    if record.language != "cy":
        return {}
    wanted = (*lacking_welsh(said_in(record, replace(free, welsh=()))), *free.texts)
    found: dict[str, object] = {"welsh_fields": fields_for(wanted, free.welsh)}
    lacking = texts_without_welsh(said_in(record, free), free)
    if lacking:
        return found | {"welsh_lacking": lacking}
    english = compose(replace(record, language="en"), free)
    return found | {"beside": beside(english, compose(record, free))}


def _of_saved(request: StaffRequest, saved: LetterVersion) -> dict[str, object]:
    passed = {each.slug: f"{each.by.name}: {each.reason}" for each in saved.overrides.all()}
    return {
        "sheet": laid_out(checked(saved, on=saved.sent_on or today()), passed),
        **_welsh(record_of(saved), Free.of(saved.free)),
        "in_step": saved.sent_on is not None or in_step(saved),
        "overrides": saved.sent_on is None
        and can(request.user, Permission.OVERRIDE)
        and not own_work(saved, request.user),
    }
