"""The database of an index folder: the letters as read, and what was derived from them."""

import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from answerable.model import UnusableInputError
from answerable.precedents.entry import Entry

#: What "derived" means. Another number: derived again from the letters, and said.
FORMAT = "4"

_LETTERS = """
CREATE TABLE IF NOT EXISTS letters(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL, title TEXT NOT NULL,
  date TEXT NOT NULL, outcome TEXT NOT NULL, body TEXT NOT NULL, answer TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS about(name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
_DERIVED = """
DROP TABLE IF EXISTS cleaned; DROP TABLE IF EXISTS bands; DROP TABLE IF EXISTS stock;
CREATE TABLE cleaned(n INTEGER PRIMARY KEY, words TEXT NOT NULL, title TEXT NOT NULL);
CREATE TABLE bands(key INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (key, n)) WITHOUT ROWID;
CREATE TABLE stock(key INTEGER PRIMARY KEY);
CREATE TEMP TABLE IF NOT EXISTS loose(key INTEGER NOT NULL, n INTEGER NOT NULL);
DELETE FROM loose;
"""
_CACHE = 64_000  # kilobytes of pages at hand while an index is built
_FIELDS = "id, text, title, date, outcome, body, answer"


class Store:
    """Letters by number, in one SQLite file."""

    def __init__(self, path: Path, *, new: bool = False) -> None:
        self.path = path
        try:
            self.database = sqlite3.connect(path)
            if new:
                self.database.executescript(
                    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
                    f"PRAGMA cache_size=-{_CACHE};" + _LETTERS
                )
            self.count()
        except sqlite3.Error:
            raise UnusableInputError(
                f"“{path.parent}” holds no index that can be read; make it again with "
                "“answerable index”."
            ) from None

    def about(self, name: str) -> str:
        """A fact about the index: "format", "words", "hashes", "state"."""
        row = self.database.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def note(self, **facts: str) -> None:
        """Write facts about the index."""
        with self.database:
            self.database.executemany("REPLACE INTO about VALUES (?, ?)", facts.items())

    def changed(self) -> None:
        """Note that letters came or went: what was made from all of them is out of date."""
        self.note(state=secrets.token_hex(8))

    def count(self) -> int:
        """How many letters there are."""
        return int(self.database.execute("SELECT count(*) FROM letters").fetchone()[0])

    def add(self, entries: Iterable[Entry]) -> None:
        """Add letters whose ids are new."""
        with self.database:
            self.database.executemany(
                f"INSERT INTO letters({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                ((e.id, e.text, e.title, e.date, e.outcome, e.body, e.answer) for e in entries),
            )

    def entries(self) -> Iterator[tuple[int, Entry]]:
        """All letters, in order of number."""
        rows = self.database.execute(f"SELECT n, {_FIELDS} FROM letters ORDER BY n")  # noqa: S608
        return ((int(row[0]), Entry(*row[1:])) for row in rows)

    def entry(self, number: int) -> Entry:
        """The letter of this number."""
        row = self.database.execute(
            f"SELECT {_FIELDS} FROM letters WHERE n = ?",  # noqa: S608
            (number,),
        ).fetchone()
        return Entry(*row)

    def number(self, id_: str) -> int | None:
        """The number of the letter with this id."""
        row = self.database.execute("SELECT n FROM letters WHERE id = ?", (id_,)).fetchone()
        return int(row[0]) if row else None

    def cleaned(self, number: int) -> list[str]:
        """The words that are compared, of the letter of this number."""
        row = self.database.execute("SELECT words FROM cleaned WHERE n = ?", (number,)).fetchone()
        return str(row[0]).split() if row else []

    def searched(self, numbers: Iterable[int] | None = None) -> Iterator[tuple[int, str]]:
        """The words under which letters are found: their own and their title's."""
        if numbers is None:
            return iter(
                self.database.execute("SELECT n, words || ' ' || title FROM cleaned ORDER BY n")
            )
        wanted = list(numbers)
        marks = ",".join("?" * len(wanted))
        return iter(
            self.database.execute(
                f"SELECT n, words || ' ' || title FROM cleaned WHERE n IN ({marks})",  # noqa: S608
                wanted,
            )
        )

    def texts(self) -> Iterator[tuple[int, str]]:
        """The letters as they came, by number."""
        return iter(self.database.execute("SELECT n, text FROM letters ORDER BY n"))

    def stock(self) -> frozenset[int]:
        """The sentences that the whole log repeats."""
        return frozenset(row[0] for row in self.database.execute("SELECT key FROM stock"))

    def forget_derived(self) -> None:
        """Drop and make again the tables of what is derived."""
        self.database.executescript(_DERIVED)

    def settle_bands(self) -> None:
        """Put loose bands where they belong, in order: a tree grows fast at its end alone."""
        with self.database:
            self.database.execute(
                "INSERT INTO bands SELECT DISTINCT key, n FROM loose ORDER BY 1, 2"
            )
            self.database.execute("DELETE FROM loose")

    def sharing(self, keys: Iterable[int]) -> set[int]:
        """The letters that share any band with ``keys``."""
        found: set[int] = set()
        for key in keys:
            found.update(
                row[0] for row in self.database.execute("SELECT n FROM bands WHERE key = ?", (key,))
            )
        return found
