"""The one timeline of a case: what came in, what went out, what people and the system did."""

from dataclasses import dataclass
from datetime import datetime

from answerable.desk.cases.models import Case
from answerable.desk.events.models import Event
from answerable.desk.events.sentences import sentence
from answerable.desk.people.models import User

SHOW = {"": "Everything", "in": "In", "out": "Out", "people": "People", "system": "System"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the timeline."""

    at: datetime
    kind: str  # one of SHOW
    words: str
    who: str
    text: str = ""


def timeline(case: Case, show: str = "") -> list[Entry]:
    """Events and notes of a case, the newest first, all or those of one kind."""
    events = list(Event.objects.filter(case=case.reference))
    names = dict(
        User.objects.filter(public_id__in={event.actor for event in events}).values_list(
            "public_id", "name"
        )
    )
    entries = [
        Entry(event.at, _kind(event), sentence(event), names.get(event.actor, event.actor))
        for event in events
        if not event.kind.startswith("case.note_")
    ]
    entries += [
        Entry(
            note.at,
            "people" if note.direction == "note" else note.direction,
            note.title or "Note",
            note.by.name if note.by else "",
            note.text,
        )
        for note in case.notes.select_related("by")
    ]
    entries.sort(key=lambda entry: entry.at, reverse=True)
    return [entry for entry in entries if not show or entry.kind == show]


def _kind(event: Event) -> str:
    if event.kind == "case.received":
        return "in"
    if event.kind in {"case.send", "sending.sent"}:
        return "out"
    return "system" if event.actor in {"system", "public"} else "people"
