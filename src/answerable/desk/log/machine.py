"""The log for programs: feed, open data and its schema, sitemap, robots, search description."""

from collections.abc import Iterator
from importlib.resources import files

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from answerable.desk.authority.models import the_authority
from answerable.desk.log.entries import public
from answerable.desk.log.export import as_csv, as_json, rows
from answerable.desk.log.kept import same_for_everybody
from answerable.desk.log.search import A_PAGE

_LICENCE = "Open Government Licence v3.0"
_MOST_IN_SITEMAP = 45_000  # the form allows 50,000


@same_for_everybody
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest entries as Atom."""
    entries = list(public()[:A_PAGE])
    updated = entries[0].published_on if entries else None
    return _xml(request, "log/feed.xml", "atom+xml", entries=entries, updated=updated)


@require_safe
def data_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Everything public as CSV."""
    return _download(as_csv(rows(_base())), "text/csv; charset=utf-8", "disclosure-log.csv")


@require_safe
def data_json(request: HttpRequest) -> StreamingHttpResponse:
    """Everything public as JSON."""
    head = {
        "authority": the_authority().name,
        "schema": settings.ADDRESS + reverse("log-schema"),
        "licence": _LICENCE,
    }
    return _download(as_json(rows(_base()), head), "application/json", "disclosure-log.json")


@same_for_everybody
@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """What the JSON looks like."""
    text = files("answerable.desk.log").joinpath("schema.json").read_text(encoding="utf-8")
    return HttpResponse(text, content_type="application/schema+json")


@same_for_everybody
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The addresses of all public pages."""
    entries = public().only("public_id", "published_on")[:_MOST_IN_SITEMAP]
    pages = [reverse(name) for name in ("front", "log", "ask", "statistics")]
    return _xml(request, "log/sitemap.xml", "xml", entries=entries, pages=pages)


@same_for_everybody
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What programs may read: everything but private pages."""
    lines = [
        "User-agent: *",
        "Disallow: /status/",
        "Disallow: /desk/",
        f"Sitemap: {settings.ADDRESS}{reverse('sitemap')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@same_for_everybody
@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """How a browser can offer the search of the log."""
    return _xml(request, "log/opensearch.xml", "opensearchdescription+xml")


def _base() -> str:
    return str(settings.ADDRESS) + reverse("log")


def _xml(request: HttpRequest, template: str, kind: str, **context: object) -> HttpResponse:
    page = render(request, template, {"address": settings.ADDRESS, "base": _base(), **context})
    text = "".join(c for c in page.content.decode() if c in "\n\t" or c >= " ")
    text = text.replace("\ufffe", "").replace("\uffff", "")  # not allowed in XML, even escaped
    return HttpResponse(text, content_type=f"application/{kind}; charset=utf-8")


def _download(lines: Iterator[str], kind: str, name: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(lines, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
