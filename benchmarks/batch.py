"""What a corpus costs: audit and near duplicates on each engine, beside PySpark where it is at hand.

The corpora are seeded: letters of authorities made from the labelled letters of the tests with other
names and numbers, and requests with planted twins (as in search.py). Each run is the command in a
process of its own; the memory is the most that the whole tree of processes held (proportional set
size, sampled). PySpark runs the same functions and the same SQL text, and is left out, with a word,
where it or Java is not installed. Figures are of this machine; compare the ratios.

    python benchmarks/batch.py [ROWS ...] [--engines local,daft,ray]      (1,000 and 10,000 rows)
"""

import argparse
import importlib.util
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from search import corpus as requests
from search import name

ROOT = Path(__file__).parents[1]
LABELLED = ROOT / "tests" / "letters" / "labelled"
FIGURE = re.compile(r"(?<![\w.(/-])\d{3,}(?![\w)/-])")


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, megabytes at the most, seconds of all processors."""

    seconds: float
    megabytes: float
    processor: float


def letters(size: int, seed: int) -> Iterator[dict[str, str]]:
    """Letters that differ in the name of the authority and in figures that are not law."""
    dice = random.Random(seed)
    bases = [path.read_text(encoding="utf-8") for path in sorted(LABELLED.glob("*/*.txt"))]
    for n in range(size):
        place = name(dice)

        def another(found: re.Match[str]) -> str:
            number = found.group()
            return number if number.startswith(("19", "20")) else str(dice.randrange(100, 99_999))

        text = f"{place} Council\n\n{FIGURE.sub(another, bases[dice.randrange(len(bases))])}"
        yield {"id": str(n), "text": text, "authority": f"{place} Council"}


def write(rows: Any, path: Path) -> None:
    """Rows as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def measured(call: list[str]) -> Cost:
    """Run a command to its end and watch the memory of all of its processes."""
    most = 0
    worked: dict[int, float] = {}
    start = time.perf_counter()
    running = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def watch() -> None:
        nonlocal most
        while running.poll() is None:
            pids = tree(running.pid)
            most = max(most, sum(map(held, pids)))
            worked.update({pid: max(worked.get(pid, 0), processor(pid)) for pid in pids})
            time.sleep(0.25)

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, told = running.communicate()
    watcher.join()
    if running.returncode:
        sys.exit(f"{' '.join(call[:6])} failed:\n{told[-2000:]}")
    return Cost(time.perf_counter() - start, most / 1024, sum(worked.values()))


def tree(root: int) -> list[int]:
    """A process and all below it."""
    below: dict[int, list[int]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(status.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        below.setdefault(parent, []).append(int(status.parent.name))
    found = [root]
    for pid in found:
        found += below.get(pid, [])
    return found


def processor(pid: int) -> float:
    """Processor seconds of a process so far (its last quarter of a second is not seen)."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def held(pid: int) -> int:
    """Kilobytes of a process, what it shares counted in proportion."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+)", text, re.M)
    return int(found.group(1)) if found else 0


def batch(job: str, corpus: Path, out: Path, engine: str) -> Cost:
    """One batch by its command."""
    call = [sys.executable, "-m", "answerable", "batch", job, str(corpus), "-o", str(out)]
    return measured([*call, "--engine", engine])


def quality(out: Path, need_of: dict[str, int]) -> tuple[float, float]:
    """Recall and precision of the pairs within groups."""
    groups: dict[int, list[int]] = {}
    for row in pq.read_table(out, columns=["id", "group"]).to_pylist():
        if row["group"] is not None:
            groups.setdefault(row["group"], []).append(need_of[row["id"]])
    pairs: Callable[[int], int] = lambda n: n * (n - 1) // 2  # noqa: E731
    true = sum(map(pairs, Counter(need_of.values()).values()))
    said = sum(pairs(len(needs)) for needs in groups.values())
    right = sum(pairs(n) for needs in groups.values() for n in Counter(needs).values())
    return right / max(true, 1), right / max(said, 1)


def spark_job(audited: str, compared: str, out: str) -> None:
    """The same functions and the same SQL text on PySpark, local, a thread for each processor."""
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession  # type: ignore[import-not-found, unused-ignore]

    from answerable.batch.duplicates.sql import PAIRS
    from answerable.batch.jobs.audit import audit_batch
    from answerable.batch.jobs.words import words_batch

    def audit(rows: Iterable[str]) -> Iterator[str]:
        for line in rows:
            row = json.loads(line)
            columns = audit_batch([row["id"]], [row["text"]])
            yield json.dumps({key: values[0] for key, values in columns.items()})

    def words(rows: Iterable[tuple[str, int]]) -> Iterator[tuple[int, int | None, list[int]]]:
        for line, n in rows:
            row = json.loads(line)
            columns = words_batch([row["id"]], [row["text"]], [""], [""], [])
            yield n, columns["same"][0], columns["keys"][0]

    spark = (
        SparkSession.builder.master("local[*]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "8")
        .getOrCreate()
    )
    context = spark.sparkContext
    context.textFile(audited, 8).mapPartitions(audit).saveAsTextFile(f"{out}/audit")
    rows = context.textFile(compared, 8).zipWithIndex().mapPartitions(words)
    frame = spark.createDataFrame(rows, "n long, same long, keys array<long>").cache()
    frame.createOrReplaceTempView("letters")
    frame.selectExpr("explode(keys) AS key", "n").createOrReplaceTempView("bands")
    spark.sql(PAIRS).write.parquet(f"{out}/pairs")
    spark.stop()


def spark_missing() -> str:
    """What keeps PySpark from being measured; empty if nothing does."""
    if shutil.which("java") is None:
        return "Java is not installed"
    return "" if importlib.util.find_spec("pyspark") else "pyspark is not installed"


def at(size: int, engines: list[str], place: Path) -> None:
    """Measure and print one size."""
    entries, need_of, _ = requests(size, seed=7)
    write(letters(size, seed=7), place / "letters.jsonl")
    write(({"id": e.id, "text": e.text} for e in entries), place / "requests.jsonl")
    totals: dict[str, Cost] = {}
    print(f"{size:,} letters audited and {len(entries):,} requests compared")
    for engine in engines:
        audit = batch("audit", place / "letters.jsonl", place / f"{engine}.parquet", engine)
        twins = place / f"{engine}-twins.parquet"
        join = batch("duplicates", place / "requests.jsonl", twins, engine)
        totals[engine] = Cost(
            audit.seconds + join.seconds,
            max(audit.megabytes, join.megabytes),
            audit.processor + join.processor,
        )
        print(
            f"  {engine:8} audit {audit.seconds:8.1f} s {size / audit.seconds:7.0f} a second "
            f"{audit.megabytes:6.0f} MB   duplicates {join.seconds:7.1f} s "
            f"{len(entries) / join.seconds:7.0f} a second {join.megabytes:6.0f} MB   "
            f"processor {audit.processor:.1f} s and {join.processor:.1f} s",
            flush=True,
        )
    first = (place / "local.parquet").read_bytes(), (place / "local-twins.parquet").read_bytes()
    for engine in engines[1:]:
        other = (place / f"{engine}.parquet", place / f"{engine}-twins.parquet")
        same = first == tuple(path.read_bytes() for path in other)
        print(f"  {engine} gives the same files as local: {'yes' if same else 'NO'}")
    recall, precision = quality(place / "local-twins.parquet", need_of)
    print(f"  near-duplicate pairs: recall {recall:.4f}, precision {precision:.4f}")
    beside_spark(place, totals["local"])


def beside_spark(place: Path, ours: Cost) -> None:
    """PySpark on the same corpora; it maps and joins but neither checks pairs nor groups them."""
    if missing := spark_missing():
        print(f"  PySpark was not measured: {missing}")
        return
    shutil.rmtree(place / "spark", ignore_errors=True)
    paths = (str(place / each) for each in ("letters.jsonl", "requests.jsonl", "spark"))
    spark = measured([sys.executable, __file__, "--spark", *paths])
    print(
        f"  PySpark  audit and join {spark.seconds:8.1f} s {spark.megabytes:6.0f} MB   local: "
        f"{ours.seconds:.1f} s, {spark.seconds / ours.seconds:.2f} times as fast, in "
        f"{ours.megabytes / spark.megabytes:.2f} of the memory; processor "
        f"{spark.processor:.1f} s and {ours.processor:.1f} s, "
        f"{spark.processor / ours.processor:.2f} times as much"
    )


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["--spark"]:
        spark_job(*sys.argv[2:5])
        return
    said = argparse.ArgumentParser()
    said.add_argument("rows", nargs="*", type=int, default=[1_000, 10_000])
    said.add_argument("--engines", default="local,daft")
    given = said.parse_args()
    for size in given.rows:
        with tempfile.TemporaryDirectory() as place:
            at(size, given.engines.split(","), Path(place))


if __name__ == "__main__":
    main()
