"""A connection to PostgreSQL is used again without asking, unless its socket has something to say."""

import socket
from collections.abc import Iterator

import pytest

from answerable.desk.db.postgres.base import _is_quiet


class Connected:
    """A connection as the check sees it."""

    def __init__(self, end: socket.socket) -> None:
        self.closed = False
        self.fileno = end.fileno


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    here, there = socket.socketpair()
    yield here, there
    here.close()
    there.close()


def test_a_server_that_is_there_and_silent_is_quiet(ends: tuple[socket.socket, ...]) -> None:
    assert _is_quiet(Connected(ends[0]))


def test_a_server_that_went_away_is_not(ends: tuple[socket.socket, ...]) -> None:
    ends[1].close()
    assert not _is_quiet(Connected(ends[0]))


def test_a_server_that_says_what_nobody_asked_is_not(ends: tuple[socket.socket, ...]) -> None:
    ends[1].send(b"terminating")
    assert not _is_quiet(Connected(ends[0]))


def test_a_connection_closed_by_us_is_not(ends: tuple[socket.socket, ...]) -> None:
    mine = Connected(ends[0])
    mine.closed = True
    assert not _is_quiet(mine)
