"""Work that several threads ask for at once is done by one of them, for all of them.

Whoever comes first does what was asked for so far; who comes meanwhile waits, and the first of those does
the next lot. So there is never a wait for company, and the more there is to do at once, the less each costs.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from django.db import connection

Asked = TypeVar("Asked")
Done = TypeVar("Done")
_MOST = 32


@dataclass(slots=True)
class _Place(Generic[Asked, Done]):
    """Somebody in line. ``called`` is locked until it is done, or it is this one's turn to do it."""

    asked: Asked
    done: list[Done] = field(default_factory=list)
    problem: Exception | None = None
    called: threading.Lock = field(default_factory=threading.Lock)

    def finished(self) -> bool:
        return bool(self.done) or self.problem is not None


class Together(Generic[Asked, Done]):
    """``do`` for a sequence, called for one at a time from many threads.

    ``do`` gives as many results as it was given things, and runs in a transaction of its own, so that a
    failure leaves nothing behind: then each is done alone, and only whose own fails hears of it.
    """

    def __init__(self, do: Callable[[Sequence[Asked]], Sequence[Done]]) -> None:
        self._do = do
        self._guard = threading.Lock()
        self._line: list[_Place[Asked, Done]] = []
        self._busy = False

    def __call__(self, asked: Asked) -> Done:
        """What ``do`` gives for this one.

        Raises:
            Exception: whatever ``do`` raises for this one alone.
        """
        if connection.in_atomic_block:
            # Others must not depend on how the transaction ends that this is a part of.
            return self._do([asked])[0]
        place = _Place[Asked, Done](asked)
        place.called.acquire()
        with self._guard:
            self._line.append(place)
            first, self._busy = not self._busy, True
        if not first:
            place.called.acquire()
        if not place.finished():
            self._lead()
        if place.problem is not None:
            raise place.problem
        return place.done[0]

    def _lead(self) -> None:
        """Do what is asked for so far, let those go, and call the next to lead."""
        with self._guard:
            these, self._line = self._line[:_MOST], self._line[_MOST:]
        try:
            self._finish(these)
        finally:
            with self._guard:
                following = self._line[:1]
                self._busy = bool(following)
            for each in (*these, *following):
                each.called.release()

    def _finish(self, these: Sequence[_Place[Asked, Done]]) -> None:
        try:
            for each, done in zip(these, self._do([p.asked for p in these]), strict=True):
                each.done.append(done)
        except Exception as problem:
            if len(these) == 1:
                these[0].problem = problem
                return
            for each in these:
                each.done.clear()
                self._finish([each])
