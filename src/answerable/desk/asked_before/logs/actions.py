"""What a person does with the log of another body: look at it, take it in, remove it."""

from dataclasses import asdict
from datetime import timedelta

from django.db import transaction

from answerable.desk.asked_before.logs.limits import MOST_LOGS
from answerable.desk.asked_before.logs.reading import read_log
from answerable.desk.asked_before.models import OtherLog, OtherUpload, State
from answerable.desk.authority.models import the_authority
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now
from answerable.model import UnusableInputError

_SHOWN, _KEPT_FOR = 5, timedelta(days=1)
MAY = (Permission.WRITE_CASES, Permission.MANAGE_AUTHORITY)


def look_at(
    data: bytes,
    name: str,
    body: str,
    *,
    by: User,
    mapping: str = "",
    replaces: OtherLog | None = None,
) -> OtherLog:
    """Read a log and keep it to be looked at; nothing of it is used yet.

    Raises:
        UnusableInputError: it cannot be read, is ours, or there are too many logs.
        RefusedInputError: it is too large.
    """
    require(by, *MAY)
    body = " ".join(body.split())[:200]
    _check_body(body)
    found = read_log(data, name, body, mapping)  # outside the transaction: it may take its time
    with transaction.atomic():
        if OtherLog.objects.count() >= MOST_LOGS:
            raise UnusableInputError(f"There are {MOST_LOGS} logs already; remove one first.")
        made = OtherLog.objects.create(
            body=body,
            name=name[-120:],
            mapping=mapping,
            rows=len(found.entries),
            years=found.years,
            first=[asdict(each) | {"text": each.text[:500]} for each in found.entries[:_SHOWN]],
            left_out=list(found.left_out),
            left_out_count=found.left_out_count,
            shortened=found.shortened,
            replaces=replaces,
            added_by=by,
        )
        OtherUpload.objects.create(log=made, data=data)
    return made


def take_in(log: OtherLog, *, by: User) -> None:
    """Let the worker take the log in.

    Raises:
        UnusableInputError: somebody did so, or put it away, meanwhile.
    """
    require(by, *MAY)
    with transaction.atomic():
        if not OtherLog.objects.filter(pk=log.pk, state=State.READ).update(state=State.TAKING):
            raise UnusableInputError("This log was taken in or put away meanwhile.")
        record(
            "asked_before.log_taken_in", by=by.public_id, log=log.public_id, rows=log.rows,
            replaces=log.replaces.public_id if log.replaces else None,
        )  # fmt: skip


def remove(log: OtherLog, *, by: User) -> None:
    """Take the log out of use at once; the worker deletes its rows."""
    require(by, *MAY)
    with transaction.atomic():
        found = OtherLog.objects.select_for_update().filter(pk=log.pk).first()
        if found is None or found.state == State.GOING:
            return
        if found.state != State.READ:
            record("asked_before.log_removed", by=by.public_id, log=log.public_id)
        OtherLog.objects.filter(pk=log.pk).update(state=State.GOING)


def put_old_ones_away() -> None:
    """Let go of what was looked at a day ago and not taken in."""
    old = OtherLog.objects.filter(state=State.READ, added_at__lt=now() - _KEPT_FOR)
    old.update(state=State.GOING)


def _check_body(body: str) -> None:
    authority = the_authority()
    ours = {authority.name.casefold(), authority.short_name.casefold()}
    if not body:
        raise UnusableInputError("Give the name of the body whose log it is.")
    if body.casefold() in ours:
        raise UnusableInputError("That is our own name. Our own answers are known from the cases.")
