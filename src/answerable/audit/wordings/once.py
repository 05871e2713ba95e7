"""Facts of a letter that several rules ask for, worked out once and kept with the letter."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from answerable.model import Letter

Fact = TypeVar("Fact")


def once(work: Callable[[Letter], Fact]) -> Callable[[Letter], Fact]:
    """Decorator: ``work`` is done once for a letter. Its result must not be changed by anybody."""

    @wraps(work)
    def known(letter: Letter) -> Fact:
        if work not in letter.notes:
            letter.notes[work] = work(letter)
        return cast("Fact", letter.notes[work])

    return known
