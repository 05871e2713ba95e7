"""What verifying found, in plain lines."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from answerable.desk.db.backup.verify import Verdict


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
