"""How long the gate takes for a workbook beside openpyxl's load of the same, and how much memory."""

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
REPORT = (
    "; import resource; used = resource.getrusage(resource.RUSAGE_SELF); "
    "print(used.ru_maxrss // 1024, used.ru_utime + used.ru_stime)"
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
        print(
            f"{rows:,} rows: gate {gate:.2f} s of processor, {gate_mib} MiB; openpyxl {peer:.2f} s, {peer_mib} MiB; ratio {gate / peer:.2f}"
        )


if __name__ == "__main__":
    main()
