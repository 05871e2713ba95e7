"""A made-up log of seven made-up councils, which were asked what one of our requests asks."""

import csv
import io

from answerable.desk.asked_before.jobs import look_who_else_was_asked
from answerable.desk.asked_before.logs.actions import look_at, take_in
from answerable.desk.asked_before.logs.taking import work_on_logs
from answerable.desk.asked_before.models import OtherLog
from answerable.desk.people.models import User

ASKED = "How many domestic homicide reviews were begun since 2020?"
#: Invented, as is everything in the demonstration.
_SAID = (
    ("Ellerby District Council", "None held", "None."),
    ("Holme Borough Council", "Disclosed in part", "Fewer than 5 since 2020."),
    ("Marsh End City Council", "Full disclosure", "There were 6 between 2020 and 2026."),
    ("Tarnbrook Council", "Refused", "Section 40(2) applies."),
    ("Upper Wold Council", "Neither confirmed nor denied", ""),
    ("Withernmere Council", "Awaiting response", ""),
    ("Yarrow Dale Council", "Full disclosure", "See the table on our website."),
)
_OTHERS = (
    (
        "Holme Borough Council",
        "How many swans live on the town moat?",
        "Full disclosure",
        "Eleven.",
    ),
    ("Tarnbrook Council", "", "Withdrawn", ""),  # a row as real logs have them
)


def seed_log(officer: User) -> OtherLog:
    """Bring the log in, as an officer would."""
    made = look_at(
        _log().encode(),
        "seven-councils.csv",
        "Seven councils",
        by=officer,
        mapping="body: Council\ntext: What was asked\n",
    )
    take_in(made, by=officer)
    work_on_logs()
    look_who_else_was_asked()
    made.refresh_from_db()
    return made


def _log() -> str:
    rows = [(body, ASKED, outcome, answer) for body, outcome, answer in _SAID]
    paper = io.StringIO()
    writer = csv.writer(paper)
    writer.writerow(["Ref", "Council", "Received", "What was asked", "Outcome", "Response"])
    for n, (body, asked, outcome, answer) in enumerate((*rows, *_OTHERS), 1):
        writer.writerow([f"2026/{n:03}", body, f"{n:02}/09/2026", asked, outcome, answer])
    return paper.getvalue()
