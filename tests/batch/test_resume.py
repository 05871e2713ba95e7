"""A run that is stopped, and the one that goes on: the same file, and nothing half-written."""

import fcntl
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.batch.conftest import Run, command, environment, letter

from answerable.batch import parts as parts_module

Lines = Callable[..., Path]


@pytest.fixture
def corpus(lines: Lines) -> Path:
    return lines([{"id": n, "text": letter(n)} for n in range(240)])


def start(*args: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        command(*args), env=environment(), text=True, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    )


def until(happens: Callable[[], object]) -> None:
    while not happens():
        time.sleep(0.02)


def kept(out: Path) -> list[Path]:
    return sorted(out.with_name(f"{out.name}.parts").glob("rows-*.parquet"))


def children_of(pid: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found.append(int(status.parent.name))
    return found


@pytest.mark.slow
def test_a_run_that_is_killed_goes_on_where_it_stopped(
    run: Run, corpus: Path, tmp_path: Path
) -> None:
    whole, out = tmp_path / "whole.parquet", tmp_path / "out.parquet"
    assert run("audit", corpus, "-o", whole, "--shard", 8)[0] == 0
    running = start("audit", corpus, "-o", out, "--shard", 8)
    until(lambda: len(kept(out)) >= 3)
    workers = children_of(running.pid)
    running.kill()
    running.communicate()
    assert not out.exists()
    assert workers
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers))
    before = {path: path.stat().st_mtime_ns for path in kept(out)}
    assert len(before) < 30
    code, _, told = run("audit", corpus, "-o", out, "--shard", 8)
    assert code == 0
    assert f"{8 * len(before)} letters were done by an earlier run" in told
    assert out.read_bytes() == whole.read_bytes()
    assert [*tmp_path.glob("out*")] == [out]


@pytest.mark.slow
def test_an_interrupted_run_ends_clean_and_says_how_to_go_on(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    running = start("audit", corpus, "-o", out, "--shard", 8)
    until(lambda: kept(out))
    workers = children_of(running.pid)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate()
    assert running.returncode == 130
    assert "the same command goes on from there" in told
    assert "Traceback" not in told
    assert not any(Path(f"/proc/{pid}").exists() for pid in workers)
    assert not out.exists()
    assert kept(out)


def half_done(out: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Lets the result of the next run fail at its last step, so that its parts stay."""

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    patch = pytest.MonkeyPatch()
    patch.setattr("answerable.batch.run.write_out", fail)
    return patch


def test_a_full_disk_is_said_and_what_was_done_is_kept(
    run: Run, lines: Lines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, out = lines([{"text": letter(n)} for n in range(4)]), tmp_path / "out.jsonl"
    patch = half_done(out, monkeypatch)
    code, _, told = run("audit", corpus, "-o", out, "--shard", 2)
    patch.undo()
    assert code == 2
    assert "No space left on device" in told and "is kept" in told
    assert len(kept(out)) == 2
    stamps = [path.stat().st_mtime_ns for path in kept(out)]
    patch = half_done(out, monkeypatch)
    run("audit", corpus, "-o", out, "--shard", 2)
    patch.undo()
    assert [path.stat().st_mtime_ns for path in kept(out)] == stamps
    assert run("audit", corpus, "-o", out, "--shard", 2)[0] == 0
    assert len(out.read_text().splitlines()) == 4


@pytest.mark.parametrize("change", ["corpus", "program", "columns"])
def test_work_on_something_else_is_not_mixed_in(
    run: Run, lines: Lines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    corpus, out = lines([{"text": letter(0), "other": letter(1)}]), tmp_path / "out.jsonl"
    patch = half_done(out, monkeypatch)
    run("audit", corpus, "-o", out)
    patch.undo()
    more = []
    if change == "corpus":
        lines([{"text": letter(1)}])
    elif change == "program":
        monkeypatch.setattr(parts_module, "program", lambda: "another")
    else:
        more = ["--map", "text=other"]
    code, _, told = run("audit", corpus, "-o", out, *more)
    assert code == 0
    assert "was of another corpus, order or version; the work begins again" in told
    assert "done by an earlier run" not in told


def test_files_that_are_not_ours_are_left_alone(run: Run, lines: Lines, tmp_path: Path) -> None:
    folder = tmp_path / "out.jsonl.parts"
    folder.mkdir()
    (folder / "precious.txt").write_text("x")
    code, _, told = run("audit", lines([{"text": letter(0)}]), "-o", tmp_path / "out.jsonl")
    assert code == 2
    assert "holds files that no batch has written" in told
    assert (folder / "precious.txt").read_text() == "x"


def test_two_runs_do_not_write_to_one_place(run: Run, lines: Lines, tmp_path: Path) -> None:
    folder = tmp_path / "out.jsonl.parts"
    folder.mkdir()
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        code, _, told = run("audit", lines([{"text": letter(0)}]), "-o", tmp_path / "out.jsonl")
    assert code == 2
    assert "Another run is writing" in told


def test_a_file_that_was_being_made_when_the_machine_stopped_is_made_again(
    run: Run, lines: Lines, tmp_path: Path
) -> None:
    folder = tmp_path / "out.jsonl.parts"
    folder.mkdir()
    (folder / "about.json.making").write_text("{")
    assert run("audit", lines([{"text": letter(0)}]), "-o", tmp_path / "out.jsonl")[0] == 0


def test_an_old_result_stands_until_the_new_one_is_whole(
    run: Run, lines: Lines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, out = lines([{"text": letter(0)}]), tmp_path / "out.jsonl"
    out.write_text("old")
    patch = half_done(out, monkeypatch)
    run("audit", corpus, "-o", out)
    patch.undo()
    assert out.read_text() == "old"
    run("audit", corpus, "-o", out)
    assert out.read_text() != "old"
