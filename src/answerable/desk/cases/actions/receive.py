"""Taking a request in: the first thing done, before anybody reads it. FOIA s.8, s.10; s.77."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from answerable.desk.authority.models import the_authority
from answerable.desk.cases.clock import clock_of, first_clock
from answerable.desk.cases.models import Case, Question
from answerable.desk.cases.references import new_reference
from answerable.desk.db.insert import insert
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now, today
from answerable.letters import read_request
from answerable.model import Regime, Request, UnusableInputError

LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came, as it came."""

    text: str
    title: str = ""
    name: str = ""
    email: str = ""
    address: str = ""
    how: str = "form"
    on: date | None = None  # the day of receipt, today unless it says otherwise
    at: datetime | None = None
    reason: str = ""  # why that day
    language: str = "en"
    wants_form: str = ""
    reference: str = ""  # where one was promised already
    questions: tuple[str, ...] = field(default=())  # already told apart, else we propose them


@dataclass(frozen=True, slots=True)
class Promise:
    """What can be told at once of a request that is taken in a moment later."""

    reference: str
    due_on: date


def seems_environmental(text: str) -> bool:
    """Whether a request seems to ask for environmental information, in whole or in part."""
    return _is_environmental(read_request(text))


def promise(environmental: bool, received_on: date) -> Promise:
    """The reference and the due date of a request that seems environmental, or does not."""
    regime = _regime(environmental)
    return Promise(_reference(regime), first_clock(received_on, regime).due)


@transaction.atomic
def receive(arrived: Arrived, *, by: User | None) -> Case:
    """A new case in a transaction of its own; see ``receive_here``."""
    return receive_here(arrived, by=by)


def receive_here(arrived: Arrived, *, by: User | None) -> Case:
    """A new case with its proposed questions and regime, its clock wound. In a transaction.

    Args:
        arrived: what came.
        by: the officer who takes it in; None when the applicant used our form or mail.

    Raises:
        UnusableInputError: there is no text, too much of it, or a day of receipt in the future.
    """
    if by is not None:
        require(by, Permission.WRITE_CASES)
    _check(arrived)
    asked = read_request(arrived.text)
    regime = _regime(_is_environmental(asked))
    case = Case(
        reference=arrived.reference or _reference(regime),
        title=(arrived.title or _title(arrived.text))[:160],
        text=arrived.text,
        regime=regime.value,
        regime_reasons=list(asked.reading.reasons),
        applicant_name=arrived.name[:160],
        applicant_email=arrived.email,
        applicant_address=arrived.address,
        language=arrived.language,
        wants_form=arrived.wants_form[:60],
        received_on=arrived.on or today(),
        received_at=arrived.at or now(),
        received_how=arrived.how,
        received_reason=arrived.reason,
    )
    case.due_on = clock_of(case).due
    insert(case)
    texts = arrived.questions or tuple(question.text for question in asked.questions)
    counts = {question.text: question.wants_counts for question in asked.questions}
    numbers = {question.text: question.number for question in asked.questions}
    for place, text in enumerate(texts or (arrived.text,), start=1):
        question = Question(
            case=case,
            position=place,
            number=numbers.get(text, str(place)),
            text=text,
            wants_counts=counts.get(text, False),
        )
        insert(question)
    record(
        "case.received",
        by=by.public_id if by else "public",
        case=case.reference,
        how=case.received_how,
        received=case.received_on,
        due=case.due_on,
        regime=regime.value,
    )
    return case


def _is_environmental(asked: Request) -> bool:
    return asked.reading.regime in ("EIR", "mixed")


def _regime(environmental: bool) -> Regime:
    """The regime that a request seems to be under, at this authority."""
    authority = the_authority()
    return authority.environmental_regime if environmental else authority.regime


def _reference(regime: Regime) -> str:
    return new_reference("EIR" if regime in (Regime.EIR, Regime.EISR) else "FOI")


def _check(arrived: Arrived) -> None:
    if not arrived.text.strip():
        raise UnusableInputError("The request is empty. Write what information is wanted.")
    if len(arrived.text) > LONGEST:
        raise UnusableInputError(
            f"The request has {len(arrived.text):,} characters; at most {LONGEST:,} can be taken "
            "in as text. Attach the rest as a file."
        )
    if arrived.on and arrived.on > today():
        raise UnusableInputError("The day of receipt lies in the future. Check the date.")


def _title(text: str) -> str:
    """A working title: the first line that is more than a greeting."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if not line.lower().startswith(("dear", "hello", "hi"))]
    first = (telling or lines)[0]
    return first if len(first) <= 80 else first[:80].rsplit(" ", 1)[0] + "…"
