"""How many labelled files the gate flags, and how many clean ones it holds, beside other programs.

Usage: gate_quality.py [-v] FOLDER...; each holds an index.jsonl beside its files. Other programs are
asked in the same run when they are installed; they flag whatever they say anything about.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answerable.gate import inspect_file
from gate_peers import PEERS, Peer


@dataclass
class Count:
    """What one program makes of one folder."""

    flagged: int = 0
    alarms: int = 0  # clean files flagged
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


def _rows(folder: Path) -> Iterator[tuple[Path, bool, str, list[str]]]:
    """File, whether it is clean, the secret in it and the kinds of what it hides."""
    for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        kinds = row["kind"] if isinstance(row["kind"], list) else [row["kind"]]
        clean = "clean" in kinds or "control" in kinds
        yield folder / row["file"], clean, "" if clean else row.get("secret") or "", kinds


def _folder(folder: Path, peers: list[Peer]) -> None:
    ours = Count()
    theirs = {peer.name: Count() for peer in peers}
    files = cleans = secrets = 0
    for path, clean, secret, kinds in _rows(folder):
        cleans += clean
        files += not clean
        secrets += bool(secret)
        held = _ours(ours, path, clean, secret, kinds)
        said = {peer.name: (peer, peer.ask(path)) for peer in peers}
        for name, (peer, words) in said.items():
            _count(theirs[name], peer.alarm(words), clean, secret, words)
        others = [name for name, (peer, words) in said.items() if peer.alarm(words)]
        if others and not held and not clean:
            print(f"       (of others: {', '.join(others)})")
    print(f"\n| {folder.name} | files flagged | clean files flagged | secrets told |")
    print("|---|---|---|---|")
    print(ours.row("the gate", files, cleans, secrets))
    for name, count in theirs.items():
        print(count.row(name, files, cleans, secrets))


def _ours(count: Count, path: Path, clean: bool, secret: str, kinds: list[str]) -> bool:
    report = inspect_file(path, reveal="full")
    held = report.verdict != "pass"
    _count(count, held, clean, secret, " ".join(one.excerpt for one in report.findings))
    slugs = sorted({f"{one.slug}/{one.severity.word[0]}" for one in report.findings})
    if (held if clean else not held) or "-v" in sys.argv:
        word = ("HELD  " if held else "ok    ") if clean else ("ok    " if held else "MISSED")
        print(f"{word} {path.name} {kinds}: {slugs} {report.error}")
    return held


def _count(count: Count, flagged: bool, clean: bool, secret: str, said: str) -> None:
    count.flagged += flagged and not clean
    count.alarms += flagged and clean
    count.secrets += bool(secret) and secret in said


if __name__ == "__main__":
    main()
