"""The same rows on every engine. Daft and Ray run apart: they keep threads and servers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.batch.conftest import Run, letter, read
from tests.batch.test_duplicates import THINGS, request
from tests.batch.test_index_batch import dumped

Lines = Callable[..., Path]
OURS = ("answerable: ", *"0123456789")  # sentences, and lines of progress


def ray_processes() -> list[str]:
    return [*_named("raylet"), *_named("gcs_server"), *_named("ray::")]


def _named(words: str) -> Iterator[str]:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue
        if words in line.split(" ")[0]:
            yield f"{path.parent.name} {line}"


@pytest.fixture
def letters(lines: Lines) -> Path:
    rows = [{"id": f"é{n}", "text": letter(n), "authority": f"Body {n % 3}"} for n in range(25)]
    rows[7]["text"] = ""
    return lines([*rows, "{"])


@pytest.fixture
def requests(lines: Lines) -> Path:
    rows = [
        {"id": n, "text": request(THINGS[n % 5], "Kelby" if n % 2 else "Marwick", " too" * (n % 3))}
        for n in range(60)
    ]
    return lines(rows, "requests.jsonl")


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["daft", "ray"])
def test_an_engine_gives_the_rows_of_this_machine(
    run: Run, apart: Run, letters: Path, requests: Path, tmp_path: Path, engine: str
) -> None:
    before = ray_processes()
    for batch, corpus in (("audit", letters), ("duplicates", requests)):
        here, there = tmp_path / f"{batch}.parquet", tmp_path / f"{batch}-there.parquet"
        assert run(batch, corpus, "-o", here, "--shard", 4)[0] == 0
        code, _, told = apart(
            batch, corpus, "-o", there, "--shard", 4, "--engine", engine, "--workers", 2
        )
        assert code == 0, told
        assert [line for line in told.splitlines() if not line.startswith(OURS)] == []
        assert read(there) == read(here)
        assert there.read_bytes() == here.read_bytes()
        if batch == "audit":
            assert "line 8 of letters.jsonl: no text" in told
            assert [row["n"] for row in read(there)] == [*range(1, 27)]
    assert [each for each in ray_processes() if each not in before] == []


@pytest.mark.slow
def test_work_begun_on_one_engine_goes_on_on_another(
    run: Run, apart: Run, letters: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    whole = tmp_path / "whole.jsonl"
    run("audit", letters, "-o", whole)
    stop = pytest.MonkeyPatch()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    stop.setattr("answerable.batch.run.write_out", fail)
    run("audit", letters, "-o", out, "--shard", 4)
    stop.undo()
    parts = sorted((tmp_path / "out.jsonl.parts").glob("rows-*.parquet"))
    for path in (*parts[3:], tmp_path / "out.jsonl.parts" / "rows.done"):
        path.unlink()
    code, _, told = apart("audit", letters, "-o", out, "--shard", 4, "--engine", "daft")
    assert code == 0
    assert "12 letters were done by an earlier run" in told
    assert out.read_bytes() == whole.read_bytes()


@pytest.mark.slow
def test_a_letter_that_takes_too_long_is_the_same_row_on_daft(
    run: Run, apart: Run, lines: Lines, tmp_path: Path
) -> None:
    long = letter(1) + ("The exemption applies because of section 43(2). " * 30_000)
    corpus = lines([{"text": letter(0)}, {"text": long}, {"text": letter(1)}])
    more = ("--limit", 0.5)
    run("audit", corpus, "-o", tmp_path / "here.jsonl", *more)
    code, _, told = apart(
        "audit", corpus, "-o", tmp_path / "there.jsonl", "--engine", "daft", *more
    )
    assert code == 0
    assert "line 2 of letters.jsonl: the letter took longer than 0.5 seconds" in told
    assert read(tmp_path / "there.jsonl") == read(tmp_path / "here.jsonl")


@pytest.mark.slow
def test_an_index_built_on_daft_is_the_one_built_here(
    run: Run, apart: Run, requests: Path, tmp_path: Path
) -> None:
    assert run("index", requests, "-o", tmp_path / "here", "--shard", 7)[0] == 0
    assert apart("index", requests, "-o", tmp_path / "there", "--engine", "daft")[0] == 0
    assert dumped(tmp_path / "there") == dumped(tmp_path / "here")
