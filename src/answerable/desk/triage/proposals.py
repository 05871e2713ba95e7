"""Questions as an officer edits them in plain text areas: split, joined, moved. No database here."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.desk.cases.actions.questions import Settled
from answerable.model import UnusableInputError

MARK = "---"  # a line of it splits a question in two
LONGEST, MOST = 20_000, 200


@dataclass(frozen=True, slots=True)
class Row:
    """One text area as it came back: the question it was, and what is to be done with it."""

    public_id: str
    number: str
    text: str
    place: int
    drop: bool = False
    join: bool = False  # with the one before it
    wants_counts: bool = False


def settle(rows: Sequence[Row]) -> list[Settled]:
    """The questions as they shall stand.

    Numbers of the applicant are kept while nothing moves; else they are counted anew, since two
    questions may not have one number.

    Raises:
        UnusableInputError: nothing is left, or there is too much.
    """
    kept = sorted((row for row in rows if not row.drop and row.text.strip()), key=_place)
    settled: list[Settled] = []
    for row in kept:
        if row.join and settled:
            before = settled[-1]
            settled[-1] = Settled(
                f"{before.text}\n{row.text.strip()}",
                before.number,
                before.public_id,
                before.wants_counts or row.wants_counts,
            )
            continue
        first, *others = _parts(row.text) or [row.text.strip()]
        settled.append(Settled(first, row.number, row.public_id, row.wants_counts))
        settled += [Settled(each, "", "", row.wants_counts) for each in others]
    _check(settled)
    same = [each.public_id for each in settled] == [row.public_id for row in rows]
    if same and all(each.number for each in settled):
        return settled
    return [
        Settled(each.text, str(n), each.public_id, each.wants_counts)
        for n, each in enumerate(settled, start=1)
    ]


def _place(row: Row) -> int:
    return row.place


def _parts(text: str) -> list[str]:
    parts: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip() == MARK:
            parts.append([])
        else:
            parts[-1].append(line)
    whole = ["\n".join(part).strip() for part in parts]
    return [part for part in whole if part]


def _check(settled: Sequence[Settled]) -> None:
    if not settled:
        raise UnusableInputError("At least one question must stay. Write what is asked.")
    if len(settled) > MOST or any(len(each.text) > LONGEST for each in settled):
        raise UnusableInputError(
            f"A case has at most {MOST} questions of at most {LONGEST:,} characters each."
        )
