"""What several threads ask for at once is done by one of them, and no failure reaches the others."""

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import transaction

from answerable.desk.db.together import Together


class Work:
    """Doubles numbers; remembers in what lots; waits at the first until the others are in line."""

    def __init__(self, bad: Sequence[int] = ()) -> None:
        self.lots: list[list[int]] = []
        self.bad = bad
        self.go = threading.Event()

    def __call__(self, these: Sequence[int]) -> list[int]:
        self.lots.append(list(these))
        if len(self.lots) == 1:
            assert self.go.wait(10)
        for each in these:
            if each in self.bad:
                raise ValueError(f"{each} is bad")
        return [2 * each for each in these]


def at_once(work: Work, these: range) -> list[int | str]:
    """What each thread got, the first of which is held up until all others wait."""
    together = Together(work)

    def one(number: int) -> int | str:
        try:
            return together(number)
        except ValueError as problem:
            return str(problem)

    with ThreadPoolExecutor(len(these)) as pool:
        first = pool.submit(one, these[0])
        _until(lambda: len(work.lots) == 1)
        others = [pool.submit(one, each) for each in these[1:]]
        _until(lambda: len(together._line) == len(these) - 1)
        work.go.set()
        return [each.result(10) for each in (first, *others)]


def _until(true: object) -> None:
    assert callable(true)
    for _ in range(1000):
        if true():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come to that")


def test_each_gets_its_own_and_those_who_wait_are_done_together() -> None:
    work = Work()
    assert at_once(work, range(9)) == [2 * each for each in range(9)]
    assert [len(lot) for lot in work.lots] == [1, 8]


def test_no_lot_is_without_end() -> None:
    work = Work()
    assert at_once(work, range(41)) == [2 * each for each in range(41)]
    assert [len(lot) for lot in work.lots] == [1, 32, 8]


def test_who_fails_fails_alone() -> None:
    work = Work(bad=[3, 5])
    got = at_once(work, range(7))
    assert got == [0, 2, 4, "3 is bad", 8, "5 is bad", 12]
    assert sorted(lot[0] for lot in work.lots if len(lot) == 1) == [0, 1, 2, 3, 4, 5, 6]


def test_after_a_failure_the_next_is_done_as_ever() -> None:
    work = Work(bad=[1])
    work.go.set()
    together = Together(work)
    with pytest.raises(ValueError, match="1 is bad"):
        together(1)
    assert together(2) == 4


@pytest.mark.django_db
def test_inside_a_transaction_it_is_done_there_and_then() -> None:
    work = Work()
    work.go.set()
    with transaction.atomic():
        assert Together(work)(4) == 8
    assert work.lots == [[4]]


def test_many_threads_for_a_long_time_lose_nothing() -> None:
    kept: list[int] = []

    def keep(these: Sequence[int]) -> list[int]:
        kept.extend(these)
        return list(these)

    together = Together(keep)
    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(together, range(5000))) == list(range(5000))
    assert sorted(kept) == list(range(5000))
