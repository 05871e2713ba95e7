"""Taking a request in: bring it, look at it, make the case."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.clock import due
from answerable.desk.authority.models import the_authority
from answerable.desk.cases.actions import Arrived
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.files import store
from answerable.desk.files.found import dangers
from answerable.desk.files.views import as_download
from answerable.desk.intake import actions
from answerable.desk.intake.forms import CaseForm, FileForm, PasteForm, proposed
from answerable.desk.intake.models import RawMessage
from answerable.desk.people.can import StaffRequest, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.today import today
from answerable.gate import inspect_bytes
from answerable.letters import read_request
from answerable.model import UnusableInputError


@dataclass(frozen=True, slots=True)
class Preview:
    """The case as it would be made."""

    regime: str
    reasons: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    due: date


@needs(Permission.WRITE_CASES)
def intake(request: StaffRequest) -> HttpResponse:
    """Bring a request in, and what came by itself."""
    return _intake(request, FileForm(), PasteForm())


@require_POST
@needs(Permission.WRITE_CASES)
def bring_file(request: StaffRequest) -> HttpResponse:
    """Keep a file, then read it."""
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            kept = actions.take_in(
                by=request.user, name=file.name, content=file.read(), source="file"
            )
        except UnusableInputError as error:
            form.add_error("file", str(error))
        else:
            return _to(request, kept)
    return _intake(request, form, PasteForm())


@require_POST
@needs(Permission.WRITE_CASES)
def bring_text(request: StaffRequest) -> HttpResponse:
    """Keep pasted words."""
    form = PasteForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            kept = actions.paste(
                data["text"], by=request.user, name=data["name"], email=data["email"]
            )
        except UnusableInputError as error:
            form.add_error("text", str(error))
        else:
            return _to(request, kept)
    return _intake(request, FileForm(), form)


@needs(Permission.WRITE_CASES)
def message(request: StaffRequest, public_id: str) -> HttpResponse:
    """Look at a message as the case it would make, and make it."""
    raw = _found(request, public_id)
    if raw.case is not None:
        messages.info(request, f"This message was taken in as {raw.case.reference}.")
        return redirect("case", raw.case.reference)
    form = CaseForm(request.POST or None, initial=proposed(raw))
    preview = None
    if request.method == "POST" and form.is_valid():
        arrived = form.arrived()
        try:
            if request.POST.get("step") == "make":
                case = actions.make_case(raw, arrived, by=request.user)
                messages.success(
                    request, f"{case.reference} is made; the answer is due {case.due_on:%-d %B %Y}."
                )
                return redirect("triage", case.reference)
            preview = _preview(arrived)
        except UnusableInputError as error:
            form.add_error(None, str(error))
    elif request.method != "POST" and raw.text.strip():
        first = form.initial
        preview = _preview(Arrived(text=str(first["text"]), on=first["on"]))
    context = {"raw": raw, "form": form, "preview": preview, "clarifying": _clarifying(raw)}
    return render(request, "intake/message.html", context)


@needs(Permission.WRITE_CASES)
def original(request: StaffRequest, public_id: str) -> HttpResponse:
    """The bytes as they came, as a download; a page first where opening them may do harm.

    They are looked into each time: before a case is made nothing is kept with them.
    """
    raw = _found(request, public_id)
    content = store.read(raw.stored_as)
    report = inspect_bytes(content, raw.name).as_json()
    if request.method != "POST" and (found := dangers(report)):
        file = {"name": raw.name, "report": report, "dangers": found}
        return render(request, "files/danger.html", {"file": file, "action": request.path})
    return as_download(request, name=raw.name, content=content)


@require_POST
@needs(Permission.WRITE_CASES)
def put(request: StaffRequest, public_id: str) -> HttpResponse:
    """Put a reply on the case it answers."""
    raw = _found(request, public_id)
    reference = raw.answers.reference if raw.answers else ""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    text = str(proposed(raw)["text"])
    clarifies = "clarifies" in request.POST
    actions.put_on_case(raw, case, by=request.user, text=text, clarifies=clarifies)
    messages.success(request, f"Put on {case.reference}.")
    return redirect("case", case.reference)


@require_POST
@needs(Permission.WRITE_CASES)
def aside(request: StaffRequest, public_id: str) -> HttpResponse:
    """Set a message aside."""
    try:
        actions.set_aside(
            _found(request, public_id), by=request.user, reason=request.POST.get("reason", "")
        )
    except UnusableInputError as error:
        messages.error(request, str(error))
        return redirect("intake_message", public_id)
    messages.success(request, "Set aside. The message stays kept.")
    return redirect("take_in")


def _intake(request: StaffRequest, file: FileForm, text: PasteForm) -> HttpResponse:
    kept = RawMessage.objects.visible_to(request.user).select_related("answers")
    context = {
        "file": file,
        "text": text,
        "waiting": kept.filter(state__in=("read", "kept"))[:100],
        "unreadable": kept.filter(state="unreadable")[:100],
    }
    status = 200 if not (file.errors or text.errors) else 422
    return render(request, "intake/intake.html", context, status=status)


def _to(request: StaffRequest, kept: actions.Kept) -> HttpResponse:
    if kept.again:
        known = kept.message
        what = f"as {known.case.reference}" if known.case else "and it is here"
        messages.info(request, f"We have this message already, {what}. Nothing was made twice.")
    return redirect("intake_message", kept.message.public_id)


def _found(request: StaffRequest, public_id: str) -> RawMessage:
    kept = RawMessage.objects.visible_to(request.user)
    return get_object_or_404(
        kept.select_related("case", "answers", "same_id_as"), public_id=public_id
    )


def _clarifying(raw: RawMessage) -> bool:
    return raw.answers is not None and raw.answers.where is State.CLARIFYING


def _preview(arrived: Arrived) -> Preview:
    asked, authority = read_request(arrived.text), the_authority()
    environmental = asked.reading.regime in ("EIR", "mixed")
    regime = authority.environmental_regime if environmental else authority.regime
    return Preview(
        regime=regime.value,
        reasons=asked.reading.reasons,
        questions=tuple((q.number, q.text) for q in asked.questions) or (("1", arrived.text),),
        due=due(arrived.on or today(), regime, "response").due,
    )
