"""Taking logs in and out, a lot at a time: the worker's part.

Each lot is a transaction that begins where the last one ended, so a worker that is cut off, or two
at once, lose nothing and do nothing twice.
"""

import time
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from django.db import connection, transaction

from answerable.desk.asked_before.logs.actions import put_old_ones_away
from answerable.desk.asked_before.logs.reading import read_log, stock_of
from answerable.desk.asked_before.models import (
    Asked,
    OtherBand,
    OtherLog,
    OtherRequest,
    OtherUpload,
    State,
)
from answerable.desk.asked_before.near import keys_of, words_to_keep
from answerable.desk.cases.transitions import FINISHED
from answerable.model import UnusableInputError
from answerable.precedents.entry import Entry
from answerable.precedents.index.store import FORMAT
from answerable.precedents.near import ENGINE

MADE_BY = f"{FORMAT} {ENGINE}"  # bands of another making are made again
_LOT, _LONGEST = 200, 5.0  # rows in a transaction; seconds before other jobs have their turn


def work_on_logs(clock: Callable[[], float] = time.monotonic) -> int:
    """Take in what waits, delete what goes, renew what is old; returns how many lots."""
    until, lots = clock() + _LONGEST, 0
    put_old_ones_away()
    for step, logs in (
        (_take, OtherLog.objects.filter(state=State.TAKING)),
        (_delete, OtherLog.objects.filter(state=State.GOING)),
        (_renew, OtherLog.objects.filter(state=State.IN).exclude(engine=MADE_BY)),
    ):
        for pk in logs.order_by("pk").values_list("pk", flat=True):
            while step(pk):
                lots += 1
                if clock() >= until:
                    return lots
    return lots


def _take(pk: int) -> bool:
    """Keep one more lot of a log; False when there is nothing to do any more."""
    entries, stock = _entries(pk)
    with transaction.atomic():
        log = OtherLog.objects.select_for_update().filter(pk=pk, state=State.TAKING).first()
        if log is None:
            return False
        lot = entries[log.taken : log.taken + _LOT]
        if not lot:
            _finish(log)
            return False
        _keep(log, lot, stock)
        OtherLog.objects.filter(pk=pk).update(taken=log.taken + len(lot))
    return True


@lru_cache(maxsize=1)
def _entries(pk: int) -> tuple[tuple[Entry, ...], frozenset[int]]:
    """What the upload of a log holds; nothing where it is gone or cannot be read any more."""
    upload = OtherUpload.objects.select_related("log").filter(log=pk).first()
    if upload is None:
        return (), frozenset()
    log = upload.log
    try:
        read = read_log(bytes(upload.data), log.name, log.body, log.mapping)
    except UnusableInputError:  # an older version could read it
        return (), frozenset()
    return read.entries, read.stock


def _keep(log: OtherLog, lot: tuple[Entry, ...], stock: frozenset[int]) -> None:
    requests = OtherRequest.objects.bulk_create(
        OtherRequest(
            log=log,
            ref=each.id,
            text=each.text,
            title=each.title,
            asked_on=date.fromisoformat(each.date) if each.date else None,
            outcome=each.outcome,
            body=each.body,
            answer=each.answer,
            words=" ".join(words_to_keep(each, stock)),
        )
        for each in lot
    )
    _band(requests)


def _band(requests: list[OtherRequest]) -> None:
    """Keep the bands of some requests; by one statement, since there are 24 for each."""
    rows = [
        (key, each.pk) for each in requests for key in dict.fromkeys(keys_of(each.words.split()))
    ]
    table = connection.ops.quote_name(OtherBand._meta.db_table)
    names = ", ".join(map(connection.ops.quote_name, ("key", "request_id")))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES (%s, %s)", rows)  # noqa: S608 - names of our own model


def _finish(log: OtherLog) -> None:
    """From now on the log is used, and the one that it replaces no more."""
    OtherUpload.objects.filter(log=log).delete()
    if log.replaces_id is not None:
        OtherLog.objects.filter(pk=log.replaces_id).update(state=State.GOING)
    OtherLog.objects.filter(pk=log.pk).update(
        state=State.IN, engine=MADE_BY, replaces=None, rows=log.taken
    )
    _entries.cache_clear()
    look_again()


def _delete(pk: int) -> bool:
    with transaction.atomic():
        lot = list(OtherRequest.objects.filter(log=pk)[:_LOT])
        OtherBand.objects.filter(request__in=lot).delete()
        OtherRequest.objects.filter(pk__in=[each.pk for each in lot]).delete()
        if not lot:
            OtherUpload.objects.filter(log=pk).delete()
            OtherLog.objects.filter(pk=pk, state=State.GOING).delete()
            look_again()
    return bool(lot)


def _renew(pk: int) -> bool:
    """Make the words and bands of a log again from its requests; cut off, it begins anew."""
    every = OtherRequest.objects.filter(log=pk).order_by("pk")
    stock = stock_of(every.values_list("text", flat=True).iterator())
    last = 0
    while lot := list(every.filter(pk__gt=last)[:_LOT]):
        last = lot[-1].pk
        for each in lot:
            entry = Entry(each.ref, each.text, each.title, body=each.body)
            each.words = " ".join(words_to_keep(entry, stock))
        with transaction.atomic():
            OtherRequest.objects.bulk_update(lot, ["words"])
            OtherBand.objects.filter(request__in=lot).delete()
            _band(lot)
    OtherLog.objects.filter(pk=pk).update(engine=MADE_BY)
    look_again()
    return False


def look_again() -> None:
    """Have the worker look again who else was asked, beside every request being worked on."""
    Asked.objects.exclude(case__state__in=FINISHED).update(bodies=None)
