"""What can happen to a request in a story: each act goes through the actions that officers use.

An act asks the slices first (``parts.part``): ``acknowledge``, ``decide``, ``write_letter``,
``hand_over``, ``clear``, ``send``, ``publish`` and so on, each with ``(case, world, asked)``.
"""

from collections.abc import Callable

from answerable.desk.cases.actions import add_note, assign, move, note_clock
from answerable.desk.cases.models import Case
from answerable.desk.demo.asked import Asked
from answerable.desk.demo.parts import part
from answerable.desk.demo.world import World
from answerable.desk.people.models import User
from answerable.desk.today import today

Act = Callable[[Case, World, Asked], None]


def _by_slice(name: str, otherwise: Act | None = None) -> Act:
    def act(case: Case, world: World, asked: Asked) -> None:
        does = part(name) or otherwise
        if does is not None:
            does(case, world, asked)

    act.__name__ = name
    return act


def owner(case: Case, world: World) -> User:
    """The officer whose case it is."""
    return case.owner or world.officer


def _assign(case: Case, world: World, asked: Asked) -> None:
    assign(case, world.owner(case.pk), by=world.officer)


def _triage(case: Case, world: World, asked: Asked) -> None:
    move(case, "triage", by=owner(case, world))
    for question in case.questions.all():
        if question.service_id is None and asked.story != "seed":
            question.service = world.services[asked.service]
            question.save(update_fields=["service"])


def _ask_to_clarify(case: Case, world: World, asked: Asked) -> None:
    by = owner(case, world)
    move(case, "ask_to_clarify", by=by)
    note_clock(case, "clarification_requested_s1_3", by=by, on=today())
    add_note(case, asked.unclear, by=by, title="Asked to clarify", direction="out")


def _clarified(case: Case, world: World, asked: Asked) -> None:
    move(case, "clarified", by=None, actor="public")
    note_clock(case, "clarification_received", by=None, actor="public", on=today())
    add_note(case, asked.clearer, by=None, title="Clarification", direction="in")


def _simple(name: str, *, who: str = "officer") -> Act:
    def act(case: Case, world: World, asked: Asked) -> None:
        people = {"officer": owner(case, world), "approver": world.approver, "public": None}
        move(case, name, by=people[who], actor="public" if who == "public" else "system")

    act.__name__ = name
    return act


ASSIGN: Act = _assign
ACKNOWLEDGE = _by_slice("acknowledge")
TRIAGE = _by_slice("triage", _triage)
CLARIFY = _by_slice("ask_to_clarify", _ask_to_clarify)
CLARIFIED = _by_slice("clarified", _clarified)
ASK_FEE = _by_slice("ask_for_fee", _simple("ask_for_fee"))
TRANSFER = _by_slice("transfer", _simple("transfer"))
WITHDRAW = _by_slice("withdraw", _simple("withdraw"))
LAPSE = _by_slice("lapse", _simple("clarification_lapsed"))
GIVE_TASKS = _by_slice("give_tasks")
DO_TASKS = _by_slice("do_tasks")
DECIDE = _by_slice("decide")
WRITE = _by_slice("write_letter")
HAND_OVER = _by_slice("hand_over", _simple("ask_for_clearance"))
CLEAR = _by_slice("clear", _simple("clear", who="approver"))
SEND = _by_slice("send", _simple("send"))
CLOSE = _by_slice("close", _simple("close"))
PROPOSE = _by_slice("propose_publication")
PUBLISH = _by_slice("publish")
REVIEW = _by_slice("ask_for_review", _simple("ask_for_review", who="public"))
