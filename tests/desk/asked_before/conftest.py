"""An earlier answered case with two questions, and logs of other bodies."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from answerable.desk.asked_before.index import index_new
from answerable.desk.cases.actions import Arrived, move, receive
from answerable.desk.cases.models import Case
from answerable.desk.decide.actions import save_draft, sign
from answerable.desk.decide.kinds import kind
from answerable.desk.decide.limbs import limbs
from answerable.desk.decide.models import Decision
from answerable.desk.people.models import User
from answerable.desk.today import as_if
from answerable.law.cites import parse_one
from answerable.precedents import Entry, build

FINES = "How many parking fines were issued in Quay Street?"
PRICES = "What unit prices are agreed in the contract for mowing verges?"
GROUND: dict[str, Any] = {
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
WITHHELD = {"decision": "withheld", "what": "the unit prices", "grounds": [GROUND]}


@pytest.fixture(autouse=True)
def november() -> Iterator[None]:
    with as_if(datetime(2026, 11, 20, 10, tzinfo=UTC)):
        yield


@pytest.fixture
def asks(officer: User, november: None) -> Callable[..., Case]:
    """A case in triage's hands that asks each of these: ``asks(FINES, PRICES, email=...)``."""

    def make(*questions: str, email: str = "", name: str = "", day: int = 2) -> Case:
        text = "\n".join(f"{n}. {each}" for n, each in enumerate(questions, 1))
        arrived = Arrived(
            text=f"Please tell me:\n{text}", title="A request", email=email, name=name,
            on=date(2026, 11, day),
        )  # fmt: skip
        made = move(receive(arrived, by=officer), "triage", by=officer)
        index_new()
        return made

    return make


@pytest.fixture
def decides(officer: User) -> Callable[..., Decision]:
    """A decision on one question by its place: ``decides(case, 1, "withheld", WITHHELD)``."""

    def make(
        case: Case, place: int, slug: str, body: dict[str, Any], signed: bool = True
    ) -> Decision:
        chosen = kind(slug)
        assert chosen is not None
        cites = [parse_one(each["provision"]) for each in body.get("grounds", [])]
        grounds = [next(x for x in limbs(case.law) if x.cite == cite) for cite in cites]
        question = case.questions.all()[place]
        made = save_draft(case, [question], chosen, grounds, body, by=officer)
        return sign(made, by=officer) if signed else made

    return make


@pytest.fixture
def earlier(asks: Callable[..., Case], decides: Callable[..., Decision]) -> Case:
    """Fines given, prices withheld; sent on 12 November 2026."""
    for other in ("Which solicitors are instructed?", "Minutes of the harbour committee, please."):
        asks(other)
    case = asks(FINES, PRICES, email="reader@example.org", name="Ada Reader")
    decides(case, 0, "supplied", {"decision": "supplied", "answer": "There were 212."})
    decides(case, 1, "withheld", WITHHELD)
    Case.objects.filter(pk=case.pk).update(
        state="sent", outcome="partial", sent_on=date(2026, 11, 12)
    )
    return Case.objects.get(pk=case.pk)


@pytest.fixture
def logs(tmp_path: Path, settings: LazySettings) -> Path:
    """An index of what others answered."""
    settings.DATA = tmp_path
    entries = [
        Entry(
            "W1", FINES, "Fines", "2026-10-01", "successful", "Wexcombe Council", "There were 9."
        ),
        Entry("L1", FINES, "Fines", "2026-10-02", "refused", "Larkfield Council"),
        Entry("N1", FINES, "Fines", "2026-10-03", "full", "Northmere Borough Council"),
        Entry("X1", "Minutes of the canal board?", "", "2026-10-03", "full", "Canal Trust"),
    ]
    build(entries, tmp_path / "history")
    return tmp_path
