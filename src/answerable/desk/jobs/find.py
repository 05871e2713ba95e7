"""The jobs of every slice."""

from collections.abc import Callable
from dataclasses import dataclass

from answerable.desk.slices import modules


@dataclass(frozen=True, slots=True)
class Job:
    """A job: its name, how many seconds lie between two calls, and what is called.

    The function takes nothing, opens its own transactions, and must bear to be called twice, by
    two processes at once, or again after it was cut off in the middle.
    """

    name: str
    every: float
    run: Callable[[], object]


def jobs() -> tuple[Job, ...]:
    """Every job, in the order of the slices."""
    return tuple(Job(*each) for module in modules("jobs") for each in module.JOBS)
