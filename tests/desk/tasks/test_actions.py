"""Giving questions out, taking them up, returning and answering: who may, and what is kept."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from tests.desk.tasks.conftest import LOOKED, NOTHING, TODAY

from answerable.desk.cases.actions import move, set_questions
from answerable.desk.cases.actions.questions import Settled
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.events.models import Event
from answerable.desk.files.models import Attachment
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.actions import close_sign_in
from answerable.desk.people.models import ServiceArea, User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import Role, roles
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.tasks.actions import (
    Searched,
    Upload,
    accept,
    add_search,
    answer,
    give_out,
    return_task,
    take_back,
)
from answerable.desk.tasks.log import minutes_by_activity, search_log, searches_words
from answerable.desk.tasks.models import Search, Task
from answerable.model import UnusableInputError

Person = Callable[..., User]


def test_a_quarter_of_the_time_is_asked_for_unless_the_officer_says_another_day(
    task: Task,
) -> None:
    assert task.due_on == date(2026, 11, 10)  # five working days after the third


def test_the_mail_says_that_there_is_work_and_nothing_else(task: Task) -> None:
    mail = OutgoingMail.objects.get(kind="task")
    assert mail.to == "housing@northmere.example"
    assert mail.subject == "You have work"
    assert mail.body == f"You have work: http://127.0.0.1:8000/desk/tasks/{task.public_id}\n"


def test_an_area_without_a_mailbox_gets_no_mail(open_case: Case, officer: User) -> None:
    area = ServiceArea.objects.create(name="Museums")
    give_out(open_case, list(open_case.questions.all()), area, by=officer)
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_only_who_works_on_cases_gives_questions_out(
    role: Role, open_case: Case, housing: ServiceArea, person: Person
) -> None:
    by, events = person(role.id, name=f"{role.id}_too"), Event.objects.count()
    questions = list(open_case.questions.all())
    if Permission.WRITE_CASES in role.may:
        give_out(open_case, questions, housing, by=by)
        return
    events = Event.objects.count()
    with pytest.raises(PermissionDenied):
        give_out(open_case, questions, housing, by=by)
    assert not Task.objects.exists()
    assert Event.objects.count() == events


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_only_a_contributor_of_the_area_takes_up_returns_or_answers(
    role: Role, task: Task, housing: ServiceArea, parking: ServiceArea, person: Person
) -> None:
    deeds: list[Callable[[User], object]] = [
        lambda by: accept(task, by=by),
        lambda by: return_task(task, "Not ours", by=by),
        lambda by: answer(task, "Twelve", by=by, searches=[LOOKED]),
    ]
    for place, deed in enumerate(deeds):
        stranger = person(role.id, parking, name=f"{role.id}{place}")
        with pytest.raises(PermissionDenied):
            deed(stranger)
    task.refresh_from_db()
    assert task.state == "given"
    assert not Search.objects.exists()


@pytest.mark.parametrize("state", sorted(set(State) - {State.OPEN, State.REVIEW}))
def test_no_question_is_given_out_before_triage_or_after_the_answer(
    state: State, open_case: Case, housing: ServiceArea, officer: User
) -> None:
    Case.objects.filter(pk=open_case.pk).update(state=state)
    open_case.refresh_from_db()
    with pytest.raises(UnusableInputError, match="after triage"):
        give_out(open_case, list(open_case.questions.all()), housing, by=officer)
    assert not Task.objects.exists()


def test_a_question_of_another_case_is_refused(
    open_case: Case, housing: ServiceArea, officer: User
) -> None:
    from answerable.desk.cases.actions import Arrived, receive

    other = receive(Arrived(text="How many staff?"), by=None)
    with pytest.raises(UnusableInputError, match="of this case"):
        give_out(open_case, list(other.questions.all()), housing, by=officer)


def test_an_area_is_not_asked_the_same_question_twice(
    task: Task, officer: User, housing: ServiceArea, parking: ServiceArea
) -> None:
    first = list(task.case.questions.all())[:1]
    with pytest.raises(UnusableInputError, match="already has"):
        give_out(task.case, first, housing, by=officer)
    assert give_out(task.case, first, parking, by=officer).area == parking


@pytest.mark.parametrize("day", [date(2026, 11, 2), date(2026, 12, 2)])
def test_a_day_gone_by_or_after_the_answer_is_refused(
    day: date, open_case: Case, housing: ServiceArea, officer: User
) -> None:
    with pytest.raises(UnusableInputError):
        give_out(open_case, list(open_case.questions.all()), housing, by=officer, due_on=day)
    assert not Task.objects.exists()


def test_a_class_of_the_register_lets_nothing_be_given_out(
    silent: Callable[[], Case], housing: ServiceArea, officer: User
) -> None:
    case = silent()
    events = Event.objects.count()
    with pytest.raises(UnusableInputError, match="neither-confirm-nor-deny register"):
        give_out(case, list(case.questions.all()), housing, by=officer)
    with pytest.raises(UnusableInputError, match="neither-confirm-nor-deny register"):
        add_search(case, LOOKED, by=officer)
    assert not Task.objects.exists()
    assert not Search.objects.exists()
    assert Event.objects.count() == events


def test_a_class_set_later_silences_the_task_that_was_out(
    task: Task, silent: Callable[[], Case], contributor: User
) -> None:
    silent()
    assert not Task.objects.visible_to(contributor).exists()
    fresh = Task.objects.get(pk=task.pk)
    with pytest.raises(UnusableInputError):
        answer(fresh, "Twelve", by=contributor, searches=[LOOKED])
    assert search_log(fresh.case) == ()


def test_a_register_that_was_not_looked_at_yet_stops_the_search(
    open_case: Case, housing: ServiceArea, officer: User, approver: User
) -> None:
    NcndClass.objects.create(
        name="Fines",
        words=["parking fines"],
        regime="FOIA",
        proposed_by=officer,
        approved_by=approver,
        approved_on=date(2026, 1, 5),
    )
    with pytest.raises(UnusableInputError, match="nobody has said whether the class governs"):
        give_out(open_case, list(open_case.questions.all()), housing, by=officer)


def test_an_answer_keeps_text_files_and_searches(task: Task, contributor: User) -> None:
    accept(task, by=contributor)
    answer(
        task,
        "There were 12.",
        by=contributor,
        files=[Upload("fines.csv", b"a,b")],
        searches=[LOOKED, NOTHING],
    )
    task.refresh_from_db()
    assert task.state == "answered"
    assert [file.name for file in task.files.all()] == ["fines.csv"]
    assert [line.minutes for line in search_log(task.case)] == [20, 10]
    assert minutes_by_activity(task.case) == {"locating": 30}


def test_an_answer_without_a_search_record_is_refused_and_keeps_nothing(
    task: Task, contributor: User
) -> None:
    with pytest.raises(UnusableInputError, match="where you looked"):
        answer(task, "Twelve", by=contributor, files=[Upload("a.csv", b"a")])
    assert not Attachment.objects.exists()
    task.refresh_from_db()
    assert task.state == "given"


@pytest.mark.parametrize(
    "line",
    [
        Searched(place=" ", minutes=1, result="found"),
        Searched(place="a", minutes=-1, result="found"),
        Searched(place="a", minutes=10**9, result="found"),
        Searched(place="a", minutes=1, result="maybe"),
        Searched(place="a", minutes=1, result="found", activity="redacting"),
        Searched(place="a", minutes=1, result="found", on=date(2099, 1, 1)),
    ],
)
def test_a_line_that_cannot_be_keeps_nothing(line: Searched, task: Task, contributor: User) -> None:
    with pytest.raises(UnusableInputError):
        answer(task, "Twelve", by=contributor, searches=[LOOKED, line])
    assert not Search.objects.exists()


def test_a_task_is_answered_once(task: Task, contributor: User) -> None:
    answer(task, "Twelve", by=contributor, searches=[LOOKED])
    with pytest.raises(UnusableInputError, match="not open any more"):
        answer(task, "Thirteen", by=contributor, searches=[LOOKED])
    with pytest.raises(UnusableInputError, match="not open any more"):
        return_task(task, "Not ours", by=contributor)
    assert Search.objects.count() == 1


def test_a_return_needs_a_reason(task: Task, contributor: User) -> None:
    with pytest.raises(UnusableInputError, match="why"):
        return_task(task, "  ", by=contributor)
    assert return_task(task, "Parking has it", by=contributor).state == "returned"


def test_a_task_taken_back_is_open_no_more(task: Task, officer: User, contributor: User) -> None:
    take_back(task, by=officer)
    with pytest.raises(UnusableInputError):
        accept(task, by=contributor)


def test_what_somebody_took_up_returns_to_the_area_when_they_leave(
    task: Task, contributor: User, administrator: User, housing: ServiceArea, person: Person
) -> None:
    accept(task, by=contributor)
    assert Task.objects.get(pk=task.pk).holder == contributor
    close_sign_in(by=administrator, user=contributor)
    left = Task.objects.get(pk=task.pk)
    assert left.holder is None
    assert left.state_words == "nobody has taken it up"
    colleague = person("contributor", housing, name="bea")
    assert task in Task.objects.visible_to(colleague).owed()
    assert accept(left, by=colleague).holder == colleague


def test_a_question_in_a_task_cannot_be_removed(task: Task, officer: User) -> None:
    kept = task.case.questions.first()
    assert kept is not None
    with pytest.raises(UnusableInputError, match="worked on"):
        set_questions(task.case, [Settled(kept.text, "1", kept.public_id)], by=officer)
    assert task.links.count() == 2


def test_the_searches_become_sentences_without_names(task: Task, contributor: User) -> None:
    answer(
        task,
        "Nothing",
        by=contributor,
        searches=[
            Searched(
                place="the archive",
                custodian="J. Keeper",
                terms="fine, notice",
                minutes=5,
                result="nothing",
                on=TODAY,
            )
        ],
    )
    words = searches_words(task.case)
    assert words == (
        "On 3 November 2026 Housing looked in the archive, with the words “fine” and “notice”. "
        "Nothing was found."
    )
    assert searches_words(task.case, ("9",)) == ""


def test_a_search_that_found_something_does_not_say_nothing_was_found(
    open_case: Case, officer: User
) -> None:
    add_search(open_case, LOOKED, by=officer)
    assert "Nothing was found" not in searches_words(open_case)
    assert searches_words(open_case).startswith("On 3 November 2026 the information team looked")


def test_events_hold_no_words_of_people(task: Task, contributor: User) -> None:
    answer(task, "CANARY-ANSWER", by=contributor, searches=[LOOKED])
    facts = " ".join(str(event.facts) for event in Event.objects.all())
    assert "CANARY-ANSWER" not in facts
    assert "parking system" not in facts


def test_an_area_with_a_name_of_any_kind_can_be_given_work(open_case: Case, officer: User) -> None:
    area = ServiceArea.objects.create(
        name="Gwasanaethau Tai & Cymunedau’r Sir – the whole long name"
    )
    assert give_out(open_case, list(open_case.questions.all()), area, by=officer)


def test_a_finished_case_owes_nothing(task: Task, officer: User) -> None:
    move(task.case, "withdraw", by=officer)
    assert not Task.objects.owed().exists()
