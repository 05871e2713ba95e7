"""How many labelled files the gate flags, and how many clean ones it holds.

Usage: gate_quality.py FOLDER...; each holds an index.jsonl beside its files.
"""

import json
import sys
from pathlib import Path

from answerable.gate import inspect_file


def main() -> None:
    shared = Path(__file__).parents[2] / "shared"
    folders = [Path(one) for one in sys.argv[1:]] or [shared / "traps", shared / "hidden"]
    folders = [folder for folder in folders if (folder / "index.jsonl").is_file()]
    if not folders:
        print("no labelled files at hand; name a folder that holds an index.jsonl")
    for folder in folders:
        rows = [
            json.loads(line)
            for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        flagged = traps = held = clean = secrets = secret_total = 0
        for row in rows:
            kinds = row["kind"] if isinstance(row["kind"], list) else [row["kind"]]
            report = inspect_file(folder / row["file"], reveal="full")
            slugs = sorted({f"{f.slug}/{f.severity.word[0]}" for f in report.findings})
            if "clean" in kinds or "control" in kinds:
                clean += 1
                if report.verdict != "pass":
                    held += 1
                    print(f"HELD   {row['file']}: {slugs} {report.error}")
                continue
            traps += 1
            flagged += report.verdict != "pass"
            if row.get("secret"):
                secret_total += 1
                secrets += any(row["secret"] in f.excerpt for f in report.findings)
            if report.verdict == "pass" or row.get("secret") or "-v" in sys.argv:
                print(
                    f"{'ok    ' if report.verdict != 'pass' else 'MISSED'} {row['file']} {kinds}: {slugs} {report.error}"
                )
        print(
            f"{folder.name}: {flagged} of {traps} flagged, {held} of {clean} clean held, {secrets} of {secret_total} secrets in the report"
        )


if __name__ == "__main__":
    main()
