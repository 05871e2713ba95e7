"""Generate the pages of the rules into ``docs/rules/``: one a rule, and a list.

``--check`` says only whether they are in step, and ends with status 1 if they are not.
"""

import sys
from pathlib import Path

from answerable.audit import all_rules, pages

FOLDER = Path(__file__).parents[1] / "docs" / "rules"


def generated() -> dict[str, str]:
    """File name to text."""
    made = {f"{rule.slug}.md": pages.page(rule) for rule in all_rules()}
    rows = [
        f"| [{rule.code}]({rule.slug}.md) | {rule.defect.title} | {rule.severity.word} | "
        f"{rule.basis.value.replace('_', ' ')} |"
        for rule in all_rules()
    ]
    made["index.md"] = "\n".join(
        [
            "# Rules",
            "",
            "One page a rule: why it matters, how to put it right, what is reported and what is not.",
            "",
            "| Rule | | Severity | Basis |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )
    return made


def main() -> int:
    """Write the pages, or check them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    stale = []
    wanted = generated()
    for name, text in wanted.items():
        path = FOLDER / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted:
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.unlink()
    print("in step" if not stale else f"written: {len(stale)} pages")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
