"""Generate the pages of the gate's checks into ``docs/checks/``: one a check, and a list.

``--check`` says only whether they are in step, and ends with status 1 if they are not.
"""

import sys
from pathlib import Path

from answerable.gate.checks import all_checks

FOLDER = Path(__file__).parents[1] / "docs" / "checks"


def generated() -> dict[str, str]:
    """File name to text."""
    made = {
        f"{check.slug}.md": "\n".join(
            [
                f"# {check.title}",
                "",
                f"`{check.slug}`, severity {check.severity.word} (higher when people may be told from it)",
                "",
                "## Why it matters",
                "",
                check.why,
                "",
                "## What it would have stopped",
                "",
                check.breach,
                "",
                "## What to do",
                "",
                check.fix,
                "",
                "## Tried on",
                "",
                f"It fires in {check.fires}; it is silent in {check.silent}.",
                "",
            ]
        )
        for check in all_checks()
    }
    rows = [f"| [{c.slug}]({c.slug}.md) | {c.title} | {c.severity.word} |" for c in all_checks()]
    head = ["# Checks of the gate", "", "| Check | | Severity |", "|---|---|---|"]
    made["index.md"] = "\n".join([*head, *rows, ""])
    return made


def main() -> int:
    """Write the pages, or check them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = generated()
    stale = [
        n
        for n, text in wanted.items()
        if not (FOLDER / n).exists() or (FOLDER / n).read_text(encoding="utf-8") != text
    ]
    gone = [path for path in FOLDER.glob("*.md") if path.name not in wanted]
    if "--check" not in sys.argv:
        for name in stale:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8")
        for path in gone:
            path.unlink()
    print(f"{len(stale) + len(gone)} pages out of step" if stale or gone else "in step")
    return 1 if (stale or gone) and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
