"""The bytes of a log to requests, with what was left out and why. No database here."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from answerable.desk.asked_before.logs.limits import (
    MOST_ROWS,
    check_file,
    check_mapping,
    check_options,
    plain_name,
)
from answerable.model import RefusedInputError, UnusableInputError
from answerable.precedents.boilerplate import repeated_sentences
from answerable.precedents.clean import sentences
from answerable.precedents.entry import Entry
from answerable.precedents.logs import FileReport, LogMapping, Reading, read_mapping

_TEXT, _ANSWER, _SENTENCES, _ORDINARY = 50_000, 5_000, 50, 100
_NOT_KEPT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class LogRead:
    """What a log holds: its requests, and the rows that were left out."""

    entries: tuple[Entry, ...]
    left_out: tuple[str, ...]  # sentences, the first of them
    left_out_count: int
    shortened: int  # answers of which only the beginning is kept

    @property
    def years(self) -> dict[str, int]:
        """How many requests of each year; "" for those without a date."""
        return dict(sorted(Counter(each.date[:4] for each in self.entries).items()))

    @property
    def stock(self) -> frozenset[int]:
        """The sentences that the whole log repeats."""
        return stock_of(each.text for each in self.entries)


class _Limited(Reading):
    """A reading that ends when too much is no use."""

    def _leave(self, report: FileReport, why: str) -> None:
        super()._leave(report, why)
        if self.left_out > MOST_ROWS:
            raise RefusedInputError(f"More than {MOST_ROWS:,} rows are no requests; check it.")


def read_log(data: bytes, name: str, body: str, mapping: str = "") -> LogRead:
    """Read a log of ``body``.

    The body's name goes on every request, but where the mapping names a column for it.

    Raises:
        UnusableInputError: one sentence says what is wrong, and where.
        RefusedInputError: it is too large.
    """
    name = plain_name(name)
    check_file(data, name)
    with TemporaryDirectory() as place:
        folder = Path(place)
        try:
            (folder / name).write_bytes(data)
            return _read(folder / name, _mapping(folder, mapping), body)
        except (UnusableInputError, RefusedInputError) as problem:
            raise type(problem)(str(problem).replace(f"{place}/", "")) from None
        except (ValueError, TypeError, RecursionError, re.error):
            raise UnusableInputError(
                f"“{name}” cannot be read in this way; check the lines of the mapping, or save it "
                "again as CSV in UTF-8."
            ) from None


def stock_of(letters: Iterable[str]) -> frozenset[int]:
    """The sentences that a log repeats, told by letters of an ordinary number of sentences.

    Each sentence is held against the others of its letter, so the time grows with their square.
    """
    return repeated_sentences(each for each in letters if len(sentences(each)) <= _ORDINARY)


def _mapping(folder: Path, text: str) -> LogMapping:
    if not text.strip():
        return LogMapping()
    check_mapping(text)
    path = folder / "mapping"
    path.write_text(text, encoding="utf-8")
    made = read_mapping(path)
    check_options(made)
    return made


def _read(path: Path, mapping: LogMapping, body: str) -> LogRead:
    reading = _Limited([path], mapping, Path.read_text, ())
    entries: list[Entry] = []
    shortened, too_long = 0, []
    for each in reading.entries():
        entry = _plain(each, body, own="body" in mapping.columns)
        if len(entry.text) > _TEXT:
            too_long.append(f"“{entry.id}” is over {_TEXT:,} characters long")
            continue
        shortened += len(entry.answer) > _ANSWER
        entries.append(replace(entry, answer=entry.answer[:_ANSWER]))
        if len(entries) > MOST_ROWS:
            raise RefusedInputError(
                f"“{path.name}” holds more than {MOST_ROWS:,} requests; give it in parts, by year."
            )
    [report] = reading.files
    if report.error:
        raise (RefusedInputError if report.refused else UnusableInputError)(report.error)
    left_out = (*report.left_out, *too_long)
    if not entries:
        why = f" The first: {left_out[0]}." if left_out else ""
        raise UnusableInputError(f"“{path.name}” holds no request that can be used.{why}")
    return LogRead(
        tuple(entries), left_out[:_SENTENCES], reading.left_out + len(too_long), shortened
    )


def _plain(entry: Entry, body: str, *, own: bool) -> Entry:
    """The request as a database can hold it, under the name of the body."""
    return Entry(
        id=_kept(entry.id, 200),
        text=_kept(entry.text),
        title=_kept(entry.title, 300),
        date=entry.date,
        outcome=_kept(entry.outcome, 200),
        body=(_kept(entry.body, 200).strip() if own else "") or body,
        answer=_kept(entry.answer),
    )


def _kept(text: str, most: int | None = None) -> str:
    return _NOT_KEPT.sub("", text)[:most]
