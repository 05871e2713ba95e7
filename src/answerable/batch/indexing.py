"""An index folder from shards, the same folder that ``answerable index`` makes."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from answerable.batch.parts import Parts
from answerable.model import UnusableInputError
from answerable.precedents import Entry
from answerable.precedents.clean import without_addressee, without_asker
from answerable.precedents.index import check_place
from answerable.precedents.index.derive import WORDS
from answerable.precedents.index.engines import word_index
from answerable.precedents.index.left_over import building_place
from answerable.precedents.index.store import FORMAT, Store
from answerable.precedents.near import ENGINE

__all__ = ["build_index", "check_place"]

_DATABASE = "letters.db"


def build_index(parts: Parts, into: Path, stock: Iterable[int]) -> None:
    """Build ``into`` from the shards of words; the old index answers until the new one is whole.

    Raises:
        UnusableInputError: no letter is left.
    """
    building = building_place(into)
    try:
        building.mkdir(parents=True)
        store = Store(building / _DATABASE, new=True)
        _fill(store, parts, stock)
        if not store.count():
            raise UnusableInputError("No letter of the corpus could be used; nothing was written.")
        words = word_index(building / WORDS)
        words.add(store.searched())
        words.close()
        store.note(format=FORMAT, words=words.engine, hashes=ENGINE)
        store.changed()
        store.database.execute("PRAGMA journal_mode=DELETE")
        store.database.close()
        _rename(building, into)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _fill(store: Store, parts: Parts, stock: Iterable[int]) -> None:
    store.forget_derived()
    taken: dict[str, int] = {}
    number = 0
    for path in parts.shards("rows"):
        rows = list(_usable(pq.read_table(path, use_threads=False)))
        store.add(_entry(row, taken) for row in rows)
        with store.database:
            for number, row in enumerate(rows, number + 1):  # noqa: B020 - goes on counting
                _derived(store.database, number, row)
    store.settle_bands()
    with store.database:
        store.database.executemany("INSERT INTO stock VALUES (?)", ((key,) for key in stock))


def _usable(table: pa.Table) -> Iterator[dict[str, Any]]:
    return (row for row in table.to_pylist() if row["error"] is None)


def _entry(row: dict[str, Any], taken: dict[str, int]) -> Entry:
    """The letter, under an id that no other has."""
    id_ = row["id"]
    while id_ in taken:
        taken[row["id"]] += 1
        id_ = f"{row['id']} ({taken[row['id']]})"
    taken[id_] = 1
    return Entry(
        id=id_,
        text=without_asker(row["text"]),
        title=row["title"],
        date=row["date"],
        outcome=row["outcome"],
        body=row["authority"],
        answer=without_addressee(row["answer"]),
    )


def _derived(database: sqlite3.Connection, number: int, row: dict[str, Any]) -> None:
    database.execute(
        "INSERT INTO cleaned VALUES (?, ?, ?)", (number, row["words"], row["title_words"])
    )
    database.executemany("INSERT INTO loose VALUES (?, ?)", ((key, number) for key in row["keys"]))


def _rename(building: Path, into: Path) -> None:
    old = into.with_name(f"{into.name}.old-{os.getpid()}")
    if into.exists():
        into.replace(old)
    building.replace(into)
    shutil.rmtree(old, ignore_errors=True)
