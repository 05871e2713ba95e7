"""Which requests to other bodies have nearly the same words, by the bands kept in the database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from answerable.desk.asked_before.index import NEAR
from answerable.desk.asked_before.models import OtherRequest, State
from answerable.precedents.entry import Entry
from answerable.precedents.index.derive import words_of
from answerable.precedents.near import band_keys, likeness, shingles, signature

_MOST = 1_000  # requests that are looked at closely


@dataclass(frozen=True, slots=True)
class Near:
    """A request to another body, how like it is, and the words of the two."""

    request: OtherRequest
    likeness: float
    here: tuple[str, ...]
    there: tuple[str, ...]


def keys_of(words: Sequence[str]) -> list[int]:
    """The band keys of some words; none where there are no words."""
    pieces = shingles(words)
    return band_keys(signature(pieces)) if pieces else []


def words_to_keep(entry: Entry, stock: Iterable[int]) -> list[str]:
    """The words of a request of a log by which it is compared."""
    return words_of(entry, frozenset(stock))[:300]


def nearest(texts: Mapping[str, Sequence[str]]) -> dict[str, list[Near]]:
    """For each of ``texts`` (a name to its words) the requests like it, the most alike first.

    One question to the database, however many texts there are.
    """
    keys = {name: keys_of(words) for name, words in texts.items()}
    every = {key for some in keys.values() for key in some}
    if not every:
        return {name: [] for name in texts}
    rows = OtherRequest.objects.filter(bands__key__in=every, log__state=State.IN)
    found = list(rows.distinct().order_by("pk")[:_MOST])
    pieces = {each.pk: shingles(each.words.split()) for each in found}
    return {name: _near(words, found, pieces) for name, words in texts.items()}


def _near(
    words: Sequence[str], found: list[OtherRequest], pieces: Mapping[int, frozenset[str]]
) -> list[Near]:
    own = shingles(words)
    scored = ((likeness(own, pieces[each.pk]), each) for each in found)
    best = sorted(
        ((score, each) for score, each in scored if score >= NEAR),
        key=lambda pair: (-pair[0], -_day(pair[1]), pair[1].pk),  # of two alike the newest
    )
    own_words = tuple(words)
    return [Near(each, score, own_words, tuple(each.words.split())) for score, each in best]


def _day(request: OtherRequest) -> int:
    return request.asked_on.toordinal() if request.asked_on else 0
