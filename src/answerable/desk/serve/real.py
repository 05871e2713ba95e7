"""Serving a real site: checks before the first request, then the server."""

import sys
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.checks import Error, run_checks

from answerable.desk import env
from answerable.desk.ask.keys import private_key
from answerable.desk.asked_before.meaning.model import said_at_start
from answerable.desk.db.claim import claim
from answerable.desk.serve.first import Ask, first_start, needs_first_start
from answerable.desk.serve.keys import refuse_weak_key
from answerable.desk.serve.schema import bring_up_to_date
from answerable.desk.serve.web import bind, serve
from answerable.model import UnusableInputError

DEMO_MARK = "demo-password"


def run_real(
    data: Path,
    host: str,
    port: int,
    *,
    threads: int,
    worker: bool,
    ask: Ask | None,
    say: Callable[[str], object],
    ready: str = "",
) -> None:
    """Serve the site of the data folder until stopped.

    ``say`` takes what is told to a person; ``ready`` goes to standard output, for a program, when
    the port is open.

    Raises:
        UnusableInputError: it would not be safe, or something it needs is missing.
    """
    if settings.DEMO or (data / DEMO_MARK).exists():
        raise UnusableInputError(
            f"“{data}” was made by answerable demo, with a printed password; "
            "choose a new folder for real use with --data."
        )
    refuse_weak_key(settings.SECRET_KEY)
    private_key()  # one that cannot be read must stop the start, not somebody's request
    claim()
    refuse_problems()
    bring_up_to_date()
    if needs_first_start():
        first_start(ask)
    server = bind(_application(), host, port, threads=threads)
    say(f"Answerable serves at http://{host}:{port}/ (staff: /desk/). Stop with Ctrl-C.")
    if ready:
        sys.stdout.write(f"{ready}\n")
        sys.stdout.flush()
    if not env.text("ANSWERABLE_SMTP_HOST"):
        say("No mail server is set: mail is written to mail-not-sent in the data folder.")
    if off := said_at_start():
        say(off)
    serve(server, worker=worker)


def refuse_problems() -> None:
    """Refuse to start with anything that Django's checks, ours among them, call an error.

    Raises:
        UnusableInputError: the first of them.
    """
    errors = [each for each in run_checks() if isinstance(each, Error)]
    if errors:
        raise UnusableInputError(str(errors[0].msg))


def _application() -> object:
    from answerable.desk.wsgi import application

    return application
