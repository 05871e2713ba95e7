"""The rows of a CSV, JSONL, JSON or XML file, one after another, with the place of each."""

import codecs
import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from answerable.model import RefusedInputError, UnusableInputError
from answerable.precedents import xml
from answerable.precedents.logs.mapping import LogMapping

_CARRIED = "surrogateescape"
_BYTE = re.compile("[\udc80-\udcff]")  # a byte that was carried along
_FIELD = 4_000_000  # characters in one field of a CSV
_LINE = 8_000_000  # characters of a line, of a CSV or of JSONL
_JSON = 512 * 1024 * 1024  # bytes of a JSON file, which must be held whole; JSONL has no limit
_LISTS = ("requests", "results", "items", "data", "letters", "cases", "entries", "records",
          "request", "Cases")  # fmt: skip

#: A row, the words that say where it stands, and why it cannot be used (empty: it can).
Row = tuple[dict[str, Any], str, str]


def rows(path: Path, mapping: LogMapping) -> Iterator[Row]:
    """The rows of a log by its ending: .csv, .tsv, .jsonl, .ndjson, .json or .xml.

    Raises:
        UnusableInputError: it cannot be opened, decoded or understood.
        RefusedInputError: a JSON file too large to hold.
    """
    ending = path.suffix.lower()
    if ending == ".xml":
        yield from _cases(path)
        return
    reader = {".csv": _csv, ".tsv": _csv, ".jsonl": _lines, ".ndjson": _lines}.get(ending, _json)
    try:
        codecs.lookup(mapping.encoding)
        newline = "" if reader is _csv else None
        # A byte that is no text is carried along and told with its row; the others are read.
        with path.open(encoding=mapping.encoding, errors=_CARRIED, newline=newline) as file:
            legible, why = 0, ""
            for row, where, problem in reader(file, path, mapping):
                told = (row, where, problem) if problem else _legible(row, where, mapping)
                legible += not told[2]
                why = why or (told[2] if not problem else "")
                yield told
            if why and not legible:
                raise UnusableInputError(f"“{path}” {why}.")
    except FileNotFoundError:
        raise UnusableInputError(f"There is no file “{path}”; check the name.") from None
    except LookupError:
        raise UnusableInputError(f"There is no encoding “{mapping.encoding}”.") from None
    except UnicodeError as problem:
        byte = getattr(problem, "object", b"\0")[getattr(problem, "start", 0)]
        raise UnusableInputError(f"“{path}” {_not_text(byte, mapping)}.") from None
    except OSError as problem:
        raise UnusableInputError(f"“{path}” cannot be opened ({problem.strerror}).") from None


def _not_text(byte: int, mapping: LogMapping) -> str:
    return (
        f"is not {mapping.encoding.removesuffix('-sig').upper()} text (byte {byte:#04x}); save it "
        "as UTF-8, or put “encoding: cp1252” in a mapping file if an older Excel wrote it"
    )


def _legible(row: dict[str, Any], where: str, mapping: LogMapping) -> Row:
    """The row, or what is wrong with it where a byte of it is no text."""
    found = _BYTE.search(" ".join(_texts(row)))
    if found is None:
        return row, where, ""
    return {}, where, _not_text(ord(found.group()) - 0xDC00, mapping)


def _texts(value: Any) -> Iterator[str]:
    """Every text in a row, whatever it is nested in."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for each in pair for text in _texts(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in _texts(each))


def _csv(file: TextIO, path: Path, mapping: LogMapping) -> Iterator[Row]:
    csv.field_size_limit(_FIELD)
    delimiter = mapping.delimiter or ("\t" if path.suffix.lower() == ".tsv" else _delimiter(file))
    lines = _Lines(file, path)
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        names = [name.strip() for name in next(reader, [])]
        if not any(names):
            raise UnusableInputError(f"“{path}” is empty; its first row should name the columns.")
        if found := _BYTE.search(" ".join(names)):
            raise UnusableInputError(f"“{path}” {_not_text(ord(found.group()) - 0xDC00, mapping)}.")
        for cells in reader:
            where = f"row ending at line {reader.line_num}"
            if lines.row_is_open():
                yield {}, f"line {lines.opened}", "opens a quotation mark that is never closed"
                continue
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(names) and any(cells[len(names) :]):
                yield {}, where, f"has {len(cells)} cells under {len(names)} names"
                continue
            yield dict.fromkeys(names, "") | dict(zip(names, cells, strict=False)), where, ""
    except csv.Error as problem:
        raise UnusableInputError(
            f"“{path}” cannot be read as CSV after line {reader.line_num} ({problem})."
        ) from None


class _Lines:
    """The lines of a file one by one, none without end, and whether a quotation is left open."""

    def __init__(self, file: TextIO, path: Path) -> None:
        self.file, self.path = file, path
        self.number = 0
        self.opened = 1  # the line at which the row began that is being read
        self._quotes = 0
        self._ended = False

    def __iter__(self) -> Iterator[str]:
        for line in iter(lambda: self.file.readline(_LINE), ""):
            self.number += 1
            if len(line) == _LINE:
                raise RefusedInputError(
                    f"“{self.path}”, line {self.number} is longer than {_LINE:,} characters, which "
                    "no letter is; it was not read further."
                )
            if "\0" in line:
                raise UnusableInputError(
                    f"“{self.path}”, line {self.number} holds bytes that are no text; save it as "
                    "CSV or JSONL in UTF-8."
                )
            self._quotes += line.count('"')
            yield line
        self._ended = True

    def row_is_open(self) -> bool:
        """Whether the row just read ended, with the file, inside a quotation."""
        left_open = self._ended and self._quotes % 2 == 1 and self.number > self.opened
        self._quotes = 0
        if not left_open:
            self.opened = self.number + 1
        return left_open


def _delimiter(file: TextIO) -> str:
    first = file.readline(_FIELD)
    file.seek(0)
    return max(",;\t|", key=first.count)


def _lines(file: TextIO, path: Path, mapping: LogMapping) -> Iterator[Row]:
    for n, line in enumerate(_Lines(file, path), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if isinstance(row, dict):
            yield row, f"line {n}", ""
        else:
            yield {}, f"line {n}", "is not a JSON object"


def _json(file: TextIO, path: Path, mapping: LogMapping) -> Iterator[Row]:
    if path.stat().st_size > _JSON:
        raise RefusedInputError(
            f"“{path}” is too large to hold as one JSON value; save it as JSONL, a row a line."
        )
    try:
        loaded = json.load(file)
    except UnicodeDecodeError:
        raise
    except (ValueError, RecursionError):
        raise UnusableInputError(f"“{path}” is not JSON that can be read.") from None
    listed = loaded
    if isinstance(loaded, dict) and isinstance(loaded.get("published"), dict):
        loaded = loaded["published"]  # as Infreemation gives them: {"published": {"request": [..]}}
    if isinstance(loaded, dict):
        listed = next((loaded[k] for k in _LISTS if isinstance(loaded.get(k), list)), [loaded])
    if not isinstance(listed, list):
        raise UnusableInputError(f"“{path}” holds no list of requests.")
    for n, row in enumerate(listed, 1):
        ok = isinstance(row, dict)
        yield (row if ok else {}), f"item {n}", "" if ok else "is not a JSON object"


def _cases(path: Path) -> Iterator[Row]:
    """The cases of an XML export (iCasework): elements named Case, each child a key."""
    root = xml.parse(path)
    if xml.local(root) == "akomaNtoso":
        raise UnusableInputError(
            f"“{path}” is a judgment or decision; “answerable notices {path} --into DIR” takes it."
        )
    cases = [each for each in root.iter() if xml.local(each).lower() in ("case", "request")]
    if not cases:
        raise UnusableInputError(
            f"“{path}” holds no element named “Case” or “request”; save the log as CSV or JSON."
        )
    for n, case in enumerate(cases, 1):
        yield (
            {xml.local(each): xml.words(each) for each in case if xml.local(each)},
            f"case {n}",
            "",
        )
