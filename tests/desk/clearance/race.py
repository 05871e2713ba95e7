"""A program of its own: an authority on disk, and two approvers who press at the same moment.

Prints what came of it as JSON; ``test_at_once`` runs it.
"""

import json
import threading
from dataclasses import replace
from datetime import date

import django
from django.core.management import call_command
from django.db import connection


def main() -> None:
    """Set up, race, tell."""
    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    from tests.desk.letters.fixtures import now_digest, sample

    from answerable.desk.authority.models import Authority
    from answerable.desk.cases.actions import Arrived, move, receive
    from answerable.desk.cases.models import Case
    from answerable.desk.clearance.actions import ask_clearance, clear
    from answerable.desk.clearance.models import Clearing
    from answerable.desk.letters import record as letters_record
    from answerable.desk.letters.actions import save_letter
    from answerable.desk.letters.compose import Free
    from answerable.desk.people.actions import add_person
    from answerable.desk.people.models import User
    from answerable.desk.today import today
    from answerable.model import UnusableInputError

    def notice_record(case: Case, sent: date) -> object:
        return replace(
            sample("foia_partial"), reference=case.reference, received=case.received_on, sent=sent
        )

    letters_record.notice_record = notice_record
    Authority.objects.create(name="A", address="B", email="a@b.example", review_contact="C")
    people = [
        add_person(by=None, email=f"{name}@b.example", name=name, roles=(role,))
        for name, role in (("ann", "officer"), ("bob", "approver"), ("cat", "approver"))
    ]
    case = receive(Arrived(text="How many fines?", on=today()), by=people[0])
    move(case, "triage", by=people[0])
    save_letter(case, by=people[0], free=Free(), dated=today())
    ask_clearance(case, by=people[0])
    digest, together, told = now_digest(case), threading.Barrier(2), []

    def press(person: User) -> None:
        mine, by = Case.objects.get(pk=case.pk), User.objects.get(pk=person.pk)
        together.wait()
        try:
            clear(mine, by=by, digest=digest)
            told.append("cleared")
        except UnusableInputError:
            told.append("told")
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=(person,)) for person in people[1:]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    state = Case.objects.get(pk=case.pk).state
    print(json.dumps({"told": sorted(told), "rows": Clearing.objects.count(), "state": state}))


if __name__ == "__main__":
    main()
