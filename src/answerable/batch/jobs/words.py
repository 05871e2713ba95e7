"""A lot of letters to the words that are compared, and the keys under which twins meet."""

from collections.abc import Collection, Sequence
from hashlib import blake2b

from answerable.batch.row import Columns, Values
from answerable.precedents import Entry
from answerable.precedents.index.derive import words_of
from answerable.precedents.near import band_keys, shingles, signature
from answerable.precedents.words import content


def words_batch(
    ids: Sequence[str],
    texts: Sequence[str],
    authorities: Sequence[str],
    titles: Sequence[str],
    stock: Collection[int],
) -> Columns:
    """Words, title words, their 64-bit number and 24 band keys of each text; pure.

    ``stock`` are the sentences that the whole corpus repeats, which are cut.
    """
    rows = []
    for each in zip(ids, texts, titles, authorities, strict=True):
        entry = Entry(each[0], each[1], each[2], body=each[3])
        words = words_of(entry, stock)
        keys = sorted(set(band_keys(signature(shingles(words))))) if words else []
        rows.append((each[0], " ".join(words), " ".join(content(entry.title)), _same(words), keys))
    names = ("id", "words", "title_words", "same", "keys")
    return {name: [row[n] for row in rows] for n, name in enumerate(names)}


def job(columns: Columns, settings: Values) -> Columns:
    """``words_batch`` in the form that engines call."""
    stock = frozenset(settings["stock"])
    names = ("id", "text", "authority", "title")
    ids, texts, authorities, titles = (columns[name] for name in names)
    return words_batch(ids, texts, authorities, titles, stock)


def _same(words: list[str]) -> int | None:
    """One number for letters of the same words, the same on every machine and in every run."""
    if not words:
        return None
    digest = blake2b(" ".join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
