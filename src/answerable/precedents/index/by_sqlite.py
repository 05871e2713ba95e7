"""Search by words with SQLite's FTS5: on every machine, fit for some ten thousand letters."""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path


class SqliteIndex:
    """A ``WordIndex`` in one database file."""

    engine = "sqlite fts5"

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(folder / "words.db")
        self._database.executescript(
            "CREATE VIRTUAL TABLE IF NOT EXISTS letters USING fts5("
            " words, detail=none, tokenize='unicode61 remove_diacritics 0');"
            "CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab(letters, 'row');"
        )

    def add(self, rows: Iterable[tuple[int, str]]) -> None:
        """See ``WordIndex``."""
        with self._database:
            self._database.executemany("INSERT INTO letters(rowid, words) VALUES (?, ?)", rows)

    def delete(self, numbers: Iterable[int]) -> None:
        """See ``WordIndex``."""
        with self._database:
            self._database.executemany(
                "DELETE FROM letters WHERE rowid = ?", ((number,) for number in numbers)
            )

    def search(
        self, words: Sequence[str], k: int, boosts: Sequence[float] = ()
    ) -> list[tuple[int, float]]:
        """See ``WordIndex``; FTS5 knows no boosts."""
        if not words or k < 1:
            return []
        any_of = " OR ".join('"' + word.replace('"', "") + '"' for word in words)
        found = self._database.execute(
            "SELECT rowid, -bm25(letters) FROM letters WHERE letters MATCH ?"
            " ORDER BY bm25(letters) LIMIT ?",
            (any_of, k),
        )
        return [(int(number), float(score)) for number, score in found]

    def frequency(self, word: str) -> int:
        """See ``WordIndex``."""
        row = self._database.execute(
            "SELECT doc FROM vocabulary WHERE term = ?", (word,)
        ).fetchone()
        return int(row[0]) if row else 0

    def count(self) -> int:
        """See ``WordIndex``."""
        return int(self._database.execute("SELECT count(*) FROM letters_docsize").fetchone()[0])

    def close(self) -> None:
        """See ``WordIndex``."""
        self._database.close()
