"""Where an officer can go from triage: which steps a case allows now, in words. No database here."""

from dataclasses import dataclass

from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.triage.clock_events import more_time


@dataclass(frozen=True, slots=True)
class Door:
    """A step that may be taken: the name of its address, and words."""

    name: str
    words: str


def doors(case: Case) -> list[Door]:
    """The steps open to a case; where a class governs it, the acknowledgement alone."""
    found = []
    if case.acknowledged_on is None and case.where in (State.RECEIVED, State.OPEN):
        found.append(Door("triage_acknowledge", "Acknowledge the request"))
    if case.ncnd_class_id is not None:
        return found
    if case.where in (State.RECEIVED, State.OPEN):
        found += [
            Door("triage_clarify", "Ask the applicant to clarify"),
            Door("triage_transfer", "Another authority holds it"),
            Door(
                "triage_estimate",
                "Too much work?" if case.law.environmental else "Estimate the cost",
            ),
        ]
    if case.where is State.OPEN:
        found.append(Door("triage_fee", "Ask for a fee"))
        if more_time(case.law) is not None:
            found.append(Door("triage_more_time", "Take more time"))
    if case.where is State.CLARIFYING:
        found.append(Door("triage_clarified", "The applicant clarified"))
    if case.where is State.FEE_ASKED:
        found.append(Door("triage_fee_paid", "The fee came"))
    return found
