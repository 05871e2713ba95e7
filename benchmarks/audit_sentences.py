"""How many ways of being wrong the audit knows: short letters by others, defect by defect.

Each row is the body of a short letter with a defect plainly in it, or a near twin that is right. They
were written by others, half of them on purpose in words that no rule would expect. The rules were
mended with the rows marked "learned"; the others were kept back until then. A rule's second look
counts, as in a letter that has another plain defect; "asserted" is what is more than a hint.

    python benchmarks/audit_sentences.py [FILE ...] [--rules] [--wrong]

``--rules``: a line for each rule; ``--wrong``: the rows that are judged wrongly, whole.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from answerable.audit import Case, all_rules, audit_letter
from answerable.letters import read_letter
from answerable.model import Certainty, Severity

FOLDER = Path(__file__).parents[1] / "tests" / "audit" / "said"
FILES = sorted(FOLDER.glob("*.yaml"))
RULES = {rule.slug: rule for rule in all_rules()}

NAMES = {
    "FOIA": ("Wharfbourne Council", "Freedom of Information Act 2000"),
    "EIR": ("Wharfbourne Council", "Environmental Information Regulations 2004"),
    "FOISA": ("Loch Tarn Council, Scotland", "Freedom of Information (Scotland) Act 2002"),
}
HEAD = """{name}
Information Rights

20 May 2026

Dear applicant

You asked on 5 May 2026 under the {act} for {asked}.

"""
RIGHTS = (
    "\n\nYou may ask for an internal review within 40 working days by writing to review@tarn.example; "
    "you will have an answer within 20 working days. You may then apply to the Information "
    "Commissioner for a decision: Wycliffe House, Water Lane, Wilmslow SK9 5AF, "
    "ico.org.uk/foicomplaints.\n\nYours sincerely\n"
)


def short_letter(
    says: str, *, law: str = "FOIA", asked: str = "the registers", rights: str = RIGHTS
) -> str:
    """The text of a whole letter under ``law`` ("FOIA", "EIR", "FOISA") whose body is ``says``."""
    name, act = NAMES[law]
    return HEAD.format(name=name, act=act, asked=asked) + says.rstrip("\n") + rights


@dataclass
class Tally:
    """Counts over some rows."""

    wrong: int = 0  # rows with the defect
    seen: int = 0
    right: int = 0  # near twins
    hinted: int = 0
    asserted: int = 0

    def line(self, name: str) -> str:
        """The counts as a row of a table."""
        return (
            f"  {name:34} {self.seen:4} of {self.wrong:4} seen   "
            f"of {self.right:4} that are right: {self.hinted:3} told of, {self.asserted:2} asserted"
        )


def judge(row: dict[str, Any]) -> tuple[bool, bool]:
    """Whether the row's rule speaks, and whether it asserts."""
    told = {key: row[key] for key in ("law", "asked", "rights") if key in row}
    letter = read_letter(short_letter(row["says"], **told))
    found = [each for each in audit_letter(letter) if each.slug == row["slug"]]
    found = found or list(RULES[row["slug"]].in_letter_again(letter, Case()))
    asserted = any(f.certainty is Certainty.SURE or f.severity >= Severity.HIGH for f in found)
    return bool(found), asserted


def rows(files: list[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row with the name of its file."""
    for path in files:
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield path.stem, row


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    tallies: dict[str, Tally] = defaultdict(Tally)
    for name, row in rows(options.files or FILES):
        speaks, asserts = judge(row)
        part = "learned" if row.get("learned") else "kept back"
        names = [f"{name}, {part}", f"all, {part}", *([row["slug"]] if options.rules else [])]
        for tally in (tallies[each] for each in names):
            if row["fires"]:
                tally.wrong += 1
                tally.seen += speaks
            else:
                tally.right += 1
                tally.hinted += speaks
                tally.asserted += asserts
        if options.wrong and speaks != row["fires"]:
            print(f"--- {row['slug']}, fires: {row['fires']}, {row.get('law')}\n{row['says']}")
    for name in sorted(tallies):
        print(tallies[name].line(name))


if __name__ == "__main__":
    main()
