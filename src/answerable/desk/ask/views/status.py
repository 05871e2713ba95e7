"""Following a request by its private link."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from answerable.desk.ask.actions import say_more, take_in
from answerable.desk.ask.forms import More
from answerable.desk.ask.models import PrivateLink
from answerable.desk.ask.public_words import standing
from answerable.desk.ask.receipt import as_file
from answerable.desk.ask.tokens import digest
from answerable.desk.ask.why import why
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.today import today
from answerable.model import UnusableInputError

OPEN_AFTER_ANSWER = timedelta(days=90)
#: Mail that goes to the applicant. Chasers and consultations go to others and are never shown.
TO_THE_APPLICANT = ("acknowledgement", "answer", "clarification", "extension", "fee", "transfer")
_NOTHING_MORE = {State.WITHDRAWN, State.LAPSED, State.TRANSFERRED}


def private(response: HttpResponse) -> HttpResponse:
    """Headers of a page whose address is its key: it is stored and passed on nowhere."""
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@csrf_exempt  # whoever can name the address holds the key to it; there is no cookie to abuse
@require_http_methods(["GET", "HEAD", "POST"])
def status(request: HttpRequest, token: str) -> HttpResponse:
    """Where the request stands, what we sent, and a way to write to us about it."""
    link = link_of(token)
    case = link.case
    if case is None:
        return private(render(request, "ask/in_line.html", {"link": link, "token": token}))
    posted = request.method == "POST"
    form = More(request.POST if posted else None)
    if posted and case.where not in _NOTHING_MORE and form.is_valid():
        try:
            say_more(case, form.cleaned_data["text"], link=link.token_hash)
            return private(redirect(f"{request.path}?sent=yes"))
        except UnusableInputError as problem:
            form.add_error("text", str(problem))
    context = {
        **_facts(case),
        "token": token,
        "form": form,
        "mail": _correspondence(case),
        "may_write": case.where not in _NOTHING_MORE,
        "waits": case.where is State.CLARIFYING,
        "written": request.GET.get("sent") == "yes",
    }
    return private(render(request, "ask/status.html", context))


@require_safe
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    """The page after sending: reference, due date and why, what happens next, what to keep."""
    link = link_of(token)
    if link.case is None:
        return private(render(request, "ask/in_line.html", {"link": link, "token": token}))
    context = {**_facts(link.case), "token": token, "has_receipt": bool(link.receipt)}
    return private(render(request, "ask/receipt.html", context))


@require_safe
def receipt_file(request: HttpRequest, token: str) -> HttpResponse:
    """The receipt as a file."""
    link = link_of(token)
    if not link.receipt:
        raise Http404
    response = HttpResponse(as_file(link.receipt), content_type="application/json")
    name = link.receipt.get("reference") or "request"
    response["Content-Disposition"] = f'attachment; filename="receipt-{name}.json"'
    return private(response)


def link_of(token: str) -> PrivateLink:
    """The link with this token. One that ended looks like one that never was."""
    links = PrivateLink.objects.select_related("case").filter(token_hash=digest(token))
    link = links.first()
    if link is not None and link.case is None and link.reference:
        take_in(link.pk)  # just sent, and the worker has not come by yet
        link = links.all().first()
    if link is None or (link.case and _ended(link.case)):
        raise Http404
    return link


def _ended(case: Case) -> bool:
    finished = case.sent_on or case.closed_on
    return finished is not None and today() > finished + OPEN_AFTER_ANSWER


def _facts(case: Case) -> dict[str, Any]:
    stands = standing(case.where)
    return {
        "case": case,
        "stands": stands,
        "why": why(case) if stands.owed else "",
        "received": timezone.localtime(case.received_at),
    }


def _correspondence(case: Case) -> list[OutgoingMail]:
    """What we sent to the applicant, and it alone."""
    mail = case.mail.filter(kind__in=TO_THE_APPLICANT, state__in=("sent", "posted"))
    return [each for each in mail if each.state == "posted" or each.to == case.applicant_email]
