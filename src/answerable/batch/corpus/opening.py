"""Open a corpus: the reader by its ending, the columns by a first look, then rows in order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path
from typing import Any

from answerable.batch.corpus.columns import FIELDS
from answerable.batch.corpus.columns import Mapping as Columns
from answerable.batch.corpus.folder import Folder
from answerable.batch.corpus.lines import JsonLines
from answerable.batch.corpus.raw import Raw, Reader, Table
from answerable.batch.corpus.tables import Csv
from answerable.batch.row import Row
from answerable.letters.files import DEFAULT
from answerable.model import UnusableInputError
from answerable.precedents.logs.read import as_date

_LOOK = 200  # rows in which the keys of JSON objects are looked for
_ENDS = 1024 * 1024  # bytes of each end of a file that its fingerprint covers


@dataclass
class Corpus:
    """A corpus that can be read from the beginning any number of times."""

    path: Path
    columns: Columns
    encoding: str = "utf-8"

    def __post_init__(self) -> None:
        self._reader = self._open()

    def rows(self) -> Iterator[Row]:
        """Every row in order, bad ones with their problem.

        Raises:
            UnusableInputError: nothing can be read, or no column holds the letter.
        """
        self._reader = reader = self._open()
        found = self._of_table(reader)
        coming = reader.rows()
        first = [] if found else list(islice(coming, _LOOK))
        names = dict.fromkeys(name for raw in first for name in raw.values)
        for n, raw in enumerate(chain(first, coming), 1):
            if not found and raw.values:
                found = self.columns.find([*names] or [*raw.values], str(self.path))
            yield _row(n, raw, found, f"{self.path.stem}-{n}")

    def share(self) -> float:
        """How much of it has been read."""
        return self._reader.share()

    def fingerprint(self) -> str:
        """What must be the same for stopped work to go on: names, sizes, times, both ends."""
        reader = self._reader
        files = reader.files() if isinstance(reader, Folder) else [self.path]
        seen = blake2b(digest_size=16)
        for each in files:
            about = each.stat()
            seen.update(f"{each}|{about.st_size}|{about.st_mtime_ns}\n".encode("utf-8", "replace"))
        if not isinstance(reader, Folder):
            with self.path.open("rb") as file:
                seen.update(file.read(_ENDS))
                file.seek(max(0, self.path.stat().st_size - _ENDS))
                seen.update(file.read(_ENDS))
        return seen.hexdigest()

    def _open(self) -> Reader:
        path = self.path
        if path.is_dir():
            return Folder(path)
        if not path.exists():
            raise UnusableInputError(f"There is no file or folder “{path}”; check the name.")
        ending = "".join(path.suffixes[-2:] if path.suffix.lower() == ".gz" else [path.suffix])
        ending = ending.lower()
        if ending in (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"):
            return JsonLines(path)
        if ending in (".csv", ".csv.gz", ".tsv", ".tsv.gz"):
            return Csv(path, self.encoding)
        if ending in (".parquet", ".pq"):
            from answerable.batch.corpus.parquet import Parquet

            return Parquet(path)
        raise UnusableInputError(
            f"“{path}” is not a corpus; give JSON lines (.jsonl, .jsonl.gz), .csv, .parquet or a "
            "folder of letters."
        )

    def _of_table(self, reader: Reader) -> dict[str, str]:
        """The columns of a file that names them before its first row; only those are read."""
        if not isinstance(reader, Table):
            return {}
        found = self.columns.find(reader.names(), str(self.path))
        reader.only(found.values())
        return found


def open_corpus(path: Path, columns: Columns, encoding: str = "utf-8") -> Corpus:
    """The corpus at ``path``.

    Raises:
        UnusableInputError: it is not there, or of no kind that can be read.
    """
    return Corpus(path, columns, encoding)


def _row(n: int, raw: Raw, found: Mapping[str, str], default: str) -> Row:
    got = dict.fromkeys(FIELDS, "") | {
        name: _words(raw.values.get(column)) for name, column in found.items()
    }
    got["id"] = got["id"].strip() or default
    got["date"] = as_date(got["date"]) if got["date"] else ""
    got["authority"] = " ".join(got["authority"].split())
    problem = raw.problem or _problem(raw.values.get(found.get("text", "")), got["text"])
    if problem:
        got["text"] = ""
    return Row(n=n, place=raw.place, problem=problem, **got)


def _problem(value: Any, text: str) -> str:
    if isinstance(value, list | dict):
        return "the text is a list of values, not words"
    if not any(map(str.isalnum, text)):
        return "no text"
    if len(text) > DEFAULT.text_chars:
        return f"{len(text):,} characters, far more than a letter"
    return ""


def _words(value: Any) -> str:
    """A value as words that any file can hold."""
    if isinstance(value, dict):
        value = value.get("name")
    if value is None or isinstance(value, list | dict):
        return ""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    text = value if isinstance(value, str) else str(value)
    if text.isascii():
        return text
    # Half of a surrogate pair is legal in JSON and in nothing else.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
