"""How many labelled secrets a clean copy still holds, beside saving anew with openpyxl.

Usage: gate_copies.py FOLDER...; each holds an index.jsonl with a "secret" for each file.
"""

import io
import json
import sys
import time
import warnings
from collections import Counter
from pathlib import Path

import openpyxl

from answerable.gate.changing import NotProvedError, clean_file
from answerable.gate.cleaning.proof import holds
from answerable.model import UnusableInputError

_ENDINGS = {"pptx": "docx", "docm": "docx"}


def main() -> None:
    warnings.simplefilter("ignore")
    shared = Path(__file__).parents[2].parent / "shared"
    folders = [Path(one) for one in sys.argv[1:]] or [shared / "traps", shared / "hidden"]
    ours: Counter[str] = Counter()
    peer: Counter[str] = Counter()
    spent = 0.0
    for folder in folders:
        for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            path = folder / row["file"]
            ending = path.suffix.lstrip(".").lower()
            secret = "" if row.get("clean") else row.get("secret") or ""
            begun = time.perf_counter()
            try:
                made = clean_file(path, Path(f"copy.{_ENDINGS.get(ending, ending)}"))
                leak = bool(secret and holds(made.data, [secret]))
                ours["secret still there" if leak else "copied"] += 1
                if leak:
                    print(f"LEAK {path.name}")
            except NotProvedError as problem:
                ours["not proved, nothing written"] += 1
                if "-v" in sys.argv:
                    print(problem)
            except UnusableInputError:
                ours["refused, nothing written"] += 1
            spent += time.perf_counter() - begun
            if ending == "xlsx" and secret:
                peer["secret still there" if _saved_anew(path, secret) else "gone"] += 1
    print(f"clean copies: {dict(ours)}, {spent / max(sum(ours.values()), 1):.2f} s a file")
    print(f"openpyxl, loaded and saved, workbooks with a text secret: {dict(peer)}")


def _saved_anew(path: Path, secret: str) -> bool:
    out = io.BytesIO()
    openpyxl.load_workbook(path).save(out)
    return bool(holds(out.getvalue(), [secret]))


if __name__ == "__main__":
    main()
