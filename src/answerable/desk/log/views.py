"""The pages of the log. They read, and write nothing: no cookie, no row, no trace of a reader."""

from datetime import date

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from answerable.desk.cases.models import OUTCOMES
from answerable.desk.files import store
from answerable.desk.files.models import Attachment
from answerable.desk.files.views import as_download
from answerable.desk.log.entries import public, public_files, shown, withdrawn
from answerable.desk.log.highlight import excerpt, marked
from answerable.desk.log.kept import same_for_everybody
from answerable.desk.log.outcomes import outcome_words
from answerable.desk.log.search import Wanted, find, wanted
from answerable.desk.log.stamp import while_it_stands
from answerable.desk.log.tokens import words
from answerable.desk.people.models import ServiceArea
from answerable.desk.publish.models import SUBJECTS
from answerable.desk.today import today
from answerable.desk.ui.said import said


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
    found = shown(public_id)
    if found is None:
        gone = withdrawn(public_id)
        if gone is None:
            raise Http404
        return render(request, "log/withdrawn.html", {"entry": gone}, status=410)
    context = {
        "entry": found,
        "files": public_files(public_id) if found.has_files else [],
        "outcome": outcome_words(found.outcome),
        "address": settings.ADDRESS,
    }
    return render(request, "log/entry.html", context)


@require_safe
def file(request: HttpRequest, public_id: str, file_id: str) -> HttpResponse:
    """A file of a published entry, as a download."""
    for each in public_files(public_id):
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
    services = while_it_stands("services", _services)
    names = [(name, name) for name in services]
    oldest = while_it_stands("oldest", _oldest)
    years = [(str(y), str(y)) for y in range(today().year, oldest.year - 1, -1)] if oldest else []
    outcomes = [(slug, outcome_words(slug)) for slug in OUTCOMES]
    return [
        ("year", _("Year published"), str(asked.year or ""), years),
        ("subject", _("Subject"), asked.subject, [(s, said(s)) for s in SUBJECTS]),
        ("service", _("Service"), asked.service, names),
        ("outcome", _("Outcome"), asked.outcome, outcomes),
    ]


def _services() -> list[str]:
    """The services that something published is of."""
    used = Exists(public().filter(service=OuterRef("pk")))
    return list(ServiceArea.objects.filter(used).values_list("name", flat=True))


def _oldest() -> date | None:
    return public().order_by("published_on").values_list("published_on", flat=True).first()
