"""The authority's details, for an administrator."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from answerable.desk.authority.actions import set_authority
from answerable.desk.authority.forms import AuthorityForm
from answerable.desk.authority.models import Authority
from answerable.desk.people.can import StaffRequest, needs
from answerable.desk.people.permissions import Permission


@needs(Permission.MANAGE_AUTHORITY)
def authority(request: StaffRequest) -> HttpResponse:
    """Read and change them."""
    form = AuthorityForm(request.POST or None, instance=Authority.objects.first())
    if request.method == "POST" and form.is_valid():
        set_authority(by=request.user, **form.cleaned_data)
        messages.success(request, "The details were changed.")
        return redirect("authority")
    return render(request, "authority/authority.html", {"form": form})
