"""What is said of the search by meaning, on pages and at the start."""

from dataclasses import dataclass

from answerable.desk.asked_before.meaning.model import folder
from answerable.desk.asked_before.models import MeaningState
from answerable.precedents.meaning import why_off


@dataclass(frozen=True, slots=True)
class Status:
    """Whether meaning is searched, with which model, and how many requests are left to read."""

    words: str
    model: str = ""
    left: int = 0

    @property
    def on(self) -> bool:
        """Whether it is on."""
        return bool(self.model)


def note(*, off: str = "", model: str = "", read: int = 0, left: int = 0) -> None:
    """Write down what the worker found, where it is not what it found before."""
    found = {"off": off, "model": model, "read": read, "of": read + left}
    if not MeaningState.objects.filter(pk=1, **found).exists():
        MeaningState.objects.update_or_create(pk=1, defaults=found)


def status() -> Status:
    """What the worker last found; before it has looked, what the setting says."""
    row = MeaningState.objects.filter(pk=1).first()
    if row is None:
        off = why_off(folder())
        return Status(off or "Search by meaning begins when the worker has opened the model.")
    if row.off:
        return Status(row.off)
    left = row.of - row.read
    words = "Questions on the same subject in other words are searched, too, by a local model."
    if left:
        words += f" It has read {row.read:,} of {row.of:,} requests so far."
    return Status(words, row.model, left)
