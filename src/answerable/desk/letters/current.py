"""The letter of a case that is being worked on, the files that go with it, and what stops them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery, prefetch_related_objects

from answerable.desk.cases.models import Case
from answerable.desk.cases.there import nothing
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.letters.as_data import as_data, from_data
from answerable.desk.letters.checking import Checked, check
from answerable.desk.letters.compose import Free
from answerable.desk.letters.models import LetterVersion
from answerable.desk.letters.record import decided
from answerable.desk.ncnd.consistency import conflicts
from answerable.model import Finding, UnusableInputError
from answerable.model.decision import NoticeRecord

#: A reply under a class of the register is the same for everybody, so nothing may go with it.
ALONE = "Under a class of the register the letter goes alone."


def current(case: Case) -> LetterVersion | None:
    """The newest version, unless it went: then nothing is being written."""
    newest = case.letters.order_by("number").select_related("made_by", "mail").last()
    return newest if newest is not None and newest.sent_on is None else None


def the_newest(*with_them: Prefetch[Any] | str) -> Prefetch[Any]:
    """The newest version of each case, read for ``newest`` in one question."""
    same = LetterVersion.objects.filter(case=OuterRef("case")).order_by("-number")
    rows = LetterVersion.objects.select_related("made_by", "mail").prefetch_related(*with_them)
    last = rows.filter(pk=Subquery(same.values("pk")[:1]))
    return Prefetch("letters", last, to_attr="newest_letters")


def files_to_go() -> Prefetch[Any]:
    """The files that go with the answer to each case of a list, for ``going_out``."""
    return Prefetch("files", _going_out(Attachment.objects.all()), to_attr="files_to_go")


def newest(case: Case) -> LetterVersion | None:
    """The newest version, as a page shows it: read once for this ``case``."""
    if nothing(case, "letters"):
        return None
    prefetch_related_objects([case], the_newest())
    found: list[LetterVersion] = case.newest_letters  # type: ignore[attr-defined]
    return found[0] if found else None


def being_written(case: Case) -> LetterVersion | None:
    """``newest`` unless it went: what a page shows as the letter under way."""
    letter = newest(case)
    return letter if letter is not None and letter.sent_on is None else None


def going_out(case: Case) -> list[Attachment]:
    """The files that go with the answer, without those that were taken out."""
    read: list[Attachment] | None = getattr(case, "files_to_go", None)  # with a list of cases
    return list(_going_out(Attachment.objects.filter(case=case))) if read is None else read


def _going_out(files: QuerySet[Attachment]) -> QuerySet[Attachment]:
    going = files.filter(purpose=Purpose.RELEASE).exclude(release__taken_out=True)
    return going.select_related("release")


def bundle(letter: LetterVersion, files: Sequence[Attachment]) -> str:
    """One SHA-256 for the letter and its files: what is cleared is this, and nothing else."""
    content = [letter.sha256, sorted([file.name, file.sha256] for file in files)]
    return hashlib.sha256(json.dumps(content, separators=(",", ":")).encode()).hexdigest()


def record_of(letter: LetterVersion) -> NoticeRecord:
    """The record that the letter was written from."""
    return from_data(letter.record, str(letter))


def checked(letter: LetterVersion, *, on: date) -> Checked:
    """The saved letter, audited as if it went on ``on``."""
    return check(record_of(letter), Free.of(letter.free), on=on)


def in_step(letter: LetterVersion) -> bool:
    """Whether the decisions still say what the letter says."""
    try:
        now_decided = decided(letter.case, date.fromisoformat(letter.record["sent"]))
    except UnusableInputError:
        return False
    return bool(as_data(now_decided) == letter.record)


def problems(letter: LetterVersion, *, on: date) -> list[str]:
    """Everything that stops this letter from being cleared or sent, each in one sentence."""
    found = []
    if not in_step(letter):
        found.append("The decisions changed after the letter was written. Write it again.")
    gaps = open_gaps(letter, on=on)
    found += [f"{finding.message} {finding.fix}".strip() for finding in gaps]
    return found + conflicts(letter.case) + file_problems(letter)


def open_gaps(letter: LetterVersion, *, on: date) -> list[Finding]:
    """The gaps of a letter going on ``on`` that nobody let through."""
    gaps = checked(letter, on=on).gaps
    passed = {override.slug for override in letter.overrides.all()} if gaps else set()
    return [gap for gap in gaps if gap.slug not in passed]


def file_problems(letter: LetterVersion) -> list[str]:
    """What stops the files that go with a letter."""
    files = going_out(letter.case)
    alone = letter.case.ncnd_class_id is not None and files
    found = [f"{ALONE} Leave the files out."] if alone else []
    return found + [words for file in files if (words := held(file))]


def held(file: Attachment) -> str:
    """Why this file may not go; empty if it may."""
    if file.verdict == "pass" or file.released_despite:
        return ""
    if not file.verdict:
        return f"{file.name} has not been looked into yet."
    release = getattr(file, "release", None)
    if release is not None and release.kept_by_id is not None:
        return f"{file.name} waits for a second person to agree that it goes as it is."
    if file.verdict == "refuse":
        return f"{file.name} was refused: it could not be looked into safely."
    return f"{file.name} is held: it carries more than it shows."
