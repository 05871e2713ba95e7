"""How well the audit agrees with two careful readers, letter by letter.

Reads labelled letters (a folder with ``labels.yaml`` and the texts) and prints a table: recall and
precision of defects, provisions relied on, outcome, and what is said of lawful letters. A finding
counts when it is sure, or likely and of high severity; an "arguable" label counts neither way; a
likely finding below high is a hint.

    python benchmarks/audit_quality.py [FOLDER ...] [--rows]      (--rows: one row of a table each)
"""

import argparse
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from answerable.audit import audit_letter
from answerable.letters import read_letter
from answerable.model import Certainty, Finding, Severity

ROOT = Path(__file__).parents[1]
OURS = ROOT / "tests" / "letters" / "labelled"
DEFAULT = (*sorted(OURS.glob("*/")), ROOT.parent / "shared" / "letters")


@dataclass
class Tally:
    """Counts over one folder."""

    letters: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    outcome: int = 0
    relied: list[int] = field(default_factory=lambda: [0, 0, 0])
    lawful: int = 0
    hints_on_lawful: int = 0
    high_on_lawful: list[str] = field(default_factory=list)
    fields: dict[str, int] = field(default_factory=dict)


def counts(finding: Finding) -> bool:
    """Whether a finding counts as an assertion rather than a hint."""
    return finding.certainty is Certainty.SURE or finding.severity >= Severity.HIGH


def measure(folder: Path) -> Tally:
    """Audit every labelled letter of ``folder``."""
    tally = Tally()
    for label in yaml.safe_load((folder / "labels.yaml").read_text(encoding="utf-8")):
        one(tally, label, (folder / label["file"]).read_text(encoding="utf-8"))
    return tally


def one(tally: Tally, label: dict[str, Any], text: str) -> None:
    """Add one letter."""
    letter = read_letter(text)
    findings = audit_letter(letter)
    expected, arguable = set(label["defects"]), set(label["arguable"])
    said = {f.slug for f in findings}
    asserted = {f.slug for f in findings if counts(f)}
    name = label["id"]
    tally.letters += 1
    tally.found += len(expected & said)
    tally.missed += [f"{name} {slug}" for slug in sorted(expected - said)]
    tally.false += [f"{name} {slug}" for slug in sorted(asserted - expected - arguable)]
    tally.outcome += letter.outcome.value == label["outcome"]
    relied, wanted = {str(u.cite) for u in letter.relied()}, set(label["provisions_relied"])
    for place, number in enumerate(
        (len(relied & wanted), len(relied - wanted), len(wanted - relied))
    ):
        tally.relied[place] += number
    if label["lawful"]:
        tally.lawful += 1
        tally.hints_on_lawful += sum(not counts(f) for f in findings)
        tally.high_on_lawful += [
            f"{name} {f.slug}" for f in findings if f.severity >= Severity.HIGH
        ]
    read = {
        "regime": letter.regime == label["regime"],
        "neither confirms nor denies": letter.ncnd == label["ncnd"],
        "number of questions": len(letter.questions) == label["questions"],
        "balance": (letter.shows.balance is not None) == label["pit_present"],
        "review": (letter.shows.review is not None) == label["review_details"],
        "right to go to the regulator": (letter.shows.regulator is not None)
        == label["regulator_right"],
        "re-use": (letter.shows.reuse is not None) == label["reuse_statement"],
    }
    for field_name, right in read.items():
        tally.fields[field_name] = tally.fields.get(field_name, 0) + right


def report(folder: Path, tally: Tally) -> None:
    """Print the table of one folder."""
    right, extra, lost = tally.relied
    asserted_right = tally.found
    rows = [
        ("letters", f"{tally.letters}"),
        ("recall of labelled defects", f"{share(tally.found, tally.found + len(tally.missed))}"),
        ("precision", f"{share(asserted_right, asserted_right + len(tally.false))}"),
        ("provisions relied on, F1", f"{share(2 * right, 2 * right + extra + lost)}"),
        ("outcome", f"{share(tally.outcome, tally.letters)}"),
        *((name, share(n, tally.letters)) for name, n in tally.fields.items()),
        (
            "hints on a lawful letter, on average",
            f"{tally.hints_on_lawful / max(1, tally.lawful):.2f}",
        ),
        ("high or critical on lawful letters", f"{len(tally.high_on_lawful)}"),
    ]
    print(f"\n{folder.parent.name}/{folder.name}")
    for name, value in rows:
        print(f"  {name:<40} {value:>8}")
    for title, items in (
        ("missed", tally.missed),
        ("false", tally.false),
        ("high on lawful", tally.high_on_lawful),
    ):
        if items:
            print(f"  {title}: {', '.join(items)}")


def share(part: int, whole: int) -> str:
    """A share of one, or a dash for nothing to share."""
    return f"{part / whole:.3f}" if whole else "-"


def together(tallies: list[Tally]) -> Tally:
    """One tally of several folders."""
    whole = Tally()
    for each in tallies:
        whole.letters += each.letters
        whole.found += each.found
        whole.missed += each.missed
        whole.false += each.false
        whole.outcome += each.outcome
        whole.relied = [a + b for a, b in zip(whole.relied, each.relied, strict=True)]
        whole.lawful += each.lawful
        whole.hints_on_lawful += each.hints_on_lawful
        whole.high_on_lawful += each.high_on_lawful
        for name, n in each.fields.items():
            whole.fields[name] = whole.fields.get(name, 0) + n
    return whole


def row(name: str, tally: Tally) -> str:
    """One row of a Markdown table."""
    right, extra, lost = tally.relied
    cells = [
        name,
        f"{tally.letters}",
        share(tally.found, tally.found + len(tally.missed)),
        share(tally.found, tally.found + len(tally.false)),
        share(2 * right, 2 * right + extra + lost),
        share(tally.outcome, tally.letters),
        share(tally.fields.get("number of questions", 0), tally.letters),
        f"{tally.hints_on_lawful / max(1, tally.lawful):.2f}",
        f"{len(tally.high_on_lawful)}",
    ]
    return f"| {' | '.join(cells)} |"


HEAD = (
    "| set | letters | defects found | precision | provisions F1 | outcome | questions "
    "| hints a lawful letter | high on lawful |\n|---|---|---|---|---|---|---|---|---|"
)


def main() -> None:
    """Measure the folders named, or those that are there."""
    said = argparse.ArgumentParser()
    said.add_argument("folders", nargs="*", type=Path)
    said.add_argument("--rows", action="store_true")
    given = said.parse_args()
    folders = given.folders or [f for f in DEFAULT if f.exists()]
    measured = [(folder, measure(folder)) for folder in folders]
    if given.rows:
        print(HEAD)
        for folder, tally in measured:
            print(row(folder.name, tally))
        if len(measured) > 1:
            print(row("together", together([tally for _, tally in measured])))
        return
    for folder, tally in measured:
        report(folder, tally)


if __name__ == "__main__":
    main()
