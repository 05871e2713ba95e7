"""Reading a table in, choosing what is to be done with it, putting it away."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from answerable.counts.rules import rule_named
from answerable.desk.cases.actions import StaleError
from answerable.desk.cases.models import Question
from answerable.desk.decide.actions.draft import check_case
from answerable.desk.decide.ncnd_gate import refuse_if_silent
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.tables.earlier import guess, linked, sharing
from answerable.desk.tables.gather import gather
from answerable.desk.tables.judging import judge
from answerable.desk.tables.models import TableDraft, TableRelease
from answerable.desk.tables.reading import read, table_of
from answerable.desk.tables.shown import as_data
from answerable.desk.tables.systems import Link, Published
from answerable.desk.tables.versions import How, version
from answerable.desk.today import now
from answerable.model import UnusableInputError

BASES = (3, 5, 10)


def start(
    question: Question,
    data: bytes,
    name: str,
    *,
    by: User,
    title: str,
    sheet: str = "",
    parts: Sequence[str] = (),
) -> TableDraft:
    """Read a table of true counts, in place of the one being looked at; of a workbook one sheet.

    ``parts``: what is part of what, a sentence each.

    Raises:
        PartUnsaidError: it adds up if something is part of something, which was not said.
        UnusableInputError: it is no table, the case is not being answered, or a class governs it.
        RefusedInputError: it is too large.
    """
    require(by, Permission.DECIDE)
    _check(question)
    if not title.strip():
        raise UnusableInputError("Say what the table counts: of whom, where and when.")
    raw = read(data, name, sheet, parts)  # outside the transaction: it may take its time
    with transaction.atomic():
        _check(question)
        made, _ = TableDraft.objects.update_or_create(
            question=question,
            defaults={
                "title": title.strip()[:200],
                "raw": raw,
                "links": {},
                "proposal": {},
                "made_by": by,
                "made_at": now(),
                "version": 1,
            },
        )
        record(
            "tables.read", by=by.public_id, case=question.case.reference, question=question.number
        )
    return made


def choose(
    draft: TableDraft,
    how: How,
    *,
    by: User,
    rule: str,
    base: int = 0,
    links: dict[str, str] | None = None,
) -> TableDraft:
    """Make a version of the table and audit it beside every release of the register.

    Raises:
        UnusableInputError: no rule was chosen, the base is none of those offered, or the table
            cannot be rounded.
        StaleError: somebody changed the draft meanwhile.
    """
    require(by, Permission.DECIDE)
    _check(draft.question)
    if not rule:
        raise UnusableInputError("Choose a rule. It is the authority's choice; none is assumed.")
    if how is How.ROUND and base not in BASES:
        raise UnusableInputError("Choose what to round to: 3, 5 or 10.")
    gather()
    chosen, table = rule_named(rule), table_of(draft.raw)
    made = version(table, chosen, how, base)
    said = {key: Link(link).value for key, link in (links or {}).items()}
    releases = releases_beside(draft)
    labels = all_labels(draft)
    said = {e.public_id: said.get(e.public_id) or guess(labels, e).value for e in releases}
    found = judge(made, draft.raw["corner"], chosen, linked(releases, said))
    with transaction.atomic():
        changed = TableDraft.objects.filter(pk=draft.pk, version=draft.version).update(
            proposal=as_data(found, made, chosen.name), links=said, version=draft.version + 1
        )
        if not changed:
            raise StaleError("Somebody changed this table while you were looking. Open it again.")
    draft.refresh_from_db()
    return draft


@transaction.atomic
def drop(draft: TableDraft, *, by: User) -> None:
    """Delete a table of true counts that is not needed."""
    require(by, Permission.DECIDE)
    record(
        "tables.dropped",
        by=by.public_id,
        case=draft.question.case.reference,
        question=draft.question.number,
    )
    draft.delete()


def releases_beside(draft: TableDraft) -> list[TableRelease]:
    """The releases that share labels with a table, its own accepted version left out."""
    found = sharing(all_labels(draft))
    return [each for each in found if each.question_id != draft.question_id or each.state == "sent"]


def all_labels(draft: TableDraft) -> Published:
    """The table without its counts, to see which releases share its labels."""
    raw: dict[str, Any] = draft.raw
    rows = [[name, *("" for _ in raw["across"])] for name in raw["down"]]
    return Published(
        draft.title, tuple(map(tuple, [[raw["corner"], *raw["across"]], *rows])), totals=True
    )


def _check(question: Question) -> None:
    case = question.case
    refuse_if_silent(case, "No table can be looked at")
    check_case(case)
