"""Statements written once: they say what Django would say, through the same gates."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from answerable.desk.ask.models import Bucket, PrivateLink
from answerable.desk.authority.models import Authority
from answerable.desk.cases.models import Case
from answerable.desk.db.insert import insert, insert_each, insert_unless_there
from answerable.desk.db.prepared import Prepared
from answerable.desk.files.models import Attachment

AT = datetime(2026, 3, 2, 9, 30, 15, 123456, tzinfo=UTC)


def _case(**fields: object) -> Case:
    return Case(
        title="Łamps – “mended” %s", text="How many?", regime="FOIA", regime_reasons=["a", {"b": 1}],
        received_on=date(2026, 3, 2), received_at=AT, due_on=None, **fields,
    )  # fmt: skip


@pytest.mark.django_db
def test_an_inserted_row_is_the_one_that_save_would_have_kept() -> None:
    quick, usual = _case(reference="FOI-1"), _case(reference="FOI-2")
    insert(quick)
    usual.save()
    one, other = Case.objects.filter(pk__in=[quick.pk, usual.pk]).order_by("pk").values()
    for apart in ("id", "public_id", "reference", "created_at"):
        assert one.pop(apart) != other.pop(apart)
    assert one == other


@pytest.mark.django_db
def test_an_inserted_row_can_be_changed_and_saved() -> None:
    case = _case()
    insert(case)
    case.title = "Lamps"
    case.save()
    assert Case.objects.get().title == "Lamps"


@pytest.mark.django_db
def test_what_a_field_sets_by_itself_is_set() -> None:
    case = _case()
    insert(case)
    file = Attachment(case=case, purpose="found", name="a", size=1, sha256="x", stored_as="x")
    insert(file)
    assert Attachment.objects.get().added_at is not None


@pytest.mark.django_db
def test_a_row_that_is_there_is_left_alone() -> None:
    assert insert_unless_there([Bucket(key="a", left=1.5, at=AT)], "key") == {"a"}
    rows = [Bucket(key=key, left=9, at=AT) for key in "aabb"]
    assert insert_unless_there(rows, "key") == {"b"}
    assert [bucket.left for bucket in Bucket.objects.order_by("key")] == [1.5, 9]


@pytest.mark.django_db
def test_nothing_stays_nothing_and_json_stays_json() -> None:
    insert(PrivateLink(token_hash="x", waiting={"text": "Ŵ"}, made_at=AT))
    link = PrivateLink.objects.get()
    assert (link.case, link.waiting, link.receipt) == (None, {"text": "Ŵ"}, {})


@pytest.mark.django_db
def test_a_prepared_question_gives_python_values_for_each_open_value() -> None:
    insert(_case(reference="FOI-1"))
    insert(_case(reference="FOI-2", outcome="full"))
    by_reference = Prepared(
        lambda ref: Case.objects.filter(reference=ref).values_list(
            "outcome", "received_on", "received_at", "regime_reasons"
        ),
        open_values=1,
    )
    assert by_reference.rows("FOI-1") == [("", date(2026, 3, 2), AT, ["a", {"b": 1}])]
    assert by_reference.rows("FOI-2")[0][0] == "full"
    assert by_reference.rows("' OR 1=1 --") == []


@pytest.mark.django_db
def test_a_prepared_question_takes_as_many_values_as_it_left_open() -> None:
    question = Prepared(lambda ref: Case.objects.filter(reference=ref).values_list("pk"), 1)
    with pytest.raises(ValueError, match="argument"):
        question.rows()
    with pytest.raises(ValueError, match="argument"):
        question.rows("a", "b")


@pytest.mark.django_db
def test_a_value_that_is_not_in_the_question_is_told() -> None:
    with pytest.raises(ValueError, match="left open"):
        Prepared(lambda ref: Case.objects.values_list("pk"), 1).rows("a")


def test_a_hidden_entry_is_not_shown_by_a_prepared_question(authority: Authority) -> None:
    assert Client().get("/log/%01open 0%01").status_code == 404


@pytest.mark.django_db
def test_rows_kept_at_once_get_their_own_keys() -> None:
    cases = [_case(reference=f"FOI-{n}") for n in range(5)]
    insert_each(cases)
    assert dict(Case.objects.values_list("pk", "reference")) == {c.pk: c.reference for c in cases}


@pytest.mark.django_db
def test_no_rows_are_no_statement() -> None:
    insert_each([])
    assert insert_unless_there([], "key") == set()
