"""The web server and the worker beside it, in one process, until it is told to stop."""

import logging
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

from django.conf import settings
from waitress.server import create_server

from answerable.desk import env
from answerable.desk.files.actions import LARGEST
from answerable.desk.jobs import jobs, run_jobs
from answerable.model import UnusableInputError

_ROOM_FOR_A_FORM = 1024 * 1024


def bind(application: Any, host: str, port: int, *, threads: int = 8) -> Any:
    """A server that listens, and serves from ``run`` on.

    Raises:
        UnusableInputError: the port is taken, or may not be used.
    """
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a short wait is no news
    try:
        return create_server(
            application,
            host=host,
            port=port,
            threads=threads,
            ident=None,
            url_scheme="https" if settings.HTTPS else "http",
            max_request_body_size=LARGEST + _ROOM_FOR_A_FORM,
            **_behind_a_proxy(),
        )
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or str(problem)
        raise UnusableInputError(
            f"cannot listen on {host} port {port} ({why}); choose another with --port."
        ) from None


def serve(server: Any, *, worker: bool) -> None:
    """Serve until Ctrl-C or SIGTERM; then let the worker finish what it is doing."""
    stop = threading.Event()
    helper = threading.Thread(target=run_jobs, args=(stop, jobs()), name="worker", daemon=True)
    if worker:
        helper.start()
    signal.signal(signal.SIGTERM, _stop)
    try:
        with suppress(KeyboardInterrupt, SystemExit):
            server.run()
    finally:
        stop.set()
        server.close()
        if worker:
            helper.join(timeout=30)


def until_stopped(work: Callable[[threading.Event], None]) -> None:
    """Run ``work`` until Ctrl-C or SIGTERM sets its event."""
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    signal.signal(signal.SIGINT, lambda *_: stop.set())
    work(stop)


def _stop(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)


def _behind_a_proxy() -> dict[str, Any]:
    proxy = env.text("ANSWERABLE_TRUSTED_PROXY")
    if not proxy:
        return {}
    return {
        "trusted_proxy": proxy,
        "trusted_proxy_count": 1,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
        "clear_untrusted_proxy_headers": True,
    }
