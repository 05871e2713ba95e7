"""Logs of other bodies: looked at, taken in by the worker, used, replaced, removed."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.desk.asked_before.conftest import FINES

from answerable.desk.asked_before import near
from answerable.desk.asked_before.jobs import JOBS, look_who_else_was_asked
from answerable.desk.asked_before.logs import actions, taking
from answerable.desk.asked_before.logs.actions import look_at, remove, take_in
from answerable.desk.asked_before.logs.reading import stock_of
from answerable.desk.asked_before.logs.taking import work_on_logs
from answerable.desk.asked_before.models import (
    OtherBand,
    OtherLog,
    OtherRequest,
    OtherUpload,
    State,
)
from answerable.desk.asked_before.others import others
from answerable.desk.asked_before.panel import for_case
from answerable.desk.cases.models import Case
from answerable.desk.events.models import Event
from answerable.desk.ncnd.demo import seed_class
from answerable.desk.people.models import User
from answerable.desk.today import as_if
from answerable.model import UnusableInputError

Asks = Callable[..., Case]
Browser = Callable[[User], Client]
MILLS = "How many windmills stand in the parish of Ember?"
CSV = (
    "Ref,Request,Received,Outcome,Response,Requester\n"
    f'W1,"{FINES}",01/10/2026,Successful,There were 9.,Zebedee Quill\n'
    f'W2,"{MILLS}",02/10/2025,Refused,,Zebedee Quill\n'
)


def bring(
    by: User, data: str | bytes = CSV, name: str = "log.csv", body: str = "Wexcombe Council",
    **more: Any,
) -> OtherLog:  # fmt: skip
    """A log that is in use."""
    raw = data.encode() if isinstance(data, str) else data
    made = look_at(raw, name, body, by=by, **more)
    take_in(made, by=by)
    work_on_logs()
    made.refresh_from_db()
    return made


def bodies_of(case: Case, actor: User) -> list[str]:
    return sorted({each.body for each in others(case, actor)})


def test_nothing_is_used_before_it_is_taken_in(asks: Asks, officer: User) -> None:
    made = look_at(CSV.encode(), "log.csv", "Wexcombe Council", by=officer)
    work_on_logs()
    made.refresh_from_db()
    assert (made.state, made.rows, made.years) == (State.READ, 2, {"2025": 1, "2026": 1})
    assert [each["id"] for each in made.first] == ["W1", "W2"]
    assert not OtherRequest.objects.exists()
    assert bodies_of(asks(FINES), officer) == []
    assert not Event.objects.filter(kind__startswith="asked_before").exists()


def test_a_log_that_is_taken_in_is_found_beside_a_case(asks: Asks, officer: User) -> None:
    made = bring(officer)
    assert (made.state, made.taken, made.rows) == (State.IN, 2, 2)
    assert not OtherUpload.objects.exists()
    [found] = others(asks("How many vans are leased?", FINES), officer)
    assert (found.body, found.outcome, found.answer) == (
        "Wexcombe Council", "Successful", "There were 9.",
    )  # fmt: skip
    assert found.on == date(2026, 10, 1)
    assert found.question is not None and found.question.text.endswith(FINES)


def test_a_whole_letter_of_several_questions_is_found_too(asks: Asks, officer: User) -> None:
    letter = f"1. {FINES} 2. {MILLS} 3. What do the bell ringers of the abbey cost each week?"
    bring(officer, json.dumps([{"id": "1", "text": letter, "outcome": "refused"}]), "log.json")
    [found] = others(
        asks(FINES, MILLS, "What do the bell ringers of the abbey cost each week?"), officer
    )
    assert found.question is None
    assert found.body == "Wexcombe Council"


def test_who_asked_is_not_kept(officer: User) -> None:
    made = bring(officer)
    kept = str(list(OtherRequest.objects.values())) + str(made.first)
    assert "Zebedee" not in kept


def test_the_events_hold_no_words(officer: User) -> None:
    remove(bring(officer), by=officer)
    events = Event.objects.filter(kind__startswith="asked_before")
    assert {each.kind for each in events} == {
        "asked_before.log_taken_in", "asked_before.log_removed",
    }  # fmt: skip
    assert not any("Wexcombe" in str(each.facts) for each in events)


def test_the_worker_looks_for_logs_within_two_seconds() -> None:
    [every] = [seconds for _, seconds, run in JOBS if run is work_on_logs]
    assert every <= 0.5


def test_cut_off_in_the_middle_nothing_is_lost_or_done_twice(
    officer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "_LOT", 10)
    rows = "\n".join(f"{n},How many lamps stand in ward {n}?" for n in range(35))
    made = look_at(f"id,request\n{rows}\n".encode(), "log.csv", "Wexcombe Council", by=officer)
    take_in(made, by=officer)
    clock = iter([0.0, 0.0, 99.0])
    assert work_on_logs(lambda: next(clock)) == 2  # its time is up after two lots
    made.refresh_from_db()
    assert (made.state, made.taken, made.percent) == (State.TAKING, 20, 57)
    taking._entries.cache_clear()  # another process goes on
    work_on_logs()
    made.refresh_from_db()
    assert (made.state, made.taken) == (State.IN, 35)
    assert OtherRequest.objects.filter(log=made).count() == 35
    assert work_on_logs() == 0


def test_a_log_that_is_half_taken_in_is_not_shown(
    asks: Asks, officer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "_LOT", 1)
    take_in(look_at(CSV.encode(), "log.csv", "Wexcombe Council", by=officer), by=officer)
    clock = iter([0.0, 99.0])
    work_on_logs(lambda: next(clock))
    assert OtherRequest.objects.count() == 1
    assert bodies_of(asks(FINES), officer) == []


def test_a_removed_log_is_out_of_use_at_once_and_then_gone(asks: Asks, officer: User) -> None:
    made, case = bring(officer), asks(FINES)
    assert bodies_of(case, officer) == ["Wexcombe Council"]
    remove(made, by=officer)
    assert bodies_of(case, officer) == []
    work_on_logs()
    assert not OtherLog.objects.exists()
    assert not OtherRequest.objects.exists()
    assert not OtherBand.objects.exists()
    remove(made, by=officer)  # somebody else pressed it, too
    assert Event.objects.filter(kind="asked_before.log_removed").count() == 1


def test_a_new_log_takes_the_place_of_the_old_one_when_it_is_whole(
    asks: Asks, officer: User
) -> None:
    old, case = bring(officer), asks(FINES)
    newer = look_at(
        CSV.replace("There were 9.", "There were 11.").encode(), "new.csv", "Wexcombe Council",
        by=officer, replaces=old,
    )  # fmt: skip
    assert [each.answer for each in others(case, officer)] == ["There were 9."]
    take_in(newer, by=officer)
    work_on_logs()
    assert [each.answer for each in others(case, officer)] == ["There were 11."]
    assert [each.pk for each in OtherLog.objects.all()] == [newer.pk]
    assert OtherRequest.objects.count() == 2


def test_what_was_only_looked_at_is_put_away_after_a_day(officer: User) -> None:
    made = look_at(CSV.encode(), "log.csv", "Wexcombe Council", by=officer)
    with as_if(datetime(2026, 11, 21, 9, tzinfo=UTC)):
        work_on_logs()
        assert OtherLog.objects.filter(pk=made.pk).exists()
    with as_if(datetime(2026, 11, 20, 10, tzinfo=UTC) + timedelta(hours=25)):
        work_on_logs()
    assert not OtherLog.objects.exists()
    assert not OtherUpload.objects.exists()


def test_it_is_taken_in_once(officer: User) -> None:
    made = bring(officer)
    with pytest.raises(UnusableInputError, match="meanwhile"):
        take_in(made, by=officer)
    assert Event.objects.filter(kind="asked_before.log_taken_in").count() == 1


def test_bands_of_an_older_making_are_made_again(asks: Asks, officer: User) -> None:
    made, case = bring(officer), asks(FINES)
    OtherLog.objects.update(engine="1 plain")
    OtherBand.objects.all().delete()
    assert bodies_of(case, officer) == []
    work_on_logs()
    made.refresh_from_db()
    assert made.engine == taking.MADE_BY
    assert bodies_of(case, officer) == ["Wexcombe Council"]


def test_the_case_names_the_bodies_that_the_worker_found(asks: Asks, officer: User) -> None:
    case = asks(FINES)
    look_who_else_was_asked()
    assert for_case(case, officer) == []
    made = bring(officer)
    assert look_who_else_was_asked() == 1
    [panel] = for_case(Case.objects.get(pk=case.pk), officer)
    assert panel.context["bodies"] == ["Wexcombe Council"]
    remove(made, by=officer)
    work_on_logs()
    look_who_else_was_asked()
    assert for_case(Case.objects.get(pk=case.pk), officer) == []


def test_beside_a_governed_case_nobody_is_named(asks: Asks, officer: User, approver: User) -> None:
    case = asks(FINES)
    bring(officer)
    look_who_else_was_asked()
    Case.objects.filter(pk=case.pk).update(ncnd_class=seed_class(officer, approver))
    case = Case.objects.get(pk=case.pk)
    assert others(case, officer) == []
    assert for_case(case, officer) == []


def test_looking_takes_one_question_however_many_texts(
    officer: User, django_assert_num_queries: Callable[[int], Any]
) -> None:
    bring(officer)
    texts = {"a": FINES.split(), "b": MILLS.split(), "c": ["nothing", "such"]}
    with django_assert_num_queries(1):
        found = near.nearest(texts)
    assert {name: len(like) for name, like in found.items()}["c"] == 0


def test_another_request_is_not_taken_for_the_same(asks: Asks, officer: User) -> None:
    bring(officer)
    assert bodies_of(asks("Which solicitors does the authority instruct?"), officer) == []


@pytest.mark.parametrize("role", ["contributor", "auditor", "approver", "publisher"])
def test_only_officers_and_administrators_bring_logs_in(
    role: str, officer: User, person: Callable[..., User], as_: Browser
) -> None:
    other, made = person(role, name="zed"), bring(officer)
    with pytest.raises(PermissionDenied):
        look_at(CSV.encode(), "log.csv", "Larkfield Council", by=other)
    with pytest.raises(PermissionDenied):
        remove(made, by=other)
    for path in ("", "/add", f"/{made.public_id}", f"/{made.public_id}/replace"):
        assert as_(other).get(f"/desk/other-bodies{path}").status_code == 403


@pytest.mark.parametrize(
    ("data", "name", "mapping", "said"),
    [
        (b"id,request\n1,caf\xe9 prices in the canteen?\n", "log.csv", "", "encoding: cp1252"),
        (CSV.encode(), "log.csv", "text: Question", "Line 1 of “mapping”.*“Question”"),
        (CSV.encode(), "log.csv", "a: b", "begins with “a”"),
        (CSV.encode(), "log.csv", "x: &a [1, 2]\ny: [*a, *a]", "more of YAML than it needs"),
        (CSV.encode(), "log.csv", "text: [[[[Request]]]]", "more of YAML than it needs"),
        (CSV.encode(), "log.csv", "text: !!python/name:os.system", "more of YAML than it needs"),
        (CSV.encode(), "log.csv", ": : {", "not YAML"),
        (CSV.encode(), "log.csv", "[" * 4_000, "more of YAML"),
        (CSV.encode(), "log.csv", "- " * 2_000, "more of YAML"),
        (CSV.encode(), "log.csv", "a: b\n" * 2_000, "over 5 kB"),
        (CSV.encode(), "log.csv", "encoding: punycode", "none that is known"),
        (CSV.encode(), "log.csv", "encoding: zlib", "none that is known"),
        (CSV.encode(), "log.csv", "delimiter: ab", "one character"),
        (CSV.encode(), "log.csv", "date_format: '%d %d'", "date_format"),
        (CSV.encode(), "log.csv", "text: 2026-99-99", "."),
        (b"", "log.csv", "", "is empty"),
        (b"\n \n", "log.csv", "", "is empty"),
        (b"when,who\n1,2\n", "log.csv", "", "No column of “log.csv”"),
        (b"id,request\n1,\n2,-\n", "log.csv", "", "no request that can be used.*has no words"),
        (b"{", "log.json", "", "not JSON"),
        (b"[" * 100_000, "log.json", "", "not JSON"),
        (b"[" + b"{}," * 600_000 + b"{}]", "log.json", "", "more columns or parts"),
        (b"a," * 5_000, "log.csv", "", "more columns or parts"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "log.xml", "", "document type"),
        (b"PK\x03\x04", "log.xlsx", "", "Save a spreadsheet as CSV"),
        (b"x", "..", "", "no log that can be read"),
        (b"id,request\n1,\x00\n", "log.csv", "", "holds bytes that are no text"),
    ],
)  # fmt: skip
def test_bad_input_is_one_plain_sentence_and_nothing_is_kept(
    data: bytes, name: str, mapping: str, said: str, officer: User
) -> None:
    with pytest.raises(UnusableInputError, match=said) as problem:
        look_at(data, name, "Wexcombe Council", by=officer, mapping=mapping)
    assert "/tmp" not in str(problem.value)
    assert "\n" not in str(problem.value)
    assert not OtherLog.objects.exists()


def test_a_file_that_is_too_large_is_refused(
    officer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("answerable.desk.asked_before.logs.limits.MOST_BYTES", 1024 * 1024)
    with pytest.raises(UnusableInputError, match="over 1 MB; give it in parts"):
        look_at(b"id,request\n" + b"x" * 1024 * 1024, "log.csv", "Wexcombe Council", by=officer)


def test_too_many_rows_are_refused_used_or_not(
    officer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("answerable.desk.asked_before.logs.reading.MOST_ROWS", 3)
    for rows, said in (("1,why so many lamps?\n" * 9, "3"), ("1,-\n" * 9, "are no requests")):
        numbered = rows.replace("1,", "{},").format(*range(9)).encode()
        with pytest.raises(UnusableInputError, match=said):
            look_at(b"id,request\n" + numbered, "log.csv", "Wexcombe Council", by=officer)


def test_too_many_logs_are_refused(officer: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_LOGS", 1)
    bring(officer)
    with pytest.raises(UnusableInputError, match="remove one first"):
        look_at(CSV.encode(), "log.csv", "Larkfield Council", by=officer)


@pytest.mark.parametrize("body", ["", "  ", "northmere borough council", "Northmere"])
def test_a_log_needs_the_name_of_another_body(body: str, officer: User) -> None:
    with pytest.raises(UnusableInputError):
        look_at(CSV.encode(), "log.csv", body, by=officer)


def test_rows_left_out_and_ids_that_stand_twice_are_said_with_their_place(officer: User) -> None:
    data = f"{CSV}W3,-,01/10/2026,x,,\nW1,Where do the ferries moor at night?,,,,\n"
    made = look_at(data.encode(), "log.csv", "Wexcombe Council", by=officer)
    assert (made.rows, made.left_out_count) == (3, 1)
    assert "row ending at line 4 has no words of a request" in made.left_out
    assert any("“W1” is taken by another letter" in each for each in made.left_out)


def test_of_many_rows_left_out_the_first_are_said_and_the_rest_counted(
    officer: User, as_: Browser
) -> None:
    data = CSV + "W9,-,,,,\n" * 30 + "W1,Where do the ferries moor at night?,,,,\n"
    made = look_at(data.encode(), "log.csv", "Wexcombe Council", by=officer)
    assert (made.left_out_count, len(made.left_out), made.left_out_unsaid) == (30, 21, 10)
    page = as_(officer).get(f"/desk/other-bodies/{made.public_id}").content.decode()
    assert "And 10 more." in page


def test_a_mapping_says_which_column_is_what_and_whose_each_row_is(officer: User) -> None:
    data = f"Nr;Wording;Whom\n7;{FINES};Larkfield Council\n8;{MILLS};\n".encode("cp1252")
    mapping = "id: Nr\ntext: Wording\nbody: Whom\nencoding: cp1252\ndelimiter: ';'"
    bring(officer, data, mapping=mapping)
    rows = OtherRequest.objects.order_by("pk").values_list("ref", "body")
    assert list(rows) == [("7", "Larkfield Council"), ("8", "Wexcombe Council")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("log.jsonl", json.dumps({"id": "1", "text": FINES, "answer": "9"})),
        ("log.json", json.dumps({"published": {"request": [
            {"ref": "1", "requestbody": FINES, "datecreated": "2026-10-01", "status": "Closed",
             "history": {"response": {"responsebody": "9"}}}]}})),
        ("log.json", json.dumps([{"CaseDetails.CaseId": "1",
            "CaseDetailsInformationRequest.Details": FINES, "CaseDetails.CaseLabel": "IR - Fines",
            "CaseStageStage1.OutcomeDetails": "9"}])),
        ("request.json", json.dumps({"id": 1, "title": "Fines", "public_body": {"name": "Other"},
            "created_at": "2026-10-01", "described_state": "successful", "info_request_events": [
                {"event_type": "sent", "snippet": FINES},
                {"event_type": "response", "snippet": "9"}]})),
        ("log.xml", "<Cases><Case><CaseId>1</CaseId><CaseLabel>IR - Fines</CaseLabel>"
            f"<Attributes.Details>{FINES}</Attributes.Details></Case></Cases>"),
    ],
)  # fmt: skip
def test_feeds_and_saved_requests_are_known(
    name: str, data: str, asks: Asks, officer: User
) -> None:
    bring(officer, data, name)
    [found] = others(asks(FINES), officer)
    assert found.body == "Wexcombe Council"


def test_what_no_database_can_hold_is_taken_out(officer: User) -> None:
    bring(officer, '{"id": "1", "text": "Why \\ud800 so \\u0000 many lamps?"}', "log.jsonl")
    assert OtherRequest.objects.get().text == "Why  so  many lamps?"


# The pages


def upload(browser: Client, address: str = "/desk/other-bodies/add", **changed: Any) -> Any:
    given = {"body": "Wexcombe Council", "file": SimpleUploadedFile("log.csv", CSV.encode())}
    return browser.post(address, given | changed)


@pytest.mark.parametrize("role", ["officer", "administrator"])
def test_a_log_is_looked_at_taken_in_replaced_and_removed(
    role: str, person: Callable[..., User], as_: Browser
) -> None:
    browser = as_(person(role, name="zed"))
    assert "No log is in use yet" in browser.get("/desk/other-bodies").content.decode()
    address = upload(browser).headers["Location"]
    page = browser.get(address).content.decode()
    for words in ("Nothing of this log is used yet", FINES, "There were 9.", "2025", "Take it in"):
        assert words in page
    browser.post(f"{address}/take-in")
    page = browser.get(address).content.decode()
    assert "0 of 2 requests are taken in (0%)" in page
    work_on_logs()
    assert "in use" in browser.get(f"{address}/progress").content.decode()
    assert "in use" in browser.get("/desk/other-bodies").content.decode()
    newer = upload(browser, f"{address}/replace").headers["Location"]
    assert "will take the place of" in browser.get(newer).content.decode()
    browser.post(f"{newer}/remove")
    browser.post(f"{address}/remove")
    work_on_logs()
    assert browser.get(address).status_code == 404
    assert not OtherLog.objects.exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"body": ""}, "Give the name of the body"),
        ({"file": SimpleUploadedFile("log.csv", b"")}, "is empty"),
        ({"file": ""}, "Choose the file of the log"),
        ({"mapping": SimpleUploadedFile("m.yaml", b"\xff")}, "not UTF-8 text"),
        ({"mapping": SimpleUploadedFile("m.yaml", b"a" * 20_000)}, "over 5 kB"),
        ({"mapping": SimpleUploadedFile("m.yaml", b"text: Nothing")}, "Line 1 of “mapping”"),
    ],
)
def test_what_cannot_be_used_is_said_beside_the_field(
    changed: dict[str, Any], said: str, officer: User, as_: Browser
) -> None:
    answer = upload(as_(officer), **changed)
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert not OtherLog.objects.exists()


def test_a_mapping_is_used_again_for_the_newer_log(officer: User, as_: Browser) -> None:
    made = bring(officer, mapping="text: Request\nid: Ref")
    address = f"/desk/other-bodies/{made.public_id}/replace"
    upload(as_(officer), address)
    newer = OtherLog.objects.get(state=State.READ)
    assert (newer.mapping, newer.replaces) == (made.mapping, made)


@pytest.mark.parametrize(
    "address", ["/desk/other-bodies/nosuch", "/desk/other-bodies/nosuch/replace"]
)
def test_a_log_that_is_none_is_not_found(address: str, officer: User, as_: Browser) -> None:
    assert as_(officer).get(address).status_code == 404


def test_words_of_a_log_are_words_and_no_markup(officer: User, as_: Browser) -> None:
    made = look_at(
        b"id,request\n1,<script>alert(1)</script> how many lamps?\n", "log.csv",
        "<b>Wexcombe</b>", by=officer,
    )  # fmt: skip
    page = as_(officer).get(f"/desk/other-bodies/{made.public_id}").content.decode()
    assert "<script>alert" not in page
    assert "<b>Wexcombe" not in page


@pytest.mark.parametrize("page", ["", "/add", "/LOG", "/LOG/progress", "/LOG/replace"])
def test_a_page_asks_at_most_eight(
    page: str, officer: User, as_: Browser, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for n in range(4):
        made = bring(officer, body=f"Body {n}")
    browser = as_(officer)
    with django_assert_max_num_queries(8):
        path = page.replace("LOG", made.public_id)
        assert browser.get(f"/desk/other-bodies{path}").status_code == 200


def test_letters_of_very_many_sentences_do_not_hold_up_the_worker() -> None:
    long = "\n".join(f"word{n} other{n}." for n in range(5_000))
    plain = [
        f"Please answer within a week of today. How many lamps stand in w{n}?" for n in range(40)
    ]
    assert stock_of([long] * 20) == frozenset()  # none of them is held against itself
    assert len(stock_of([*plain, long])) == 1
