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
        self, words: Sequence[str], k: int, weights: Sequence[float] = ()
    ) -> list[tuple[int, float]]:
        """See ``WordIndex``."""
        if not words or k < 1:
            return []
        quoted = ['"' + word.replace('"', "") + '"' for word in words]
        if weights:
            one = "SELECT rowid AS n, ? AS weight FROM letters WHERE letters MATCH ?"
            each = " UNION ALL ".join([one] * len(words))
            asked = f"SELECT n, sum(weight) FROM ({each}) GROUP BY n ORDER BY 2 DESC, 1 LIMIT ?"  # noqa: S608 - marks only
            given: list[object] = [v for pair in zip(weights, quoted, strict=True) for v in pair]
        else:
            asked = (
                "SELECT rowid, -bm25(letters) FROM letters WHERE letters MATCH ?"
                " ORDER BY bm25(letters) LIMIT ?"
            )
            given = [" OR ".join(quoted)]
        found = self._database.execute(asked, (*given, k))
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
