"""What other bodies answered to the same request, from logs that the authority brought in.

Logs are brought in on the desk, or with ``answerable index LOG --into DATA/history``; nothing is
fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from answerable.desk.asked_before.near import nearest
from answerable.desk.asked_before.questions import question_words
from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import Case, Question
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.model import UnusableInputError
from answerable.precedents.index import open_archive
from answerable.precedents.near import differing
from answerable.precedents.similar import asked_in, near_duplicates

_MOST, _QUESTIONS = 50, 40


@dataclass(frozen=True, slots=True)
class Other:
    """Another body's answer to nearly the same question; ``question`` None: the whole request."""

    body: str
    outcome: str
    answer: str
    on: date | None
    question: Question | None
    here: tuple[str, ...]  # the words that are compared, ours and theirs
    there: tuple[str, ...]

    @property
    def only_there(self) -> tuple[str, ...]:
        """The words that only theirs has; worked out for those that are shown."""
        return differing(self.here, self.there)[1]


def history() -> Path:
    """Where the index of logs from the command line is, if one was made."""
    return Path(settings.DATA) / "history"


def others(case: Case, actor: User, questions: Sequence[Question] | None = None) -> list[Other]:
    """The other bodies that were asked nearly the same, by question and as a whole.

    None beside a case that a class governs: what others said must not bear on it.
    """
    if case.ncnd_class_id is not None or not can(actor, Permission.READ_CASES):
        return []
    return _found(case, list(case.questions.all() if questions is None else questions))


def bodies(case: Case) -> list[str]:
    """The names of those bodies, for the worker to keep beside the case.

    Whoever shows them asks first whether a class governs the case by then.
    """
    found = _found(case, list(case.questions.all()), mend=True)
    return sorted({each.body for each in found})


def _found(case: Case, questions: list[Question], *, mend: bool = False) -> list[Other]:
    authority = the_authority()
    ours = {"", authority.name.casefold(), authority.short_name.casefold()}
    found: dict[tuple[str, int], Other] = {}
    for each in (*_of_logs(case, questions[:_QUESTIONS]), *_of_history(questions, mend=mend)):
        if each.body.casefold() not in ours:
            found.setdefault((each.body, each.question.pk if each.question else 0), each)
    split = {body for body, question in found if question}
    # Who answered by question is not shown once more for the request as a whole.
    return [each for (body, question), each in found.items() if question or body not in split]


def _of_logs(case: Case, questions: list[Question]) -> Iterator[Other]:
    authority = the_authority()
    names = (authority.name, authority.short_name)
    by_id: dict[str, Question | None] = {each.public_id: each for each in questions}
    texts = {key: each.text for key, each in by_id.items() if each} | {"": case.text}
    by_id[""] = None
    near = nearest({key: question_words(text, names) for key, text in texts.items()})
    for key, likes in near.items():
        for like in likes:
            row = like.request
            yield Other(row.body, row.outcome, row.answer, row.asked_on, by_id[key],
                        like.here, like.there)  # fmt: skip


def _of_history(questions: list[Question], *, mend: bool) -> Iterator[Other]:
    """From the index that the command line made; the page does without a damaged one.

    One of an older form is made again by the worker (``mend``), never while somebody waits for a
    page. "answerable similar" says what is wrong with one that stays damaged.
    """
    if not (history() / "letters.db").is_file():
        return
    try:
        with open_archive(history(), mend=mend) as archive:
            for question in questions:
                asked = asked_in(archive, question.text)
                for each in near_duplicates(archive, asked.words, k=_MOST):
                    entry = each.entry
                    on = date.fromisoformat(entry.date) if entry.date else None
                    yield Other(entry.body, entry.outcome, entry.answer, on, question,
                                each.only_here, each.only_there)  # fmt: skip
    except UnusableInputError:
        return
