"""The pages of tasks: by plain POST, and never a word about who asked."""

from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.desk.tasks.conftest import LOOKED

from answerable.desk.cases.actions import Arrived, move, receive
from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import marks, next_steps, panels
from answerable.desk.people.models import ServiceArea, User
from answerable.desk.tasks.actions import answer, give_out, return_task
from answerable.desk.tasks.models import Search, Task

Browser = Callable[[User], Client]
CANARIES = ("Zebedee", "Quillfeather", "zq@canary.example", "Canary Wharf Lane", "CANARYTITLE")
LINES = {
    "form-TOTAL_FORMS": "2",
    "form-INITIAL_FORMS": "0",
    "form-0-place": "the parking system",
    "form-0-terms": "fine",
    "form-0-activity": "locating",
    "form-0-minutes": "20",
    "form-0-result": "found",
    "form-1-activity": "locating",
}


class _Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {
            value.partition("#")[0]
            for name, value in attrs
            if name in ("href", "action") and value and value.startswith("/desk/")
        }


@pytest.fixture
def canary(officer: User, housing: ServiceArea, contributor: User) -> Task:
    made = receive(
        Arrived(
            text="My name is Zebedee Quillfeather of Canary Wharf Lane. How many fines?",
            title="CANARYTITLE",
            name="Zebedee Quillfeather",
            email="zq@canary.example",
            address="1 Canary Wharf Lane",
            on=date(2026, 11, 2),
            questions=("How many fines were issued in 2025?",),
        ),
        by=officer,
    )
    case = move(Case.objects.get(pk=made.pk), "triage", by=officer)
    return give_out(case, list(case.questions.all()), housing, by=officer)


def test_a_contributor_finds_no_trace_of_the_applicant_on_any_page(
    canary: Task, contributor: User, as_: Browser
) -> None:
    browser, seen, ahead = as_(contributor), set(), {"/desk/", "/desk/tasks"}
    answer(canary, "Twelve", by=contributor, searches=[LOOKED])
    second = give_out(
        canary.case, list(canary.case.questions.all()), canary.area, by=canary.given_by
    )
    ahead |= {f"/desk/tasks/{second.public_id}", f"/desk/cases/{canary.case.reference}"}
    while ahead:
        address = ahead.pop()
        seen.add(address)
        page = browser.get(address, follow=True)
        text = page.content.decode()
        assert not [word for word in CANARIES if word in text], address
        found = {link for link in _Links(text).found if "/accounts/" not in link}
        ahead |= found - seen
    assert f"/desk/tasks/{canary.public_id}" in seen
    assert len(seen) > 6


def test_the_applicants_words_are_there_for_the_officer_so_the_canary_can_sing(
    canary: Task,
) -> None:
    assert "Quillfeather" in canary.case.text


def test_a_contributor_sees_the_question_and_the_message(
    task: Task, contributor: User, as_: Browser
) -> None:
    text = as_(contributor).get("/desk/tasks").content.decode()
    assert "How many parking fines" in text
    assert f"/desk/tasks/{task.public_id}" in text


def test_a_contributor_of_another_area_finds_nothing(
    task: Task, parking: ServiceArea, person: Callable[..., User], as_: Browser
) -> None:
    browser = as_(person("contributor", parking, name="bea"))
    assert "parking fines" not in browser.get("/desk/tasks").content.decode()
    assert browser.get(f"/desk/tasks/{task.public_id}").status_code == 404
    for deed in ("accept", "return", "answer"):
        assert browser.post(f"/desk/tasks/{task.public_id}/{deed}", LINES).status_code == 404
    task.refresh_from_db()
    assert task.state == "given"


@pytest.mark.parametrize("role", ["administrator"])
def test_who_has_no_part_in_tasks_is_refused(
    role: str, task: Task, person: Callable[..., User], as_: Browser
) -> None:
    assert as_(person(role, name="zed")).get("/desk/tasks").status_code == 403


def test_nobody_signed_in_is_led_to_sign_in(task: Task) -> None:
    assert Client().get(f"/desk/tasks/{task.public_id}").status_code == 302


def test_a_task_is_taken_up_and_answered_by_plain_posts(
    task: Task, contributor: User, as_: Browser
) -> None:
    browser = as_(contributor)
    assert browser.post(f"/desk/tasks/{task.public_id}/accept").status_code == 302
    posted = browser.post(
        f"/desk/tasks/{task.public_id}/answer",
        {**LINES, "text": "There were 12.", "attached": [SimpleUploadedFile("a.csv", b"1,2")]},
    )
    assert posted.status_code == 302
    task.refresh_from_db()
    assert task.state == "answered"
    assert task.files.count() == 1
    assert Search.objects.get().place == "the parking system"


def test_an_answer_without_a_place_is_shown_again_with_what_was_written(
    task: Task, contributor: User, as_: Browser
) -> None:
    empty = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-activity": "locating"}
    page = as_(contributor).post(
        f"/desk/tasks/{task.public_id}/answer", {**empty, "text": "There were 12."}
    )
    assert page.status_code == 422
    assert "There were 12." in page.content.decode()
    assert "where you looked" in page.content.decode()


def test_more_places_are_added_without_script(task: Task, contributor: User, as_: Browser) -> None:
    page = as_(contributor).post(
        f"/desk/tasks/{task.public_id}/answer", {**LINES, "text": "Half", "more": "yes"}
    )
    assert page.status_code == 200
    assert 'name="form-3-place"' in page.content.decode()
    assert "the parking system" in page.content.decode()
    task.refresh_from_db()
    assert task.state == "given"


@pytest.mark.parametrize("total", ["", "x", "-1", "999999999"])
def test_a_forged_number_of_places_is_harmless(
    total: str, task: Task, contributor: User, as_: Browser
) -> None:
    page = as_(contributor).post(
        f"/desk/tasks/{task.public_id}/answer",
        {**LINES, "form-TOTAL_FORMS": total, "text": "x", "more": "yes"},
    )
    assert page.status_code == 200


def test_a_task_is_returned_with_its_reason(
    task: Task, contributor: User, officer: User, as_: Browser
) -> None:
    browser = as_(contributor)
    assert browser.post(f"/desk/tasks/{task.public_id}/return", {"because": ""}).status_code == 422
    assert (
        browser.post(
            f"/desk/tasks/{task.public_id}/return", {"because": "Parking has it"}
        ).status_code
        == 302
    )
    assert "Parking has it" in as_(officer).get(f"/desk/tasks/{task.public_id}").content.decode()


def test_an_officer_gives_questions_out_by_plain_post(
    open_case: Case, officer: User, housing: ServiceArea, as_: Browser
) -> None:
    address = f"/desk/cases/{open_case.reference}/give-out"
    browser = as_(officer)
    assert 'name="due_on_day" type="text" value="10"' in browser.get(address).content.decode()
    question = open_case.questions.first()
    assert question is not None
    posted = browser.post(
        address,
        {"questions": [question.public_id], "area": housing.pk, "due_on": "2026-11-12"},
    )
    assert posted.status_code == 302
    assert Task.objects.get().due_on == date(2026, 11, 12)


def test_nothing_chosen_is_said_plainly(open_case: Case, officer: User, as_: Browser) -> None:
    page = as_(officer).post(f"/desk/cases/{open_case.reference}/give-out", {"due_on": "x"})
    assert "Choose at least one question" in page.content.decode()
    assert not Task.objects.exists()


def test_the_officer_logs_a_search_changes_the_day_and_takes_back(
    task: Task, officer: User, as_: Browser
) -> None:
    browser = as_(officer)
    logged = {
        "place": "the website",
        "activity": "determining",
        "minutes": "5",
        "result": "nothing",
    }
    assert browser.post(f"/desk/cases/{task.case.reference}/search", logged).status_code == 302
    assert Search.objects.get().activity == "determining"
    assert browser.get(f"/desk/tasks/{task.public_id}/due").status_code == 200
    browser.post(f"/desk/tasks/{task.public_id}/due", {"due_on": "2026-11-20"})
    task.refresh_from_db()
    assert task.due_on == date(2026, 11, 20)
    assert browser.post(f"/desk/tasks/{task.public_id}/take-back").status_code == 302
    task.refresh_from_db()
    assert task.state == "taken_back"


def test_the_case_shows_who_still_owes_what(
    task: Task, officer: User, parking: ServiceArea, contributor: User
) -> None:
    questions = list(task.case.questions.all())
    give_out(task.case, questions[:1], parking, by=officer)
    answer(task, "Twelve", by=contributor, searches=[LOOKED])
    case = Case.objects.get(pk=task.case_id)
    first, second = case.questions.all()
    words = [mark.words for mark in marks(first, officer)]
    assert "answered by Housing" in words
    assert any(word.startswith("waiting for Parking since") for word in words)
    assert not any("Parking" in mark.words for mark in marks(second, officer))
    titles = [panel.title for panel in panels(case, officer)]
    assert "Service areas" in titles
    assert "Search log" in titles


def test_a_returned_task_is_a_next_step_until_somebody_else_has_it(
    task: Task, officer: User, contributor: User, parking: ServiceArea
) -> None:
    return_task(task, "Parking has it", by=contributor)
    case = Case.objects.get(pk=task.case_id)
    assert "Housing returned questions 1 and 2" in [s.words for s in next_steps(case, officer)]
    give_out(case, list(case.questions.all()), parking, by=officer)
    case = Case.objects.get(pk=task.case_id)
    assert not any("returned" in step.words for step in next_steps(case, officer))


def test_a_case_of_a_class_shows_no_tasks_no_log_and_no_way_to_make_one(
    task: Task, silent: Callable[[], Case], officer: User, contributor: User, as_: Browser
) -> None:
    answer(task, "CANARY-HELD", by=contributor, searches=[LOOKED])
    case = silent()
    assert not {"Service areas", "Search log"} & {p.title for p in panels(case, officer)}
    assert not any("Housing" in m.words for q in case.questions.all() for m in marks(q, officer))
    browser = as_(officer)
    assert browser.get(f"/desk/tasks/{task.public_id}").status_code == 404
    assert browser.get(f"/desk/cases/{case.reference}/give-out").status_code == 409
    assert browser.get(f"/desk/cases/{case.reference}/search").status_code == 409
    for address in ("/desk/tasks", f"/desk/cases/{case.reference}"):
        assert "CANARY-HELD" not in browser.get(address).content.decode()


def test_the_page_of_a_case_asks_no_more_for_many_questions(
    task: Task, officer: User, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    from answerable.desk.tasks import panel

    case = Case.objects.get(pk=task.case_id)
    questions = list(case.questions.all())
    with django_assert_max_num_queries(2):  # type: ignore[attr-defined]
        panel.next_steps(case, officer)
        for question in questions:
            panel.for_question(question, officer)
