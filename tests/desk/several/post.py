"""A mail server that notes what it accepted, and one that never gets to accept anything."""

import threading
from collections import Counter
from email import message_from_bytes
from typing import Any

from aiosmtpd.controller import Controller
from tests.desk.several.ports import free_port


class Post:
    """Accepts mail and counts each Message-ID; while ``hanging``, it takes a message and is silent."""

    def __init__(self, *, hanging: bool = False) -> None:
        self.accepted: Counter[str] = Counter()
        self.took_one = threading.Event()
        self._hanging = hanging
        self.port = free_port()
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)

    def __enter__(self) -> "Post":
        self._controller.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self._controller.stop()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """Take a message."""
        self.took_one.set()
        if self._hanging:
            import asyncio

            await asyncio.sleep(600)
        self.accepted[str(message_from_bytes(envelope.content)["Message-ID"])] += 1
        return "250 Kept"
