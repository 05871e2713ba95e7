"""The files that go with an answer, each with what the gate said of it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.cases.models import Case
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.letters import actions
from answerable.desk.letters.actions.files import for_the_log
from answerable.desk.letters.actions.keeping import takes_two, why_not_consent
from answerable.desk.letters.actions.write import BEING_WRITTEN
from answerable.desk.letters.current import ALONE, held
from answerable.desk.letters.forms import FileForm, ReasonForm, TermsForm
from answerable.desk.letters.gate import HAS_PLACES, VERDICTS
from answerable.desk.letters.offers import (
    can_be_redacted,
    clean_ending,
    takes_terms,
    why_not_clean,
)
from answerable.desk.letters.views.letter import SIGNED_IN
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.model import UnusableInputError


@needs(*SIGNED_IN)
def files(request: StaffRequest, reference: str) -> HttpResponse:
    """The files, what each carries, and what can be done about it."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            file = actions.add_file(
                case,
                by=request.user,
                name=sent.name or "",
                content=sent.read(),
                media_type=sent.content_type or "",
            )
        except UnusableInputError as problem:
            form.add_error("file", str(problem))
        else:
            messages.success(request, f"{file.name}: {VERDICTS[file.verdict]}.")
            return redirect("release_files", reference)
    return render(request, "letters/files.html", _context(request, case, form))


@require_POST
@needs(Permission.WRITE_LETTERS, Permission.RELEASE_FILES, Permission.OVERRIDE)
def change(request: StaffRequest, public_id: str, what: str) -> HttpResponse:
    """Make a clean or redacted copy, keep with a reason, take out, put back."""
    file = get_object_or_404(
        Attachment.objects.visible_to(request.user).filter(purpose=Purpose.RELEASE),
        public_id=public_id,
    )
    if what not in _CHANGES:
        raise Http404
    try:
        messages.success(request, _CHANGES[what](request, file))
    except UnusableInputError as problem:
        messages.error(request, str(problem))
    return redirect("release_files", file.case.reference)


def _clean(request: StaffRequest, file: Attachment) -> str:
    made = actions.clean_copy(file, by=request.user)
    return f"{made.name}: {VERDICTS[made.verdict]}. It goes in the place of {file.name}."


def _redact(request: StaffRequest, file: Attachment) -> str:
    made = actions.redacted_copy(file, by=request.user, terms=request.POST.get("terms", ""))
    return f"{made.name}: {VERDICTS[made.verdict]}. It goes in the place of {file.name}."


def _keep(request: StaffRequest, file: Attachment) -> str:
    actions.keep_despite(file, by=request.user, reason=request.POST.get("reason", ""))
    if takes_two(file):
        return f"Your reason is kept. {file.name} may go once a second person has agreed."
    return f"{file.name} may go as it is. Your name and reason are on the record."


def _consent(request: StaffRequest, file: Attachment) -> str:
    actions.consent(file, by=request.user, reason=request.POST.get("reason", ""))
    return f"{file.name} may go as it is. Both names are on the record."


def _out(request: StaffRequest, file: Attachment) -> str:
    actions.take_out(file, by=request.user)
    return f"{file.name} does not go with the answer."


def _in(request: StaffRequest, file: Attachment) -> str:
    actions.put_back(file, by=request.user)
    return f"{file.name} goes with the answer."


_CHANGES: dict[str, Callable[[StaffRequest, Attachment], str]] = {
    "clean": _clean,
    "redact": _redact,
    "keep": _keep,
    "consent": _consent,
    "out": _out,
    "in": _in,
}


_HOLDING = ("medium", "high", "critical")


def _context(request: StaffRequest, case: Case, form: FileForm) -> dict[str, object]:
    writes = can(request.user, Permission.WRITE_LETTERS) and case.where in BEING_WRITTEN
    every = list(
        Attachment.objects.visible_to(request.user)
        .filter(case=case, purpose=Purpose.RELEASE)
        .select_related("release__kept_by", "release__consented_by", "redacted_from")
    )
    replaced = {made.file_id for file in every if (made := _by_marks(file)) is not None}
    return {
        "case": case,
        "form": form if writes and case.ncnd_class_id is None else None,
        "alone": ALONE if case.ncnd_class_id is not None else "",
        "writes": writes,
        "rows": [
            {
                "file": file,
                "verdict": VERDICTS[file.verdict],
                "stopped": held(file),
                "out": _release(file, "taken_out"),
                "for_log": for_the_log(file),
                "by_marks": _by_marks(file) is not None,
                "cleans": clean_ending(file),
                "no_clean": why_not_clean(file),
                "takes_terms": takes_terms(file),
                "redacts": can_be_redacted(file)
                and _by_marks(file) is None
                and (file.pk in replaced or not _release(file, "taken_out"))
                and case.ncnd_class_id is None,
                "places": file.report.get("format") in HAS_PLACES,
                "drawn": _drawn(file),
                "schedule": _release(file, "schedule"),
                "keeps": case.where in BEING_WRITTEN and _keeps(request.user),
                "takes_two": takes_two(file),
                "asked": _release(file, "kept_by") if not file.released_despite else None,
                "consents": case.where in BEING_WRITTEN and _consents(request.user, file),
            }
            for file in every
        ],
        "reason": ReasonForm(),
        "terms": TermsForm(),
    }


def _drawn(file: Attachment) -> bool:
    """Whether there is something found in a file that can be shown in a picture."""
    kinds = ("pdf", "xlsx", "xlsm", "xlsb", "xls", "ods")
    holds = (one.get("severity") in _HOLDING for one in file.report.get("findings", ()))
    return file.report.get("format") in kinds and file.case.ncnd_class_id is None and any(holds)


def _release(file: Attachment, name: str) -> object:
    release = getattr(file, "release", None)
    return getattr(release, name) if release is not None else None


def _by_marks(file: Attachment) -> Any:
    """The copy by marks that a file is, None if it is none."""
    return getattr(file, "redacted_from", None)


def _keeps(person: User) -> bool:
    return can(person, Permission.RELEASE_FILES, Permission.OVERRIDE)


def _consents(person: User, file: Attachment) -> bool:
    release = getattr(file, "release", None)
    return release is not None and not why_not_consent(file, release, person)
