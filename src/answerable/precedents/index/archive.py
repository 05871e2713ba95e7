"""An index folder: built beside its place and renamed, opened with a check, kept up to date."""

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from answerable.model import UnusableInputError
from answerable.precedents.entry import Entry
from answerable.precedents.index.derive import WORDS, derive, file_words, keys_of
from answerable.precedents.index.engines import drop_index, word_index
from answerable.precedents.index.left_over import building_place
from answerable.precedents.index.port import WordIndex
from answerable.precedents.index.store import FORMAT, Store
from answerable.precedents.near import ENGINE
from answerable.precedents.progress import Telling

_DATABASE = "letters.db"


@dataclass
class Archive:
    """An open index: the letters, the index of their words, and what was said on opening."""

    store: Store
    words: WordIndex
    notes: tuple[str, ...] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self.words.close()
        self.store.database.close()

    def put(self, entries: Iterable[Entry]) -> None:
        """Add letters, or put them in the place of those with the same id; seen at once."""
        entries = list({entry.id: entry for entry in entries}.values())
        self.remove(entry.id for entry in entries)
        self.store.add(entries)
        numbers = [self.store.number(entry.id) for entry in entries]
        lot = [(n, e) for n, e in zip(numbers, entries, strict=True) if n is not None]
        file_words(self.store, lot, self.store.stock())
        self.words.add(self.store.searched(n for n, _ in lot))
        self.store.changed()

    def remove(self, ids: Iterable[str]) -> None:
        """Take letters out; ids that are not there do not matter."""
        found = [n for n in map(self.store.number, ids) if n is not None]
        if not found:
            return
        self.words.delete(found)
        bands = [(key, n) for n in found for key in keys_of(self.store.cleaned(n))]
        with self.store.database:
            self.store.database.executemany("DELETE FROM bands WHERE key = ? AND n = ?", bands)
            for table in ("letters", "cleaned"):
                self.store.database.executemany(
                    f"DELETE FROM {table} WHERE n = ?",  # noqa: S608 - names from this line
                    ((n,) for n in found),
                )
        self.store.changed()


def build(
    entries: Iterable[Entry], into: Path, engine: str = "auto", told: Telling | None = None
) -> int:
    """Build the index folder ``into`` from letters with different ids; gives their number.

    It is built beside and renamed, so the old index answers until the new one is whole and a
    failure leaves it as it was. ``told`` hears how far it is.

    Raises:
        UnusableInputError: ``into`` holds something that is not an index, cannot be written,
            or there are no letters.
    """
    check_place(into)
    building = building_place(into)
    try:
        building.mkdir(parents=True)
        store = Store(building / _DATABASE, new=True)
        store.add(entries if told is None else _counted(entries, told))
        count = store.count()
        if not count:
            raise UnusableInputError("No letter was found in what was named; nothing was written.")
        derive(store, building, engine, told)
        store.database.execute("PRAGMA journal_mode=DELETE")
        store.database.close()
        _rename(building, into)
    except OSError as problem:
        raise UnusableInputError(
            f"“{into}” cannot be written ({problem.strerror}); choose another place."
        ) from None
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return count


def _counted(entries: Iterable[Entry], told: Telling) -> Iterator[Entry]:
    told.begin("letters read", 0, 0.0)
    for entry in entries:
        yield entry
        told.advance(1, 0.0)


def check_place(into: Path) -> None:
    """Refuse a place that holds anything other than an index.

    Raises:
        UnusableInputError: it does.
    """
    if into.is_dir() and any(into.iterdir()) and not (into / _DATABASE).exists():
        raise UnusableInputError(
            f"“{into}” holds other files; name a new folder or one that holds an index."
        )
    if into.exists() and not into.is_dir():
        raise UnusableInputError(f"“{into}” is a file; name a folder for the index.")


def _rename(building: Path, into: Path) -> None:
    old = into.with_name(f"{into.name}.old-{os.getpid()}")
    if into.exists():
        into.replace(old)
    building.replace(into)
    drop_index(old / WORDS)
    shutil.rmtree(old, ignore_errors=True)


def open_archive(folder: Path, told: Telling | None = None, *, mend: bool = True) -> Archive:
    """Open the index in ``folder``, and count that nothing is missing.

    An index that another version made, or whose parts do not agree, is derived again from its
    letters; ``notes`` then says so in one sentence, and ``told`` hears how far it is. That takes
    minutes for a large one: without ``mend`` such an index is refused and left as it is.

    Raises:
        UnusableInputError: there is no index, it cannot be read, or it needs to be made again.
    """
    if not (folder / _DATABASE).is_file():
        raise UnusableInputError(
            f"There is no index in “{folder}”; make one with “answerable index LOG --into {folder}”."
        )
    store = Store(folder / _DATABASE)
    made_with = store.about("words")
    if store.about("format") != FORMAT or store.about("hashes") != ENGINE:
        return _again(store, folder, "was made by another version", told, mend=mend)
    try:
        words = word_index(folder / WORDS, made_with)
        whole = words.engine == made_with and words.count() == store.count()
    except Exception:
        whole = False
    if not whole:
        return _again(store, folder, "was not whole", told, mend=mend)
    return Archive(store, words)


def _again(store: Store, folder: Path, why: str, told: Telling | None, *, mend: bool) -> Archive:
    if not mend:
        store.database.close()
        raise UnusableInputError(f"The index in “{folder}” {why} and has to be made again.")
    try:
        derive(store, folder, told=told)
    except OSError as problem:
        raise UnusableInputError(
            f"The index in “{folder}” {why} and cannot be written ({problem.strerror})."
        ) from None
    note = f"The index in “{folder}” {why}; it was made again from its {store.count():,} letters."
    return Archive(store, word_index(folder / WORDS, store.about("words")), (note,))
