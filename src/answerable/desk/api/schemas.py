"""What goes out and comes in. Nothing here has a field that says whether anything is held."""

from datetime import date
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from answerable.desk.api.day import Day
from answerable.desk.cases.transitions import State
from answerable.model import Regime

REFERENCE = r"^[A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}$"
ID = r"^[0-9a-f]{20}$"


class ApplicantOut(Schema):
    """Who asked; only with the scope read:applicant."""

    name: str
    email: str
    address: str
    request: str = Field(description="The request word for word")


class CaseOut(Schema):
    """A case."""

    reference: str
    title: str
    state: State
    state_words: str = Field(description="The state in words")
    regime: Regime
    received_on: date
    due_on: date | None
    sent_on: date | None
    closed_on: date | None
    outcome: str
    language: str
    applicant: ApplicantOut | None = Field(description="null without the scope read:applicant")


class Cases(Schema):
    """A page of cases."""

    items: list[CaseOut]
    next: str | None


class QuestionOut(Schema):
    """One thing asked."""

    id: str
    number: str
    text: str


class DecisionOut(Schema):
    """What was decided and signed, for which questions, on which provisions."""

    id: str
    kind: str
    questions: list[str] = Field(description="Ids of questions")
    provisions: list[str]
    signed_on: date


class LetterOut(Schema):
    """A letter that was sent, as a file."""

    id: str
    name: str
    size: int
    sha256: str
    added_on: date


class InspectedOut(Schema):
    """The gate's report, in the form of ``answerable inspect --format json``."""

    files: list[dict[str, Any]] = Field(
        description="One for each file: path, format, verdict (pass, hold or refuse), findings "
        "with severity, message, where, a masked excerpt and what to do, counts, and error"
    )


class EntryOut(Schema):
    """A published answer."""

    id: str
    reference: str
    title: str
    request: str
    answer: str
    subject: str
    service: str
    regime: str
    outcome: str
    provisions: list[str]
    received_on: date
    answered_on: date
    published_on: date
    licence: str


class Entries(Schema):
    """A page of the disclosure log."""

    items: list[EntryOut]
    next: str | None


class QuarterOut(Schema):
    """The published figures of a quarter; small numbers stand as "few" or "hidden"."""

    year: int
    quarter: int
    received: int | str
    table: dict[str, list[int | str]] | None
    sections: list[tuple[str, int | str]]
    reviews: int | str


class RequestIn(Schema):
    """A request that came to another system of the authority."""

    model_config = {"extra": "forbid"}

    text: str = Field(min_length=1, max_length=20_000, pattern=r"[A-Za-z0-9]")
    title: str = Field(default="", max_length=160)
    name: str = Field(default="", max_length=160)
    email: str = Field(
        default="", max_length=200, pattern=r"^([A-Za-z0-9._%+'-]+@[A-Za-z0-9.-]+)?$"
    )
    address: str = Field(default="", max_length=1000)
    how: Literal["form", "email", "post", "counter", "social", "transfer"] = "form"
    received_on: Day | None = Field(default=None, description="Today if left out")
    reason: str = Field(default="", max_length=1000, description="Why the day is not today")
    language: Literal["en", "cy"] = "en"
