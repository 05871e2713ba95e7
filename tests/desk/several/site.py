"""The machines of a site: web servers and workers as processes, each with a folder of its own."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psycopg
from tests.desk.several.ports import free_port

from answerable.desk.ask.keys import new_key

_START = 60.0  # seconds until a process must answer


class Site:
    """Processes that share settings as several machines would by their own environment files."""

    def __init__(self, folder: Path, database: str, bucket: dict[str, str]) -> None:
        self.database = database
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("ANSWERABLE_", "DJANGO_"))}
        self._environment = kept | bucket | {
            "ANSWERABLE_DATABASE": database,
            "ANSWERABLE_SECRET_KEY": secrets.token_urlsafe(48),
            "ANSWERABLE_RECEIPT_KEY": new_key().decode(),
            "ANSWERABLE_PROCESSES": "4",
            "ANSWERABLE_TRUSTED_PROXY": "127.0.0.1",
            "ANSWERABLE_SMTP_TLS": "no",
            "ANSWERABLE_AUTHORITY_NAME": "Tarnbrook Borough Council",
            "ANSWERABLE_AUTHORITY_EMAIL": "foi@tarnbrook.example",
            "ANSWERABLE_ADMIN_NAME": "Ada Rowe",
            "ANSWERABLE_ADMIN_EMAIL": "ada@tarnbrook.example",
            "ANSWERABLE_ADMIN_PASSWORD": "seven green bottles",
        }  # fmt: skip

    def web(self) -> tuple[subprocess.Popen[bytes], int]:
        """Start a web server on a machine of its own; the process and its port, once it answers."""
        port = free_port()
        process = self._start("serve", "--no-worker", "--port", str(port))
        _until(lambda: _answers(port), process)
        return process, port

    def worker(self, mail: int) -> subprocess.Popen[bytes]:
        """Start a worker on a machine of its own, which sends through the port ``mail``."""
        more = {"ANSWERABLE_SMTP_HOST": "127.0.0.1", "ANSWERABLE_SMTP_PORT": str(mail)}
        return self._start("worker", **more)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command on one more machine, to its end."""
        folder = self._machine()
        return subprocess.run(
            [sys.executable, "-m", "answerable", *arguments, "--data", str(folder)],
            env=self._environment, capture_output=True, text=True, timeout=120,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        """The rows that the database gives for ``question``."""
        with psycopg.connect(self.database, autocommit=True) as database:
            return database.execute(question.encode()).fetchall()

    def tell(self, statement: str) -> None:
        """Change the database, as only the passing of time would."""
        with psycopg.connect(self.database, autocommit=True) as database:
            database.execute(statement.encode())

    def stop(self) -> None:
        """Stop every process."""
        for process in self._running:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self._running:
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _start(self, *arguments: str, **more: str) -> subprocess.Popen[bytes]:
        folder = self._machine()
        process = subprocess.Popen(
            [sys.executable, "-m", "answerable", *arguments, "--data", str(folder)],
            env=self._environment | more, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=(folder / "log").open("wb"),
        )  # fmt: skip
        self._running.append(process)
        return process

    def _machine(self) -> Path:
        folder = self._folder / secrets.token_hex(4)
        folder.mkdir()
        return folder


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def _until(true: Any, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _START
    while not true():
        assert process.poll() is None, "the process ended"
        assert time.monotonic() < end, "the process does not answer"
        time.sleep(0.1)
