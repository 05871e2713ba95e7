"""Published answers that may already have what somebody is about to ask for."""

from dataclasses import dataclass
from math import log

from answerable.desk.log.entries import public
from answerable.desk.log.search import current, how_many
from answerable.desk.log.tokens import telling
from answerable.desk.publish.models import Publication

_WORDS = 12  # the rarest words of a request tell its subject
_MANY_ROWS = 2_000  # of entries to weigh; words that are commoner tell little
_MOST_ROWS = 40_000
_ENOUGH = 0.34  # share of the telling weight that an entry must have


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry with its one line."""

    entry: Publication
    line: str


def suggest(text: str, most: int = 4) -> list[Suggestion]:
    """Published entries that share the telling words of ``text``, the best first.

    Answers that neither confirm nor deny are never suggested: a likeness must say nothing there.
    """
    counts = how_many(telling(text[:5_000])[:200])
    chosen = _rarest(counts)
    if len(chosen) < 2:
        return []
    every = public().count()
    weight = {word: log(1 + every / counts[word]) for word in chosen}
    score: dict[int, float] = {}
    rows = current().filter(word__in=chosen).exclude(publication__outcome="ncnd")
    for entry, word in rows.values_list("publication", "word")[:_MOST_ROWS]:
        score[entry] = score.get(entry, 0.0) + weight[word]
    enough = _ENOUGH * sum(weight.values())
    best = sorted(score, key=lambda pk: (-score[pk], pk))
    ids = [pk for pk in best if score[pk] >= enough][:most]
    entries = public().in_bulk(ids)
    return [Suggestion(entries[pk], first_line(entries[pk].answer)) for pk in ids if pk in entries]


def _rarest(counts: dict[str, int]) -> list[str]:
    """The rarest words, at least two, as long as they do not stand nearly everywhere."""
    chosen: list[str] = []
    rows = 0
    for word in sorted(counts, key=lambda word: (counts[word], word))[:_WORDS]:
        rows += counts[word]
        if len(chosen) >= 2 and rows > _MANY_ROWS:
            break
        chosen.append(word)
    return chosen


def first_line(answer: str, longest: int = 160) -> str:
    """The beginning of an answer, cut at a word."""
    line = " ".join(answer.split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + "…"
