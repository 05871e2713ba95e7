"""Logs to letters: rows by mapping, folders walked, ids made unique, nothing lost unsaid."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from answerable.model import RefusedInputError, UnusableInputError
from answerable.precedents.clean import without_addressee, without_asker
from answerable.precedents.entry import Entry
from answerable.precedents.logs.feeds import from_feed
from answerable.precedents.logs.mapping import LogMapping
from answerable.precedents.logs.rows import rows

LOGS = frozenset({".csv", ".tsv", ".jsonl", ".ndjson", ".json", ".xml"})
_DATES = ("%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%d-%b-%Y")
_FIELDS = ("id", "text", "title", "date", "outcome", "body", "answer")
_SHOWN = 20  # rows that could not be used, said one by one

#: Opens a letter of any kind: a path to its words.
Opener = Callable[[Path], str]


@dataclass
class FileReport:
    """What became of one file: how many letters, the rows left out, or why it was no use."""

    path: str
    letters: int = 0
    left_out: list[str] = field(default_factory=list)
    error: str = ""
    refused: bool = False


@dataclass
class Reading:
    """The files of a log, read one after another as ``entries`` is walked."""

    paths: Sequence[Path]
    mapping: LogMapping
    open_letter: Opener
    letter_endings: Collection[str]
    files: list[FileReport] = field(default_factory=list)
    left_out: int = 0

    def entries(self) -> Iterator[Entry]:
        """Every letter, with an id that no other has."""
        seen: dict[str, int] = {}
        for path in self._walk():
            report = FileReport(str(path))
            self.files.append(report)
            try:
                for entry in self._of(path, report):
                    yield from self._unique(entry, seen, report)
            except UnusableInputError as problem:
                report.error = f"{problem}{_before(report.letters)}"
                report.refused = isinstance(problem, RefusedInputError)

    def _walk(self) -> Iterator[Path]:
        for path in self.paths:
            if not path.is_dir():
                yield path
                continue
            known = LOGS | set(self.letter_endings)
            found = sorted(each for each in path.rglob("*") if each.suffix.lower() in known)
            if not found:
                self.files.append(FileReport(str(path), error=f"“{path}” holds no log or letter."))
            yield from (each for each in found if each.is_file())

    def _of(self, path: Path, report: FileReport) -> Iterator[Entry]:
        if path.suffix.lower() not in LOGS:
            yield Entry(path.name, without_asker(self.open_letter(path)), title=path.stem)
            return
        checked = False
        for n, (row, where, problem) in enumerate(rows(path, self.mapping), 1):
            feed = None if problem else from_feed(row)
            if feed is not None and feed.unpublished:
                self._leave(report, f"{where} {feed.unpublished}")
                continue
            if not problem and not checked:
                self._check(row, path, known=feed is not None)
                checked = True
            default = f"{path.stem}-{n}"
            fields = self._fields(row, _FIELDS if feed is None else self.mapping.columns)
            fields = feed.fields | fields if feed else fields
            entry = None if problem else self._entry(fields, default)
            if entry is None:
                self._leave(report, f"{where} {problem or 'has no words of a request'}")
            else:
                if fields.get("date") and not entry.date:
                    self._note(report, f"{where} has no date that can be read (“{fields['date']}”)")
                yield entry

    def _check(self, row: dict[str, Any], path: Path, *, known: bool) -> None:
        """Raises UnusableInputError where columns that are needed are not there."""
        names = [*row, *_inner(row)]
        self.mapping.check(names, f"“{path}”")
        if not known and not self.mapping.of("text", names):
            raise UnusableInputError(
                f"No column of “{path}” is known to hold the request; it has "
                f"{', '.join(map(str, list(row)[:12]))}. Say which in a mapping file (“text: …”)."
            )

    def _fields(self, row: dict[str, Any], names: Iterable[str]) -> dict[str, str]:
        flat = row | _inner(row)
        return {
            name: "\n".join(
                str(flat[column]).strip()
                for column in self.mapping.of(name, flat)
                if flat.get(column) not in (None, "") and not isinstance(flat[column], dict)
            )
            for name in names
        }

    def _entry(self, got: dict[str, str], default: str) -> Entry | None:
        if not any(map(str.isalnum, got["text"])):
            return None
        when = as_date(got.get("date", ""), self.mapping.date_format)
        text, answer = without_asker(got["text"]), without_addressee(got.get("answer", ""))
        more = {"text": text, "answer": answer, "date": when, "id": got.get("id") or default}
        return Entry(**{**got, **more})

    def _unique(self, entry: Entry, seen: dict[str, int], report: FileReport) -> Iterator[Entry]:
        """The letter; under a longer id where its own is taken; not at all where it is the same."""
        key = hash((entry.text, entry.date, entry.body))
        id_, n = entry.id, 1
        while id_ in seen:
            if seen[id_] == key:
                self._leave(report, f"“{entry.id}” stands twice with the same words; kept once")
                return
            n += 1
            id_ = f"{entry.id} ({n})"
        if n > 1:
            report.left_out.append(
                f"the id “{entry.id}” is taken by another letter; this one is “{id_}”"
            )
        seen[id_] = key
        report.letters += 1
        yield replace(entry, id=id_) if n > 1 else entry

    def _note(self, report: FileReport, what: str) -> None:
        if len(report.left_out) < _SHOWN:
            report.left_out.append(what)

    def _leave(self, report: FileReport, why: str) -> None:
        self.left_out += 1
        if len(report.left_out) < _SHOWN:
            report.left_out.append(why)


def _before(letters: int) -> str:
    """That a file was read in part, where it was."""
    if not letters:
        return ""
    return f" Of this file {letters:,} letter{'' if letters == 1 else 's'} before that place were taken."


def as_date(text: str, date_format: str = "") -> str:
    """A date of a log as ISO; day first, as here; empty where it is not a date."""
    text = text.strip()
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        pass
    for form in (date_format,) if date_format else _DATES:
        for piece in (text, text[:10]):
            try:
                return datetime.strptime(piece, form).date().isoformat()
            except ValueError:
                continue
    return ""


def _inner(row: dict[str, Any]) -> dict[str, Any]:
    """Keys within keys, as "public_body.name"."""
    return {
        f"{name}.{key}": value
        for name, inner in row.items()
        if isinstance(inner, dict)
        for key, value in inner.items()
    } | {
        name: inner["name"]
        for name, inner in row.items()
        if isinstance(inner, dict) and isinstance(inner.get("name"), str)
    }
