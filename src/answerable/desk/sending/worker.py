"""Sending what waits in the outbox. Safe to run in several processes and to kill at any moment.

A message is taken by compare-and-set and held for a while; if the worker dies, another takes it
up after that and sends it again under the same Message-ID: at least once, and known to be so.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import get_connection
from django.db import transaction
from django.db.models import F

from answerable.desk.events.record import record
from answerable.desk.sending.accepted import accepted
from answerable.desk.sending.answers import next_try, verdict_on
from answerable.desk.sending.message import message_of
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.today import now as present

_HELD = timedelta(minutes=15)
_AT_ONCE = 50


def send_waiting(now: datetime | None = None) -> int:
    """Send what is due, at most fifty messages. Gives how many were accepted."""
    moment = now or present()
    due = OutgoingMail.objects.filter(state__in=("waiting", "sending"), next_try__lte=moment)
    keys = list(due.order_by("next_try", "pk").values_list("pk", flat=True)[:_AT_ONCE])
    return sum(_send_one(key, moment) for key in keys)


def can_send() -> bool:
    """Whether there is a mail server, or a made-up authority that needs none."""
    kind = settings.EMAIL_BACKEND.rsplit(".", 2)[-2]
    return settings.DEMO or kind not in ("filebased", "console", "dummy")


def _send_one(key: int, moment: datetime) -> bool:
    mail = _take(key, moment)
    if mail is None:
        return False
    if not can_send():
        _wait(mail, "no mail server is set up", moment)
        return False
    try:
        message = message_of(mail)
        message.connection = get_connection()
        message.send()
    except Exception as problem:  # one bad message must not stop the others
        verdict = verdict_on(problem)
        if verdict.again:
            _wait(mail, verdict.said, moment)
        else:
            _give_up(mail, verdict.said)
        return False
    accepted(mail, moment)
    return True


def _take(key: int, moment: datetime) -> OutgoingMail | None:
    """Take a message, so that nobody else sends it meanwhile; None if somebody did."""
    taken = OutgoingMail.objects.filter(
        pk=key, state__in=("waiting", "sending"), next_try__lte=moment
    ).update(state="sending", next_try=moment + _HELD, tries=F("tries") + 1)
    if not taken:
        return None
    return OutgoingMail.objects.select_related("case", "queued_by").get(pk=key)


def _wait(mail: OutgoingMail, said: str, moment: datetime) -> None:
    again = next_try(mail.queued_at, mail.tries, moment)
    if again is None:
        _give_up(mail, said)
        return
    OutgoingMail.objects.filter(pk=mail.pk, state="sending").update(
        state="waiting", next_try=again, last_answer=said
    )


@transaction.atomic
def _give_up(mail: OutgoingMail, said: str) -> None:
    changed = OutgoingMail.objects.filter(pk=mail.pk, state="sending").update(
        state="failed", last_answer=said
    )
    if changed:
        record(
            "sending.failed",
            by="system",
            case=mail.case.reference if mail.case else "",
            mail=mail.public_id,
            what=mail.kind,
            tries=mail.tries,
        )
