"""What is said while a batch runs."""

import io

from answerable.precedents.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def progress(to: io.StringIO) -> tuple[Progress, Clock]:
    clock = Clock()
    made = Progress(to, clock)
    made.begin("letters", 0, 0.0)
    return made, clock


def test_rate_and_time_left_are_said() -> None:
    told, clock = progress(to := io.StringIO())
    clock.now = 20.0
    told.advance(1_000, 0.25)
    assert to.getvalue() == "1,000 letters, 50 a second, 60 seconds left\n"


def test_what_an_earlier_run_did_is_in_the_count_and_not_in_the_rate() -> None:
    told, clock = progress(to := io.StringIO())
    told.begin("letters", 9_000, 0.9)
    clock.now = 20.0
    told.advance(500, 0.95)
    assert to.getvalue() == "9,500 letters, 25 a second, 20 seconds left\n"


def test_long_waits_are_said_in_minutes_and_hours() -> None:
    told, clock = progress(to := io.StringIO())
    clock.now = 60.0
    told.advance(100, 0.1)
    assert "9 minutes left" in to.getvalue()
    clock.now = 3600.0
    told.advance(100, 0.2)
    assert "4 hours 0 minutes left" in to.getvalue()


def test_a_log_is_not_filled_with_lines() -> None:
    told, clock = progress(to := io.StringIO())
    for second in range(60):
        clock.now = float(second)
        told.advance(10, second / 60)
    assert len(to.getvalue().splitlines()) == 3


def test_a_terminal_has_one_line_that_is_cleared() -> None:
    told, clock = progress(to := Terminal())
    clock.now = 1.0
    told.advance(10, 0.5)
    told.say("something")
    told.end()
    assert to.getvalue().count("\n") == 1
    assert to.getvalue().endswith("\r\x1b[K")


def test_bad_rows_are_said_with_their_place() -> None:
    told, _ = progress(to := io.StringIO())
    told.bad_row("row 17 of letters.csv", "no text")
    assert to.getvalue() == "answerable: row 17 of letters.csv: no text\n"
