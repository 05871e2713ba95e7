"""Files through the gate: bytes in, a report or a copy out. Each is opened in a child process."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from answerable import law
from answerable.gate import FileReport, inspect_bytes
from answerable.gate.changing import (
    Changed,
    NameHoldsError,
    NotProvedError,
    clean_file,
    outline_in,
    redact_file,
)
from answerable.law.cites import parse_one
from answerable.model import RefusedInputError, Regime, UnusableInputError

#: A term, its provision and, where they are not the usual ones, its audiences.
Term = tuple[str, str] | tuple[str, str, list[str]]
#: Formats of the gate that have pages to mark.
HAS_PAGES = ("pdf", "jpg", "png", "gif", "tiff", "webp", "bmp")
#: Formats that have places in their text to mark: paragraphs, cells, headers, notes.
HAS_PLACES = ("docx",)
REDACTABLE = (*HAS_PAGES, *HAS_PLACES)
#: What an officer reads for a verdict.
VERDICTS = {"pass": "passed", "hold": "HELD", "refuse": "REFUSED", "": "not looked into"}


def look(name: str, content: bytes) -> FileReport:
    """What the file carries; samples of personal data are masked."""
    return inspect_bytes(content, name)


def clean(name: str, content: bytes, ending: str = "") -> Changed:
    """A copy of what the file shows, and of nothing else; ``ending`` if it is to be another.

    Raises:
        UnusableInputError: no such copy can be made; the sentence says why and what to do.
    """
    return _copy(name, content, clean_file, f"copy.{ending}" if ending else "")


def redact(
    name: str,
    content: bytes,
    terms: Sequence[Term],
    regions: Sequence[dict[str, Any]] = (),
    *,
    findings: Sequence[dict[str, Any]] = (),
    audience: str = "applicant",
    named: str = "",
) -> Changed:
    """A copy for an audience without the terms, regions and findings, each with its provision.

    Raises:
        NameHoldsError: ``named``, the name it is to have, holds one of them.
        UnusableInputError: no such copy can be made, or a term would still be in it.
    """
    return _copy(
        name,
        content,
        lambda path, out: redact_file(
            path, out, terms, regions, findings=findings, audience=audience
        ),
        named,
    )


def outline(name: str, content: bytes) -> list[dict[str, Any]]:
    """What a Word document shows, piece by piece, each with the place that marks it.

    Raises:
        UnusableInputError, RefusedInputError: it cannot be read; the sentence says why.
    """
    with tempfile.TemporaryDirectory(prefix="answerable-copy-") as folder:
        path = Path(folder) / "file.docx"
        path.write_bytes(content)
        try:
            return outline_in(path)
        except (UnusableInputError, RefusedInputError) as problem:
            raise type(problem)(str(problem).replace(str(path), name)) from None


def read_terms(text: str, regime: Regime) -> list[tuple[str, str]]:
    """Terms as typed: one a line, its provision after a bar: "Ann Other | s.40(2)".

    Raises:
        UnusableInputError: no term, one of a single character, no provision that the law has.
    """
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        term, _, cited = (part.strip() for part in line.partition("|"))
        if not term and not cited:
            continue
        if len(term) < 2:
            raise UnusableInputError(f"Line {number}: write a term of two characters or more.")
        found.append((term, _provision(cited, regime, number)))
    if not found:
        raise UnusableInputError("Write at least one term, each on a line of its own.")
    return found


def _provision(cited: str, regime: Regime, number: int) -> str:
    try:
        cite = parse_one(cited, regime)
    except ValueError:
        cite = None
    if cite is None or not law.exists(cite):
        raise UnusableInputError(
            f"Line {number}: after the bar, write the provision under which the words are "
            f"withheld, one that {regime.value} has."
        )
    return str(cite)


def _copy(
    name: str, content: bytes, make: Callable[[Path, Path], Changed], named: str = ""
) -> Changed:
    suffix = "".join(c for c in Path(name).suffix if c.isalnum() or c == ".")[:12]
    with tempfile.TemporaryDirectory(prefix="answerable-copy-") as folder:
        path = Path(folder) / f"file{suffix}"
        path.write_bytes(content)
        try:
            return make(path, Path(folder) / (Path(named).name or f"copy{suffix}"))
        except NameHoldsError:
            raise
        except (UnusableInputError, NotProvedError) as problem:
            words = str(problem).replace(str(path), name).replace(path.name, name)
            raise UnusableInputError(
                words.replace("Nothing was written", "No copy was made")
            ) from None
