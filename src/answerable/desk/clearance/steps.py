"""The steps of clearance as an authority set them. No database here."""

from collections.abc import Collection
from dataclasses import dataclass

from answerable.desk.people.permissions import Permission


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what it is called, who may take it.

    ``apart``: whoever takes it takes no other such step of the same letter.
    """

    id: str
    words: str
    permissions: frozenset[Permission]  # all of them
    apart: bool = True


PRESS = Step("press", "press office has seen it", frozenset({Permission.CLEAR}), apart=False)
APPROVER = Step("approver", "approver", frozenset({Permission.CLEAR, Permission.OVERRIDE}))
QUALIFIED = Step("qualified", "qualified person", frozenset({Permission.CLEAR, Permission.OPINE}))
STEPS = {step.id: step for step in (PRESS, APPROVER, QUALIFIED)}
_BY_SETTING = {
    "officer": (),
    "approver": (APPROVER,),
    "qualified": (APPROVER, QUALIFIED),
}


def steps(setting: str, *, press_sight: bool, review: bool = False) -> tuple[Step, ...]:
    """The steps a letter goes through, in their order.

    Args:
        setting: the authority's ``clearance``.
        press_sight: whether the press office sees letters first.
        review: whether it is the outcome of a review, which no officer sends alone.
    """
    found: tuple[Step, ...] = _BY_SETTING[setting]
    if review and not found:
        found = (APPROVER,)
    return (PRESS, *found) if press_sight else found


def next_step(all_steps: tuple[Step, ...], taken: Collection[str]) -> Step | None:
    """The first step not taken yet; None if the letter is cleared."""
    return next((step for step in all_steps if step.id not in taken), None)
