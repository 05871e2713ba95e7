"""The worker calls every job in its time; one that fails stops nobody and tells no words."""

import logging
import threading

import pytest

from answerable.desk.jobs import Job, jobs, run_jobs, run_once

pytestmark = pytest.mark.django_db


def test_a_job_that_fails_does_not_stop_the_others() -> None:
    stop, called = threading.Event(), []

    def fail() -> None:
        called.append("bad")
        raise ValueError("no")

    def work() -> None:
        called.append("good")
        if called.count("good") == 3:
            stop.set()

    run_jobs(stop, (Job("bad", 0, fail), Job("good", 0, work)))
    assert called == ["bad", "good"] * 3


def test_what_is_logged_of_a_failure_holds_no_words_of_people(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail() -> None:
        raise ValueError("mail to reader@example.org was refused")

    with caplog.at_level(logging.ERROR, "answerable.worker"):
        assert run_once(Job("sending", 60, fail)) is False
    assert "job sending failed: ValueError at " in caplog.text
    assert "reader@example.org" not in caplog.text


def test_a_job_that_runs_well_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    assert run_once(Job("tidy", 60, lambda: None)) is True
    assert caplog.text == ""


def test_a_job_waits_its_time() -> None:
    stop, called, moments = threading.Event(), [], iter(range(0, 1000, 10))

    def rare() -> None:
        called.append("rare")

    def often() -> None:
        called.append("often")
        if called.count("often") == 4:
            stop.set()

    run_jobs(
        stop, (Job("rare", 100_000, rare), Job("often", 0, often)), clock=lambda: next(moments)
    )
    assert called == ["rare", "often", "often", "often", "often"]


def test_nothing_is_called_once_the_worker_is_told_to_stop() -> None:
    stop, called = threading.Event(), []
    stop.set()
    run_jobs(stop, (Job("late", 0, lambda: called.append("late")),))
    assert called == []


def test_every_job_of_the_slices_has_a_name_of_its_own_and_a_time() -> None:
    names = [job.name for job in jobs()]
    assert len(set(names)) == len(names)
    assert all(job.every > 0 and callable(job.run) for job in jobs())
