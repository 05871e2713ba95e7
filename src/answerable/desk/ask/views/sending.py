"""Sending a request."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from answerable.desk.ask import actions
from answerable.desk.ask.bucket import network_key
from answerable.desk.ask.drafts import came_from_our_page, draft_of, drop_cookie
from answerable.desk.ask.forms import FORM_WORDS
from answerable.desk.ask.views.steps import first_missing


@csrf_exempt  # the form's own key is the check; see ``drafts.form_key``
@require_POST
def send(request: HttpRequest) -> HttpResponse:
    """Send what was checked; sent twice, it leads to the same receipt."""
    draft = draft_of(request) if came_from_our_page(request) else None
    if draft is not None:
        if missing := first_missing(draft.answers):
            return redirect(missing)
        draft.answers = {
            **draft.answers,
            "wants_form": FORM_WORDS.get(draft.answers["wants_form"], ""),
        }
    network = network_key(request.META.get("REMOTE_ADDR", ""))
    sent = actions.send(request.POST.get("form", "")[:64], draft, network=network)
    if sent.token is None:
        return redirect("ask-what")
    address = reverse("status-receipt", args=(sent.token,))
    answer = drop_cookie(HttpResponseRedirect(address))
    answer["Cache-Control"] = "no-store"
    return answer
