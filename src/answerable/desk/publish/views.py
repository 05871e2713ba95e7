"""Proposing for the log, and the list from which entries are published and withdrawn."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.cases.models import Case, Question
from answerable.desk.db.at_once import read_at_once
from answerable.desk.letters.current import files_to_go
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.publish import actions
from answerable.desk.publish.files import publishable
from answerable.desk.publish.forms import ProposalForm, WithdrawForm
from answerable.desk.publish.models import ClassPolicy, Publication
from answerable.desk.publish.proposal import proposal
from answerable.model import UnusableInputError


@needs(Permission.PROPOSE_PUBLICATION)
def propose(request: StaffRequest, reference: str) -> HttpResponse:
    """The entry as it would stand, to be read, redacted further and proposed."""
    case = get_object_or_404(
        Case.objects.visible_to(request.user).select_related("ncnd_class"), reference=reference
    )
    if request.method == "GET":
        asked = Prefetch("questions", Question.objects.select_related("service"))
        read_at_once(case, [asked, "letters", files_to_go()])
    entry = Publication.objects.visible_to(request.user).filter(case=case).first()
    why_not = actions.why_not(case)
    if not why_not and entry is not None and entry.state == "published":
        why_not = "This answer is in the log. Withdraw it before you change it."
    context = {"case": case, "entry": entry, "why_not": why_not}
    if why_not:
        return render(request, "publish/propose.html", context)
    choosable = publishable(case)
    form = ProposalForm(
        request.POST if request.method == "POST" else None,
        choosable=choosable,
        initial=_initial(case, entry, [file.public_id for file in choosable]),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.propose(case, form.entry, by=request.user)
        except UnusableInputError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "Proposed. A publisher who is not you publishes it.")
            return redirect("publications")
    return render(request, "publish/propose.html", context | {"form": form})


@needs(Permission.PROPOSE_PUBLICATION, Permission.PUBLISH)
def entries(request: StaffRequest) -> HttpResponse:
    """What is proposed, published and withdrawn."""
    every = Publication.objects.visible_to(request.user)
    context = {
        "proposed": every.filter(state="proposed").order_by("proposed_at"),
        "published": every.filter(state="published")[:100],
        "withdrawn": every.filter(state="withdrawn").order_by("-withdrawn_on")[:100],
    }
    return render(request, "publish/entries.html", context)


@needs(Permission.PROPOSE_PUBLICATION, Permission.PUBLISH)
def entry(request: StaffRequest, public_id: str) -> HttpResponse:
    """One entry as the public would read it, to be published or withdrawn."""
    one = get_object_or_404(
        Publication.objects.visible_to(request.user).select_related("case", "proposed_by"),
        public_id=public_id,
    )
    publishes = can(request.user, Permission.PUBLISH)
    context = {
        "entry": one,
        "publishes": publishes and one.state == "proposed" and one.proposed_by != request.user,
        "own": one.state == "proposed" and one.proposed_by == request.user,
        "withdraws": publishes and one.state == "published",
        "form": WithdrawForm(),
    }
    return render(request, "publish/entry.html", context)


@require_POST
@needs(Permission.PUBLISH)
def act(request: StaffRequest, public_id: str, what: str) -> HttpResponse:
    """Publish or withdraw an entry."""
    one = get_object_or_404(Publication.objects.visible_to(request.user), public_id=public_id)
    seen = request.POST.get("version", "")
    one.version = int(seen) if seen.isdecimal() and len(seen) < 6 else 0
    try:
        if what == "publish":
            actions.publish(one, by=request.user)
            messages.success(request, "Published.")
        elif what == "withdraw":
            actions.withdraw(one, by=request.user, because=request.POST.get("because", ""))
            messages.success(request, "Withdrawn. The reason is public.")
        else:
            raise Http404
    except UnusableInputError as problem:
        messages.error(request, str(problem))
    return redirect("log_entry", public_id)


@needs(Permission.READ_NCND)
def policies(request: StaffRequest) -> HttpResponse:
    """For each class of the register: whether its answers go into the log."""
    classes = NcndClass.objects.visible_to(request.user).select_related("log_policy")
    if request.method == "POST":
        chosen = get_object_or_404(classes, public_id=request.POST.get("class", ""))
        published = request.POST.get("published") == "yes"
        actions.set_policy(chosen, by=request.user, published=published)
        messages.success(request, "Decided for the whole class.")
        return redirect("log_policies")
    policies = {each.ncnd_class_id: each.published for each in ClassPolicy.objects.all()}
    context = {
        "rows": [(each, policies.get(each.pk, False)) for each in classes],
        "decides": can(request.user, Permission.APPROVE_NCND),
        "actor": request.user,
    }
    return render(request, "publish/policies.html", context)


def _initial(case: Case, entry: Publication | None, files: list[str]) -> dict[str, object]:
    if entry is not None:
        chosen = list(entry.files.values_list("public_id", flat=True))
        return {
            "title": entry.title,
            "request": entry.request,
            "answer": entry.answer,
            "subject": entry.subject,
            "service": entry.service,
            "enclosed": chosen,
        }
    words = proposal(case)
    service = next((q.service for q in case.questions.all() if q.service), None)
    return {
        "title": words.title,
        "request": words.request,
        "answer": words.answer,
        "service": service,
        "enclosed": files,
    }
