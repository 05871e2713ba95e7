"""Bringing made-up cases through triage by the real actions."""

from decimal import Decimal

from answerable.desk.cases.models import Case
from answerable.desk.ncnd.actions import confirm
from answerable.desk.ncnd.consistency import undecided
from answerable.desk.people.models import User
from answerable.desk.triage import actions
from answerable.desk.triage.actions import clarify as clarifying
from answerable.desk.triage.actions import fee as fees
from answerable.desk.triage.actions import transfer as transferring


def triage_case(case: Case, officer: User) -> Case:
    """Acknowledge the case if nobody has, confirm a class that it falls under, and open it."""
    if case.acknowledged_on is None:
        actions.acknowledge(case, by=officer)
    for each in undecided(case)[:1]:
        confirm(case, each.ncnd_class, by=officer)
    return actions.done(case, by=officer)


def clarify(case: Case, officer: User) -> Case:
    """Ask the applicant which years and places are meant; the case waits."""
    wanted = clarifying.Wanted(
        "Please tell us which years you mean, and which part of the borough",
        ("the financial years from 2020/21", "one ward, or the whole borough"),
    )
    actions.ask_to_clarify(case, wanted, by=officer)
    return case


def ask_fee(case: Case, officer: User) -> Case:
    """Ask for the cost of copies; the case waits."""
    wanted = fees.Wanted(
        Decimal("42.00"),
        "It is the cost of copying 420 pages at 10p a page, and nothing for our time",
        "You can pay by card at our offices or by telephone, quoting our reference",
    )
    actions.ask_for_fee(case, wanted, by=officer)
    return case


def hand_on(case: Case, officer: User) -> Case:
    """Hand the case on to the county council, as the applicant agreed."""
    wanted = transferring.Wanted(
        "Mereshire County Council, County Hall, Mereford, foi@mereshire.example",
        "We looked in the records of our own services and asked the officers who deal with the "
        "subject; the county council is responsible for it",
    )
    actions.hand_on(case, wanted, by=officer, consent=True)
    return case
