"""People, their roles, and who may do what."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.people.actions import add_person, close_sign_in, end_role, give_role
from answerable.desk.people.can import StaffRequest, needs
from answerable.desk.people.forms import PersonForm
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import role, roles


@needs(*Permission)
def who_may(request: StaffRequest) -> HttpResponse:
    """Who may do what, from the one file that decides it."""
    return render(
        request, "people/who_may.html", {"roles": roles(), "permissions": list(Permission)}
    )


@needs(Permission.MANAGE_PEOPLE)
def people(request: StaffRequest) -> HttpResponse:
    """Everybody, those who have left last."""
    found = User.objects.prefetch_related("service_areas", "holdings").order_by(
        "-is_active", "name"
    )
    return render(request, "people/people.html", {"people": found})


@needs(Permission.MANAGE_PEOPLE)
def add(request: StaffRequest) -> HttpResponse:
    """Add a person."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = add_person(
            by=request.user,
            email=form.cleaned_data["email"],
            name=form.cleaned_data["name"],
            post=form.cleaned_data["post"],
            password=form.cleaned_data["password"] or None,
            roles=tuple(form.cleaned_data["roles"]),
            service_areas=tuple(form.cleaned_data["service_areas"]),
        )
        messages.success(request, f"{person.name} was added.")
        return redirect("people")
    return render(request, "people/add.html", {"form": form})


@needs(Permission.MANAGE_PEOPLE)
def person(request: StaffRequest, public_id: str) -> HttpResponse:
    """One person: their roles and sign-in."""
    someone = get_object_or_404(User, public_id=public_id)
    free = [each for each in roles() if each.id not in someone.role_ids]
    held = [each for each in roles() if each.id in someone.role_ids]
    return render(request, "people/person.html", {"person": someone, "free": free, "held": held})


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def change(request: StaffRequest, public_id: str) -> HttpResponse:
    """Give or end a role, or close the sign-in."""
    someone = get_object_or_404(User, public_id=public_id)
    known = {each.id for each in roles()}
    give, end = request.POST.get("give", ""), request.POST.get("end", "")
    if give in known:
        give_role(by=request.user, user=someone, role_id=give)
        messages.success(request, f"{someone.name} is now {role(give).name.lower()}.")
    elif end in known:
        end_role(by=request.user, user=someone, role_id=end)
        messages.success(request, f"{someone.name} is no longer {role(end).name.lower()}.")
    elif "leave" in request.POST:
        close_sign_in(by=request.user, user=someone)
        messages.success(request, f"{someone.name} can no longer sign in.")
    return redirect("person", public_id)
