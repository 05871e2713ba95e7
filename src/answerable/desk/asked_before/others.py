"""What other bodies answered to the same request, from logs that the authority brought in.

The logs are indexed with ``answerable index LOG --into DATA/history``; nothing is fetched.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import Case, Question
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.model import UnusableInputError
from answerable.precedents.index import open_archive
from answerable.precedents.similar import asked_in, near_duplicates

_MOST = 50


@dataclass(frozen=True, slots=True)
class Other:
    """Another body's answer to nearly the same question."""

    body: str
    outcome: str
    answer: str
    on: date | None
    question: Question
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]


def history() -> Path:
    """Where the index of imported logs is, if one was made."""
    return Path(settings.DATA) / "history"


def others(case: Case, actor: User) -> list[Other]:
    """The other bodies that were asked nearly the same, by question.

    None beside a case that a class governs: what others said must not bear on it.
    """
    if case.ncnd_class_id is not None or not can(actor, Permission.READ_CASES):
        return []
    if not (history() / "letters.db").is_file():
        return []
    authority = the_authority()
    ours = {"", authority.name.casefold(), authority.short_name.casefold()}
    found: dict[tuple[str, int], Other] = {}
    try:
        with open_archive(history()) as archive:
            for question in case.questions.all():
                asked = asked_in(archive, question.text)
                for each in near_duplicates(archive, asked.words, k=_MOST):
                    entry = each.entry
                    if entry.body.casefold() in ours:
                        continue
                    on = date.fromisoformat(entry.date) if entry.date else None
                    found.setdefault(
                        (entry.body, question.pk),
                        Other(entry.body, entry.outcome, entry.answer, on, question,
                              each.only_here, each.only_there),
                    )  # fmt: skip
    except UnusableInputError:
        return []  # the page does without; "answerable similar" says what is wrong with the index
    return list(found.values())


def mosaic_url(case: Case) -> str:
    """The page that puts the answers together, "" where this site has none."""
    try:
        return reverse("mosaic", args=[case.reference])
    except NoReverseMatch:
        return ""
