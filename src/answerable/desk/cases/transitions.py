"""What may follow what in the life of a case, as a table that a person can read. No database here.

A move that is not in the table cannot be made, by anybody, in any way.
"""

from dataclasses import dataclass
from enum import StrEnum

from answerable.desk.people.permissions import Permission


class State(StrEnum):
    """Where a case stands; the value is stored, ``STATE_WORDS`` is shown."""

    RECEIVED = "received"
    OPEN = "open"
    CLARIFYING = "clarifying"
    FEE_ASKED = "fee_asked"
    CLEARANCE = "clearance"
    CLEARED = "cleared"
    SENT = "sent"
    REVIEW = "review"
    CLOSED = "closed"
    TRANSFERRED = "transferred"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


STATE_WORDS = {
    State.RECEIVED: "new",
    State.OPEN: "being answered",
    State.CLARIFYING: "waiting for the applicant",
    State.FEE_ASKED: "waiting for the fee",
    State.CLEARANCE: "waiting for clearance",
    State.CLEARED: "cleared, not sent",
    State.SENT: "answered",
    State.REVIEW: "internal review",
    State.CLOSED: "closed",
    State.TRANSFERRED: "transferred",
    State.WITHDRAWN: "withdrawn",
    State.LAPSED: "lapsed",
}
#: The clock does not run against us here.
WAITING = frozenset({State.CLARIFYING, State.FEE_ASKED})
#: Nothing more is owed.
FINISHED = frozenset({State.SENT, State.CLOSED, State.TRANSFERRED, State.WITHDRAWN, State.LAPSED})
#: An answer is owed, and the days count.
RUNNING = frozenset(State) - WAITING - FINISHED


@dataclass(frozen=True, slots=True)
class Transition:
    """A move: its name, the states it starts from, where it leads, and what it takes."""

    name: str
    sources: frozenset[State]
    target: State
    permission: Permission | None  # None: the program itself, or the applicant, moves the case


def _move(
    name: str, sources: set[State], target: State, permission: Permission | None
) -> Transition:
    return Transition(name, frozenset(sources), target, permission)


_S, _P = State, Permission
TRANSITIONS = {
    move.name: move
    for move in (
        _move("triage", {_S.RECEIVED}, _S.OPEN, _P.WRITE_CASES),
        _move("ask_to_clarify", {_S.RECEIVED, _S.OPEN}, _S.CLARIFYING, _P.WRITE_CASES),
        _move("clarified", {_S.CLARIFYING}, _S.OPEN, None),
        _move("ask_for_fee", {_S.OPEN}, _S.FEE_ASKED, _P.WRITE_CASES),
        _move("fee_paid", {_S.FEE_ASKED}, _S.OPEN, _P.WRITE_CASES),
        _move("fee_lapsed", {_S.FEE_ASKED}, _S.LAPSED, _P.WRITE_CASES),
        _move("clarification_lapsed", {_S.CLARIFYING}, _S.LAPSED, _P.WRITE_CASES),
        _move("transfer", {_S.RECEIVED, _S.OPEN}, _S.TRANSFERRED, _P.WRITE_CASES),
        _move(
            "withdraw",
            {_S.RECEIVED, _S.OPEN, _S.CLARIFYING, _S.FEE_ASKED, _S.CLEARANCE, _S.CLEARED},
            _S.WITHDRAWN,
            _P.WRITE_CASES,
        ),
        _move("ask_for_clearance", {_S.OPEN, _S.REVIEW}, _S.CLEARANCE, _P.WRITE_LETTERS),
        _move("return", {_S.CLEARANCE}, _S.OPEN, _P.CLEAR),
        _move("clear", {_S.CLEARANCE}, _S.CLEARED, _P.CLEAR),
        _move("clear_alone", {_S.OPEN}, _S.CLEARED, _P.WRITE_LETTERS),
        _move("take_back", {_S.CLEARANCE, _S.CLEARED}, _S.OPEN, _P.WRITE_LETTERS),
        _move("send", {_S.CLEARED}, _S.SENT, _P.SEND),
        _move("ask_for_review", {_S.SENT, _S.CLOSED}, _S.REVIEW, None),
        _move("close", {_S.SENT}, _S.CLOSED, _P.SEND),
        _move(
            "reopen",
            {_S.CLOSED, _S.SENT, _S.TRANSFERRED, _S.WITHDRAWN, _S.LAPSED},
            _S.OPEN,
            _P.UNDO,
        ),
    )
}


def moves_from(state: State) -> tuple[Transition, ...]:
    """Every move that may be made from ``state``, in the order of the table."""
    return tuple(move for move in TRANSITIONS.values() if state in move.sources)


def problems() -> list[str]:
    """What is wrong with the table itself: a state that nothing reaches, or that traps a case."""
    found = []
    reached = {move.target for move in TRANSITIONS.values()} | {State.RECEIVED}
    found += [f"nothing leads to {state}" for state in State if state not in reached]
    found += [f"nothing leads out of {state}" for state in State if not moves_from(state)]
    found += [
        f"{move.name} leads from {move.target} to itself"
        for move in TRANSITIONS.values()
        if move.target in move.sources
    ]
    return found
