"""The national picture of a class: kept as evidence, drawn on the server."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from answerable.desk.authority.models import the_authority
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.can import StaffRequest, can, needs
from answerable.desk.people.permissions import Permission
from answerable.desk.tables import actions
from answerable.desk.tables.forms import PictureForm
from answerable.desk.tables.models import MosaicEvidence
from answerable.desk.tables.strip import height, lines
from answerable.model import RefusedInputError, UnusableInputError


@needs(Permission.READ_NCND)
def pictures(request: StaffRequest, public_id: str) -> HttpResponse:
    """The pictures kept with a class."""
    ncnd_class = _class(request, public_id)
    found = MosaicEvidence.objects.visible_to(request.user).filter(ncnd_class=ncnd_class)
    context = {
        "ncnd_class": ncnd_class,
        "pictures": found.select_related("made_by"),
        "writes": can(request.user, Permission.WRITE_NCND) and ncnd_class.withdrawn_on is None,
    }
    return render(request, "tables/pictures.html", context)


@needs(Permission.WRITE_NCND)
def add(request: StaffRequest, public_id: str) -> HttpResponse:
    """Draw a picture and keep it."""
    ncnd_class = _class(request, public_id)
    form = PictureForm(request.POST or None, initial={"us": the_authority().name})
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_picture(
                ncnd_class, form.asked(), by=request.user, title=form.cleaned_data["title"]
            )
        except (UnusableInputError, RefusedInputError) as problem:
            form.add_error("answers", str(problem))
        else:
            messages.success(request, "The picture is kept with the class.")
            return redirect("picture", made.public_id)
    return render(request, "tables/picture_form.html", {"ncnd_class": ncnd_class, "form": form})


@needs(Permission.READ_NCND)
def picture(request: StaffRequest, public_id: str) -> HttpResponse:
    """One picture: the strip with its table, and the two sentences."""
    found = _picture(request, public_id)
    rows = found.result["rows"]
    context = {
        "picture": found,
        "shown": found.result,
        "lines": lines(rows),
        "height": height(rows),
        "writes": can(request.user, Permission.WRITE_NCND) and found.withdrawn_at is None,
    }
    return render(request, "tables/picture.html", context)


@require_POST
@needs(Permission.WRITE_NCND)
def set_aside(request: StaffRequest, public_id: str) -> HttpResponse:
    """Set a picture aside."""
    found = _picture(request, public_id)
    try:
        actions.withdraw_picture(found, by=request.user)
    except UnusableInputError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Set aside. It stays readable.")
    return redirect("picture", public_id)


def _class(request: StaffRequest, public_id: str) -> NcndClass:
    return get_object_or_404(NcndClass.objects.visible_to(request.user), public_id=public_id)


def _picture(request: StaffRequest, public_id: str) -> MosaicEvidence:
    every = MosaicEvidence.objects.visible_to(request.user).select_related("ncnd_class", "made_by")
    return get_object_or_404(every, public_id=public_id)
