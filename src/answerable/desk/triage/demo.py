"""Bringing made-up requests through triage by the real actions.

``acknowledge``, ``triage``, ``ask_to_clarify``, ``clarified``, ``ask_for_fee``, ``transfer`` and
``lapse`` are acts of the demo's stories.
"""

from decimal import Decimal

from answerable.desk.cases.models import Case
from answerable.desk.demo.asked import Asked
from answerable.desk.demo.world import World
from answerable.desk.ncnd.actions import confirm
from answerable.desk.ncnd.consistency import undecided
from answerable.desk.people.models import User
from answerable.desk.triage import actions
from answerable.desk.triage.actions import clarify as clarifying
from answerable.desk.triage.actions import fee as fees
from answerable.desk.triage.actions import transfer as transferring


def acknowledge(case: Case, world: World, asked: Asked) -> None:
    """Tell the applicant that it came."""
    actions.acknowledge(case, by=_owner(case, world))


def triage(case: Case, world: World, asked: Asked) -> None:
    """Triage the case; where no class governs it, its questions get the service that holds it."""
    triage_case(case, _owner(case, world))
    if case.ncnd_class_id is None:
        service = world.services[asked.service]
        case.questions.filter(service__isnull=True).update(service=service)


def ask_to_clarify(case: Case, world: World, asked: Asked) -> None:
    """Ask back what is not clear."""
    clarify(case, _owner(case, world), asked.unclear)


def clarified(case: Case, world: World, asked: Asked) -> None:
    """The applicant answers."""
    actions.clarified(case, asked.clearer, by=None)


def ask_for_fee(case: Case, world: World, asked: Asked) -> None:
    """Ask for the cost of copies."""
    ask_fee(case, _owner(case, world))


def transfer(case: Case, world: World, asked: Asked) -> None:
    """Hand the case on to the county council, as the applicant agreed."""
    hand_on(case, _owner(case, world))


def lapse(case: Case, world: World, asked: Asked) -> None:
    """No clarification came."""
    actions.let_clarification_lapse(case, by=_owner(case, world))


def triage_case(case: Case, officer: User) -> Case:
    """Confirm a class of the register that the case falls under, and open it."""
    for each in undecided(case)[:1]:
        confirm(case, each.ncnd_class, by=officer)
    return actions.done(case, by=officer)


def clarify(case: Case, officer: User, unclear: str = "") -> Case:
    """Ask the applicant which years and places are meant; the case waits."""
    needed = unclear or "Please tell us which years you mean, and which part of the borough"
    options = ("the financial years from 2020/21", "one ward, or the whole borough")
    wanted = clarifying.Wanted(needed, () if unclear else options)
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
    """Hand the case on to the county council."""
    wanted = transferring.Wanted(
        "Mereshire County Council, County Hall, Mereford, foi@mereshire.example",
        "We looked in the records of our own services and asked the officers who deal with the "
        "subject; the county council is responsible for it",
    )
    actions.hand_on(case, wanted, by=officer, consent=True)
    return case


def _owner(case: Case, world: World) -> User:
    return case.owner or world.officer
