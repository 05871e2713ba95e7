"""How long the gate takes for a workbook beside openpyxl's load of the same, and how much memory.

Also: how long a clean copy takes, beside openpyxl's load and save (which cleans nothing).
"""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

LOAD = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1])"
GATE = (
    "import sys, pathlib; from answerable.gate.inspecting import inspect_here; "
    "from answerable.gate.limits import DEFAULT; "
    "inspect_here(pathlib.Path(sys.argv[1]).read_bytes(), sys.argv[1], DEFAULT)"
)
CLEAN = (
    "import sys, pathlib; from answerable.gate.cleaning import clean_here; "
    "from answerable.gate.limits import DEFAULT; "
    "clean_here(pathlib.Path(sys.argv[1]).read_bytes(), sys.argv[1], 'xlsx', DEFAULT)"
)
SAVE = "import io, sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(io.BytesIO())"
# VmHWM, not ru_maxrss: the latter begins with what this process held when it started the other.
REPORT = (
    "; import resource; used = resource.getrusage(resource.RUSAGE_SELF); "
    "most = open('/proc/self/status').read().partition('VmHWM:')[2].split()[0]; "
    "print(int(most) // 1024, used.ru_utime + used.ru_stime)"
)


def measure(code: str, path: Path) -> tuple[float, int]:
    """Processor seconds of the whole process and its greatest memory in MiB."""
    done = subprocess.run(
        [sys.executable, "-c", code + REPORT, str(path)], capture_output=True, check=True
    )
    mib, seconds = done.stdout.split()
    return float(seconds), int(mib)


def main() -> None:
    import openpyxl

    for rows in (10_000, 100_000):
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("Answer")
        for number in range(rows):
            sheet.append(
                [
                    f"row {number}",
                    number,
                    number * 2,
                    f"ward {number % 20}",
                    1.5,
                    2,
                    3,
                    4,
                    5,
                    "closed",
                ]
            )
        out = io.BytesIO()
        book.save(out)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "answer.xlsx"
            path.write_bytes(out.getvalue())
            gate, gate_mib = measure(GATE, path)
            peer, peer_mib = measure(LOAD, path)
            clean, clean_mib = measure(CLEAN, path)
            save, save_mib = measure(SAVE, path)
        for ours, our_mib, what, theirs, their_mib in (
            (gate, gate_mib, "inspect; openpyxl load", peer, peer_mib),
            (clean, clean_mib, "clean; openpyxl load and save", save, save_mib),
        ):
            print(
                f"{rows:,} rows: gate {ours:.2f} s of processor, {our_mib} MiB to {what} "
                f"{theirs:.2f} s, {their_mib} MiB; ratio {ours / theirs:.2f}"
            )


if __name__ == "__main__":
    main()
