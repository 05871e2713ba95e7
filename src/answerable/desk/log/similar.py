"""Published answers that may already have what somebody is about to ask for."""

from dataclasses import dataclass
from math import log

from answerable.desk.log.entries import public
from answerable.desk.log.search import current, how_many
from answerable.desk.log.tokens import telling
from answerable.desk.publish.models import Publication

_WORDS = 12  # the rarest words of a request tell its subject
_ROWS = 400  # of each word, the newest
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
    chosen = sorted(counts, key=lambda word: (counts[word], word))[:_WORDS]
    if len(chosen) < 2:
        return []
    every = public().count()
    weight = {word: log(1 + every / counts[word]) for word in chosen}
    score: dict[int, float] = {}
    rows = current().filter(word__in=chosen).exclude(publication__outcome="ncnd")
    newest = rows.order_by("-published_on", "public_id").values_list("publication", "word")
    for entry, word in newest[: _ROWS * len(chosen)]:
        score[entry] = score.get(entry, 0.0) + weight[word]
    enough = _ENOUGH * sum(weight.values())
    best = sorted(score, key=lambda pk: (-score[pk], pk))
    ids = [pk for pk in best if score[pk] >= enough][:most]
    entries = public().in_bulk(ids)
    return [Suggestion(entries[pk], first_line(entries[pk].answer)) for pk in ids if pk in entries]


def first_line(answer: str, longest: int = 160) -> str:
    """The beginning of an answer, cut at a word."""
    line = " ".join(answer.split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + "…"
