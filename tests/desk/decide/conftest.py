"""Open cases of every law, and a class of the register."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from answerable.desk.authority.models import Authority
from answerable.desk.cases.actions import move
from answerable.desk.cases.models import Case, Question
from answerable.desk.decide.actions import save_draft
from answerable.desk.decide.kinds import kind
from answerable.desk.decide.limbs import Limb, limbs
from answerable.desk.decide.models import Decision
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.today import as_if
from answerable.law.cites import parse_one
from answerable.model import Regime

GROUNDS = [
    {
        "provision": "FOIA s.31(3)",
        "matter": "FOIA s.31(1)(a)",
        "threshold": "would be likely to",
        "reasons": "To say yes or no would tell people who mean harm whether this place is watched",
        "balance": {
            "subject": "confirmation",
            "factors_for": ["Confirming or denying would show whether money is spent on this"],
            "factors_against": ["Confirming or denying would show offenders where to go"],
            "weighing": "The policy is published; a yes or a no would help offenders far more",
        },
    }
]
PRICES = {
    "decision": "withheld",
    "what": "the unit prices",
    "grounds": [
        {
            "provision": "FOIA s.43(2)",
            "threshold": "would be likely to",
            "whose": "Acme Ltd",
            "reasons": "A competitor could bid just below each price next spring",
            "balance": {
                "subject": "disclosure",
                "factors_for": ["Residents could see what each unit costs"],
                "factors_against": ["The next contract would cost residents more"],
                "weighing": "The totals are published, and tell residents what they need",
            },
        }
    ],
}
OPINIONS = {
    "decision": "withheld",
    "what": "the advice on the two sites",
    "grounds": [
        {
            "provision": "FOIA s.36(2)(b)(i)",
            "threshold": "would be likely to",
            "reasons": "Officers would stop writing down doubts while the choice is open",
            "balance": {
                "subject": "disclosure",
                "factors_for": ["Residents near both sites want to know the reasons"],
                "factors_against": ["The choice would be made on poorer advice"],
                "weighing": "The reasons will be published in January, before the choice binds",
            },
        }
    ],
}


@pytest.fixture(autouse=True)
def twentieth_of_november() -> Iterator[None]:
    with as_if(datetime(2026, 11, 20, 10, tzinfo=UTC)):
        yield


@pytest.fixture
def open_case(case: Case, officer: User) -> Case:
    return move(case, "triage", by=officer)


def limb_of(cite: str) -> Limb:
    wanted = parse_one(cite)
    return next(each for each in limbs(wanted.regime) if each.cite == wanted)


@pytest.fixture
def under(open_case: Case) -> Callable[[Regime], Case]:
    """The open case under another law."""

    def change(regime: Regime) -> Case:
        Authority.objects.update(scottish=regime.scottish)
        Case.objects.filter(pk=open_case.pk).update(regime=regime.value)
        return Case.objects.get(pk=open_case.pk)

    return change


@pytest.fixture
def draft(officer: User) -> Callable[..., Decision]:
    """A draft: ``draft(case, "withheld", ["FOIA s.43(2)"], body)``."""

    def make(
        case: Case,
        slug: str,
        cites: list[str],
        body: dict[str, Any],
        questions: list[Question] | None = None,
        by: User = officer,
    ) -> Decision:
        chosen = kind(slug)
        assert chosen is not None
        return save_draft(
            case,
            questions or list(case.questions.all()),
            chosen,
            [limb_of(cite) for cite in cites],
            body,
            by=by,
        )

    return make


@pytest.fixture
def governed(open_case: Case, officer: User, approver: User) -> Case:
    """The case, governed by an approved class."""
    ruling = NcndClass.objects.create(
        name="Watched places",
        subject="Whether a place is watched",
        regime="FOIA",
        grounds=GROUNDS,
        proposed_by=officer,
        approved_by=approver,
        approved_on=date(2026, 1, 5),
    )
    Case.objects.filter(pk=open_case.pk).update(ncnd_class=ruling)
    return Case.objects.get(pk=open_case.pk)
