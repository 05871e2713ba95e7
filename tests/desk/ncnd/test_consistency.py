"""One kind of question, one answer: what stops a case, and what does not."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from answerable.desk.cases.actions import set_regime
from answerable.desk.cases.models import Case
from answerable.desk.decide.models import Decision
from answerable.desk.events.models import Event
from answerable.desk.ncnd.actions import confirm, decline, withdraw
from answerable.desk.ncnd.consistency import SILENT, conflicts, may_search
from answerable.desk.ncnd.models import Judgement, NcndClass
from answerable.desk.ncnd.panel import for_case, for_question, next_steps
from answerable.desk.people.models import ServiceArea, User
from answerable.model import Regime, UnusableInputError

Ask = Callable[[str], Case]
TEXT = "How many returnees from Syria do you help?"


def _decide(case: Case, kind: str, by: User) -> Decision:
    made = Decision.objects.create(case=case, kind=kind, made_by=by)
    made.questions.set(case.questions.all())
    return made


def test_a_lawful_ncnd_case_is_not_blocked(returnees: NcndClass, asked: Ask, officer: User) -> None:
    case = confirm(asked(TEXT), returnees, by=officer)
    _decide(case, SILENT, officer)
    assert conflicts(case) == []


def test_an_ncnd_answer_without_a_class_is_not_blocked(asked: Ask, officer: User) -> None:
    case = asked("How many informants visit your offices?")
    _decide(case, SILENT, officer)
    assert conflicts(case) == []


@pytest.mark.parametrize("kind", ["not_held", "supplied", "withheld", "cost_limit", "vexatious"])
def test_a_matching_case_heading_elsewhere_is_stopped(
    kind: str, returnees: NcndClass, asked: Ask, officer: User
) -> None:
    case = asked(TEXT)
    _decide(case, kind, officer)
    [words] = conflicts(case)
    assert "Returnees and Prevent caseload" in words
    assert "Confirm the class, or decline it with a reason" in words


@pytest.mark.parametrize("kind", ["not_held", "supplied", "withheld", "cost_limit", "vexatious"])
def test_a_governed_case_with_another_answer_is_stopped(
    kind: str, returnees: NcndClass, asked: Ask, officer: User
) -> None:
    case = confirm(asked(TEXT), returnees, by=officer)
    assert "says something else" in conflicts(case, [kind])[0]
    _decide(case, kind, officer)
    assert "says something else" in conflicts(case)[0]


def test_a_declined_class_stops_nothing(returnees: NcndClass, asked: Ask, officer: User) -> None:
    case = asked(TEXT)
    decline(case, returnees, by=officer, reason="It asks for a national figure")
    _decide(case, "not_held", officer)
    assert conflicts(case) == []


def test_an_ordinary_case_is_never_stopped(returnees: NcndClass, case: Case, officer: User) -> None:
    _decide(case, "supplied", officer)
    assert conflicts(case) == []


def test_a_decision_taken_back_stops_nothing(
    returnees: NcndClass, asked: Ask, officer: User
) -> None:
    from answerable.desk.today import now

    case = confirm(asked(TEXT), returnees, by=officer)
    made = _decide(case, "supplied", officer)
    Decision.objects.filter(pk=made.pk).update(ended_at=now())
    assert conflicts(case) == []


def test_a_class_of_another_regime_is_stopped(
    returnees: NcndClass, asked: Ask, officer: User
) -> None:
    case = confirm(asked(TEXT), returnees, by=officer)
    set_regime(case, Regime.EIR, by=officer, reasons=["x"])
    assert "made for FOIA" in conflicts(case)[0]


def test_a_governed_case_is_not_searched(returnees: NcndClass, asked: Ask, officer: User) -> None:
    case = asked(TEXT)
    assert may_search(case)
    assert not may_search(confirm(case, returnees, by=officer))


def test_taking_a_class_off_needs_a_reason(returnees: NcndClass, asked: Ask, officer: User) -> None:
    case = confirm(asked(TEXT), returnees, by=officer)
    with pytest.raises(UnusableInputError, match="Say why"):
        decline(case, returnees, by=officer, reason=" ")
    assert Case.objects.get(pk=case.pk).ncnd_class == returnees
    decline(case, returnees, by=officer, reason="Confirmed by mistake")
    assert Case.objects.get(pk=case.pk).ncnd_class is None


def test_the_reason_stays_and_is_in_no_event(
    returnees: NcndClass, asked: Ask, officer: User
) -> None:
    decline(asked(TEXT), returnees, by=officer, reason="A national figure is asked for")
    assert Judgement.objects.get().reason == "A national figure is asked for"
    assert "national" not in str(list(Event.objects.values_list("facts", flat=True)))


def test_a_withdrawn_class_cannot_be_confirmed(
    returnees: NcndClass, asked: Ask, officer: User, approver: User
) -> None:
    case = asked(TEXT)
    withdraw(returnees, by=approver)
    with pytest.raises(UnusableInputError, match="not in force"):
        confirm(case, returnees, by=officer)


def test_an_answered_case_keeps_its_class(returnees: NcndClass, asked: Ask, officer: User) -> None:
    case = confirm(asked(TEXT), returnees, by=officer)
    Case.objects.filter(pk=case.pk).update(state="sent")
    case.refresh_from_db()
    with pytest.raises(UnusableInputError, match="stays as it is"):
        decline(case, returnees, by=officer, reason="late")


@pytest.mark.parametrize("role", ["contributor", "approver", "publisher", "auditor"])
def test_only_an_officer_judges(
    role: str, returnees: NcndClass, asked: Ask, person: Callable[..., User]
) -> None:
    case = asked(TEXT)
    with pytest.raises(PermissionDenied):
        confirm(case, returnees, by=person(role, name="zed"))
    assert not Judgement.objects.exists()


def test_the_case_asks_for_a_word_first(returnees: NcndClass, asked: Ask, officer: User) -> None:
    [step] = next_steps(asked(TEXT), officer)
    assert "govern this case?" in step.words


def test_who_may_not_read_the_register_sees_no_class(
    returnees: NcndClass, asked: Ask, officer: User, publisher: User
) -> None:
    case = confirm(asked(TEXT), returnees, by=officer)
    question = case.questions.get()
    assert for_case(case, officer)
    assert for_question(question, officer)
    assert not for_case(case, publisher)
    assert not for_question(question, publisher)
    assert next_steps(case, publisher) == []


def test_the_case_page_names_the_class(
    returnees: NcndClass, asked: Ask, officer: User, as_: Callable[[User], Client]
) -> None:
    case = confirm(asked(TEXT), returnees, by=officer)
    page = as_(officer).get(f"/desk/cases/{case.reference}").content.decode()
    assert "Returnees and Prevent caseload" in page


@pytest.mark.parametrize("state", ["given", "accepted", "returned"])
def test_a_class_is_not_confirmed_while_tasks_are_given_out(
    state: str,
    asked: Callable[[str], Case],
    returnees: NcndClass,
    officer: User,
    housing: ServiceArea,
) -> None:
    case = _given_out(asked(TEXT), officer, housing, state)
    with pytest.raises(UnusableInputError, match=r"given to Housing\. Take those tasks back"):
        confirm(case, returnees, by=officer)
    case.refresh_from_db()
    assert case.ncnd_class is None
    case.tasks.update(state="taken_back")
    assert confirm(case, returnees, by=officer).ncnd_class == returnees


def test_a_class_is_not_confirmed_once_somebody_searched(
    asked: Callable[[str], Case], returnees: NcndClass, officer: User, housing: ServiceArea
) -> None:
    case = _given_out(asked(TEXT), officer, housing, "answered")
    with pytest.raises(UnusableInputError, match="Decide each question by itself"):
        confirm(case, returnees, by=officer)
    assert not Judgement.objects.exists()


def _given_out(case: Case, officer: User, area: ServiceArea, state: str) -> Case:
    case.tasks.create(area=area, due_on=date(2026, 11, 20), given_by=officer, state=state)
    return case
