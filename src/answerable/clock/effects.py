"""What each event does to a count: begins it again, stops it, keeps days out of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from answerable.clock.calendar import Calendar
from answerable.clock.count import count, last_day
from answerable.clock.course import Course
from answerable.clock.events import Event
from answerable.clock.rules import Clock, cites_of, clock_for, effect_of, event_names, rule
from answerable.model import Regime, UnusableInputError


@dataclass(frozen=True, slots=True)
class _Step:
    """One event with all it may look at."""

    event: Event
    effect: dict[str, Any]
    events: Sequence[Event]
    wanted: Clock
    regime: Regime
    calendar: Calendar

    @property
    def cites(self) -> list[str]:
        source = (self.effect.get("rules") or {}).get(self.regime.value)
        return [rule(source)["provision"]] if source else []

    @property
    def day(self) -> str:
        return f"{self.event.first:%-d %B %Y}"

    def of(self, kind: str | None) -> list[Event]:
        """The events of a kind, by date."""
        return [event for event in self.events if event.type == kind]

    def end(self, course: Course) -> date | None:
        """When the time is up by what is known so far; None for periods not of working days."""
        if self.wanted.unit != "working_day":
            return None
        so_far = Course(course.counted_from, list(course.paused), list(course.closed))
        return count(so_far, self.wanted, self.calendar)[0]


def course_of(
    start: date, wanted: Clock, regime: Regime, events: Sequence[Event], calendar: Calendar
) -> Course:
    """What ``events`` leave of the count from ``start``.

    Raises:
        UnusableInputError: an event is not known, before the start, or leaves no count.
        IndexError: something lies beyond the calendar.
    """
    course = Course(start)
    ordered = sorted(events, key=lambda event: event.first)
    for event in ordered:
        effect = effect_of(event.type)
        if _came(event, effect) < start:
            raise UnusableInputError(
                f"The event {event.type} on {event.first:%-d %B %Y} is before the start, "
                f"{start:%-d %B %Y}; check the dates."
            )
        apply = _EFFECTS.get(effect["effect"])
        if apply is not None:
            apply(course, _Step(event, effect, ordered, wanted, regime, calendar))
    return course


def _came(event: Event, effect: dict[str, Any]) -> date:
    """The day that must not lie before the start: of days kept out of the count, the last.

    A request that comes in August finds the school closed since July.
    """
    return event.to or event.first if effect["effect"] == "closed" else event.first


def _asks(course: Course, step: _Step) -> None:
    """Until what was asked for comes, nothing need be answered. FOIA s.1(3); EIR reg.9."""
    if not step.wanted.answers:
        return
    answered = [name for name in event_names() if effect_of(name).get("after") == step.event.type]
    if any(e.first >= step.event.first for name in answered for e in step.of(name)):
        return
    first = step.of(step.event.type)[0].first
    early = next((e for name in answered for e in step.of(name) if e.first < first), None)
    end = step.end(course)
    if early is not None:
        course.no_date = (
            f"The clarification is given as received on {early.first:%-d %B %Y}, before it was "
            f"asked for on {step.day}; check the dates."
        )
    elif end is not None and step.event.first > end:
        course.notes.append(_asked_late(step.event, end, "stop the time"))
    else:
        course.no_date = (
            f"The request waits: the clarification asked for on {step.day} has not been received. "
            "There is no due date until it is; the time then begins again."
        )


def _asked_late(asked: Event, end: date, what: str) -> str:
    return (
        f"The clarification was asked for on {asked.first:%-d %B %Y}, after the time was up on "
        f"{end:%-d %B %Y}; it does not {what}."
    )


def _restarts(course: Course, step: _Step) -> None:
    asked = step.of(step.effect.get("after"))
    before = [each for each in asked if each.first <= step.event.first]
    if asked and not before:
        return  # received before it was asked for; the asking says so
    end = step.end(course)
    if before and end is not None and before[-1].first > end:
        course.notes.append(_asked_late(before[-1], end, "start the time again"))
        return
    course.counted_from = step.event.first
    course.paused.clear()
    course.cites += step.cites
    course.notes.append(f"The time began again on {step.day} ({step.event.type}).")


def _pauses(course: Course, step: _Step) -> None:
    """The days from the notice to the payment do not count. FOIA s.10(2); EIR reg.8."""
    until = step.effect["until"]
    up = step.end(course) if step.wanted.answers else None
    if up is not None and step.event.first > up:
        course.notes.append(
            f"The notice of {step.day} that asks for payment came after the time was up on "
            f"{up:%-d %B %Y}; it does not stop the time."
        )
        return
    paid = next((e.first for e in step.of(until) if e.first >= step.event.first), None)
    if paid is None:
        raise UnusableInputError(_not_paid(step, until))
    course.paused.append((step.event.first, paid))
    course.cites += step.cites
    _lapsed(course, step, paid)


def _not_paid(step: _Step, until: str) -> str:
    early = step.of(until)
    if early:
        return (
            f"{until} on {early[0].first:%-d %B %Y} is before its notice, {step.event.type} on "
            f"{step.day}; check the dates."
        )
    window = _window(step)
    last = last_day(step.event.first, window, step.calendar)
    return (
        f"The time is not running since {step.day} ({step.event.type}); give the day of payment as "
        f"{until}=DATE. The last day to pay is {last:%-d %B %Y} ({'; '.join(window.cites)})."
    )


def _window(step: _Step) -> Clock:
    """The time to pay: that of the notice's own law, though the case has since changed its law."""
    name = step.effect["window"]
    its = step.regime.value in step.effect["rules"]
    return clock_for(name, step.regime if its else Regime(next(iter(step.effect["rules"]))))


def _lapsed(course: Course, step: _Step, paid: date) -> None:
    window = _window(step)
    last = last_day(step.event.first, window, step.calendar)
    if paid > last:
        course.no_date = (
            f"The payment of {paid:%-d %B %Y} came after the time to pay, which ended on "
            f"{last:%-d %B %Y} ({'; '.join(window.cites)}); the request has lapsed and there is "
            "no due date."
        )


def _resumes(course: Course, step: _Step) -> None:
    notices = [name for name in event_names() if effect_of(name).get("until") == step.event.type]
    if not any(step.of(name) for name in notices):
        course.notes.append(
            f"The payment of {step.day} has no notice that asks for it; it keeps no day from counting."
        )


def _closed(course: Course, step: _Step) -> None:
    """Days on which a school is closed bear on the time for its answer alone. SI 2004/3364 reg 3."""
    if step.wanted.also_n is None:
        course.notes.append(
            f"That the school was closed from {step.day} does not move this period; it bears only "
            "on the time for an answer."
        )
        return
    course.closed.append((step.event.from_ or step.event.first, step.event.to or step.event.first))
    course.cites += step.cites


def _counts_from(course: Course, step: _Step) -> None:
    if step.wanted.answers:
        course.notes.append(f"The answer of {step.day} does not move the time for an answer.")
        return
    course.counted_from = step.event.first


def _posted(course: Course, step: _Step) -> None:
    """A posted notice is taken as received some days on: FOISA alone has a rule of this kind."""
    source = step.effect["rules"].get(step.regime.value)
    if source is None:
        return
    days = rule(source)["limit"]["n"]
    course.counted_from = step.event.first + timedelta(days=days)
    course.notes.append(
        f"A posted notice is taken as received {days} days on ({'; '.join(cites_of(source, step.regime))})."
    )
    course.cites += step.cites


def _extends(course: Course, step: _Step) -> None:
    if not step.cites:
        raise UnusableInputError(
            f"There is no {step.event.type} under {step.regime.value}; a public interest extension "
            "exists only under FOIA, and regulation 7 only under the Regulations."
        )
    course.cites += step.cites
    answer = clock_for("response", step.regime)
    last = step.calendar.nth(course.counted_from, answer.n)
    if step.event.first > last:
        course.notes.append(
            f"The notice of {step.day} is itself late: it was due by {last:%-d %B %Y}."
        )
    else:
        course.notes.append(f"The notice that takes more time is due by {last:%-d %B %Y}.")
    if step.wanted.name == answer.name:
        course.notes.append(
            "This is the plain date; ask for the extended clock to see how far it may go."
        )


_EFFECTS: dict[str, Callable[[Course, _Step], None]] = {
    "asks": _asks,
    "restarts": _restarts,
    "pauses": _pauses,
    "resumes": _resumes,
    "closed": _closed,
    "counts_from": _counts_from,
    "posted": _posted,
    "extends": _extends,
}
