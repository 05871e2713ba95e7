"""How far a run is, on standard error: letters, rate and time left; and each bad row."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TextIO

_EVERY_TERMINAL = 0.3  # seconds between two looks
_EVERY_FILE = 15.0
_BAD_ROWS = 20  # said one by one


class Telling(Protocol):
    """Who hears how far a long piece of work is; ``Progress`` is one."""

    def say(self, sentence: str) -> None:
        """Hear something that stays."""

    def begin(self, what: str, kept: int, share: float) -> None:
        """Hear what is done now, and how much of it was done before."""

    def advance(self, rows: int, share: float) -> None:
        """Hear that so many more are done, and which share of all that makes (0: not known)."""


@dataclass
class Progress:
    """Says what goes on; ``clock`` gives seconds."""

    to: TextIO = field(default_factory=lambda: sys.stderr)
    clock: Callable[[], float] = time.monotonic
    bad: int = 0

    def __post_init__(self) -> None:
        self._terminal = self.to.isatty()
        self.begin("letters", 0, 0.0)

    def begin(self, what: str, kept: int, share: float) -> None:
        """A stage begins, of which ``kept`` rows (``share`` of all) were done by an earlier run."""
        self._what, self._kept, self._done, self._from = what, kept, kept, share
        self._start = self._last = self.clock()

    def advance(self, rows: int, share: float) -> None:
        """So many more rows are done; ``share`` of the corpus is now behind us."""
        self._done += rows
        now = self.clock()
        every = _EVERY_TERMINAL if self._terminal else _EVERY_FILE
        if now - self._last >= every:
            self._last = now
            self._line(self._sentence(now, share), passing=True)

    def say(self, sentence: str) -> None:
        """Something to be kept on the screen."""
        self._line(f"answerable: {sentence}", passing=False)

    def bad_row(self, place: str, why: str) -> None:
        """A row that could not be used; after twenty only the number is kept."""
        self.bad += 1
        if self.bad <= _BAD_ROWS:
            self.say(f"{place}: {why}")
        elif self.bad == _BAD_ROWS + 1:
            self.say("more rows could not be used; the column “error” of the result names each.")

    def end(self) -> None:
        """Clear the passing line."""
        if self._terminal:
            self.to.write("\r\x1b[K")
            self.to.flush()

    def _sentence(self, now: float, share: float) -> str:
        spent = max(now - self._start, 1e-9)
        text = f"{self._done:,} {self._what}, {(self._done - self._kept) / spent:,.0f} a second"
        part = share - self._from
        if part > 0 and share <= 1:
            text += f", {_duration(spent * (1 - share) / part)} left"
        return text

    def _line(self, text: str, *, passing: bool) -> None:
        if self._terminal:
            self.to.write(f"\r\x1b[K{text}" + ("" if passing else "\n"))
        else:
            self.to.write(text + "\n")
        self.to.flush()


def _duration(seconds: float) -> str:
    whole = round(seconds)
    if whole < 100:
        return f"{whole} seconds"
    minutes = round(seconds / 60)
    if minutes < 100:
        return f"{minutes} minutes"
    return f"{minutes // 60} hours {minutes % 60} minutes"
