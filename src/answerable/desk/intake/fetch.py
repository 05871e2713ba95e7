"""One look at everything that brings requests; the worker takes it again and again."""

from answerable.desk.intake.actions import read_raw
from answerable.desk.intake.drop import Fetched, drop_folder, fetch_dropped
from answerable.desk.intake.mailbox import fetch_mailbox
from answerable.desk.intake.models import RawMessage


def fetch_once() -> Fetched:
    """Take in what is new in the drop folder and the mailbox.

    A message that was kept, and then not read because the program was cut off, is read now.
    """
    fetched = Fetched()
    fetch_dropped(drop_folder(), fetched)
    fetch_mailbox(fetched)
    for message in RawMessage.objects.filter(state="kept")[:20]:
        read_raw(message)
    return fetched
