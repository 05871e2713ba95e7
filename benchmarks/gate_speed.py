"""How long the gate takes for a workbook beside openpyxl's load of the same, and how much memory.

Also: how long a clean copy takes, beside openpyxl's load and save (which cleans nothing), and the
same for a table of values (.csv), beside the standard library reading and writing its rows.
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


READ_CSV = "import csv, sys; sum(1 for _ in csv.reader(open(sys.argv[1], newline='')))"
COPY_CSV = "import csv, io, sys; csv.writer(io.StringIO()).writerows(csv.reader(open(sys.argv[1], newline='')))"


def main() -> None:
    _books()
    _tables()


def _tables() -> None:
    for rows in (100_000, 1_000_000):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "answer.csv"
            with path.open("w", newline="") as file:
                file.write("Case,Ward,Opened,Outcome,Cost,Days\r\n")
                file.writelines(
                    f"C{n:07d},Ward {n % 40},{n % 28 + 1:02d}/03/2024,Closed,{n % 977}.50,{n % 60}\r\n"
                    for n in range(rows)
                )
            size = path.stat().st_size >> 20
            for ours, theirs, what in (
                (GATE, READ_CSV, "inspect; csv read"),
                (CLEAN.replace("'xlsx'", "'csv'"), COPY_CSV, "clean; csv read and write"),
            ):
                gate, gate_mib = measure(ours, path)
                peer, peer_mib = measure(theirs, path)
                print(
                    f"{rows:,} rows of .csv ({size} MiB): gate {gate:.2f} s of processor, {gate_mib} MiB "
                    f"to {what} {peer:.2f} s, {peer_mib} MiB"
                )


def _books() -> None:
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
