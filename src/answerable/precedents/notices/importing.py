"""Files of decisions that an authority downloads: CSV, JSON, JSONL, Akoma Ntoso. Nothing is fetched."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as day_of
from pathlib import Path
from typing import Any

from answerable import law
from answerable.law.cites import parse_one
from answerable.model import Cite, Regime, UnusableInputError
from answerable.precedents.logs.mapping import LogMapping
from answerable.precedents.logs.read import as_date
from answerable.precedents.logs.rows import rows
from answerable.precedents.notices.judgment import read_judgment
from answerable.precedents.notices.record import (
    OUTCOMES,
    Notice,
    key_of,
    outcome_of,
    provisions_in,
)

#: The fields of a decision and the names that lists of decisions usually give them, simplified.
USUAL: Mapping[str, tuple[str, ...]] = {
    "reference": ("reference", "ref", "citation", "neutralcitation", "caseref", "casereference",
                  "casenumber", "decisionnumber", "decisionreference", "noticenumber", "id", "key"),
    "name": ("name", "title", "publicauthority", "authority", "organisation", "body", "parties"),
    "court": ("court", "issuer", "givenby", "tribunal", "regulator"),
    "date": ("date", "dateissued", "decisiondate", "dateofdecision", "issued", "published", "year"),
    "outcome": ("outcome", "decision", "result", "status"),
    "provisions": ("provisions", "provision", "sections", "section", "legislation", "exemptions",
                   "exemption", "articles"),
    "held": ("held", "summary", "description", "details", "text", "abstract"),
    "url": ("url", "link", "address", "pdf"),
}  # fmt: skip


# A column that a log of requests has and a list of decisions has not.
_ASKED = {"request", "request text", "question", "response", "answer", "requester"}


@dataclass
class Importing:
    """Files of decisions, read one after another as ``notices`` is walked."""

    paths: Sequence[Path]
    mapping: LogMapping = field(default_factory=lambda: LogMapping(usual=USUAL))
    left_out: list[str] = field(default_factory=list)
    errors: list[UnusableInputError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what of a row that was kept was not taken

    def notices(self) -> Iterator[Notice]:
        """Every decision with a reference or a name, those of one reference once."""
        seen: set[str] = set()
        for path in self.paths:
            try:
                for each in self._of(path):
                    if each.key in seen:
                        self.left_out.append(
                            f"“{path}”: {each.key} stands twice; the first is kept"
                        )
                    else:
                        seen.add(each.key)
                        yield each
            except UnusableInputError as problem:
                self.errors.append(problem)

    def _of(self, path: Path) -> Iterator[Notice]:
        if _is_markup(path):
            yield self._dated(read_judgment(path), path)
            return
        checked = False
        for row, where, problem in rows(path, self.mapping):
            if not problem and not checked:
                self._check(row, path)
                checked = True
            notice = None if problem else self._notice(row, path, where)
            if notice is None:
                why = problem or "has no reference and no name"
                self.left_out.append(f"“{path}”: {where} {why}")
            else:
                yield notice

    def _check(self, row: dict[str, Any], path: Path) -> None:
        self.mapping.check(list(row), f"“{path}”")
        if (
            _ASKED & {name.strip().lower() for name in row}
            and "reference" not in self.mapping.columns
        ):
            raise UnusableInputError(
                f"“{path}” looks like a log of requests; “answerable index {path}” takes it. If its "
                "rows are decisions, say so in a mapping file (“reference: …”)."
            )
        if not self.mapping.of("reference", row):
            raise UnusableInputError(
                f"No column of “{path}” is known to hold the reference of a decision; it has "
                f"{', '.join(map(str, list(row)[:12]))}. Say which in a mapping file "
                "(“reference: …”)."
            )

    def _dated(self, found: Notice, path: Path) -> Notice:
        """A judgment with its date as a date, or without."""
        date = as_date(found.date)
        if found.date and not date:
            self.notes.append(f"“{path}”: {_NO_DATE.format(found.date)}")
        return replace(found, date=date)

    def _notice(self, row: dict[str, Any], path: Path, where: str) -> Notice | None:
        got = {
            name: " ".join(_words(row.get(column)) for column in self.mapping.of(name, row)).strip()
            for name in USUAL
        }
        if not (got["reference"] or got["name"]):
            return None
        date = _date(got["date"], self.mapping.date_format)
        named, unknown = _provisions(got, date)
        outcome = outcome_of(got["outcome"])
        wrong = [f"{cite} is no provision that the law has" for cite in unknown]
        if got["date"] and not date:
            wrong.append(_NO_DATE.format(got["date"]))
        if got["provisions"] and not named and not unknown:
            wrong.append(f"“{got['provisions']}” names no provision")
        if got["outcome"] and not outcome:
            wrong.append(f"the outcome “{got['outcome']}” is none of {', '.join(OUTCOMES)}")
        self.notes += [f"“{path}”: {where}: {what}; that was left empty" for what in wrong]
        return Notice(
            key=key_of(got["reference"] or got["name"]),
            name=got["name"] or got["reference"],
            court=got["court"],
            date=date,
            outcome=outcome,
            provisions=named,
            held=got["held"],
            url=got["url"] if got["url"].startswith(("https://", "http://")) else "",
            source=path.name,
        )


_NO_DATE = "the date “{}” cannot be read"


def _date(text: str, date_format: str) -> str:
    """A date as ISO, or a year alone; empty where it is neither."""
    year = text if len(text) == 4 and text.isascii() and text.isdigit() else ""
    return year if year and 1900 < int(year) < 2100 else as_date(text, date_format)


def _provisions(got: dict[str, str], date: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The provisions of a row, and those that it names and no law has, on its day or now."""
    scottish = "scot" in got["court"].lower()
    found = provisions_in(got["provisions"] or got["held"], Regime.FOISA if scottish else None)
    day = day_of.fromisoformat(date) if len(date) == len("2026-12-10") else None
    real = tuple(text for text in found if _exists(parse_one(text), day))
    unknown = tuple(text for text in found if text not in real) if got["provisions"] else ()
    return real, unknown


def _exists(cite: Cite, day: day_of | None) -> bool:
    return law.exists(cite) or (day is not None and law.exists(cite, day))


def _words(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_words, value))
    return "" if value is None or isinstance(value, dict) else str(value)


def _is_markup(path: Path) -> bool:
    """Whether a file is XML, whatever its name says."""
    try:
        with path.open("rb") as file:
            return file.read(200).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    except OSError:
        return False  # the reader of rows says what is wrong
