"""What becomes of a request: for each kind of story, what happens how many days after receipt."""

from answerable.desk.demo import acts
from answerable.desk.demo.acts import Act

_BEGIN: list[tuple[int, Act]] = [(0, acts.ACKNOWLEDGE), (1, acts.ASSIGN), (1, acts.TRIAGE)]
_TASKS: list[tuple[int, Act]] = [*_BEGIN, (2, acts.GIVE_TASKS)]
_DECIDED: list[tuple[int, Act]] = [
    *_TASKS,
    (8, acts.DO_TASKS),
    (9, acts.DECIDE),
    (10, acts.WRITE),
]
_CLEARANCE: list[tuple[int, Act]] = [*_DECIDED, (11, acts.HAND_OVER)]
_CLEARED: list[tuple[int, Act]] = [*_CLEARANCE, (14, acts.CLEAR)]
_SENT: list[tuple[int, Act]] = [*_CLEARED, (16, acts.SEND)]
_ASKED_BACK: list[tuple[int, Act]] = [(0, acts.ACKNOWLEDGE), (1, acts.ASSIGN), (2, acts.CLARIFY)]

STORIES: dict[str, list[tuple[int, Act]]] = {
    "new": [(0, acts.ACKNOWLEDGE)],
    "seed": _BEGIN,
    "open": _TASKS,
    "clarifying": _ASKED_BACK,
    "clarified": [*_ASKED_BACK, (8, acts.CLARIFIED)],
    "fee": [*_BEGIN, (3, acts.ASK_FEE)],
    "transferred": [(0, acts.ACKNOWLEDGE), (1, acts.ASSIGN), (3, acts.TRANSFER)],
    "withdrawn": [*_BEGIN, (5, acts.WITHDRAW)],
    "lapsed": [*_ASKED_BACK, (66, acts.LAPSE)],
    "clearance": _CLEARANCE,
    "cleared": _CLEARED,
    "sent": _SENT,
    "review": [*_SENT, (33, acts.REVIEW)],
    "closed": [*_SENT, (17, acts.CLOSE)],
    "published": [*_SENT, (17, acts.CLOSE), (18, acts.PROPOSE), (22, acts.PUBLISH)],
}
