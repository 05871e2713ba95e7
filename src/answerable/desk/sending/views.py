"""Sending the letter of a case, and what follows: stopping, closing, opening again."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import TRANSITIONS, State
from answerable.desk.letters.current import current, going_out
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.sending import answer
from answerable.desk.sending.forms import PostedForm, ReopenForm
from answerable.desk.sending.worker import can_send
from answerable.desk.today import today
from answerable.model import UnusableInputError


@needs(Permission.READ_CASES)
def send(request: StaffRequest, reference: str) -> HttpResponse:
    """What goes to whom, what stops it, and every message of the case with its state."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    letter = current(case)
    sends = can(request.user, Permission.SEND)
    newest = case.letters.order_by("number").last()
    context = {
        "case": case,
        "letter": letter,
        "stopped": answer.why_not(letter, on=today()) if letter else [],
        "files": going_out(case),
        "mail": case.mail.order_by("-queued_at"),
        "queued": letter is not None and letter.mail is not None and letter.mail.state != "failed",
        "sends": sends and case.where is State.CLEARED and letter is not None,
        "went": sends and case.where is State.CLEARED and newest is not None and newest.sent_on,
        "closes": sends and case.where in TRANSITIONS["close"].sources,
        "reopens": can(request.user, Permission.UNDO)
        and case.where in TRANSITIONS["reopen"].sources,
        "sees_applicant": can(request.user, Permission.READ_APPLICANT),
        "has_server": can_send(),
        "posted": PostedForm(),
        "reopen": ReopenForm(),
    }
    return render(request, "sending/send.html", context)


@require_POST
@needs(Permission.SEND, Permission.UNDO)
def act(request: StaffRequest, reference: str, what: str) -> HttpResponse:
    """Send by mail, mark as posted, stop, note, close, or open again."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    try:
        words = _done(request, case, what)
    except UnusableInputError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, words)
    return redirect("send", reference)


def _done(request: StaffRequest, case: Case, what: str) -> str:
    by = request.user
    if what == "mail":
        answer.send_by_mail(case, by=by)
        return "In the outbox. The day on which the mail server accepts it is the day of sending."
    if what == "posted":
        form = PostedForm(request.POST)
        if not form.is_valid():
            raise UnusableInputError(next(iter(form.errors["on"])))
        answer.mark_posted(case, by=by, on=form.cleaned_data["on"])
        return "Marked as posted. The request is answered."
    if what == "stop":
        mail = get_object_or_404(case.mail, public_id=request.POST.get("mail", ""))
        answer.stop_sending(mail, by=by)
        return "Taken out of the outbox."
    if what == "note":
        answer.note_sent(case, by=by)
        return "The request is answered."
    if what == "close":
        answer.close(case, by=by)
        return f"{case.reference} is closed."
    if what == "reopen":
        answer.reopen(case, by=by, reason=request.POST.get("reason", ""))
        return f"{case.reference} is open again."
    raise Http404
