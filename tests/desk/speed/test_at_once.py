"""One question gives exactly what one question for each kind of row gives."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model, Prefetch, prefetch_related_objects
from django.test.utils import CaptureQueriesContext

from answerable.desk.cases.actions import add_note
from answerable.desk.cases.models import Case, ClockNote, Note, Question
from answerable.desk.db.at_once import Lookup, read_at_once
from answerable.desk.decide.models import Decision, DecisionQuestion
from answerable.desk.people.models import ServiceArea, User
from answerable.desk.sending.queue import queue_mail
from answerable.desk.today import now


@pytest.fixture
def full(case: Case, officer: User, housing: ServiceArea) -> Case:
    """A case with rows of several kinds, some of which point to nobody."""
    add_note(case, "Called them.", by=officer)
    add_note(case, "“Quotes”, \\ and ü", by=None, direction="in", title="Message")
    case.questions.filter(position=1).update(service=housing)
    queue_mail(
        by=None, case=case, kind="acknowledgement", to="a@example.org", subject="A", body="B"
    )
    ClockNote.objects.create(case=case, type="clock_note", on=date(2026, 11, 3), by=officer)
    return Case.objects.get(pk=case.pk)


def wanted() -> list[Lookup]:
    return [
        "clock_notes",
        Prefetch("questions", Question.objects.select_related("service")),
        Prefetch("notes", Note.objects.select_related("by").order_by("-at", "pk"), to_attr="told"),
        Prefetch("mail", queryset=None),
        "publication",
    ]


def everything(case: Case) -> dict[str, object]:
    def row(each: Model) -> dict[str, object]:
        return {f.attname: getattr(each, f.attname) for f in each._meta.concrete_fields}

    return {
        "clock": [row(each) for each in case.clock_notes.all()],
        "questions": [(row(q), q.service and row(q.service)) for q in case.questions.all()],
        "told": [(row(n), n.by and row(n.by)) for n in case.told],  # type: ignore[attr-defined]
        "mail": [row(each) for each in case.mail.all()],
        "entry": getattr(case, "publication", None),
    }


def test_it_is_what_prefetching_gives(full: Case) -> None:
    other = Case.objects.get(pk=full.pk)
    prefetch_related_objects([other], *wanted())
    with CaptureQueriesContext(connection) as asked:
        read_at_once(full, wanted())
    assert len(asked) == 1
    with CaptureQueriesContext(connection) as asked:
        read = everything(full)
    assert len(asked) == 0
    assert read == everything(other)
    assert [len(rows) for rows in list(read.values())[:4]] == [1, 2, 2, 1]  # type: ignore[arg-type]


def test_rows_know_their_parent(full: Case) -> None:
    read_at_once(full, wanted())
    with CaptureQueriesContext(connection) as asked:
        assert all(question.case is full for question in full.questions.all())
    assert len(asked) == 0


def test_what_is_there_already_is_not_read_again(full: Case) -> None:
    read_at_once(full, wanted())
    with CaptureQueriesContext(connection) as asked:
        read_at_once(full, wanted())
        prefetch_related_objects([full], *wanted())
    assert len(asked) == 0


def test_nothing_wanted_asks_nothing(full: Case) -> None:
    with CaptureQueriesContext(connection) as asked:
        read_at_once(full, [])
    assert len(asked) == 0


def test_a_filter_holds(full: Case) -> None:
    only = Prefetch("questions", Question.objects.filter(position=2), to_attr="second")
    read_at_once(full, [only])
    assert [each.position for each in full.second] == [2]  # type: ignore[attr-defined]


def test_a_case_with_nothing_gets_empty_lists(case: Case) -> None:
    bare = Case.objects.create(regime="FOIA", received_on=case.received_on)
    read_at_once(bare, wanted())
    with CaptureQueriesContext(connection) as asked:
        assert not list(bare.mail.all()) and bare.told == []  # type: ignore[attr-defined]
    assert len(asked) == 0


def test_an_unknown_kind_of_row_is_a_mistake_of_ours(case: Case) -> None:
    with pytest.raises(ValueError, match="no rows called lamps"):
        read_at_once(case, ["lamps"])


def test_rows_of_rows_come_along_in_their_order(full: Case, officer: User) -> None:
    for kind, who in (("not_held", officer), ("supplied", None)):
        made = Decision.objects.create(
            case=full,
            kind=kind,
            body={"what": "All “of” it", "grounds": []},
            made_by=officer,
            signed_by=who,
            signed_at=who and now(),
        )
        for question in reversed(full.questions.all()):
            DecisionQuestion.objects.create(decision=made, question=question)

    def decisions() -> "Prefetch[Any]":
        rows = Decision.objects.with_questions()
        return Prefetch("decisions", rows, to_attr="all_decisions")

    case, other = (Case.objects.get(pk=full.pk) for _ in range(2))
    with CaptureQueriesContext(connection) as asked:
        read_at_once(case, [decisions()])
    assert len(asked) == 1
    prefetch_related_objects([other], decisions())

    def told(of: Case) -> object:
        return [
            (
                each.pk,
                each.body,
                each.signed_at,
                each.signed_by,
                [(link.question.number, link.question.text) for link in each.links.all()],
            )
            for each in of.all_decisions  # type: ignore[attr-defined]
        ]

    with CaptureQueriesContext(connection) as asked:
        told(case)
    assert len(asked) == 0
    assert told(case) == told(other)
    assert [len(each.links.all()) for each in case.all_decisions] == [2, 2]  # type: ignore[attr-defined]


def test_several_cases_are_read_together_each_with_its_own(full: Case) -> None:
    other = Case.objects.create(regime="FOIA", received_on=full.received_on)
    Question.objects.create(case=other, position=1, number="1", text="How many lamps?")
    with CaptureQueriesContext(connection) as asked:
        read_at_once([full, other], ["questions", "mail"])
        assert [len(each.questions.all()) for each in (full, other)] == [2, 1]
        assert [len(each.mail.all()) for each in (full, other)] == [1, 0]
    assert len(asked) == 1


def test_what_a_person_may_not_see_is_not_read(full: Case) -> None:
    read_at_once(full, [Prefetch("questions", Question.objects.none(), to_attr="seen"), "mail"])
    assert full.seen == []  # type: ignore[attr-defined]
    assert len(full.mail.all()) == 1
