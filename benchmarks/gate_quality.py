"""How many labelled files the gate finds and holds, and how many clean ones, beside other programs.

Usage: gate_quality.py [-v] FOLDER...; each holds an index.jsonl beside its files. Other programs are
asked in the same run when they are installed; they flag whatever they say anything about. "Found"
is stricter than that: every thing that the label names, at its place (gate_labels.py). "Held" is a
verdict; a note, such as that of an empty hidden column, finds a thing and holds nothing.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answerable.gate import inspect_file
from gate_labels import labelled, not_found
from gate_peers import PEERS, Peer


@dataclass
class Count:
    """What one program makes of one folder."""

    flagged: int = 0
    alarms: int = 0  # clean files flagged
    refused: int = 0
    secrets: int = 0  # secrets that stand in what it says

    def row(self, name: str, files: int, clean: int, secrets: int) -> str:
        """A row of the table."""
        told = f"{self.secrets} of {secrets}" if secrets else "none labelled"
        return f"| {name} | {self.flagged} of {files} | {self.alarms} of {clean} | {told} |"


def main() -> None:
    shared = Path(__file__).parents[2] / "shared"
    named = [Path(one) for one in sys.argv[1:] if one != "-v"]
    folders = named or [shared / "traps", shared / "hidden"]
    folders = [folder for folder in folders if (folder / "index.jsonl").is_file()]
    if not folders:
        print("no labelled files at hand; name a folder that holds an index.jsonl")
    peers = [peer for peer in PEERS if peer.found]
    for peer in PEERS:
        if peer not in peers:
            print(f"{peer.name} is not installed and was not asked.")
    for folder in folders:
        _folder(folder, peers)


def _rows(folder: Path) -> Iterator[tuple[Path, bool, str, dict[str, Any]]]:
    """File, whether it is clean, the secret in it and its label."""
    for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        kinds = row["kind"] if isinstance(row["kind"], list) else [row["kind"]]
        clean = "clean" in kinds or "control" in kinds
        yield folder / row["file"], clean, "" if clean else row.get("secret") or "", row


def _folder(folder: Path, peers: list[Peer]) -> None:
    ours = Count()
    theirs = {peer.name: Count() for peer in peers}
    files = cleans = secrets = with_things = found = 0
    for path, clean, secret, row in _rows(folder):
        cleans += clean
        files += not clean
        secrets += bool(secret)
        held, missing = _ours(ours, path, clean, secret, row)
        with_things += bool(labelled(row))
        found += bool(labelled(row)) and not missing
        said = {peer.name: (peer, peer.ask(path)) for peer in peers}
        for name, (peer, words) in said.items():
            _count(theirs[name], peer.alarm(words), clean, secret, words)
        others = [name for name, (peer, words) in said.items() if peer.alarm(words)]
        if others and not held and not clean:
            print(f"       (of others: {', '.join(others)})")
    print(f"\n{folder.name}: everything labelled found in {found} of {with_things} files that hide")
    print(f"something (refused, and so not looked into: {ours.refused});", end=" ")
    print(f"{ours.flagged} of {files} held, {ours.alarms} of {cleans} clean ones held.")
    print(f"\n| {folder.name} | files flagged | clean files flagged | secrets told |")
    print("|---|---|---|---|")
    print(ours.row("the gate", files, cleans, secrets))
    for name, count in theirs.items():
        print(count.row(name, files, cleans, secrets))


def _ours(
    count: Count, path: Path, clean: bool, secret: str, row: dict[str, Any]
) -> tuple[bool, list[str]]:
    """Whether the gate holds a file, and what of its label it does not find."""
    report = inspect_file(path, reveal="full", names="")
    held = report.verdict != "pass"
    count.refused += report.verdict == "refuse"
    missing = not_found(row, report)
    _count(count, held, clean, secret, " ".join(one.excerpt for one in report.findings))
    slugs = sorted({f"{one.slug}/{one.severity.word[0]}" for one in report.findings})
    word = "CLEAN AND HELD" if held and clean else "NOT FOUND" if missing else ""
    word = word or ("held" if held else "passes" if clean else "found, passes")
    if missing or (held if clean else not held) or "-v" in sys.argv:
        print(f"{word}: {path.name} {missing or labelled(row)}: {slugs} {report.error}")
    return held, missing


def _count(count: Count, flagged: bool, clean: bool, secret: str, said: str) -> None:
    count.flagged += flagged and not clean
    count.alarms += flagged and clean
    count.secrets += bool(secret) and secret in said


if __name__ == "__main__":
    main()
