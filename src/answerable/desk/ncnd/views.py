"""The register, the page of a class, and an officer's word on a proposed class."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.cases.models import Case
from answerable.desk.ncnd import actions
from answerable.desk.ncnd.checking import check
from answerable.desk.ncnd.forms import ApproveForm, ClassForm, Grounds, JudgeForm, initial, wanted
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.ncnd.standing import standing
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.today import today
from answerable.model import UnusableInputError


@needs(Permission.READ_NCND)
def register(request: StaffRequest) -> HttpResponse:
    """Every class with where it stands: proposed, in force, to be looked at again, withdrawn."""
    classes = NcndClass.objects.visible_to(request.user).select_related("approved_by")
    rows = [(each, standing(each, today())) for each in classes]
    may_propose = can(request.user, Permission.WRITE_NCND)
    return render(request, "ncnd/register.html", {"rows": rows, "may_propose": may_propose})


@needs(Permission.READ_NCND)
def class_page(request: StaffRequest, public_id: str) -> HttpResponse:
    """One class: its limbs, balance and wording, and the notice that it makes."""
    return _page(request, _found(request, public_id), ApproveForm())


@needs(Permission.WRITE_NCND)
def propose_class(request: StaffRequest) -> HttpResponse:
    """Put a class forward."""
    form, grounds = ClassForm(request.POST or None), Grounds(request.POST or None)
    if request.method == "POST" and form.is_valid() and grounds.is_valid():
        try:
            made = actions.propose(wanted(form, grounds), by=request.user)
        except UnusableInputError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Proposed. It governs nothing until somebody approves it.")
            return redirect("ncnd_class", made.public_id)
    context = {"form": form, "grounds": grounds, "title": "Propose a class"}
    return render(request, "ncnd/form.html", context)


@needs(Permission.WRITE_NCND)
def change_class(request: StaffRequest, public_id: str) -> HttpResponse:
    """Change a class that is not approved yet."""
    ncnd_class = _found(request, public_id)
    first, rows = initial(ncnd_class)
    form = ClassForm(request.POST or None, initial=first)
    grounds = Grounds(request.POST or None, initial=rows)
    if request.method == "POST" and form.is_valid() and grounds.is_valid():
        try:
            actions.change(ncnd_class, wanted(form, grounds), by=request.user)
        except UnusableInputError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Changed.")
            return redirect("ncnd_class", public_id)
    context = {"form": form, "grounds": grounds, "title": "Change a proposed class"}
    return render(request, "ncnd/form.html", context)


@require_POST
@needs(Permission.APPROVE_NCND)
def approve_class(request: StaffRequest, public_id: str) -> HttpResponse:
    """Put a class in force."""
    ncnd_class, form = _found(request, public_id), ApproveForm(request.POST)
    if form.is_valid():
        try:
            actions.approve(ncnd_class, by=request.user, review_on=form.cleaned_data["review_on"])
        except UnusableInputError as error:
            form.add_error("review_on", str(error))
        else:
            messages.success(request, "Approved. The class is in force from today.")
            return redirect("ncnd_class", public_id)
    return _page(request, ncnd_class, form)


@require_POST
@needs(Permission.APPROVE_NCND)
def withdraw_class(request: StaffRequest, public_id: str) -> HttpResponse:
    """Take a class out of force."""
    actions.withdraw(_found(request, public_id), by=request.user)
    messages.success(request, "Withdrawn. It is no longer proposed for new cases.")
    return redirect("ncnd_class", public_id)


@require_POST
@needs(Permission.WRITE_CASES)
def judge(request: StaffRequest, reference: str, public_id: str) -> HttpResponse:
    """Confirm a proposed class for a case, or decline it with a reason."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    ncnd_class, form = _found(request, public_id), JudgeForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        if request.POST.get("answer") == "confirm":
            actions.confirm(case, ncnd_class, by=request.user)
            messages.success(request, f"The class “{ncnd_class.name}” governs this case.")
        else:
            actions.decline(case, ncnd_class, by=request.user, reason=reason)
            messages.success(request, f"The class “{ncnd_class.name}” does not govern this case.")
    except UnusableInputError as error:
        messages.error(request, str(error))
    return redirect("triage", reference)


def _found(request: StaffRequest, public_id: str) -> NcndClass:
    return get_object_or_404(NcndClass.objects.visible_to(request.user), public_id=public_id)


def _page(request: StaffRequest, ncnd_class: NcndClass, approve: ApproveForm) -> HttpResponse:
    counts = can(request.user, Permission.READ_CASES)
    context = {
        "ncnd_class": ncnd_class,
        "standing": standing(ncnd_class, today()),
        "check": check(ncnd_class),
        "approve": approve,
        "cases": Case.objects.visible_to(request.user).filter(ncnd_class=ncnd_class).count()
        if counts
        else None,
        "may_approve": can(request.user, Permission.APPROVE_NCND)
        and ncnd_class.proposed_by != request.user,
        "may_withdraw": can(request.user, Permission.APPROVE_NCND),
        "may_change": can(request.user, Permission.WRITE_NCND),
    }
    return render(request, "ncnd/class.html", context)
