"""The report as a page: what was found in one line each, each chart with its table beside it."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from answerable.audit.report.report import OUTCOME_WORDS
from answerable.batch.report.charts import Bar, bars, columns
from answerable.batch.report.figures import UNDATED, Figures, Tally, count
from answerable.batch.report.read import audited_rows
from answerable.law import defect
from answerable.model import Outcome

_DRAWN = 12  # rows of a chart; the table has more
_LISTED = 200  # rows of a table
_FEW = 10  # letters of a body, below which a share says nothing


@dataclass(frozen=True, slots=True)
class Section:
    """A chart, the table beside it, and a sentence on how to read them."""

    id: str
    title: str
    reading: str
    chart: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: int = 0
    key: tuple[str, str] = ("", "")


def to_html(result: Path) -> str:
    """The page for an audited corpus.

    Raises:
        UnusableInputError: the file is not what ``batch audit`` writes.
    """
    figures = count(audited_rows(result))
    return _template().render(
        title=_headline(figures),
        name=result.name,
        figures=figures,
        facts=_facts(figures),
        sections=[
            each
            for each in (
                _defects(figures),
                _provisions(figures),
                _bodies(figures),
                _years(figures),
                _defects_by_year(figures),
                _outcomes(figures),
            )
            if each.rows
        ],
        failed=[(reason, f"{n:,}") for reason, n in _ordered(figures.failed)],
    )


def _headline(figures: Figures) -> str:
    letters = figures.all.letters
    bodies = len(figures.bodies)
    return (
        f"{letters:,} letter{'' if letters == 1 else 's'} of "
        f"{bodies:,} {'body' if bodies == 1 else 'bodies'}, and what they do not show"
    )


def _facts(figures: Figures) -> list[tuple[str, str]]:
    """The numbers that head the page, each with what it counts."""
    tally = figures.all
    years = sorted(year for year in figures.years if year != UNDATED)
    span = f"{years[0]} to {years[-1]}" if len(years) > 1 else "".join(years) or "none given"
    return [
        (f"{tally.letters:,}", "letters audited"),
        (_share(tally.letters - tally.found, tally.letters), "with nothing found"),
        (_share(tally.serious, tally.letters), "with a finding of high or critical weight"),
        (span, "years of the letters"),
    ]


def _defects(figures: Figures) -> Section:
    total = figures.all.letters
    ordered = _ordered(figures.defects)
    chart = [
        Bar(_title(slug), n, f"{_share(n, total)}", n - figures.likely[slug])
        for slug, n in ordered[:_DRAWN]
    ]
    return Section(
        "defects",
        "Which defects",
        "Letters in which each defect was found at least once. Where the dark part ends, the "
        "rest are points on which a careful reader might differ.",
        bars("Letters by defect", chart),
        ("Defect", "Weight", "Letters", "Share", "Likely only"),
        tuple(
            (
                _title(slug),
                defect(slug).severity,
                f"{n:,}",
                _share(n, total),
                f"{figures.likely[slug]:,}",
            )
            for slug, n in ordered[:_LISTED]
        ),
        max(0, len(ordered) - _LISTED),
        ("plain on the face of the letter", "likely"),
    )


def _provisions(figures: Figures) -> Section:
    ordered = _ordered(figures.provisions)
    total = figures.all.letters
    chart = [Bar(cite, n, _share(n, total)) for cite, n in ordered[:_DRAWN]]
    return Section(
        "provisions",
        "Which provisions",
        "Provisions on which letters refuse, each counted once a letter.",
        bars("Letters by provision relied on", chart),
        ("Provision", "Letters", "Share"),
        tuple((cite, f"{n:,}", _share(n, total)) for cite, n in ordered[:_LISTED]),
        max(0, len(ordered) - _LISTED),
    )


def _bodies(figures: Figures) -> Section:
    ordered = sorted(figures.bodies.items(), key=lambda each: (-each[1].letters, each[0]))
    chart = [
        Bar(name, tally.letters, f"{tally.letters:,}", tally.serious)
        for name, tally in ordered[:_DRAWN]
    ]
    return Section(
        "bodies",
        "Which bodies",
        "Bodies by the number of their letters. This is no league table: bodies that answer "
        f"harder requests have more to get wrong. Of fewer than {_FEW} letters no share is given.",
        bars("Letters by body", chart),
        ("Body", "Letters", "With a finding", "High or critical"),
        tuple((name, *_tallied(tally)) for name, tally in ordered[:_LISTED]),
        max(0, len(ordered) - _LISTED),
        ("with a finding of high or critical weight", "other letters"),
    )


def _years(figures: Figures) -> Section:
    ordered = sorted(figures.years.items())
    chart = [
        Bar(year, tally.letters, f"{tally.letters:,}", tally.serious) for year, tally in ordered
    ]
    return Section(
        "years",
        "Year by year",
        "Letters by the year of their date; a year with few letters says little.",
        columns("Letters by year", chart),
        ("Year", "Letters", "With a finding", "High or critical"),
        tuple((year, *_tallied(tally)) for year, tally in ordered),
        0,
        ("with a finding of high or critical weight", "other letters"),
    )


def _defects_by_year(figures: Figures) -> Section:
    years = sorted(figures.years)[-8:]
    top = [slug for slug, _ in _ordered(figures.defects)[:_DRAWN]]
    return Section(
        "defects-by-year",
        "The commonest defects, year by year",
        "The share of the letters of each year in which the defect was found.",
        "",
        ("Defect", *years),
        tuple(
            (
                _title(slug),
                *(_cell(figures.by_year[slug, year], figures.years[year]) for year in years),
            )
            for slug in top
        ),
    )


def _outcomes(figures: Figures) -> Section:
    ordered = _ordered(figures.outcomes)
    total = figures.all.letters
    named = [(_capital(OUTCOME_WORDS[Outcome(outcome)]), n) for outcome, n in ordered]
    return Section(
        "outcomes",
        "What the letters do",
        "The letter as a whole, as the program reads it.",
        bars("Letters by what they do", [Bar(name, n, _share(n, total)) for name, n in named]),
        ("Outcome", "Letters", "Share"),
        tuple((name, f"{n:,}", _share(n, total)) for name, n in named),
    )


def _tallied(tally: Tally) -> tuple[str, str, str]:
    return (f"{tally.letters:,}", _cell(tally.found, tally), _cell(tally.serious, tally))


def _cell(n: int, of: Tally) -> str:
    return _share(n, of.letters) if of.letters >= _FEW else f"{n} of {of.letters}"


def _share(n: int, of: int) -> str:
    if not of:
        return "0 %"
    share = n / of
    return (
        f"{share:.1%}".replace("%", " %") if 0 < share < 0.1 else f"{share:.0%}".replace("%", " %")
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _title(slug: str) -> str:
    return defect(slug).title


def _ordered(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda each: (-each[1], each[0]))


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("answerable.batch.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.j2")
