"""How fast a whole audit is, beside proselint on the same texts in the same run.

Prints letters a second on one core for a 3,000-character letter (read and audited whole), the ratio
to proselint (a style checker: the nearest thing to a peer that reads English prose by rules), and the
growth of the time as the text doubles up to 1 MB. Vale is measured too when its program is at hand.

    python benchmarks/audit_speed.py
"""

import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from answerable.audit import audit_letter
from answerable.letters import read_letter
from answerable.letters.samples import sample

LENGTH = 3_000
# Passes before the first that counts: what is measured is a run of many letters, and in the first
# two thousand the expressions that are searched for often are sorted (``letters/alternatives.py``):
# some two seconds in all, which a run of a million does not notice. What the first letters take,
# with that, is printed beside.
WARM = 160


def letters() -> list[str]:
    """Letters of 3,000 characters, made from the sample by turning its paragraphs round."""
    paragraphs = [p for p in sample("seed_letter.txt").split("\n") if p.strip()]
    made = []
    for shift in range(0, len(paragraphs), 4):
        text = "\n\n".join(paragraphs[shift:] + paragraphs[:shift])
        made.append(text[:LENGTH])
    return made


def audit(text: str) -> None:
    """The whole job: read and audit."""
    audit_letter(read_letter(text))


def seconds(job: Callable[[str], object], texts: list[str], runs: int) -> float:
    """Median processor seconds a text, over ``runs`` passes."""
    passes = []
    for _ in range(runs):
        start = time.process_time()
        for text in texts:
            job(text)
        passes.append((time.process_time() - start) / len(texts))
    return statistics.median(passes)


def proselint_job() -> Callable[[str], object] | None:
    """proselint's own entry for a text, with all its checks."""
    try:
        from proselint.checks import __register__
        from proselint.registry import CheckRegistry
        from proselint.tools import LintFile
    except ImportError:
        return None
    registry = CheckRegistry()
    registry.register_many(__register__)

    def job(text: str) -> object:
        return LintFile(source="letter", content=text).lint()

    return job


def vale_seconds(texts: list[str]) -> float | None:
    """Seconds a text for Vale with its built-in style, all texts in one start of the program."""
    if shutil.which("vale") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / ".vale.ini"
        config.write_text(
            "StylesPath = styles\nMinAlertLevel = suggestion\n[*.txt]\nBasedOnStyles = Vale\n"
        )
        for number, text in enumerate(texts):
            (Path(folder) / f"{number}.txt").write_text(text, encoding="utf-8")
        start = time.perf_counter()
        done = subprocess.run(
            ["vale", "--no-exit", folder], cwd=folder, capture_output=True, check=False
        )
        return (time.perf_counter() - start) / len(texts) if done.returncode in (0, 1) else None


def growth() -> list[tuple[int, float]]:
    """Seconds for texts of 125, 250, 500 and 1,000 thousand characters."""
    base = sample("seed_letter.txt")
    rows = []
    for size in (125_000, 250_000, 500_000, 1_000_000):
        text = (base * (size // len(base) + 1))[:size]
        start = time.process_time()
        audit(text)
        rows.append((size, time.process_time() - start))
    return rows


def main() -> None:
    """Measure and print."""
    texts = letters()
    start = time.process_time()
    for text in texts * WARM:
        audit(text)
    first = (time.process_time() - start) / (WARM * len(texts))
    ours = seconds(audit, texts, 7)
    print(f"{len(texts)} letters of {LENGTH} characters, one core")
    print(f"  the first {WARM * len(texts):,} of a run, on average {first * 1000:.2f} ms a letter")
    print(f"  answerable   {ours * 1000:8.2f} ms a letter  {1 / ours:8.0f} letters a second")
    job = proselint_job()
    if job is None:
        print("  proselint is not installed")
    else:
        job(texts[0])
        theirs = seconds(job, texts[:6], 3)
        print(
            f"  proselint    {theirs * 1000:8.2f} ms a letter  {1 / theirs:8.1f} letters a second"
        )
        print(f"  ratio        {theirs / ours:8.1f} times")
    vale = vale_seconds(texts)
    print(
        f"  vale         {vale * 1000:8.2f} ms a letter (wall)" if vale else "  vale is not at hand"
    )
    rows = growth()
    print("growth with the length of the text")
    for (_, before), (size, after) in zip([(0, 0.0), *rows], rows, strict=False):
        ratio = f"{after / before:6.2f} times the half" if before else ""
        print(f"  {size:>9,} characters {after:8.2f} s {ratio}")


if __name__ == "__main__":
    main()
