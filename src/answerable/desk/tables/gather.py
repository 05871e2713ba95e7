"""Keeping the register true: what went out is in it; what must not be kept is gone."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q

from answerable.desk.cases.transitions import FINISHED
from answerable.desk.events.record import record
from answerable.desk.letters.models import LetterVersion
from answerable.desk.tables.models import LetterSeen, TableDraft, TableRelease
from answerable.desk.today import now

_DRAFTS_KEPT = timedelta(days=90)


@transaction.atomic
def gather() -> int:
    """Put every table of a letter that went into the register; say how many were new there."""
    new = 0
    letters = LetterVersion.objects.filter(sent_on__isnull=False, tables_seen__isnull=True)
    for letter in letters.select_related("case"):
        _, first = LetterSeen.objects.get_or_create(letter=letter)
        new += _take(letter) if first else 0
    return new


def _take(letter: LetterVersion) -> int:
    new = 0
    for entry in letter.record.get("decisions", ()):
        rows = entry.get("table")
        if rows and len(rows) > 1 and len(rows[0]) > 1:
            new += _one(letter, [list(map(str, row)) for row in rows], entry.get("questions", ()))
    return new


def _one(letter: LetterVersion, rows: list[list[str]], numbers: list[str]) -> int:
    """One table that went: the accepted version it came from, or a release of its own."""
    case = letter.case
    if any(each.rows == rows for each in TableRelease.objects.sent().filter(case=case)):
        return 0
    accepted = TableRelease.objects.filter(case=case, state="accepted")
    found = next((each for each in accepted if each.rows == rows), None)
    if found is None:
        questions = [each for each in case.questions.all() if each.number in numbers]
        found = TableRelease(
            case=case,
            question=questions[0] if questions else None,
            title=questions[0].text[:200] if questions else case.title,
            rows=rows,
        )
    found.state, found.sent_on = "sent", letter.sent_on
    found.save()
    record(
        "tables.sent", by="system", case=case.reference, table=found.public_id, on=letter.sent_on
    )
    return 1


@transaction.atomic
def tidy() -> int:
    """Delete true counts that nobody needs any more, and all of what a class has silenced."""
    finished = [each.value for each in FINISHED]
    stale = TableDraft.objects.filter(
        Q(question__case__ncnd_class__isnull=False)
        | Q(question__case__state__in=finished)
        | Q(made_at__lt=now() - _DRAFTS_KEPT)
    )
    silenced = TableRelease.objects.filter(state="accepted", case__ncnd_class__isnull=False)
    gone = stale.count() + silenced.count()
    stale.delete()
    silenced.delete()
    return gone
