"""The one timeline of a case: what came in, what went out, what people and the system did."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, F, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce

from answerable.desk.cases.models import HOW, Case, Note
from answerable.desk.events.models import Event
from answerable.desk.events.sentences import sentence
from answerable.desk.people.models import User

SHOW = {"": "Everything", "in": "In", "out": "Out", "people": "People", "system": "System"}
_NOBODY = {"system": "the program", "public": "the applicant"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the timeline."""

    at: datetime
    kind: str  # one of SHOW
    words: str
    who: str
    text: str = ""

    @property
    def kind_words(self) -> str:
        """What kind of line it is, for a person."""
        return SHOW[self.kind]


def timeline(case: Case, show: str = "") -> list[Entry]:
    """Events and notes of a case, the newest first, all or those of one kind.

    Both come in one question to the database; they are told apart by what they are marked as.
    """
    rows = _events(case).union(_notes(case), all=True)
    entries = [_entry(*row) for row in rows]
    entries.sort(key=lambda entry: entry.at, reverse=True)
    return [entry for entry in entries if show not in SHOW or not show or entry.kind == show]


def _events(case: Case) -> Any:
    name = User.objects.filter(public_id=OuterRef("actor")).values("name")[:1]
    return (
        Event.objects.filter(case=case.reference)
        .exclude(kind__startswith="case.note_")
        .order_by()
        .annotate(
            what=Value("event", CharField()),
            told=Cast("facts", TextField()),
            who=Coalesce(Subquery(name), F("actor")),
        )
        .values_list("at", "what", "kind", "told", "who")
    )


def _notes(case: Case) -> Any:
    return (
        Note.objects.filter(case=case)
        .order_by()
        .annotate(who=Coalesce(F("by__name"), Value("")))
        .values_list("at", "direction", "title", "text", "who")
    )


def _entry(at: datetime, what: str, first: str, second: str, who: str) -> Entry:
    if what != "event":
        kind = "people" if what == "note" else what
        return Entry(at, kind, first or "Note", who, second)
    facts = second if isinstance(second, dict) else json.loads(second)
    words = sentence(Event(kind=first, facts={name: _said(fact) for name, fact in facts.items()}))
    return Entry(at, _kind(first, who), words, _NOBODY.get(who, who))


def _said(fact: Any) -> Any:
    """A fact as a person says it: a date in words, a way of receipt by its name."""
    if not isinstance(fact, str):
        return fact
    try:
        return (
            f"{date.fromisoformat(fact):%-d %B %Y}" if fact.count("-") == 2 else HOW.get(fact, fact)
        )
    except ValueError:
        return fact


def _kind(event: str, actor: str) -> str:
    if event == "case.received":
        return "in"
    if event in {"case.send", "sending.sent"}:
        return "out"
    return "system" if actor in _NOBODY else "people"
