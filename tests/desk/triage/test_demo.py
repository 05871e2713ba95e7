"""The demo's made-up cases go through triage by the real actions."""

from collections.abc import Callable

from answerable.desk.cases.models import Case
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.triage.actions import acknowledge
from answerable.desk.triage.demo import ask_fee, clarify, hand_on, triage_case

Ask = Callable[..., Case]


def test_a_case_is_acknowledged_once_and_opened(case: Case, officer: User) -> None:
    acknowledge(case, by=officer)
    assert triage_case(case, officer).state == "open"
    assert case.notes.filter(direction="out").count() == 1


def test_the_seed_requests_kind_gets_its_class(
    returnees: NcndClass, asked: Ask, officer: User
) -> None:
    case = triage_case(asked("How many returnees from Syria do you help?"), officer)
    assert (case.state, case.ncnd_class) == ("open", returnees)


def test_cases_wait_or_are_handed_on(asked: Ask, officer: User) -> None:
    cases = [asked(f"How many fines in {year}?") for year in (2023, 2024, 2025)]
    clarify(cases[0], officer)
    ask_fee(triage_case(cases[1], officer), officer)
    hand_on(cases[2], officer)
    assert [each.state for each in cases] == ["clarifying", "fee_asked", "transferred"]
