"""The pages of the log. They read, and write nothing: no cookie, no row, no trace of a reader."""

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from answerable.desk.cases.models import OUTCOMES
from answerable.desk.files import store
from answerable.desk.files.models import Attachment
from answerable.desk.files.views import as_download
from answerable.desk.log.entries import public, public_files, withdrawn
from answerable.desk.log.highlight import excerpt, marked
from answerable.desk.log.kept import same_for_everybody
from answerable.desk.log.outcomes import outcome_words
from answerable.desk.log.search import Wanted, find, wanted
from answerable.desk.log.tokens import words
from answerable.desk.people.models import ServiceArea
from answerable.desk.publish.models import SUBJECTS
from answerable.desk.today import today


@same_for_everybody
@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """The list, or what a search finds in it."""
    asked = wanted(request.GET)
    found = find(asked)
    sought = words(asked.words)
    context = {
        "asked": asked,
        "found": found,
        "rows": [
            (entry, marked(entry.title, sought), excerpt(entry.answer, sought))
            for entry in found.entries
        ],
        "filters": _filters(asked),
        "outcome_words": outcome_words,
        "narrowed": bool(asked.year or asked.subject or asked.service or asked.outcome),
    }
    return render(request, "log/log.html", context)


@same_for_everybody
@require_safe
def entry(request: HttpRequest, public_id: str) -> HttpResponse:
    """One answer. One that was withdrawn leaves a page that says when and why, and no more."""
    found = public().select_related("service").filter(public_id=public_id).first()
    if found is None:
        gone = withdrawn(public_id)
        if gone is None:
            raise Http404
        return render(request, "log/withdrawn.html", {"entry": gone}, status=410)
    context = {
        "entry": found,
        "files": public_files(found),
        "outcome": outcome_words(found.outcome),
        "address": settings.ADDRESS,
    }
    return render(request, "log/entry.html", context)


@require_safe
def file(request: HttpRequest, public_id: str, file_id: str) -> HttpResponse:
    """A file of a published entry, as a download."""
    found = get_object_or_404(public(), public_id=public_id)
    for each in public_files(found):
        if each.public_id == file_id:
            return as_download(request, name=each.name, content=_gated(each))
    raise Http404(_("There is no such file."))


def _gated(file: Attachment) -> bytes:
    """The bytes that went through the gate; a file that is gone or changed is not there."""
    try:
        return store.as_kept(file.stored_as, file.sha256)
    except FileNotFoundError:
        raise Http404(_("There is no such file.")) from None


def _filters(asked: Wanted) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    """Each filter: its name, its label, what is chosen, and its choices with their words."""
    services = ServiceArea.objects.filter(Exists(public().filter(service=OuterRef("pk"))))
    names = [(area.name, area.name) for area in services]
    years = [(str(year), str(year)) for year in _years()]
    outcomes = [(slug, outcome_words(slug)) for slug in OUTCOMES]
    return [
        ("year", _("Year published"), str(asked.year or ""), years),
        ("subject", _("Subject"), asked.subject, [(s, _(s)) for s in SUBJECTS]),
        ("service", _("Service"), asked.service, names),
        ("outcome", _("Outcome"), asked.outcome, outcomes),
    ]


def _years() -> list[int]:
    oldest = public().order_by("published_on").values_list("published_on", flat=True).first()
    return list(range(today().year, oldest.year - 1, -1)) if oldest else []
