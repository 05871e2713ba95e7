"""Reading a table, choosing a version, accepting it: what is kept, and what is not."""

from collections.abc import Callable, Iterator

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import connection

from answerable.desk.cases.actions import StaleError
from answerable.desk.cases.models import Case, Question
from answerable.desk.events.models import Event
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.tables import actions
from answerable.desk.tables.accepted import accepted_table
from answerable.desk.tables.actions.accept import commitment_to
from answerable.desk.tables.gather import gather, tidy
from answerable.desk.tables.models import TableDraft, TableRelease
from answerable.desk.tables.versions import MARK, How
from answerable.model import RefusedInputError, UnusableInputError

RULE = "fewer-than-5"
#: A small count among large ones that nothing published can hold by chance.
CANARIES = "Help,Men,Women\nHousing,3,73961\nHealth,84017,91873\nSchool,61331,50411\n"
Send = Callable[[list[list[str]]], Case]


def everything() -> Iterator[str]:
    """Every value of every table of the database, as text."""
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            name = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"SELECT * FROM {name}")
            for row in cursor.fetchall():
                yield from (str(value) for value in row)


def accepted(draft: TableDraft, by: User, how: How = How.PROTECT, **more: object) -> TableRelease:
    draft = actions.choose(draft, how, by=by, rule=RULE, **more)  # type: ignore[arg-type]
    return actions.accept(draft, by=by, seen=draft.version, reason="Nobody is told apart by it")


def test_a_table_is_read_with_its_totals(draft: TableDraft) -> None:
    assert draft.raw["down"] == ["Housing", "Health", "School", "Total"]
    assert draft.raw["values"][:3] == [12, 3, 15]


def test_without_a_rule_nothing_is_judged(draft: TableDraft, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="Choose a rule"):
        actions.choose(draft, How.PROTECT, by=officer, rule="")
    assert TableDraft.objects.get().proposal == {}


def test_protection_withholds_the_small_count_and_what_would_undo_it(
    draft: TableDraft, officer: User
) -> None:
    draft = actions.choose(draft, How.PROTECT, by=officer, rule=RULE)
    rows = draft.proposal["rows"]
    assert rows[1][2] == MARK
    assert sum(row.count(MARK) for row in rows) == 4
    assert draft.proposal["unsafe"] == []


def test_each_withheld_cell_has_its_range_and_its_sum(draft: TableDraft, officer: User) -> None:
    draft = actions.choose(draft, How.PROTECT, by=officer, rule=RULE)
    cell = next(each for each in draft.proposal["cells"] if each["words"] == "Housing, Women")
    assert cell["tells"].startswith("between ")
    assert "in the total (" in cell["sentence"]
    assert "leaves" in cell["sentence"]
    assert cell["kind"] == "first"


def test_the_three_lines_stay_apart(draft: TableDraft, officer: User) -> None:
    lines = dict(actions.choose(draft, How.PROTECT, by=officer, rule=RULE).proposal["lines"])
    assert "EWHC 1430" in lines["What the law asks"]
    assert "UKFTT 6" in lines["What the law asks"]
    assert "1 cell is unsafe by itself" in lines["What the rule says"]
    assert "UKFTT" not in lines["What the arithmetic proves"]


def test_rounding_leaves_a_table_that_adds_up(draft: TableDraft, officer: User) -> None:
    rows = actions.choose(draft, How.ROUND, by=officer, rule=RULE, base=5).proposal["rows"]
    numbers = [[int(field) for field in row[1:]] for row in rows[1:]]
    assert all(sum(row[:-1]) == row[-1] for row in numbers)
    assert all(n % 5 == 0 for row in numbers for n in row)


@pytest.mark.parametrize("base", [0, 2, 7])
def test_rounding_needs_a_base_that_is_offered(draft: TableDraft, officer: User, base: int) -> None:
    with pytest.raises(UnusableInputError, match="3, 5 or 10"):
        actions.choose(draft, How.ROUND, by=officer, rule=RULE, base=base)


def test_withholding_all_gives_no_number(draft: TableDraft, officer: User) -> None:
    rows = actions.choose(draft, How.WITHHOLD, by=officer, rule=RULE).proposal["rows"]
    assert {field for row in rows[1:] for field in row[1:]} == {MARK}


def test_keeping_an_unsafe_table_needs_a_reason(draft: TableDraft, officer: User) -> None:
    draft = actions.choose(draft, How.KEEP, by=officer, rule=RULE)
    with pytest.raises(UnusableInputError, match="Give the reason"):
        actions.accept(draft, by=officer, seen=draft.version)
    assert TableDraft.objects.exists()
    kept = actions.accept(draft, by=officer, seen=draft.version, reason="The area is large")
    assert kept.reason == "The area is large"


def test_a_safe_version_keeps_no_reason(draft: TableDraft, officer: User) -> None:
    assert accepted(draft, officer).reason == ""


def test_what_is_stored_is_what_was_shown(draft: TableDraft, officer: User) -> None:
    draft = actions.choose(draft, How.PROTECT, by=officer, rule=RULE)
    shown = draft.proposal["rows"]
    made = actions.accept(draft, by=officer, seen=draft.version)
    assert made.rows == shown
    assert accepted_table(made.question) == tuple(tuple(row) for row in shown)  # type: ignore[arg-type]


def test_a_version_that_was_not_looked_at_is_not_accepted(draft: TableDraft, officer: User) -> None:
    draft = actions.choose(draft, How.PROTECT, by=officer, rule=RULE)
    with pytest.raises(StaleError):
        actions.accept(draft, by=officer, seen=draft.version - 1)
    assert not TableRelease.objects.exists()


def test_nothing_is_accepted_before_a_version_is_made(draft: TableDraft, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="Choose first"):
        actions.accept(draft, by=officer, seen=draft.version)


def test_no_true_count_is_anywhere_after_acceptance(question: Question, officer: User) -> None:
    draft = actions.start(question, CANARIES.encode(), "x.csv", by=officer, title="Canaries")
    assert any("73961" in each for each in everything())
    made = accepted(draft, officer)
    published = " ".join(field for row in made.rows for field in row)
    gone = [n for n in (73961, 84017, 91873, 61331, 50411) if f"{n:,}" not in published]
    assert len(gone) >= 2
    kept = [each for each in everything() if any(str(n) in each.replace(",", "") for n in gone)]
    assert kept == []


def test_no_true_count_is_in_an_event_at_any_time(question: Question, officer: User) -> None:
    draft = actions.start(question, CANARIES.encode(), "x.csv", by=officer, title="Canaries")
    actions.choose(draft, How.PROTECT, by=officer, rule=RULE)
    assert not any("73961" in str(event.facts) for event in Event.objects.all())


def test_the_true_table_can_be_shown_to_be_the_one(draft: TableDraft, officer: User) -> None:
    raw = dict(draft.raw)
    made = accepted(draft, officer)
    assert made.commitment == commitment_to(raw)
    assert made.commitment != commitment_to({**raw, "values": [*raw["values"][:-1], 0]})


def test_the_digest_rests_on_the_sites_secret(
    draft: TableDraft, settings: pytest.FixtureRequest
) -> None:
    before = commitment_to(draft.raw)
    settings.SECRET_KEY = "another" * 8  # type: ignore[attr-defined]
    assert commitment_to(draft.raw) != before


def test_reading_anew_takes_the_place_of_the_draft(
    draft: TableDraft, question: Question, officer: User
) -> None:
    actions.start(question, CANARIES.encode(), "x.csv", by=officer, title="Canaries")
    assert TableDraft.objects.get().title == "Canaries"


def test_a_draft_can_be_dropped(draft: TableDraft, officer: User) -> None:
    actions.drop(draft, by=officer)
    assert not TableDraft.objects.exists()


def test_an_accepted_table_can_be_taken_back(draft: TableDraft, officer: User) -> None:
    made = accepted(draft, officer)
    actions.take_back(made, by=officer)
    assert accepted_table(made.question) is None  # type: ignore[arg-type]


def test_a_table_that_was_sent_stays(draft: TableDraft, officer: User) -> None:
    made = accepted(draft, officer)
    TableRelease.objects.update(state="sent")
    with pytest.raises(UnusableInputError, match="stays in the register"):
        actions.take_back(made, by=officer)


ROLES = ("contributor", "approver", "qualified_person", "publisher", "auditor", "administrator")


@pytest.mark.parametrize("role", ROLES)
def test_only_who_decides_may_do_anything(
    role: str, draft: TableDraft, question: Question, officer: User, person: Callable[..., User]
) -> None:
    other = person(role, name="zed")
    draft = actions.choose(draft, How.PROTECT, by=officer, rule=RULE)
    with pytest.raises(PermissionDenied):
        actions.start(question, b"A,b\nc,1\n", "x.csv", by=other, title="T")
    with pytest.raises(PermissionDenied):
        actions.choose(draft, How.KEEP, by=other, rule=RULE)
    with pytest.raises(PermissionDenied):
        actions.accept(draft, by=other, seen=draft.version)
    with pytest.raises(PermissionDenied):
        actions.drop(draft, by=other)
    assert TableDraft.objects.get().version == draft.version
    assert not TableRelease.objects.exists()
    assert not TableDraft.objects.visible_to(other).exists()


def test_a_case_of_a_class_has_no_table(
    question: Question, officer: User, returnees: NcndClass
) -> None:
    Case.objects.update(ncnd_class=returnees)
    question = Question.objects.get()
    events = Event.objects.count()
    with pytest.raises(UnusableInputError):
        actions.start(question, b"A,b\nc,1\n", "x.csv", by=officer, title="T")
    assert not TableDraft.objects.exists()
    assert Event.objects.count() == events


def test_a_class_that_comes_later_ends_the_draft_and_hides_it(
    draft: TableDraft, officer: User, returnees: NcndClass
) -> None:
    draft = actions.choose(draft, How.PROTECT, by=officer, rule=RULE)
    Case.objects.update(ncnd_class=returnees)
    assert not TableDraft.objects.visible_to(officer).exists()
    with pytest.raises(UnusableInputError):
        actions.accept(draft, by=officer, seen=draft.version)
    assert tidy() == 1
    assert not TableDraft.objects.exists()


def test_a_class_that_comes_later_takes_the_accepted_table(
    draft: TableDraft, officer: User, returnees: NcndClass
) -> None:
    made = accepted(draft, officer)
    Case.objects.update(ncnd_class=returnees)
    assert accepted_table(Question.objects.get()) is None
    assert not TableRelease.objects.visible_to(officer).exists()
    tidy()
    assert not TableRelease.objects.filter(pk=made.pk).exists()


def test_a_case_that_is_answered_keeps_no_true_counts(draft: TableDraft) -> None:
    Case.objects.update(state="sent")
    assert tidy() == 1
    assert not TableDraft.objects.exists()


def test_a_table_being_looked_at_is_not_tidied_away(draft: TableDraft, officer: User) -> None:
    assert tidy() == 0


@pytest.mark.parametrize("state", ["received", "clarifying", "clearance", "sent", "closed"])
def test_no_table_is_read_while_a_case_is_not_being_answered(
    state: str, question: Question, officer: User
) -> None:
    Case.objects.update(state=state)
    with pytest.raises(UnusableInputError):
        actions.start(Question.objects.get(), b"A,b\nc,1\n", "x.csv", by=officer, title="T")
    assert not TableDraft.objects.exists()


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "x.csv", "empty"),
        (b"A,b\nc,1,2\n", "x.csv", "fields"),
        (b"A,b\nc,few\n", "x.csv", "not a whole count"),
        (b"A,b\nc,-1\n", "x.csv", "cannot be negative"),
        (b"A,b,c,Total\nd,1,2,9\ne,1,1,2\n", "x.csv", "add up to"),
        (b"A,b\nc,<5\n", "x.csv", "true counts"),
        (b"A,b,B\nc,1,2\n", "x.csv", "are called"),
        (b"PK\x03\x04 nothing of the kind", "x.xlsx", "cannot be read"),
        (b"PK\x03\x04 nothing of the kind", "x.ods", "cannot be read"),
        (b"A,b\nc," + b"9" * 6000 + b"\n", "x.csv", "."),
        (b"A,b\n" + b"c,1\n" * 500, "x.csv", "900 cells"),
        (b"A" + b",b" * 1000 + b"\nc" + b",1" * 1000 + b"\n", "x.csv", "900 cells"),
        (b"\xff\xfe\x00" * 400, "x.csv", "."),
    ],
)
def test_bad_input_gets_one_sentence_and_leaves_nothing(
    data: bytes, name: str, says: str, question: Question, officer: User
) -> None:
    with pytest.raises((UnusableInputError, RefusedInputError), match=says) as told:
        actions.start(question, data, name, by=officer, title="T")
    assert "Traceback" not in str(told.value)
    assert not TableDraft.objects.exists()


def test_a_file_of_many_megabytes_is_not_opened(question: Question, officer: User) -> None:
    with pytest.raises(RefusedInputError, match="over 5 MB"):
        actions.start(question, b"A,b\n" * 2_000_000, "x.csv", by=officer, title="T")


def test_a_table_without_a_title_is_not_read(question: Question, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="what the table counts"):
        actions.start(question, b"A,b\nc,1\n", "x.csv", by=officer, title="  ")


def test_a_label_with_a_stroke_cannot_break_the_letters_table(
    question: Question, officer: User
) -> None:
    draft = actions.start(question, b"|A,b|c\nd|e,7\n", "x.csv", by=officer, title="T")
    assert "|" not in str(draft.raw)


def test_an_empty_corner_gets_a_name(question: Question, officer: User) -> None:
    draft = actions.start(question, b",b\nd,7\n", "x.csv", by=officer, title="T")
    assert draft.raw["corner"] == "Group"


def test_gathering_twice_changes_nothing(send_table: Send) -> None:
    send_table([["Help", "Men"], ["Housing", "12"]])
    assert gather() == 1
    assert gather() == 0
    assert TableRelease.objects.sent().count() == 1
