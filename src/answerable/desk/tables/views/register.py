"""The register of releases: every table that went out, with what was published."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from answerable.desk.people.can import StaffRequest, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.tables.models import TableRelease
from answerable.desk.tables.shown import tells_of

_SHOWN = 200


@needs(Permission.READ_CASES)
def releases(request: StaffRequest) -> HttpResponse:
    """The releases, the newest first."""
    every = TableRelease.objects.visible_to(request.user).sent().select_related("case")
    return render(request, "tables/releases.html", {"releases": every[:_SHOWN]})


@needs(Permission.READ_CASES)
def release(request: StaffRequest, public_id: str) -> HttpResponse:
    """One release, and what a reader can tell from it alone."""
    every = TableRelease.objects.visible_to(request.user).select_related("case")
    found = get_object_or_404(every, public_id=public_id)
    context = {"release": found, "case": found.case, "tells": tells_of(found.published)}
    return render(request, "tables/release.html", context)
