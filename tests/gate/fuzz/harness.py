"""The readers under a fuzzer that watches which lines a file reaches.

Usage: python -m tests.gate.fuzz.harness FOLDER [options of libFuzzer]; FOLDER is filled with the
files of the checks to begin from. A crash, a file that takes long or much memory ends it.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["answerable.gate"]):
    from answerable.gate import (  # noqa: F401
        inspecting,
        walk,
    )
    from answerable.gate.readers import (  # noqa: F401
        archive,
        biff,
        binary_workbook,
        legacy,
        mail,
        office,
        old_slides,
        old_word,
        opendocument,
        pdf,
        pdf_page,
        pictures,
        plain,
        rich,
    )

from tests.gate.cases import CASES
from tests.gate.fuzz.outcome import VERDICTS, outcome


def one(data: bytes) -> None:
    if outcome(data, "a.bin") not in VERDICTS:
        raise AssertionError("no verdict")


def main() -> None:
    folder = Path(sys.argv[1])
    for slug, pair in CASES.items():
        for word, (make, _) in zip(("fires", "silent"), pair, strict=True):
            (folder / f"{slug}-{word}").write_bytes(make())
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
