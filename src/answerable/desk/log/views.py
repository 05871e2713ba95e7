"""The pages of the log. They read, and write nothing: no cookie, no row, no trace of a reader."""

from datetime import date
from functools import lru_cache

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from markupsafe import Markup, escape

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
from answerable.desk.ui.jinja import day, macro
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
            (
                row.public_id,
                marked(row.title, sought),
                excerpt(row.answer, sought),
                _about(
                    get_language() or "", row.outcome, row.subject, row.service, row.answered_on
                ),
            )
            for row in found.entries
        ],
        "filters": _filters(asked),
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


@lru_cache(4096)
def _about(
    _language: str, outcome: str, subject: str, service: str | None, answered_on: date
) -> Markup:
    """The last line of a row: what came of it, about what, by whom, when. Rows share them."""
    answered = said(gettext_noop("answered %(day)s")) % {"day": day(answered_on)}
    parts = (outcome_words(outcome), said(subject), service, answered)
    return escape(" · ".join(part for part in parts if part))


def _filters(asked: Wanted) -> Markup:
    """The choices of the filters, with what is chosen; rendered once for the same choices."""
    oldest = while_it_stands("oldest", _oldest)
    return _choices(
        get_language() or "",
        (today().year, oldest.year) if oldest else (0, 1),
        while_it_stands("services", _services),
        (str(asked.year or ""), asked.subject, asked.service, asked.outcome),
    )


@lru_cache(256)
def _choices(
    _language: str, years: tuple[int, int], services: tuple[str, ...], chosen: tuple[str, ...]
) -> Markup:
    newest, oldest = years
    filters = (
        ("year", _("Year published"), [(str(y), str(y)) for y in range(newest, oldest - 1, -1)]),
        ("subject", _("Subject"), [(s, said(s)) for s in SUBJECTS]),
        ("service", _("Service"), [(name, name) for name in services]),
        ("outcome", _("Outcome"), [(slug, outcome_words(slug)) for slug in OUTCOMES]),
    )
    shown = [(*each, value) for each, value in zip(filters, chosen, strict=True)]
    made: Markup = macro("log/filters.html", "choices")(shown)
    return made


def _services() -> tuple[str, ...]:
    """The services that something published is of."""
    used = Exists(public().filter(service=OuterRef("pk")))
    return tuple(ServiceArea.objects.filter(used).values_list("name", flat=True))


def _oldest() -> date | None:
    return public().order_by("published_on").values_list("published_on", flat=True).first()
