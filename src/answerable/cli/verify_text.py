"""What verifying found, in plain lines."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from answerable.desk.db.backup.verify import Verdict


def as_data(verdict: "Verdict") -> dict[str, Any]:
    """The verdict for JSON."""
    broken = verdict.broken and {"seq": verdict.broken[0], "why": verdict.broken[1]}
    return asdict(verdict) | {"broken": broken}


def lines(verdict: "Verdict") -> list[str]:
    """One line for the events, one for the files, and one for each file that is not right."""
    if verdict.broken:
        seq, why = verdict.broken
        found = [f"The chain of events breaks at event {seq}: {why}."]
    else:
        found = [f"{verdict.events:,} events hold; the head is {verdict.events}:{verdict.head}"]
    bad = len(verdict.missing) + len(verdict.changed)
    found.append(f"{verdict.files:,} files, {bad} not as they were kept." if bad else
                 f"{verdict.files:,} files are as they were kept.")  # fmt: skip
    found += [f"  {each}: gone" for each in verdict.missing]
    found += [f"  {each}: changed" for each in verdict.changed]
    return found
