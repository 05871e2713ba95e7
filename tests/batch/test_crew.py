"""What a letter can do to the process that works on it, and what becomes of the others."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.batch.conftest import environment

from answerable.batch.engines import Task
from answerable.batch.engines.crew import Crew, StoppedError
from answerable.batch.engines.local import Local
from answerable.batch.row import Row, Shard
from answerable.model import UnusableInputError

FRAGILE = "tests.batch.fragile:job"


@pytest.fixture
def crew(monkeypatch: pytest.MonkeyPatch) -> Iterator[Crew]:
    monkeypatch.setenv("PYTHONPATH", environment()["PYTHONPATH"])
    crew = Crew(Task(FRAGILE, seconds=0.5))
    yield crew
    crew.close()


def said(crew: Crew, *texts: str) -> list[str]:
    rows = [{"id": "1", "text": text, "authority": "", "title": ""} for text in texts]
    return [str(each.get("said") or each.get("failed")) for each in crew.work(rows)]


def test_letters_are_worked_on_in_order(crew: Crew) -> None:
    assert said(crew, "a", "b", "Gàidhlig 😀") == ["A", "B", "GÀIDHLIG 😀"]


def test_letters_longer_than_a_pipe_are_worked_on_in_order_among_short_ones(crew: Crew) -> None:
    lengths = (1, 200_000, 2, 20_000, 20_000, 300_000, 300_000, 3)
    assert [len(each) for each in said(crew, *("x" * n for n in lengths))] == list(lengths)


def test_a_crash_is_told_of_the_letter_at_work_and_not_of_the_one_given_ahead(crew: Crew) -> None:
    crash = "the letter crashed the process that worked on it"
    assert said(crew, "crash", "a", "b", "crash", "crash", "c") == [
        crash,
        "A",
        "B",
        crash,
        crash,
        "C",
    ]


def test_a_letter_that_crashes_its_process_is_reported_and_the_rest_go_on(crew: Crew) -> None:
    assert said(crew, "a", "crash", "b", "crash") == [
        "A",
        "the letter crashed the process that worked on it",
        "B",
        "the letter crashed the process that worked on it",
    ]
    assert said(crew, "c") == ["C"]


def test_a_letter_that_takes_too_long_is_stopped(crew: Crew) -> None:
    assert said(crew, "stuck", "b") == ["the letter took longer than 0.5 seconds", "B"]


def test_a_letter_that_waits_is_stopped_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", environment()["PYTHONPATH"])
    crew = Crew(Task(FRAGILE, seconds=0.05))
    assert said(crew, "waits") == ["the letter took longer than 0.05 seconds"]
    crew.close()


def test_a_letter_that_wants_all_memory_is_told_so(crew: Crew) -> None:
    assert said(crew, "greedy", "b") == [
        "the letter asked for more memory than a letter needs",
        "B",
    ]


def test_a_mistake_of_the_program_is_a_row_and_no_end(crew: Crew) -> None:
    assert said(crew, "broken", "b") == ["the program could not work on the letter (KeyError)", "B"]


def test_what_a_library_prints_is_no_answer(crew: Crew) -> None:
    assert said(crew, "chatty", "b") == ["CHATTY", "B"]


def test_a_closed_crew_leaves_no_process_and_wakes_who_waits(crew: Crew) -> None:
    said(crew, "a")
    [worker] = crew._all
    woken: list[type[BaseException]] = []

    def wait() -> None:
        try:
            said(crew, "stuck")
        except StoppedError as problem:
            woken.append(type(problem))

    thread = threading.Thread(target=wait)
    thread.start()
    while crew._idle:
        time.sleep(0.01)
    crew.close()
    thread.join(10)
    assert woken == [StoppedError]
    assert not Path(f"/proc/{worker.pid}").exists()


def test_a_worker_that_cannot_start_is_said() -> None:
    crew = Crew(Task("no.such.module:job"))
    with pytest.raises(UnusableInputError, match="could not be started"):
        said(crew, "a")
    crew.close()


def test_the_local_engine_keeps_the_order_of_shards_and_reads_few_ahead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", environment()["PYTHONPATH"])
    read = 0

    def shards() -> Iterator[Shard]:
        nonlocal read
        for number in range(30):
            read += 1
            rows = (
                Row(2 * number + 1, "", text=f"t{number}"),
                Row(2 * number + 2, "", problem="no text"),
            )
            yield Shard(number, rows)

    found = []
    for shard, results in Local(2).run(Task(FRAGILE), shards()):
        assert read <= shard.number + 5
        found.append((shard.number, [each["said"] for each in results]))
    assert found == [(n, [f"T{n}"]) for n in range(30)]
