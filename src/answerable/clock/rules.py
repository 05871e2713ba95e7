"""The clocks by name, with their periods from the law's data."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from answerable.law import store
from answerable.model import Regime, UnusableInputError


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock under one regime: how much of what, and on which provision it rests."""

    name: str
    regime: Regime
    n: int
    unit: str  # working_day, calendar_day, week, calendar_month
    cites: tuple[str, ...]
    what: str
    also_n: int | None = None  # schools: the other limit, in working days, whichever is first
    beginning_with: bool = False  # the first day counts
    moves: bool = False  # to the next working day
    counts_from: str | None = None  # the event it is counted from
    after: str | None = None  # the clock whose end it is counted from otherwise
    notes: tuple[str, ...] = ()
    answers: bool = (
        False  # it is the time for the answer, which what is asked of the applicant stops
    )
    weighs: bool = False  # more time to weigh the public interest


def rule(name: str) -> dict[str, Any]:
    """A rule of ``clocks.yaml`` by its id."""
    return _rules()[name]


@cache
def _rules() -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in store.table("clocks")["rules"]}


def clock_names(regime: Regime | None = None) -> dict[str, str]:
    """Every clock (of one regime) with what it is for."""
    return {
        name: row["what"]
        for name, row in store.table("clock_table")["clocks"].items()
        if regime is None or regime.value in row["rules"]
    }


def event_names() -> tuple[str, ...]:
    """Every kind of event."""
    return tuple(store.table("clock_table")["events"])


def effect_of(event: str) -> dict[str, Any]:
    """What an event does.

    Raises:
        UnusableInputError: there is no such event.
    """
    known = store.table("clock_table")["events"]
    if event not in known:
        raise UnusableInputError(f"There is no event “{event}”; there are {', '.join(known)}.")
    found: dict[str, Any] = known[event]
    return found


def check_events(events: Iterable[str], regime: Regime) -> None:
    """Refuse what does not happen under ``regime``: its law has no such event.

    Raises:
        UnusableInputError: an event of another law, or of none.
    """
    here = [name for name in event_names() if regime.value in _regimes(effect_of(name))]
    for event in events:
        if event not in event_names():
            raise UnusableInputError(
                f"There is no event “{event}”; under {regime.value} there are {', '.join(here)}."
            )
        known = _regimes(effect_of(event))
        if regime.value not in known:
            raise UnusableInputError(
                f"There is no event “{event}” under {regime.value}; it exists only under "
                f"{' and '.join(known)}. Under {regime.value} there are {', '.join(here)}."
            )


def _regimes(effect: dict[str, Any]) -> tuple[str, ...]:
    """The laws an event belongs to: those named, else those whose rules it follows."""
    return tuple(effect.get("regimes") or effect.get("rules") or ())


def cites_of(source: str, regime: Regime) -> tuple[str, ...]:
    """What a rule of ``clocks.yaml`` rests on."""
    return (_cite(regime, rule(source)["provision"]),)


@cache
def clock_for(name: str, regime: Regime) -> Clock:
    """The clock of this name under ``regime``.

    Raises:
        UnusableInputError: there is none.
    """
    row = store.table("clock_table")["clocks"].get(name)
    if row is None or regime.value not in row["rules"]:
        allowed = ", ".join(clock_names(regime))
        raise UnusableInputError(
            f"There is no clock “{name}” under {regime.value}; there are {allowed}."
        )
    source = rule(row["rules"][regime.value])
    limit = source["limit"] or {}
    key = (row.get("key") or {}).get(regime.value, "n")
    beginning = row.get("beginning_with", False)
    cite = row.get("cite") or source["provision"]
    if isinstance(cite, dict):
        cite = cite.get(regime.value) or source["provision"]
    return Clock(
        name=name,
        regime=regime,
        n=row.get("n") or limit[key],
        unit=row.get("unit") or limit.get("unit", "working_day").replace("school-", ""),
        cites=(_cite(regime, cite),),
        what=row["what"],
        also_n=row.get("also_n"),
        beginning_with=beginning.get(regime.value, False)
        if isinstance(beginning, dict)
        else beginning,
        moves=row.get("moves", False),
        counts_from=row.get("from"),
        after=row.get("after"),
        notes=_notes(source, limit),
        answers=row.get("answers", False),
        weighs=row.get("weighs", False),
    )


def _cite(regime: Regime, provision: str) -> str:
    """The provision with its law, where it is a section or regulation of the regime."""
    first = provision.split(";")[0].split(",")[0].strip()
    if first.startswith("s."):
        return f"{Regime.FOIA.value if not regime.scottish else Regime.FOISA.value} {first}"
    if first.startswith("reg "):
        return f"{regime.value} reg.{first[4:]}"
    return provision


_STATUS = {
    "good_practice": "This period is good practice, not law.",
    "ico_expectation": "The Act has no number here; this is what the Commissioner expects.",
    "typical": "This period is usual, not fixed by the Act.",
    "unverified": "The number of days was not confirmed; check the rules of court.",
    "good_practice_unverified": "The period is said to be in the Code; its text was not found.",
}


def _notes(source: dict[str, Any], limit: dict[str, Any]) -> tuple[str, ...]:
    notes = []
    status = limit.get("status") or limit.get("close_status")
    if status in _STATUS:
        notes.append(_STATUS[status])
    for version in source.get("versions") or ():
        notes.append(f"Sources differ: {version['window']} ({version['source']}).")
    if limit.get("needs"):
        notes.append(f"Needs: {limit['needs']}.")
    if limit.get("alternative_n"):
        notes.append(f"Another source gives {limit['alternative_n']}.")
    return tuple(notes)
