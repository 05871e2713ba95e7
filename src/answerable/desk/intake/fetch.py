"""One look at everything that brings requests; the worker takes it again and again."""

from answerable.desk.intake.drop import Fetched, drop_folder, fetch_dropped
from answerable.desk.intake.gate import inspect_waiting
from answerable.desk.intake.mailbox import fetch_mailbox


def fetch_once() -> Fetched:
    """Take in what is new in the drop folder and the mailbox, then inspect files that wait."""
    fetched = Fetched()
    fetch_dropped(drop_folder(), fetched)
    fetch_mailbox(fetched)
    inspect_waiting()
    return fetched
