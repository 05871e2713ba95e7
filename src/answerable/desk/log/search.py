"""Finding published entries by words and filters, page after page without counting rows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from answerable.desk.cases.models import OUTCOMES
from answerable.desk.log.entries import Row, columns, public
from answerable.desk.log.models import EntryWord
from answerable.desk.log.stamp import while_it_stands
from answerable.desk.log.tokens import telling, words
from answerable.desk.publish.models import STATES, SUBJECTS, Publication

A_PAGE = 20
MOST_WORDS = 8
LONGEST = 200
_MOST_COUNTED = 20_000  # words remembered with their counts
MOST_FOUND = 200  # of a search; a reader narrows it down instead of leafing through thousands


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asked for; ``after`` is the place at which the page begins."""

    words: str = ""
    year: int | None = None
    subject: str = ""
    service: str = ""
    outcome: str = ""
    after: str = ""
    page: int = 1

    def query(self, **changes: object) -> str:
        """The query string of this search, changed."""
        new = replace(self, **changes)  # type: ignore[arg-type]
        pairs = {
            "q": new.words, "year": new.year, "subject": new.subject, "service": new.service,
            "outcome": new.outcome, "after": new.after, "page": new.page if new.page > 1 else "",
        }  # fmt: skip
        return urlencode({name: value for name, value in pairs.items() if value})


@dataclass(frozen=True, slots=True)
class Found:
    """A page of entries; ``next`` is the place at which another begins, empty at the end."""

    entries: list[Row]
    next: str
    capped: bool


def wanted(asked: Mapping[str, str]) -> Wanted:
    """What the address asks for; what makes no sense counts as not asked."""
    year, page = asked.get("year", ""), asked.get("page", "")
    return Wanted(
        words=" ".join(asked.get("q", "").replace("\x00", "").split())[:LONGEST],
        year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
        subject=_one_of(asked.get("subject", ""), SUBJECTS),
        service=asked.get("service", "").replace("\x00", "")[:120],
        outcome=_one_of(asked.get("outcome", ""), OUTCOMES),
        after=asked.get("after", "")[:40] if _place(asked.get("after", "")) else "",
        page=int(page) if page.isascii() and page.isdigit() and len(page) < 5 else 1,
    )


def find(asked: Wanted) -> Found:
    """One page of what was asked for, newest first."""
    rows = _by_words(asked) if asked.words else _all(asked)
    more = len(rows) > A_PAGE
    capped = more and bool(asked.words) and asked.page * A_PAGE >= MOST_FOUND
    rows = rows[:A_PAGE]
    return Found(rows, _place_of(rows[-1]) if more and not capped else "", capped)


def _all(asked: Wanted) -> list[Row]:
    chosen = public().filter(_after(asked), **_filters(asked)).values_list(*columns(Row))
    return [Row(*row) for row in chosen[: A_PAGE + 1]]


def _by_words(asked: Wanted) -> list[Row]:
    """Entries with every word; the rarest word leads, so that few rows are looked at."""
    every = list(dict.fromkeys(words(asked.words)))
    chosen = (telling(asked.words) or every)[:MOST_WORDS]
    if not chosen:
        return []
    if len(chosen) > 1:
        counts = how_many(chosen)
        chosen.sort(key=lambda word: (counts.get(word, 0), word))
    leading = current().filter(
        _after(asked),
        word=chosen[0],
        **{f"publication__{name}": value for name, value in _filters(asked).items()},
    )
    for word in chosen[1:]:
        leading = leading.filter(
            Exists(EntryWord.objects.filter(word=word, publication=OuterRef("publication")))
        )
    # Day and id stand beside the word, so the database stops after enough for this page.
    ordered = leading.order_by("-published_on", "public_id")
    found = ordered.values_list(*columns(Row, before="publication__"))[: A_PAGE + 1]
    return [Row(*row) for row in found]


def _after(asked: Wanted) -> Q:
    """From the place on at which the page begins; an entry and its words have the same columns."""
    place = _place(asked.after)
    if place is None:
        return Q()
    day, public_id = place
    return Q(published_on__lt=day) | Q(published_on=day, public_id__gt=public_id)


def current() -> QuerySet[EntryWord]:
    """Words of entries that are published and have not changed since they were read."""
    return EntryWord.objects.filter(
        publication__state="published", publication__version=F("version")
    )


def how_many(chosen: list[str]) -> dict[str, int]:
    """In how many published entries each word stands; words of none are left out.

    Each word is counted once a stamp.
    """
    known = while_it_stands("word counts", dict[str, int])
    if new := [word for word in chosen if word not in known]:
        if len(known) > _MOST_COUNTED:
            known.clear()
        known |= dict.fromkeys(new, 0) | _count(new)
    return {word: known[word] for word in chosen if known.get(word, 0) > 0}


def _count(chosen: list[str]) -> dict[str, int]:
    """All are counted in the index of words alone; then those of entries that are not published,
    which are few, are taken off.
    """
    total = _counted(EntryWord.objects.filter(word__in=chosen))
    if hidden := while_it_stands("hidden", _hidden):
        words_ = EntryWord.objects.filter(publication__in=hidden, word__in=list(total))
        for word, count in _counted(words_).items():
            total[word] -= count
    return total


def _hidden() -> list[int]:
    others = [state for state in STATES if state != "published"]
    return list(Publication.objects.filter(state__in=others).values_list("pk", flat=True))


def _counted(rows: QuerySet[EntryWord]) -> dict[str, int]:
    return dict(rows.order_by().values_list("word").annotate(n=Count("*")))


def _filters(asked: Wanted) -> dict[str, object]:
    found = {
        "published_on__year": asked.year,
        "subject": asked.subject,
        "service__name": asked.service,
        "outcome": asked.outcome,
    }
    return {name: value for name, value in found.items() if value}


def _one_of(value: str, allowed: Mapping[str, str] | tuple[str, ...]) -> str:
    return value if value in allowed else ""


def _place_of(entry: Row) -> str:
    return f"{entry.published_on:%Y-%m-%d}.{entry.public_id}"


def _place(written: str) -> tuple[date, str] | None:
    day, _, public_id = written.partition(".")
    try:
        return (date.fromisoformat(day), public_id) if public_id.isalnum() else None
    except ValueError:
        return None
