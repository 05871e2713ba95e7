"""Columns judged by their values: a column of numbers that pass the NHS check is no chance.

One chance number of ten digits in eleven passes; that eight in ten of a column do is beyond chance.
"""

from dataclasses import dataclass, field

from answerable.gate.personal.patterns import nhs

_SAMPLE, _LEAST, _SHARE = 2000, 10, 0.8


@dataclass
class Tens:
    """Ten-digit numbers of each column of a table: how many, and how many pass the check."""

    seen: dict[int, int] = field(default_factory=dict)
    passed: dict[int, int] = field(default_factory=dict)
    _rows: int = 0

    def take(self, cells: tuple[str, ...]) -> None:
        """One more row; columns that begin later than the sample are not watched."""
        self._rows += 1
        for at in range(len(cells)) if self._rows <= _SAMPLE else list(self.seen):
            if at < len(cells) and 10 <= len(cells[at]) <= 12 and _ten(cells[at]):
                self.seen[at] = self.seen.get(at, 0) + 1
                self.passed[at] = self.passed.get(at, 0) + nhs(cells[at])

    def columns(self) -> list[int]:
        """The columns that hold NHS numbers."""
        return [
            at
            for at, seen in self.seen.items()
            if seen >= _LEAST and self.passed[at] >= _SHARE * seen
        ]


def _ten(text: str) -> bool:
    bare = text.replace(" ", "").replace("-", "")
    return len(bare) == 10 and bare.isascii() and bare.isdigit()
