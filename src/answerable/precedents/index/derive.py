"""From letters to what searches need: cleaned words, bands, the index of words."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from answerable.precedents.boilerplate import repeated_sentences, sample
from answerable.precedents.clean import asked_words
from answerable.precedents.entry import Entry
from answerable.precedents.index.engines import drop_index, word_index
from answerable.precedents.index.store import FORMAT, Store
from answerable.precedents.near import ENGINE, band_keys, shingles, signature
from answerable.precedents.progress import Telling
from answerable.precedents.recipient import recipient
from answerable.precedents.words import content, words

_LOT = 2_000  # letters in one transaction

#: Where the index of words stands in the folder of an index.
WORDS = "words"


def words_of(entry: Entry, stock: Collection[int]) -> list[str]:
    """The words of a letter that are searched and compared; the title's only if there are none."""
    body = entry.body or recipient(entry.text)  # whom a letter asks is not what it asks
    asked = set(words(body))
    own = asked_words(entry.text, (entry.body,), stock)
    return [word for word in own if word not in asked] or own or content(entry.title)


def derive(store: Store, folder: Path, engine: str = "auto", told: Telling | None = None) -> None:
    """Make all that is derived from the letters of ``store``, the index of words in ``folder``.

    ``told`` hears how many letters are done.
    """
    store.forget_derived()
    stock = repeated_sentences(sample(store.texts()))
    with store.database:
        store.database.executemany("INSERT INTO stock VALUES (?)", ((key,) for key in stock))
    _file_all(store, stock, told)
    store.settle_bands()
    building = folder / f"{WORDS}.part"
    drop_index(building)
    index = word_index(building, engine)
    index.add(store.searched())
    index.close()
    drop_index(folder / WORDS)
    building.replace(folder / WORDS)
    store.note(format=FORMAT, words=index.engine, hashes=ENGINE)
    store.changed()


def _file_all(store: Store, stock: Collection[int], told: Telling | None) -> None:
    done, total = 0, store.count()
    if told:
        told.begin("letters indexed", 0, 0.0)
    for lot in _lots(store.entries()):
        file_words(store, lot, stock, loose=True)
        done += len(lot)
        if told:
            told.advance(len(lot), done / total)


def file_words(
    store: Store, lot: Iterable[tuple[int, Entry]], stock: Collection[int], *, loose: bool = False
) -> None:
    """Write the cleaned words and the bands of some letters, ``loose`` ones to be settled later."""
    into = "loose" if loose else "bands"
    cleaned: list[tuple[int, str, str]] = []
    keys: list[tuple[int, int]] = []
    for number, entry in lot:
        kept = words_of(entry, stock)
        cleaned.append((number, " ".join(kept), " ".join(content(entry.title))))
        keys += [(key, number) for key in keys_of(kept)]
    with store.database:
        store.database.executemany("INSERT INTO cleaned VALUES (?, ?, ?)", cleaned)
        store.database.executemany(
            f"INSERT OR IGNORE INTO {into} VALUES (?, ?)",  # noqa: S608 - one of two names
            keys,
        )


def keys_of(kept: Sequence[str]) -> list[int]:
    """The band keys of a letter's cleaned words; none where there are no words."""
    parts = shingles(kept)
    return band_keys(signature(parts)) if parts else []


def _lots(rows: Iterator[tuple[int, Entry]]) -> Iterator[list[tuple[int, Entry]]]:
    from itertools import islice

    while lot := list(islice(rows, _LOT)):
        yield lot
