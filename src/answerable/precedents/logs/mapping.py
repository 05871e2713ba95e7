"""Which column or key of a log holds what: guessed from usual names, or said by a file."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from answerable.model import UnusableInputError

#: The fields of a letter and the names that logs usually give them, simplified.
USUAL: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "ref", "reference", "referencenumber", "requestid", "caseid", "casereference",
           "foireference", "requestreference", "caseref", "casenumber", "refno", "foiref", "foino",
           "uniqueid", "identifier", "urltitle"),
    "text": ("text", "request", "requesttext", "requestdetails", "detailsofrequest", "question",
             "questions", "fulltext", "requestbody", "description", "details", "requestdescription",
             "informationrequested", "foirequest", "letter", "content", "summaryofrequest",
             "requestsummary", "summary"),
    "title": ("title", "subject", "requesttitle", "requestsubject", "heading", "topic"),
    "date": ("date", "received", "datereceived", "requestdate", "dateofrequest", "receiveddate",
             "createdat", "published", "datepublished", "publishedat", "dateresponded",
             "responsedate", "dateanswered"),
    "outcome": ("outcome", "decision", "result", "status", "disclosure", "describedstate",
                "responseoutcome", "requestoutcome", "state", "responsetype"),
    "body": ("body", "authority", "publicbody", "publicbodyname", "publicauthority",
             "organisation", "council"),
    "answer": ("answer", "response", "reply", "responsetext", "answertext", "responsedetails",
               "ourresponse", "informationreleased"),
}  # fmt: skip
_OPTIONS = ("encoding", "date_format", "delimiter")


@dataclass(frozen=True, slots=True)
class LogMapping:
    """For each field the columns that make it up; ``said`` are the lines of the mapping file."""

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    encoding: str = "utf-8-sig"
    date_format: str = ""
    delimiter: str = ""
    usual: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: USUAL)

    def check(self, names: Collection[str], where: str) -> None:
        """Check that every column that the mapping file names is there.

        Raises:
            UnusableInputError: one is not; it says which line of which file named it.
        """
        for field_, columns in self.columns.items():
            for column in columns:
                if column not in names:
                    raise UnusableInputError(
                        f"{self.said[field_]} names “{column}”, which {where} has not; it has "
                        f"{', '.join(map(str, list(names)[:12]))}."
                    )

    def of(self, field_: str, names: Collection[str]) -> tuple[str, ...]:
        """The columns for a field: as said, else the first with a usual name."""
        if field_ in self.columns:
            return self.columns[field_]
        plain = {_plain(str(name)): name for name in reversed(list(names))}
        return next(((plain[usual],) for usual in self.usual[field_] if usual in plain), ())


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def read_mapping(path: Path, usual: Mapping[str, tuple[str, ...]] = USUAL) -> LogMapping:
    """Read a mapping file: ``text: Request details``, ``id: Ref``, ``encoding: cp1252`` …

    A field may be a list of columns, joined in order; a key within a key is ``body: a.name``.
    ``usual`` are the fields that may be named, and their usual names.

    Raises:
        UnusableInputError: it cannot be read, or a line is not a field of a letter.
    """
    try:
        raw = path.read_text(encoding="utf-8")
        loaded = yaml.safe_load(raw)
    except FileNotFoundError:
        raise UnusableInputError(f"There is no mapping file “{path}”; check the name.") from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        raise UnusableInputError(f"The mapping “{path}” is not YAML that can be read.") from None
    if not isinstance(loaded, dict):
        raise UnusableInputError(
            f"The mapping “{path}” holds no lines such as “text: Request details”."
        )
    columns: dict[str, tuple[str, ...]] = {}
    said: dict[str, str] = {}
    options: dict[str, Any] = {}
    for name, value in loaded.items():
        line = _line_of(raw, str(name))
        if name in _OPTIONS:
            options[name] = str(value)
        elif name in usual:
            columns[name] = tuple(map(str, value)) if isinstance(value, list) else (str(value),)
            said[name] = f"Line {line} of “{path}” (“{name}: {value}”)"
        else:
            raise UnusableInputError(
                f"Line {line} of the mapping “{path}” begins with “{name}”; it may name "
                f"{', '.join(usual)}, and {', '.join(_OPTIONS)} of the file."
            )
    return LogMapping(columns, said, usual=usual, **options)


def _line_of(raw: str, name: str) -> int:
    for n, line in enumerate(raw.splitlines(), 1):
        if line.strip().strip("\"'").startswith(name):
            return n
    return 1
