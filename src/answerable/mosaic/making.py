"""Bodies as read, made into a question: priors, checks over all of them, and what was assumed."""

from dataclasses import dataclass, field, replace

from answerable.model import RefusedInputError, UnusableInputError
from answerable.mosaic.priors import DEFAULT_DISPERSION, negative_binomial
from answerable.mosaic.question import Answer, Body, Question, Total, Vector
from answerable.mosaic.values import Markers
from answerable.mosaic.words import assumptions, overlaps

MOST_ENTRIES = 40_000_000  # of all priors together; eight bytes each


@dataclass(frozen=True, slots=True)
class Settings:
    """What is declared beside the file; it takes precedence over what the file says."""

    total: Total | None = None
    always_ncnd: float | None = None
    markers: Markers = field(default_factory=dict)
    regions: tuple[tuple[str, Total], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A body as read, before its prior is made."""

    where: str
    name: str
    answer: Answer
    past: tuple[Answer, ...] = ()
    regions: tuple[str, ...] = ()
    listed: Vector | None = None
    mean: float | None = None
    dispersion: float | None = None
    population: float | None = None


def make(rows: list[Row], settings: Settings, *, strict: bool) -> Question:
    """The question.

    Raises:
        UnusableInputError: a body or a region stands there twice, or a region without a body.
        RefusedInputError: more than can be reckoned with.
    """
    if not rows:
        raise UnusableInputError(
            "There are no bodies in the table; each needs a line with its name and answer."
        )
    seen: dict[str, str] = {}
    for row in rows:
        if row.name in seen:
            raise UnusableInputError(
                f"{row.where}: “{row.name}” stands there twice; put its earlier answers into the column past."
            )
        seen[row.name] = row.where
    named = [region for region, _ in settings.regions]
    for region, _ in settings.regions:
        if named.count(region) > 1:
            raise UnusableInputError(
                f"The total of the region “{region}” is given twice; give it once."
            )
        if not any(region in row.regions for row in rows):
            raise UnusableInputError(
                f"There is a total for the region “{region}”, but no body is in it; check the column region."
            )
    means = _default_means(rows, settings.total)
    priors, entries = [], 0
    for row, mean in zip(rows, means, strict=True):
        priors.append(_prior(row, mean, settings.total))
        entries += len(priors[-1])
        if entries > MOST_ENTRIES:
            raise RefusedInputError(
                f"{row.where}: the puzzle is too large ({len(rows):,} bodies and so large a total); "
                "split it by region or declare a smaller total."
            )
    bodies = tuple(
        Body(row.name, row.answer, prior, row.past, row.regions, row.listed is not None)
        for row, prior in zip(rows, priors, strict=True)
    )
    used = [row for row in rows if row.listed is None and row.mean is None]
    words = assumptions(
        total=settings.total,
        share=settings.always_ncnd,
        bodies=bodies,
        markers=settings.markers,
        listed=sum(row.listed is not None for row in rows),
        declared=sum(row.listed is None and row.mean is not None for row in rows),
        by_population=sum(row.population is not None for row in used),
        defaults=len(used),
        mean=means[rows.index(used[0])] if used else 0.0,
        dispersion=DEFAULT_DISPERSION,
        regional=bool(settings.regions),
        strict=strict,
    )
    made = Question(bodies, settings.total, settings.regions, settings.always_ncnd, words, strict)
    return replace(made, assumptions=(*words, *overlaps(made)))


def _default_means(rows: list[Row], total: Total | None) -> list[float]:
    """Where no mean is declared: the middle of the total, shared by population, or equally.

    With no total either, one case a body is expected.
    """
    centre = float(len(rows)) if total is None else (total.lo + total.hi) / 2
    people = [row.population for row in rows]
    known = [each for each in people if each is not None]
    typical = sum(known) / len(known) if known else 1.0
    sizes = [typical if each is None else each for each in people]
    whole = sum(sizes) or 1.0
    return [
        row.mean if row.mean is not None else centre * size / whole
        for row, size in zip(rows, sizes, strict=True)
    ]


def _prior(row: Row, mean: float, total: Total | None) -> Vector:
    floor = max([row.answer.lo, row.answer.hi or 0, *(each.lo for each in row.past)])
    if row.listed is not None:
        return row.listed
    dispersion = row.dispersion
    if row.mean is None and dispersion is None:
        dispersion = DEFAULT_DISPERSION
    natural = negative_binomial(mean, dispersion) if total is None else None
    length = len(natural) if natural is not None else total.hi + 1 if total else 1
    if natural is not None and floor < length:
        return natural
    return negative_binomial(mean, dispersion, max(length, floor + 1))
