"""The statistics page and its data. They read rows that were made when a quarter was closed."""

import csv
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from answerable import law
from answerable.counts.rules import rule_named
from answerable.desk.authority.models import the_authority
from answerable.desk.log.kept import same_for_everybody
from answerable.desk.stats.chart import Bar, chart
from answerable.desk.stats.figures import COLUMNS, FEW, HIDDEN, ROWS, RULE
from answerable.desk.stats.models import Quarter

_CHARTED = 8
_TABLED = 12


@same_for_everybody
@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """Requests by quarter: received, outcome, in time, law relied on, internal reviews."""
    quarters = list(Quarter.objects.all()[:_TABLED])
    bars = [Bar(_name(q), *share_in_time(q.figures)) for q in reversed(quarters[:_CHARTED])]
    context = {
        "quarters": [(q, _name(q), _lines(q.figures), _sections(q.figures)) for q in quarters],
        "chart": chart(bars, title=_("Share of answers given in time"), untold=_("not told")),
        "columns": [_column(name) for name in (*COLUMNS, "total")],
        "cell": cell,
        "code": "" if the_authority().scottish else _code(),
    }
    return render(request, "stats/statistics.html", context)


@same_for_everybody
@require_safe
def statistics_csv(request: HttpRequest) -> HttpResponse:
    """The same figures as CSV, one figure a line."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="statistics.csv"'
    writer = csv.writer(response)
    writer.writerow(("quarter", "table", "row", "column", "value"))
    for quarter in Quarter.objects.all():
        name, figures = str(quarter), quarter.figures
        writer.writerow((name, "requests", "received", "total", cell(figures["received"])))
        for row, values in (figures["table"] or {}).items():
            for column, value in zip((*COLUMNS, "total"), values, strict=True):
                writer.writerow((name, "outcome and time", row, column, cell(value)))
        for section, value in figures["sections"]:
            writer.writerow((name, "law relied on", section, "requests", cell(value)))
        writer.writerow((name, "internal reviews", "asked for", "total", cell(figures["reviews"])))
    return response


def share_in_time(figures: dict[str, Any]) -> tuple[int | None, bool]:
    """The share of answers given in time in per cent, and whether it is only the least it can be.

    None where the figures do not say.
    """
    table = figures["table"]
    in_time, late = table["total"][:2] if table else (None, None)
    least = late == FEW
    late = rule_named(RULE).below - 1 if least else late
    if not isinstance(in_time, int) or not isinstance(late, int) or in_time + late == 0:
        return None, False
    return 100 * in_time // (in_time + late), least


def cell(value: int | str) -> str:
    """A figure, or the words in its place."""
    return {FEW: _("fewer than 5"), HIDDEN: _("not told")}.get(str(value), f"{value}")


def _name(quarter: Quarter) -> str:
    return _("Q%(number)s %(year)s") % {"number": quarter.number, "year": quarter.year}


def _column(name: str) -> str:
    return {
        "in_time": _("In time"),
        "late": _("Late"),
        "none": _("No answer"),
        "total": _("Total"),
    }[name]


def _lines(figures: dict[str, Any]) -> list[tuple[str, list[int | str]]]:
    words = {
        "full": _("Everything given"),
        "part": _("Part given"),
        "refused": _("Refused"),
        "not_held": _("Not held"),
        "ended": _("Ended without an answer"),
        "open": _("Not yet answered"),
        "total": _("Total"),
    }
    table = figures["table"] or {}
    if figures["received"] == 0:
        return []
    return [(words[row], table[row]) for row in (*ROWS, "total") if row in table]


def _sections(figures: dict[str, Any]) -> list[tuple[str, int | str]]:
    return [(section, value) for section, value in figures["sections"]]


def _code() -> str:
    return str(law.facts()["s45_code_publication"]["provision"])
